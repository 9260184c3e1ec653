/**
 * What taking back an old publication changes now. What nobody touched since goes back as it was; of what was changed
 * since, the fields that still are as the publication made them go back, and about the others somebody has to decide.
 */
import { recordVersion } from './edition';
import type { ChangedRecord, KnownRecord as Known } from './revision-changes';

/** Of a record that was changed since: keep it as it is now, or put back what was before the publication. */
export type UndoDecision = 'keep' | 'revert';

/** A record that taking the publication back changes. */
export interface UndoneRecord {
  id: string;
  /** As it is served; null where it isn't. */
  now: Known | null;
  /** As it would be, where every open question is answered with `keep` or as decided; null: not there. */
  then: Known | null;
  /** Fields that were changed since, and by somebody else; `*` is the record as a whole. */
  conflicts: string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What taking back its publication does to one record.
 *
 * @param now as it is served; undefined where it isn't
 * @returns null where nothing would change
 */
export function undoneRecord(
  { id, before, after }: ChangedRecord,
  now: Known | undefined,
  decision: UndoDecision | undefined,
): UndoneRecord | null {
  const [wasVersion, madeVersion, nowVersion] = [before, after, now].map((one) => recordVersion(one));
  if (nowVersion === wasVersion) return null;
  if (nowVersion === madeVersion) return { id, now: now ?? null, then: before, conflicts: [] };
  if (!before || !after || !now) {
    const then = decision === 'revert' ? before : now;
    return { id, now: now ?? null, then: then ?? null, conflicts: ['*'] };
  }
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !same(before[field], after[field]) && !same(now[field], before[field]),
  );
  const conflicts = fields.filter((field) => !same(now[field], after[field]));
  const reverted = new Set(decision === 'revert' ? fields : fields.filter((field) => !conflicts.includes(field)));
  if (reverted.size === 0 && conflicts.length === 0) return null;
  const kept = Object.entries(now).map(([field, value]) => [field, reverted.has(field) ? before[field] : value]);
  const back = [...reverted].filter((field) => !(field in now)).map((field) => [field, before[field]]);
  const entries = [...kept, ...back].filter(([, value]) => value !== undefined);
  return { id, now, then: { ...Object.fromEntries(entries), id: now.id }, conflicts };
}

/** Puts a record back behind the one that it stood behind. */
function insertLike(list: Known[], record: Known, before: readonly Known[]): void {
  const place = before.findIndex(({ id }) => id === record.id);
  const known = new Map(list.map(({ id }, at) => [id, at]));
  for (let at = place - 1; at >= 0; at -= 1) {
    const neighbour = known.get(before[at]?.id ?? '');
    if (neighbour === undefined) continue;
    list.splice(neighbour + 1, 0, record);
    return;
  }
  list.unshift(record);
}

/**
 * What taking back one collection's part of a publication does to its records as they are now.
 *
 * @param before the records ahead of the publication
 * @param after as it made them
 * @param now as they are served
 * @param decisions by id, about what was changed since
 */
export function undoneRecords(
  { before, after, now }: { before: readonly Known[]; after: readonly Known[]; now: readonly Known[] },
  decisions: Readonly<Record<string, UndoDecision>> = {},
): { records: Known[]; touched: UndoneRecord[] } {
  const byId = (list: readonly Known[]) => new Map(list.map((record) => [record.id, record]));
  const [was, made, is] = [byId(before), byId(after), byId(now)];
  const touched = [...new Set([...was.keys(), ...made.keys()])].flatMap((id): UndoneRecord[] => {
    if (recordVersion(was.get(id)) === recordVersion(made.get(id))) return [];
    const changed = { id, before: was.get(id) ?? null, after: made.get(id) ?? null };
    const found = undoneRecord(changed, is.get(id), decisions[id]);
    return found ? [found] : [];
  });
  // Nothing came after it: all of it as it was, in its order.
  if (same(after, now)) return { records: [...before], touched };
  const changed = new Map(touched.map((one) => [one.id, one.then]));
  const records = now.flatMap((record): Known[] => {
    const then = changed.get(record.id);
    return then === undefined ? [record] : then === null ? [] : [then];
  });
  for (const { id, then } of touched) if (then && !is.has(id)) insertLike(records, then, before);
  return { records, touched };
}
