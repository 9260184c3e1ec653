/** What staff do for somebody: sign up by hand, move, cancel, say who came. All through the engine. */
import { currentConsent, type Purpose } from '@yugong/domain/consent';
import type { Attend, Outcome } from '@yugong/domain/registration';
import type { Person } from '@yugong/domain/registration/wire';
import type { AddWire, StatusWire } from '@yugong/domain/roster/wire';
import { granted } from '../../services/outcomes';
import { ApiProblem } from '../../kernel/problem';
import { newId } from '../../crypto/ids';
import { activeKey, checkConsents, checkPerson, limitKey, readPerson, sealPerson } from '../../services/registrations';
import type { RegistrationRow } from '../../kernel/schema';
import { accountFor, ownerOf } from '../data/accounts';
import { staffFingerprint, staffKey, type AskedOnce } from '../data/idempotent-write';

/** Staff don't read the row's session twice: where it was moved meanwhile, the engine says so and it is looked at again. */
async function about(
  asked: AskedOnce,
  id: string,
  make: (row: RegistrationRow) => Promise<Parameters<AskedOnce['scoped']['submit']>[0]>,
): Promise<StatusWire> {
  for (let tries = 1; ; tries += 1) {
    const row = await asked.scoped.registration(id);
    const outcome = await asked.scoped.submit(await make(row));
    if (outcome.result !== 'refused' || outcome.refusal !== 'stale' || tries === 4) return statusOf(outcome);
  }
}

function statusOf(outcome: Outcome): StatusWire {
  const done = granted(outcome);
  if (!('status' in done)) throw new ApiProblem('internal');
  return { registrationId: done.registrationId, sessionId: done.sessionId, status: done.status };
}

const by = (asked: AskedOnce, row: RegistrationRow, body: unknown) => ({
  key: staffKey(asked),
  fingerprint: staffFingerprint(asked, body),
  registrationId: row.id,
  sessionId: row.session_id,
  accountId: row.account_id,
  by: 'staff' as const,
  staff: asked.scoped.staffId,
});

export const attendTo = (asked: AskedOnce, id: string, to: Attend['to']): Promise<StatusWire> =>
  about(asked, id, (row) => Promise.resolve({ type: 'attend', ...by(asked, row, { to }), to }));

export const cancelFor = (asked: AskedOnce, id: string): Promise<StatusWire> =>
  about(asked, id, (row) => Promise.resolve({ type: 'cancel', ...by(asked, row, null) }));

export const moveFor = (asked: AskedOnce, id: string, toSessionId: string): Promise<StatusWire> =>
  about(asked, id, async (row) => {
    const owner = await ownerOf(asked, row);
    const person = owner ? readPerson(owner, row, asked.request.log).person : null;
    if (!person) throw new ApiProblem('not-active');
    const toActiveKey = keyIn(asked, toSessionId, person, row.id);
    return { type: 'move', ...by(asked, row, { sessionId: toSessionId }), toSessionId, toActiveKey };
  });

/** Without any number nobody can be told from a namesake: each such sign-up is a person of its own. */
const personOf = (person: Person, registrationId: string): Person =>
  person.phone === '' && person.residentId === undefined ? { ...person, phone: `hand:${registrationId}` } : person;

const keyIn = ({ tools }: AskedOnce, sessionId: string, person: Person, registrationId: string): string =>
  activeKey(tools, sessionId, personOf(person, registrationId));

/** Everybody who was expected and didn't come, once it has begun. */
export async function markNoShows(asked: AskedOnce, sessionId: string): Promise<number> {
  const { scoped, tools } = asked;
  const session = await scoped.session(sessionId);
  if (session.starts_at > tools.now()) throw new ApiProblem('not-started');
  const rows = await scoped
    .registrations()
    .selectAll()
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', '=', 'booked')
    .execute();
  const outcomes = await Promise.all(
    rows.map((row) => scoped.submit({ type: 'attend', ...by(asked, row, null), key: null, to: 'noshow' })),
  );
  return outcomes.filter(({ result }) => result === 'attended').length;
}

interface Added {
  person: { name: string; phone?: string | undefined; residentId?: string | undefined };
}

/** Somebody who stands at the counter, with an account of their own whose key can be destroyed like any other. */
export async function addByHand(asked: AskedOnce, sessionId: string, { person: given }: Added): Promise<AddWire> {
  const { scoped, tools } = asked;
  const session = await scoped.session(sessionId);
  const programme = await scoped.programme(session.programme_id);
  const person: Person = {
    name: given.name,
    phone: given.phone ?? '',
    ...(given.residentId ? { residentId: given.residentId } : {}),
  };
  checkPerson({ session, programme }, { person, consents: [] });
  const now = tools.now();
  const needed = JSON.parse(programme.consents) as Purpose[];
  if (needed.includes('team')) throw new ApiProblem('invalid', [{ pointer: '/person', code: 'required' }]);
  const consents = checkConsents(
    needed,
    needed.map((purpose) => ({ purpose, version: currentConsent(purpose).version })),
    now,
  );
  const key = staffKey(asked);
  // Made from the key, so that a retry is about the same person and not another account.
  const account = await accountFor(asked, key);
  const registrationId = newId(now);
  const outcome = granted(
    await scoped.submit(
      {
        type: 'register',
        key,
        fingerprint: staffFingerprint(asked, { given }),
        registrationId,
        sessionId,
        accountId: account.id,
        activeKey: keyIn(asked, sessionId, person, account.id),
        limitKey: limitKey(tools, programme.id, personOf(person, account.id)),
        by: 'staff',
        staff: scoped.staffId,
      },
      { sealed: sealPerson(account, registrationId, person), consents },
    ),
  );
  if (outcome.result === 'exists') return { registrationId: null, result: 'exists' };
  if (!('registrationId' in outcome)) throw new ApiProblem('internal');
  return { registrationId: outcome.registrationId, result: outcome.result === 'waitlist' ? 'waitlist' : 'booked' };
}
