/** Who is locked out, and when somebody was last there. */
import { isoAt } from '@yugong/domain/time';
import type { Desk } from '../desk';
import type { Member } from '../identity/member';
import { lockedUntil } from '../identity/tries';
import { storeOf } from './scoped';

export interface Locks {
  lockedUntil(member: Member): string | null;
  lastSeenAt(member: Member): string | null;
}

export async function locksOf({ scoped, tools }: Desk, members: readonly Member[]): Promise<Locks> {
  const store = storeOf(scoped);
  const ids = members.map(({ id }) => id);
  const seen = await store.read
    .selectFrom('staff_sign_ins')
    .select(({ fn }) => ['staff_id', fn.max<number>('seen_at').as('seen')])
    .where('staff_id', 'in', ids.length > 0 ? ids : [''])
    .groupBy('staff_id')
    .execute();
  const last = new Map(seen.map((one) => [one.staff_id, Number(one.seen)]));
  const asked = { store, secrets: tools.secrets, now: tools.now };
  const untils = await Promise.all(
    members.map(async ({ id, username }) => [id, await lockedUntil(asked, username)] as const),
  );
  const locks = new Map(untils);
  const told = (ms: number | null | undefined): string | null => (ms === null || ms === undefined ? null : isoAt(ms));
  return {
    lockedUntil: ({ id }) => told(locks.get(id)),
    lastSeenAt: ({ id }) => told(last.get(id)),
  };
}
