/** Unions that share a service. */
import type { OrganisationWire } from '@yugong/domain/staff-account/wire';
import { ApiProblem } from '../../api/problem';
import { statement } from '../../storage/store';
import { storeOf, type Scoped } from './scoped';

export async function organisationsOf(scoped: Scoped): Promise<OrganisationWire[]> {
  const { organisation } = scoped.scope;
  const rows = storeOf(scoped).read.selectFrom('organisations').select(['id', 'title']).orderBy('id');
  return (organisation === null ? rows : rows.where('id', '=', organisation)).execute();
}

/** @throws `scope-too-wide`, `taken` */
export async function createOrganisation(scoped: Scoped, one: OrganisationWire, now: number): Promise<void> {
  if (scoped.scope.organisation !== null) throw new ApiProblem('scope-too-wide');
  const insert = storeOf(scoped)
    .read.insertInto('organisations')
    .values({ ...one, created_at: now })
    .onConflict((c) => c.doNothing());
  const written = await scoped.write([statement(insert, 1)], [scoped.entry('organisation.created', one.id)]);
  if (!written.done) throw new ApiProblem('taken', [{ pointer: '/id', code: 'taken' }]);
}
