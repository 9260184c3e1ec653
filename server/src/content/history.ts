/** The history of one record, read from the revisions of its collection: nothing published is ever changed or lost. */
import type { CollectionName } from '@yugong/content/schema';
import { recordVersion } from './edition';
import type { Publisher } from './publication';
import { recordsAt } from './publish';
import { publishedHistory } from './published';

/** A record as it was from one revision on. */
export interface RecordRevision {
  /** 0 is what the repository ships. */
  revision: number;
  /** When, in milliseconds since the epoch, and by whom; null for what the repository ships. */
  at: number | null;
  by: string | null;
  note: string | null;
  /** Null: it was taken down. */
  record: ({ id: string } & Record<string, unknown>) | null;
}

/** Revisions that are looked through: years of a union's publications. */
const MAX_REVISIONS = 400;

/** A record as a revision of its collection has it; null where that hasn't it, or isn't there. */
export async function recordIn(
  publisher: Publisher,
  { collection, id, revision }: { collection: CollectionName; id: string; revision: number },
): Promise<RecordRevision['record']> {
  const records: readonly { id: string }[] = (await recordsAt(publisher, collection, revision)) ?? [];
  const found = records.find((record) => record.id === id);
  return found ? { ...found } : null;
}

/**
 * Every version that a record had, newest first. One revision at a time, so that no other request waits for more than
 * one of them.
 */
export async function recordHistory(
  publisher: Publisher,
  collection: CollectionName,
  id: string,
): Promise<RecordRevision[]> {
  const revisions = (await publishedHistory(publisher.store.read, collection)).slice(0, MAX_REVISIONS).reverse();
  const [oldest] = revisions;
  const start = oldest ? oldest.revision - 1 : 0;
  const first = await recordIn(publisher, { collection, id, revision: start });
  const found: RecordRevision[] = first ? [{ revision: start, at: null, by: null, note: null, record: first }] : [];
  let version = recordVersion(first);
  for (const { revision, at, by_whom, note } of revisions) {
    const record = await recordIn(publisher, { collection, id, revision });
    const next = recordVersion(record);
    if (next === version) continue;
    version = next;
    found.push({ revision, at, by: by_whom, note, record });
  }
  return found.reverse();
}
