/** What happened to a registration, read from the audit: it is written there with every change, in the same transaction. */
import { changeKinds, type RegistrationChange } from '@yugong/domain/registration/history';
import { isoAt } from '@yugong/domain/time';
import type { Service } from '../context';

const ABOUT = 'registration.';

/** Who did it, as far as it is the person's business: which of the staff is not. */
const byWhom = (actor: string): RegistrationChange['by'] =>
  actor.startsWith('account:') ? 'me' : actor.startsWith('staff:') ? 'union' : 'service';

/** @returns the oldest first */
export async function historyOf({ store }: Service, registrationId: string): Promise<RegistrationChange[]> {
  const rows = await store.read
    .selectFrom('audit')
    .select(['at', 'actor', 'action', 'detail'])
    .where('subject', '=', registrationId)
    .where(
      'action',
      'in',
      changeKinds.map((what) => ABOUT + what),
    )
    .orderBy('at')
    .orderBy('chain')
    .orderBy('seq')
    .limit(200)
    .execute();
  return rows.map(({ at, actor, action, detail }) => {
    const { status } = JSON.parse(detail) as Pick<RegistrationChange, 'status'>;
    const what = action.slice(ABOUT.length) as RegistrationChange['what'];
    return { at: isoAt(at), what, by: byWhom(actor), status };
  });
}
