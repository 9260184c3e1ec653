/** What staff publish goes through the content feed; here it is one version, whatever collections it is in. */
import type { Fault } from '../../../../src/content/check';
import type { CollectionName } from '../../../../src/content/schema';
import type { PublishedWire, VersionWire } from '../../../../src/domain/staff';
import { iso } from '../../api/answers';
import { ApiProblem } from '../../api/problem';
import { publishChanges, publishCollection, republish, type PublishOutcome } from '../../content';
import { faultsOf } from '../../content/faults';
import { statement } from '../../storage/store';
import type { Desk } from '../desk';
import { membersOf } from './members';
import { storeOf } from './scoped';

export type Publishing = Pick<Desk, 'scoped' | 'tools'>;

export interface Put {
  collection: CollectionName;
  records: readonly { id: string }[];
}

interface Part {
  collection: CollectionName;
  from: number;
  to: number;
  changed: number;
}

const publisher = ({ scoped, tools }: Publishing) => ({
  store: storeOf(scoped),
  content: tools.content,
  now: tools.now,
});

const revisionOf = ({ tools }: Publishing, collection: CollectionName): number =>
  tools.content.collection(collection)?.revision ?? 0;

const faultWire = ({ collection, id, path, message }: Fault) => ({
  record: id ?? collection,
  field: path.join('.'),
  message,
});

/** The dataset as it would be: what its check says of it. Nothing is published. */
export function faultsWith({ tools }: Publishing, puts: readonly Put[]): Fault[] {
  const dataset = { ...tools.content.dataset() } as Record<CollectionName, readonly { id: string }[]>;
  for (const { collection, records } of puts) {
    const changed = new Map(records.map((one) => [one.id, one]));
    const known = new Set(dataset[collection].map(({ id }) => id));
    dataset[collection] = [
      ...dataset[collection].map((one) => changed.get(one.id) ?? one),
      ...records.filter(({ id }) => !known.has(id)),
    ];
  }
  return faultsOf(dataset as never);
}

function refusal(outcome: Exclude<PublishOutcome, { done: true }>): ApiProblem | PublishedWire {
  if (outcome.code === 'invalid') return { done: false, version: null, faults: outcome.faults.map(faultWire) };
  return new ApiProblem(
    outcome.code === 'too-large' ? 'too-large' : outcome.code === 'not-found' ? 'not-found' : 'stale',
  );
}

/** Checked all together first; where somebody is quicker at one collection, what was put before it is taken back. */
export async function publishPuts(desk: Publishing, puts: readonly Put[], note: string): Promise<PublishedWire> {
  const { scoped, tools } = desk;
  await tools.content.refresh({ now: true });
  const faults = faultsWith(desk, puts);
  if (faults.length > 0) return { done: false, version: null, faults: faults.map(faultWire) };
  const parts: Part[] = [];
  for (const { collection, records } of puts) {
    const from = revisionOf(desk, collection);
    const outcome = await publishChanges(publisher(desk), { collection, put: records, remove: [], by: scoped.staffId, expected: from, note });
    if (outcome.done) parts.push({ collection, from, to: outcome.revision, changed: records.length });
    else if (outcome.code !== 'same') {
      for (const part of parts.reverse()) await republish(publisher(desk), { collection: part.collection, revision: part.from, by: scoped.staffId, expected: part.to });
      const no = refusal(outcome);
      if (no instanceof ApiProblem) throw no;
      return no;
    }
  }
  return { done: true, version: parts.length > 0 ? await record(desk, parts, note) : null, faults: [] };
} // prettier-ignore

/** Replaces the stations as a whole, as an import leaves them. */
export async function publishStations(desk: Publishing, records: readonly { id: string }[], changed: number, note: string): Promise<number | null> {
  const from = revisionOf(desk, 'stations');
  const outcome = await publishCollection(publisher(desk), { collection: 'stations', records, by: desk.scoped.staffId, expected: from, note });
  if (outcome.done) return record(desk, [{ collection: 'stations', from, to: outcome.revision, changed }], note);
  if (outcome.code === 'same') return null;
  const no = refusal(outcome);
  throw no instanceof ApiProblem ? no : new ApiProblem('invalid');
} // prettier-ignore

async function record({ scoped, tools }: Publishing, parts: readonly Part[], note: string, undoes: number | null = null): Promise<number> {
  const { read } = storeOf(scoped);
  for (;;) {
    const last = await read.selectFrom('content_publications').select(({ fn }) => fn.max<number | null>('version').as('version')).executeTakeFirst();
    const version = Number(last?.version ?? 0) + 1;
    const row = { version, at: tools.now(), by_whom: scoped.staffId, note, parts: JSON.stringify(parts), undone_by: null };
    const insert = read.insertInto('content_publications').values(row).onConflict((c) => c.doNothing());
    const undone = undoes === null ? [] : [statement(read.updateTable('content_publications').set({ undone_by: version }).where('version', '=', undoes))];
    const entry = scoped.entry(undoes === null ? 'content.version' : 'content.undone', String(version), { undoes });
    if ((await scoped.write([statement(insert, 1), ...undone], [entry])).done) return version;
  }
} // prettier-ignore

export async function versionsOf(desk: Publishing): Promise<VersionWire[]> {
  const rows = await storeOf(desk.scoped).read.selectFrom('content_publications').selectAll().orderBy('version', 'desc').limit(200).execute();
  const names = new Map((await membersOf(desk)).map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    version: row.version,
    publishedAt: iso(row.at),
    by: names.get(row.by_whom) ?? '已离开的同事',
    changed: Object.fromEntries((JSON.parse(row.parts) as Part[]).map(({ collection, changed }) => [collection, changed])),
    undoneBy: row.undone_by,
    note: row.note,
  }));
} // prettier-ignore

/** Publishes what was there before it again. @throws `stale` where something was published over it since */
export async function undoVersion(desk: Publishing, version: number): Promise<PublishedWire> {
  const { scoped, tools } = desk;
  const row = await storeOf(scoped).read.selectFrom('content_publications').selectAll().where('version', '=', version).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  await tools.content.refresh({ now: true });
  const parts = JSON.parse(row.parts) as Part[];
  if (row.undone_by !== null || parts.some(({ collection, to }) => revisionOf(desk, collection) !== to)) throw new ApiProblem('stale');
  const back: Part[] = [];
  // What links to another goes before what it links to.
  for (const { collection, from, to, changed } of [...parts].reverse()) {
    const outcome = await republish(publisher(desk), { collection, revision: from, by: scoped.staffId, expected: to });
    if (outcome.done) back.push({ collection, from: to, to: outcome.revision, changed });
    else if (outcome.code !== 'same') {
      const no = refusal(outcome);
      if (no instanceof ApiProblem) throw no;
      return no;
    }
  }
  return { done: true, version: await record(desk, back, `撤回第 ${version} 版`, version), faults: [] };
} // prettier-ignore
