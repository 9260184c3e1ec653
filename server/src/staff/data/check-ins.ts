/** When and by which phone somebody came in. The first word stands. */
import type { CheckInRow } from '../../kernel/schema';
import { statement, type AuditEntry } from '../../kernel/store';
import { storeOf, type Scoped } from './scoped';

/**
 * @param rows of registrations that {@link Scoped} found and the engine let in
 * @param audit of those for whom a person said when it was
 */
export async function saveCheckIns(scoped: Scoped, rows: readonly CheckInRow[], audit: AuditEntry[]): Promise<void> {
  if (rows.length === 0) return;
  const { read } = storeOf(scoped);
  // A phone that missed its answer sends a check-in again, perhaps after it was taken back: then it is history.
  const ids = rows.map(({ registration_id }) => registration_id);
  const there = await scoped
    .registrations()
    .select('registrations.id')
    .where('registrations.id', 'in', ids)
    .where('registrations.status', '=', 'checked-in')
    .execute();
  const standing = new Set(there.map(({ id }) => id));
  const insert = (row: CheckInRow) =>
    read
      .insertInto('check_ins')
      .values(row)
      .onConflict((c) => c.doNothing());
  const stillCheckedIn = rows.filter((row) => standing.has(row.registration_id));
  if (stillCheckedIn.length > 0)
    await scoped.write(
      stillCheckedIn.map((row) => statement(insert(row))),
      audit,
    );
}

/** Taken back: as if they hadn't come yet. */
export const removeCheckIn = (scoped: Scoped, registrationId: string) =>
  statement(storeOf(scoped).read.deleteFrom('check_ins').where('registration_id', '=', registrationId));
