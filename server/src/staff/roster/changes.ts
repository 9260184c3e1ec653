/** What staff do for somebody: sign up by hand, move, cancel, say who came. All through the engine. */
import { currentConsent, type Purpose } from '@yugong/domain/consent';
import type { Attend, Outcome } from '@yugong/domain/registration';
import type { Person } from '@yugong/domain/person';
import type { AddRequest, AddWire, StatusWire } from '@yugong/domain/roster/wire';
import { throwIfRefused } from '../../services/outcomes';
import { ApiProblem } from '../../kernel/problem';
import { newId } from '../../crypto/ids';
import {
  activeKey,
  checkConsents,
  checkPerson,
  limitKey,
  phoneKey,
  readPerson,
  sealPerson,
} from '../../services/registrations';
import type { RegistrationRow } from '../../kernel/schema';
import { accountForWalkIn, accountOfOwner } from '../data/accounts';
import { staffFingerprint, staffKey, type StaffRequest } from '../data/idempotent-write';

/** Staff don't read the row's session twice: where it was moved meanwhile, the engine says so and it is looked at again. */
async function about(
  staffRequest: StaffRequest,
  id: string,
  make: (row: RegistrationRow) => Promise<Parameters<StaffRequest['scoped']['submit']>[0]>,
): Promise<StatusWire> {
  for (let tries = 1; ; tries += 1) {
    const row = await staffRequest.scoped.registration(id);
    const outcome = await staffRequest.scoped.submit(await make(row));
    if (outcome.result !== 'refused' || outcome.refusal !== 'stale' || tries === 4) return statusOf(outcome);
  }
}

function statusOf(outcome: Outcome): StatusWire {
  const done = throwIfRefused(outcome);
  if (!('status' in done)) throw new ApiProblem('internal');
  return { registrationId: done.registrationId, sessionId: done.sessionId, status: done.status };
}

const by = (staffRequest: StaffRequest, row: RegistrationRow, body: unknown) => ({
  key: staffKey(staffRequest),
  fingerprint: staffFingerprint(staffRequest, body),
  registrationId: row.id,
  sessionId: row.session_id,
  accountId: row.account_id,
  by: 'staff' as const,
  staff: staffRequest.scoped.staffId,
});

export const attendTo = (staffRequest: StaffRequest, id: string, to: Attend['to']): Promise<StatusWire> =>
  about(staffRequest, id, (row) => Promise.resolve({ type: 'attend', ...by(staffRequest, row, { to }), to }));

export const cancelFor = (staffRequest: StaffRequest, id: string): Promise<StatusWire> =>
  about(staffRequest, id, (row) => Promise.resolve({ type: 'cancel', ...by(staffRequest, row, null) }));

export const moveFor = (staffRequest: StaffRequest, id: string, toSessionId: string): Promise<StatusWire> =>
  about(staffRequest, id, async (row) => {
    const owner = await accountOfOwner(staffRequest, row);
    const person = owner ? readPerson(owner, row, staffRequest.request.log).person : null;
    if (!person) throw new ApiProblem('not-active');
    const toActiveKey = keyIn(staffRequest, toSessionId, person, row.id);
    return { type: 'move', ...by(staffRequest, row, { sessionId: toSessionId }), toSessionId, toActiveKey };
  });

/** Without any number nobody can be told from a namesake: each such sign-up is a person of its own. */
const personOf = (person: Person, registrationId: string): Person =>
  person.phone === '' && person.residentId === undefined ? { ...person, phone: `hand:${registrationId}` } : person;

const keyIn = ({ tools }: StaffRequest, sessionId: string, person: Person, registrationId: string): string =>
  activeKey(tools, sessionId, personOf(person, registrationId));

/** Everybody who was expected and didn't come, once it has begun. */
export async function markNoShows(staffRequest: StaffRequest, sessionId: string): Promise<number> {
  const { scoped, tools } = staffRequest;
  const session = await scoped.session(sessionId);
  if (session.starts_at > tools.now()) throw new ApiProblem('not-started');
  const rows = await scoped
    .registrations()
    .selectAll()
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', '=', 'booked')
    .execute();
  const outcomes = await Promise.all(
    rows.map((row) => scoped.submit({ type: 'attend', ...by(staffRequest, row, null), key: null, to: 'noshow' })),
  );
  return outcomes.filter(({ result }) => result === 'attended').length;
}

/** Somebody who stands at the counter, with an account of their own whose key can be destroyed like any other. */
export async function addByHand(
  staffRequest: StaffRequest,
  sessionId: string,
  { person: given }: Pick<AddRequest, 'person'>,
): Promise<AddWire> {
  const { scoped, tools } = staffRequest;
  const session = await scoped.session(sessionId);
  const programme = await scoped.programme(session.programme_id);
  // Somebody at the counter may have no phone with them, or none at all.
  const person: Person = { ...given, phone: given.phone ?? '' };
  checkPerson({ session, programme }, { person, consents: [] });
  const now = tools.now();
  const needed = JSON.parse(programme.consents) as Purpose[];
  if (needed.includes('team')) throw new ApiProblem('invalid', [{ pointer: '/person', code: 'required' }]);
  const consents = checkConsents(
    needed,
    needed.map((purpose) => ({ purpose, version: currentConsent(purpose).version })),
    now,
  );
  const key = staffKey(staffRequest);
  // Made from the key, so that a retry is about the same person and not another account.
  const account = await accountForWalkIn(staffRequest, key);
  const registrationId = newId(now);
  const outcome = throwIfRefused(
    await scoped.submit(
      {
        type: 'register',
        key,
        fingerprint: staffFingerprint(staffRequest, { given }),
        registrationId,
        sessionId,
        accountId: account.id,
        activeKey: keyIn(staffRequest, sessionId, person, account.id),
        limitKey: limitKey(tools, programme.id, personOf(person, account.id)),
        phoneKey: phoneKey(tools, programme.id, person),
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
