/**
 * The content that is served: the repository's dataset, and over it what the union has published since. Kept in
 * memory and looked after in the database once a second, so that every process serves the same.
 */
import { editionOf } from '@yugong/content/feed';
import { FEED_SCHEMA, type FeedNames } from '@yugong/domain/publication/feed';
import { collectionNames, type CollectionName, type Dataset } from '@yugong/content/schema';
import type { Store } from '../kernel/store';
import { latestPublished, latestRevisions, type Published } from './published';
import { datasetFaults } from './faults';
import { namesOf } from './names';
import { publishedBy, type PublishedBy } from './published-records';
import type { Collection, ContentSource } from '../kernel/content-source';
import { versionOf } from './edition';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDataset, type UncheckedDataset } from '@yugong/content/check';
import { repositoryRoot } from '../kernel/root';

export {
  publish,
  type PublishedPart as Part,
  type Publication,
  type PublicationOutcome,
  type Publisher,
} from './publication';
export { putInto, recordsAt, withChanges, type Put } from './publish';
export { takenDown, withoutDeadLinks } from './links';
export { recordHistory, recordIn, type RecordRevision } from './history';
export { changesBetween, type ChangedRecord } from './revision-changes';
export { undoneRecord, undoneRecords, type UndoDecision, type UndoneRecord } from './undo';
export { publishedPicture, sweepPictures } from './pictures';
export { recordVersion } from './edition';
export type { Collection, ContentSource } from '../kernel/content-source';
export { publishedHistory, publishedRecords } from './published';

const collectionsFolder = path.join(repositoryRoot, 'packages/content/collections');

/**
 * The repository's dataset, checked.
 *
 * @throws where the content is at fault: it is never served, and the app keeps what it has
 */
function readBase(): Dataset {
  const files = Object.fromEntries(
    collectionNames.map((name) => [
      name,
      JSON.parse(readFileSync(path.join(collectionsFolder, `${name}.json`), 'utf8')) as unknown,
    ]),
  ) as UncheckedDataset;
  const { dataset, faults } = checkDataset(files);
  if (!dataset) throw new Error(`content at fault: ${faults.length}`);
  return dataset;
}

/** How long another process's publication may go unseen. */
const LOOK_EVERY_MS = 1_000;

interface View {
  dataset: Dataset;
  collections: Map<string, Collection>;
}

/** @param demo stations to serve beside the union's, while the operator leaves the demo on */
export function openContent(
  { read }: Pick<Store, 'read'>,
  { demo = [] }: { demo?: Dataset['stations'] } = {},
): ContentSource {
  let shipped: Dataset | null = null;
  let view: View | null = null;
  let published: Published[] = [];
  let by: ReadonlyMap<CollectionName, PublishedBy> = new Map();
  let known = '';
  let lookedAt = -Infinity;
  let looking: Promise<void> | null = null;

  const base = () => (shipped ??= readBase());
  const current = () => (view ??= viewOf(base(), published, { demo, by }));

  const look = async (): Promise<void> => {
    lookedAt = performance.now();
    const revisions = await latestRevisions(read);
    const seen = JSON.stringify(revisions);
    if (seen === known) return;
    const found = await publishedBy(read);
    published = await latestPublished(read, revisions);
    by = found;
    known = seen;
    view = null;
  };
  return {
    collection: (name) => current().collections.get(name) ?? null,
    dataset: () => current().dataset,
    base,
    refresh: async ({ now = false } = {}) => {
      if (!now && performance.now() - lookedAt < LOOK_EVERY_MS) return;
      if (now && looking) await looking;
      looking ??= look().finally(() => {
        looking = null;
      });
      await looking;
    },
  };
}

/** What is served beside what was published: the demo's stations, and who published what. */
interface Beside {
  demo: Dataset['stations'];
  by: ReadonlyMap<CollectionName, PublishedBy>;
}

/** The dataset with what was published in it; what no longer passes the check gives way to what is shipped. */
function viewOf(base: Dataset, published: readonly Published[], beside: Beside): View {
  // Of what gives way too: the next revision comes after it.
  const revisions = new Map<string, number>(published.map(({ collection, revision }) => [collection, revision]));
  let taken = [...published];
  for (;;) {
    const dataset = { ...base, ...Object.fromEntries(taken.map(({ collection, records }) => [collection, records])) };
    const faults = taken.length > 0 ? datasetFaults(dataset) : [];
    if (faults.length === 0) return servedView(dataset, taken, beside, revisions);
    const atFault = new Set(faults.map(({ collection }) => collection));
    const sound = taken.filter(({ collection }) => !atFault.has(collection));
    // At fault may be what refers to a record that a publication took away.
    taken = sound.length < taken.length ? sound : [];
  }
}

/** Whatever was published while the demo was on: its stations are served only while it is. */
function servedView(
  dataset: Dataset,
  published: readonly Published[],
  { demo, by }: Beside,
  revisions: Map<string, number>,
): View {
  const stations = [...dataset.stations.filter((one) => !one.demo), ...demo];
  const served = { ...dataset, stations };
  return { dataset: served, collections: collectionsOf(served, { published, revisions, by }) };
}

function collectionsOf(
  dataset: Dataset,
  {
    published,
    revisions,
    by,
  }: Pick<Beside, 'by'> & { published: readonly Published[]; revisions: Map<string, number> },
): Map<string, Collection> {
  const one = (name: CollectionName): Collection => {
    const records = dataset[name];
    const own = published.find(({ collection }) => collection === name);
    const version = versionOf(records);
    const edition = own ? new Date(own.at).toISOString() : editionOf(records);
    let named: FeedNames | undefined;
    let body: string | undefined;
    const names = () => (named ??= namesOf(name, dataset, by.get(name)));
    const head = { collection: name, schema: FEED_SCHEMA, version, edition, changed: true };
    const make = () => JSON.stringify({ ...head, records, names: names() });
    return { version, edition, revision: revisions.get(name) ?? 0, records, names, body: () => (body ??= make()) };
  };
  return new Map(collectionNames.map((name) => [name, one(name)]));
}
