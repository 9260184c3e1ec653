/** What staff publish goes through the content feed; here it is one version, whatever collections it is in. */
import type { Fault } from '@yugong/content/check';
import type { PublishedWire } from '@yugong/domain/publication/wire';
import { ApiProblem } from '../../kernel/problem';
import { publish, putInto, withChanges, type Publication, type PublicationOutcome, type Put } from '../../content';
import { publicationFaults } from '../../content/faults';
import { statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { pictureFaults, pictureStatements } from './pictures';
import { storeOf } from './scoped';

/** What is written in the publication's own transaction. */
type Beside = NonNullable<Publication['beside']>;

/** What publishing needs of the service. */
export const publisher = ({ scoped, tools }: ScopedContext) => ({
  store: storeOf(scoped),
  content: tools.content,
  now: tools.now,
});

export const faultWire = ({ collection, id, path, message }: Fault) => ({
  record: id ?? collection,
  field: path.join('.'),
  message,
});

/** Who publishes, and for which union. */
export function publishedFor({ scoped }: ScopedContext): Pick<Publication, 'by' | 'organisation'> {
  const { organisation } = scoped.scope;
  return { by: scoped.staffId, ...(organisation === null ? {} : { organisation }) };
}

const overtakenWire = (record: string) => ({
  record,
  field: '',
  message: '别人刚发布过它的改动，和你看到的不一样了。先看一看现在的，再决定发不发',
});

/**
 * The dataset as it would be: what its check says of it. Nothing is published.
 *
 * @param at when it would be published, in milliseconds since the epoch; left out: now
 */
export function faultsWith({ tools }: ScopedContext, puts: readonly Put[], at = tools.now()): Fault[] {
  const dataset = tools.content.dataset();
  const next = puts.reduce(
    (before, { collection, records }) => ({ ...before, [collection]: withChanges(before[collection], records) }),
    dataset,
  );
  return publicationFaults(next, dataset, at);
}

/** @throws where it isn't a matter of the records themselves */
export function publicationAnswer(outcome: PublicationOutcome): PublishedWire {
  if (outcome.done) return { done: true, version: outcome.publication, faults: [] };
  if (outcome.code === 'same') return { done: true, version: null, faults: [] };
  if (outcome.code === 'invalid') return { done: false, version: null, faults: outcome.faults.map(faultWire) };
  if (outcome.code === 'overtaken') return { done: false, version: null, faults: outcome.ids.map(overtakenWire) };
  throw new ApiProblem(outcome.code);
}

const foreignWire = (record: string) => ({
  record,
  field: '',
  message: '这一条是别的工会发布的，只有那个工会能改',
});

/** Records among these that are published by now, by another union. */
export async function foreignRecords(
  { scoped, tools }: ScopedContext,
  { collection, records }: Pick<Put, 'collection' | 'records'>,
): Promise<string[]> {
  const isOwned = await scoped.owns(collection);
  const published = new Set<string>(tools.content.dataset()[collection].map(({ id }) => id));
  return records.filter(({ id }) => published.has(id) && !isOwned(id)).map(({ id }) => id);
}

/** What is published for the first time is the union's whose member does it. */
function ownerStatements(
  { scoped, tools }: ScopedContext,
  { collection, records }: Pick<Put, 'collection' | 'records'>,
) {
  const { organisation } = scoped.scope;
  if (organisation === null) return [];
  const published = new Set<string>(tools.content.dataset()[collection].map(({ id }) => id));
  return records
    .filter(({ id }) => !published.has(id))
    .map(({ id: record_id }) =>
      statement(
        storeOf(scoped)
          .read.insertInto('record_owners')
          .values({ collection, record_id, organisation })
          .onConflict((on) => on.columns(['collection', 'record_id']).doUpdateSet({ organisation })),
      ),
    );
}

/** Publishes records of several collections: all of them or none, and none of another union's. */
export async function publishPuts(
  context: ScopedContext,
  puts: readonly Put[],
  note: string,
  beside?: Beside,
): Promise<PublishedWire> {
  const foreign = (await Promise.all(puts.map((put) => foreignRecords(context, put)))).flat();
  if (foreign.length > 0) return { done: false, version: null, faults: foreign.map(foreignWire) };
  const lost = await pictureFaults(context, puts);
  if (lost.length > 0) return { done: false, version: null, faults: lost };
  const owners = puts.flatMap((put) => ownerStatements(context, put));
  return publicationAnswer(
    await publish(publisher(context), {
      plan: (current) => puts.map((put) => putInto(current, put)),
      ...publishedFor(context),
      note,
      beside: (version) => {
        const { statements = [], audit = [] } = beside?.(version) ?? {};
        return { statements: [...statements, ...owners, ...pictureStatements(context, puts)], audit };
      },
    }),
  );
}

/** Replaces the stations as a whole, as an import leaves them; where somebody changed one meanwhile, nothing. */
export async function publishStations(
  context: ScopedContext,
  {
    records,
    imported,
    changed,
    note,
    beside,
  }: {
    records: readonly { id: string }[];
    /** Those of the list, of which some may be new. */
    imported: readonly { id: string }[];
    changed: number;
    note: string;
    beside: Beside;
  },
): Promise<number | null> {
  const owners = ownerStatements(context, { collection: 'stations', records: imported });
  const expected = context.tools.content.collection('stations')?.revision ?? 0;
  const plan = () => [{ collection: 'stations' as const, records, changed, expected }];
  const { done, version } = publicationAnswer(
    await publish(publisher(context), {
      plan,
      ...publishedFor(context),
      note,
      beside: (version) => {
        const { statements, audit = [] } = beside(version);
        return { statements: [...statements, ...owners], audit };
      },
    }),
  );
  if (!done) throw new ApiProblem('invalid');
  return version;
}
