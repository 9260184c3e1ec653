/** What districts have left of a programme's places, for telling it; the engine reads its own under the lock. */
import { quotaKey, quotaLeft, quotaOf } from '@yugong/domain/registration';
import type { Service } from '../context';
import { quotasIn } from '../storage/rows';
import type { SessionRow } from '../storage/schema';

/** @returns of a session, how many of its district's places are left; infinite where nothing binds */
export async function quotasLeft({ store }: Pick<Service, 'store'>): Promise<(row: SessionRow) => number> {
  const programmes = await store.read
    .selectFrom('programmes')
    .select(['id', 'rules'])
    .where('rules', 'like', '%"quotas":[%')
    .execute();
  if (programmes.length === 0) return () => Infinity;
  const rules = new Map(programmes.map((one) => [one.id, quotasIn(one.rules as string)]));
  const sums = await store.read
    .selectFrom('sessions')
    .select(({ fn }) => ['programme_id', 'adcode', fn.sum<number>('held').as('held')])
    .where('programme_id', 'in', [...rules.keys()])
    .groupBy(['programme_id', 'adcode'])
    .execute();
  const quotas = new Map(sums.map((one) => [quotaKey(one.programme_id, one.adcode), Number(one.held)]));
  return ({ programme_id, adcode }) =>
    quotaLeft({ quotas }, { quota: quotaOf(programme_id, adcode, rules.get(programme_id) ?? null) });
}
