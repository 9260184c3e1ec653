/** The validated dataset, read when it is first asked for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDataset, type UncheckedDataset } from '../../src/content/check';
import { collections, type CollectionName, type Dataset } from '../../src/content/schema';
import { sha256 } from './crypto/ids';

export interface Collection {
  /** Changes exactly when a record does. */
  version: string;
  records: Dataset[CollectionName];
}

export interface ContentSource {
  collection(name: string): Collection | null;
  dataset(): Dataset;
}

const folder = path.join(__dirname, '../../src/content/collections');
const names = Object.keys(collections) as CollectionName[];

export function openContent(): ContentSource {
  let loaded: { dataset: Dataset; versions: Map<string, Collection> } | null = null;
  const load = () => {
    if (loaded) return loaded;
    const files = Object.fromEntries(
      names.map((name) => [name, JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as unknown]),
    ) as UncheckedDataset;
    const { dataset, faults } = checkDataset(files);
    // Content that doesn't pass its check is never served; the app keeps what it has.
    if (!dataset) throw new Error(`content at fault: ${faults.length}`);
    const versions = new Map(
      names.map((name) => {
        const records = dataset[name];
        return [name as string, { version: sha256(JSON.stringify(records)).slice(0, 16), records }];
      }),
    );
    return (loaded = { dataset, versions });
  };
  return {
    collection: (name) => load().versions.get(name) ?? null,
    dataset: () => load().dataset,
  };
}
