/** Filters of the list of sessions that a member of staff keeps under names of her own. */
import type { SessionFiltersWire } from '@yugong/domain/session/staff-wire';
import { newId } from '../../crypto/ids';
import { ApiProblem } from '../../kernel/problem';
import { statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { staffIdempotentWrite, type StaffRequest } from './idempotent-write';
import { storeOf } from './scoped';

const MAX_FILTERS = 20;

export async function sessionFilters({ scoped }: ScopedContext): Promise<SessionFiltersWire> {
  const rows = await storeOf(scoped)
    .read.selectFrom('staff_session_filters')
    .select(['id', 'name', 'query'])
    .where('staff_id', '=', scoped.staffId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return { filters: rows };
}

/** @throws `invalid` where there are twenty already */
export async function keepSessionFilter(
  staffRequest: StaffRequest,
  { name, query }: { name: string; query: string },
): Promise<SessionFiltersWire> {
  const { scoped, tools } = staffRequest;
  const { read } = storeOf(scoped);
  const { filters } = await sessionFilters(staffRequest);
  if (filters.filter((one) => one.name !== name).length >= MAX_FILTERS)
    throw new ApiProblem('invalid', [{ pointer: '/name', code: 'too-many' }]);
  const row = { id: newId(tools.now()), staff_id: scoped.staffId, name, query, created_at: tools.now() };
  await staffIdempotentWrite(staffRequest, { name, query }, () => ({
    statements: [
      statement(
        read.deleteFrom('staff_session_filters').where('staff_id', '=', scoped.staffId).where('name', '=', name),
      ),
      statement(read.insertInto('staff_session_filters').values(row), 1),
    ],
    // What one looks at is nobody's business but one's own.
    audit: [],
    answer: { status: 200, body: {} },
  }));
  return sessionFilters(staffRequest);
}

/** @throws `not-found` where it isn't one's own */
export async function dropSessionFilter({ scoped }: ScopedContext, id: string): Promise<void> {
  const remove = storeOf(scoped)
    .read.deleteFrom('staff_session_filters')
    .where('id', '=', id)
    .where('staff_id', '=', scoped.staffId);
  const written = await scoped.write([statement(remove, 1)]);
  if (!written.done) throw new ApiProblem('not-found');
}
