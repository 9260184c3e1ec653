/**
 * Wrong sign-ins are counted by name and by where they come from, and answered with a wait that grows. Whoever guesses
 * from elsewhere slows only themselves down: nobody outside can keep the owner of a name out.
 */
import { DAY, HOUR, MINUTE } from '@yugong/domain/time';
import { lookupKey } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import { statement, type Statement } from '../../kernel/store';
import { ApiProblem } from '../../kernel/problem';

/** Tries that a source has before it must wait. */
export const FREE_TRIES = 8;
/** The same for a source nobody knows, while a name is being guessed from many sources at once. */
export const FREE_TRIES_UNDER_ATTACK = 2;
/** Tries at a name within an hour, from wherever, from which on it is taken to be under attack. */
export const ATTACK = 100;
/** How long a source waits after its last try, one step longer each time. */
export const WAITS = [1, 2, 4, 8, 15].map((minutes) => minutes * MINUTE);
/** A source that has been quiet for so long begins anew. */
export const FORGOTTEN = DAY;

type Asked = Pick<Service, 'store' | 'secrets' | 'now'>;

/** Where a try comes from. */
export type TrySource =
  /** A browser that the owner of the name has signed in with before (trySourceOf). */
  | { kind: 'device'; id: string }
  /** Somebody signed in already, who proves anew who they are. */
  | { kind: 'sign-in'; id: string }
  /** Anybody else, by network. */
  | { kind: 'network'; id: string };

const nameKey = ({ secrets }: Asked, username: string): string => lookupKey(secrets.blind, 'staff-try-name', username);

const sourceKey = ({ secrets }: Asked, username: string, { kind, id }: TrySource): string =>
  lookupKey(secrets.blind, 'staff-try', username, kind, id);

/** The wait after so many tries, in milliseconds; 0 while tries are free. */
const waitAfter = (failed: number, free: number): number =>
  failed < free ? 0 : (WAITS[Math.min(failed - free, WAITS.length - 1)] ?? 0);

/** Is this name guessed from so many sources that a new one gets fewer tries? */
async function isUnderAttack({ store, secrets }: Asked, username: string, source: TrySource): Promise<boolean> {
  if (source.kind !== 'network') return false;
  const bucket = lookupKey(secrets.blind, 'staff-try-anywhere', username);
  return (await store.hit({ bucket, window: HOUR })) > ATTACK;
}

/**
 * Takes one of the tries before it is looked at, whether anybody has the name or not; of many at once none is more.
 *
 * @throws `staff-locked` with the seconds to wait
 */
export async function takeTry(service: Asked, username: string, source: TrySource): Promise<void> {
  const { store } = service;
  const at = service.now();
  const free = (await isUnderAttack(service, username, source)) ? FREE_TRIES_UNDER_ATTACK : FREE_TRIES;
  const id = sourceKey(service, username, source);
  const insert = store.read
    .insertInto('staff_tries')
    .values({ id, failed: 1, since: at, name_key: nameKey(service, username) })
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet(({ ref, eb }) => ({
          failed: eb
            .case()
            .when('staff_tries.since', '<=', at - FORGOTTEN)
            .then(1)
            .else(eb(ref('staff_tries.failed'), '+', 1))
            .end(),
          since: at,
        }))
        .where(({ or, and, eb }) =>
          or([
            eb('staff_tries.failed', '<', free),
            ...WAITS.map((wait, step) =>
              and([
                eb('staff_tries.since', '<=', at - wait),
                // After the last step the wait stays as it is.
                ...(step < WAITS.length - 1 ? [eb('staff_tries.failed', '<=', free + step)] : []),
              ]),
            ),
          ]),
        ),
    );
  const written = await store.write([statement(insert, 1)]);
  if (written.done) return;
  const row = await store.read.selectFrom('staff_tries').selectAll().where('id', '=', id).executeTakeFirst();
  const until = row ? row.since + waitAfter(row.failed, free) : at;
  throw new ApiProblem('staff-locked', [], Math.max(1, Math.ceil((until - at) / 1000)));
}

/** Whoever came in has all tries again where they came from. */
export const forgetTries = (service: Asked, username: string, source: TrySource): Statement =>
  statement(service.store.read.deleteFrom('staff_tries').where('id', '=', sourceKey(service, username, source)));

/** Lifts every wait of a name, wherever the tries came from. */
export const liftWaits = (service: Asked, username: string): Statement =>
  statement(service.store.read.deleteFrom('staff_tries').where('name_key', '=', nameKey(service, username)));

/**
 * Until when some source has to wait, by name; a name is missing where none has to.
 *
 * @returns milliseconds since the epoch
 */
export async function waitsOf(service: Asked, usernames: readonly string[]): Promise<Map<string, number>> {
  const names = new Map(usernames.map((username) => [nameKey(service, username), username]));
  const rows = await service.store.read
    .selectFrom('staff_tries')
    .select(['name_key', 'failed', 'since'])
    .where('name_key', 'in', [...names.keys(), ''])
    .where('failed', '>=', FREE_TRIES)
    .execute();
  const untils = new Map<string, number>();
  for (const { name_key, failed, since } of rows) {
    const username = names.get(name_key ?? '');
    const until = Number(since) + waitAfter(failed, FREE_TRIES);
    if (username !== undefined && until > service.now())
      untils.set(username, Math.max(until, untils.get(username) ?? 0));
  }
  return untils;
}
