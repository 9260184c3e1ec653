/** The repository's dataset, checked. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDataset, type UncheckedDataset } from '@yugong/content/check';
import { collections, type CollectionName, type Dataset } from '@yugong/content/schema';
import { root } from '../root';

const folder = path.join(root, 'packages/content/collections');
export const collectionNames = Object.keys(collections) as CollectionName[];

/** @throws where the content is at fault: it is never served, and the app keeps what it has */
export function readBase(): Dataset {
  const files = Object.fromEntries(
    collectionNames.map((name) => [
      name,
      JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as unknown,
    ]),
  ) as UncheckedDataset;
  const { dataset, faults } = checkDataset(files);
  if (!dataset) throw new Error(`content at fault: ${faults.length}`);
  return dataset;
}
