/** What staff publish goes through the content feed: checked whole, versioned, undone by publishing again. */
import type { CollectionName, Dataset } from '../../../../src/content/schema';
import { ApiProblem } from '../../api/problem';
import { publishChanges, publishCollection, publishedHistory, republish, type PublishOutcome } from '../../content';
import type { Desk } from '../desk';
import { storeOf } from './scoped';

type Publishing = Pick<Desk, 'scoped' | 'tools'>;

const publisher = ({ scoped, tools }: Publishing) => ({
  store: storeOf(scoped),
  content: tools.content,
  now: tools.now,
});

/** @throws where it isn't published: it was checked before, so somebody was quicker */
export async function publishStations(desk: Publishing, records: Dataset['stations'], note: string): Promise<void> {
  const outcome = await publishCollection(publisher(desk), { collection: 'stations', records, by: desk.scoped.staffId, note });
  if (!outcome.done && outcome.code !== 'same') throw new ApiProblem(outcome.code === 'too-large' ? 'too-large' : 'stale');
} // prettier-ignore

export const putRecords = (desk: Publishing, collection: CollectionName, put: readonly { id: string }[], note: string): Promise<PublishOutcome> =>
  publishChanges(publisher(desk), { collection, put, remove: [], by: desk.scoped.staffId, note }); // prettier-ignore

export const historyOf = ({ scoped }: Publishing, collection: CollectionName) =>
  publishedHistory(storeOf(scoped).read, collection);

export const undoTo = (desk: Publishing, collection: CollectionName, revision: number): Promise<PublishOutcome> =>
  republish(publisher(desk), { collection, revision, by: desk.scoped.staffId, note: null });
