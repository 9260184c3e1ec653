/** A session that doesn't take place: everybody in it is cancelled and gets a notice of it, a hundred at a time. */
import { returnHeld } from '../data/held';
import { cancellationsSince } from '../data/notices';
import type { JobContext, FinishedJob, ReportProgress } from './types';

const AT_ONCE = 100;

/**
 * Begins with what makes it final, so that nobody comes in while it runs; then it does whoever is left. How many there
 * were is noted before the first is done, so a run after a dead one says the whole truth, and not only its own part.
 */
export async function cancelSession(
  { scoped, tools, job }: JobContext,
  { sessionId }: { sessionId: string },
  progress: ReportProgress,
): Promise<FinishedJob> {
  const staff = scoped.staffId;
  await scoped.submit({ type: 'call-off', key: null, fingerprint: '', sessionId, staff });
  await returnHeld({ scoped, tools }, sessionId);
  const left = scoped
    .registrations()
    .select(['registrations.id', 'registrations.account_id'])
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', 'in', ['booked', 'waitlist'])
    .orderBy('registrations.place');
  let total = job.total;
  for (;;) {
    const rows = await left.execute();
    total ??= rows.length;
    await progress(total - rows.length, total);
    if (rows.length === 0)
      return { result: { cancelled: await cancellationsSince(scoped, sessionId, job.askedAt), total } };
    await Promise.all(
      rows.slice(0, AT_ONCE).map(({ id, account_id }) =>
        scoped.submit({
          type: 'cancel',
          key: null,
          fingerprint: '',
          registrationId: id,
          sessionId,
          accountId: account_id,
          by: 'staff',
          staff,
        }),
      ),
    );
  }
}
