/** The thread that compares two revisions of a collection: of stations each is a megabyte of JSON. */
import { answerRequests } from '../kernel/thread';
import { recordVersion } from './edition';
import type { ChangedRecord, RevisionTexts } from './revision-changes';

function changedRecords({ before, after }: RevisionTexts): ChangedRecord[] {
  const [was, made] = [before, after].map((text) => {
    const records: NonNullable<ChangedRecord['before']>[] = JSON.parse(text);
    return new Map(records.map((record) => [record.id, record]));
  });
  if (!was || !made) return [];
  return [...new Set([...was.keys(), ...made.keys()])].flatMap((id): ChangedRecord[] => {
    const [old = null, next = null] = [was.get(id), made.get(id)];
    return recordVersion(old) === recordVersion(next) ? [] : [{ id, before: old, after: next }];
  });
}

answerRequests(changedRecords);
