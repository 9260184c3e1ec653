/** Lockout: so many tries a name within a time, counted before they are looked at, whether anybody has the name or not. */
import { MINUTE } from '@yugong/domain/time';
import { lookupKey } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import { statement, type Statement } from '../../kernel/store';
import { ApiProblem } from '../../kernel/problem';

export const TRIES = 8;
export const LOCKOUT = 15 * MINUTE;

type Asked = Pick<Service, 'store' | 'secrets' | 'now'>;

const idOf = ({ secrets }: Asked, username: string): string => lookupKey(secrets.blind, 'staff-try', username);

/** Takes one of the tries, all or none at a time, so that many at once are not more. @throws `staff-locked` */
export async function takeTry(service: Asked, username: string): Promise<void> {
  const { store } = service;
  const at = service.now();
  const fresh = at - LOCKOUT;
  const insert = store.read
    .insertInto('staff_tries')
    .values({ id: idOf(service, username), failed: 1, since: at })
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet(({ ref, eb }) => ({
          failed: eb
            .case()
            .when('staff_tries.since', '<=', fresh)
            .then(1)
            .else(eb(ref('staff_tries.failed'), '+', 1))
            .end(),
          since: eb.case().when('staff_tries.since', '<=', fresh).then(at).else(ref('staff_tries.since')).end(),
        }))
        .where(({ or, eb }) => or([eb('staff_tries.failed', '<', TRIES), eb('staff_tries.since', '<=', fresh)])),
    );
  const written = await store.write([statement(insert, 1)]);
  if (!written.done) throw new ApiProblem('staff-locked', [], LOCKOUT / 1000);
}

/** Whoever came in has all tries again. */
export const forgetTries = (service: Asked, username: string): Statement =>
  statement(service.store.read.deleteFrom('staff_tries').where('id', '=', idOf(service, username)));

/** Until when a name is locked; null where it isn't. */
export async function lockedUntil(service: Asked, username: string): Promise<number | null> {
  const row = await service.store.read
    .selectFrom('staff_tries')
    .selectAll()
    .where('id', '=', idOf(service, username))
    .executeTakeFirst();
  if (!row || row.failed < TRIES || row.since + LOCKOUT <= service.now()) return null;
  return row.since + LOCKOUT;
}
