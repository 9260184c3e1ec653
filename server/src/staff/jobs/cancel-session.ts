/** A session that doesn't take place: everybody in it is cancelled and told, a hundred at a time. */
import type { JobDesk, Finished, Progress } from './types';

const AT_ONCE = 100;

/** Begins with what makes it final, so that nobody comes in while it runs; then it does whoever is left. */
export async function cancelSession({ scoped }: JobDesk, { sessionId }: { sessionId: string }, progress: Progress): Promise<Finished> {
  const staff = scoped.staffId;
  await scoped.submit({ type: 'call-off', key: null, fingerprint: '', sessionId, staff });
  const left = () =>
    scoped
      .registrations()
      .select(['registrations.id', 'registrations.account_id'])
      .where('registrations.session_id', '=', sessionId)
      .where('registrations.status', 'in', ['booked', 'waitlist']);
  const gone = async () => {
    const rows = scoped.registrations().select(({ fn }) => fn.countAll<number>().as('count'));
    const { count } = await rows.where('registrations.session_id', '=', sessionId).where('registrations.status', '=', 'cancelled').executeTakeFirstOrThrow();
    return Number(count);
  };
  const before = await gone();
  let total: number | null = null;
  for (let told = 0; ; ) {
    const rows = await left().orderBy('registrations.place').execute();
    total ??= rows.length;
    await progress(told, total);
    if (rows.length === 0) return { result: { told: (await gone()) - before, total } };
    const some = rows.slice(0, AT_ONCE);
    await Promise.all(
      some.map(({ id, account_id }) =>
        scoped.submit({ type: 'cancel', key: null, fingerprint: '', registrationId: id, sessionId, accountId: account_id, by: 'staff', staff }),
      ),
    );
    told += some.length;
  }
} // prettier-ignore
