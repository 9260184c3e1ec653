/** What staff do for somebody: sign up by hand, move, cancel, say who came. All through the engine. */
import { currentConsent } from '@yugong/domain/consent';
import { type Purpose } from '@yugong/domain/consent/wire';
import type { Outcome } from '@yugong/domain/registration';
import { isoAt } from '@yugong/domain/time';
import { hasOwnPhone } from '@yugong/domain/registration/family';
import type { Person } from '@yugong/domain/person';
import type {
  AddRequest,
  AddWire,
  AdmitRequest,
  AttendRequest,
  CheckedRequest,
  CorrectRequest,
  OfferRequest,
  StaffMoveRequest,
  StatusWire,
} from '@yugong/domain/roster/wire';
import { throwIfRefused } from '../../services/outcomes';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
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
import { flagsOf, personVersionOf } from './list';
import { accountForWalkIn, accountOfOwner } from '../data/accounts';
import { refuseStale, staffFingerprint, staffKey, type StaffRequest } from '../data/idempotent-write';

/** What whoever asks has seen of a registration, and what that is of a row now. */
interface SeenOfRow<Seen> {
  seen: Seen;
  now: (row: RegistrationRow) => Seen;
}

/**
 * Staff don't read the row's session twice: where it was moved meanwhile, the engine says so and it is looked at again.
 *
 * @throws `stale` where the row isn't as whoever asks has seen it, also when it is looked at again
 */
async function about<Seen extends string | null>(
  staffRequest: StaffRequest,
  id: string,
  of: SeenOfRow<Seen> | null,
  make: (row: RegistrationRow) => Promise<Parameters<StaffRequest['scoped']['submit']>[0]>,
): Promise<StatusWire> {
  for (let tries = 1; ; tries += 1) {
    const row = await staffRequest.scoped.registration(id);
    if (of && of.now(row) !== of.seen) await refuseStale(staffRequest, of.now(row));
    const command = await make(row);
    const outcome = await staffRequest.scoped.submit(command);
    if (outcome.result === 'refused' && outcome.refusal === 'already-registered' && command.type === 'correct')
      throw new ApiProblem('person-registered');
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

export const attendTo = (staffRequest: StaffRequest, id: string, { to, seen }: AttendRequest): Promise<StatusWire> =>
  about(staffRequest, id, { seen, now: ({ status }) => status }, async (row) => {
    // Nobody has missed what hasn't begun.
    if (to === 'noshow') await mustHaveBegun(staffRequest, row.session_id);
    return { type: 'attend', ...by(staffRequest, row, { to }), to };
  });

/** @throws `not-started` */
async function mustHaveBegun({ scoped, tools }: StaffRequest, sessionId: string): Promise<void> {
  if ((await scoped.session(sessionId)).starts_at > tools.now()) throw new ApiProblem('not-started');
}

/** @param onBehalf the person asked for it */
export const cancelFor = (staffRequest: StaffRequest, id: string, onBehalf: boolean): Promise<StatusWire> =>
  about(staffRequest, id, null, (row) =>
    Promise.resolve({ type: 'cancel', ...by(staffRequest, row, { onBehalf }), onBehalf }),
  );

/** Until when a seat is held, as an answer says it. */
const offerOf = (seen: string | null): SeenOfRow<string | null> => ({
  seen: seen === null ? null : isoAt(Date.parse(seen)),
  now: ({ offer_until }) => (offer_until === null ? null : isoAt(offer_until)),
});

/** Books or offers somebody on the waiting list a seat, out of turn. */
export const admitFor = (
  staffRequest: StaffRequest,
  id: string,
  { seen, ...body }: AdmitRequest,
): Promise<StatusWire> =>
  about(staffRequest, id, offerOf(seen), (row) =>
    Promise.resolve({ type: 'admit', ...by(staffRequest, row, body), ...body }),
  );

/** @throws `not-active` where no seat is offered */
export const answerOffer = (
  staffRequest: StaffRequest,
  id: string,
  { decision, seen }: OfferRequest,
): Promise<StatusWire> =>
  about(staffRequest, id, offerOf(seen), (row) => {
    const command = by(staffRequest, row, { decision });
    if (decision === 'wait' || decision === 'next')
      return Promise.resolve({ type: 'settle-offer', ...command, decision });
    // What was answered before is answered again by its key, whatever became of the offer since.
    return Promise.resolve(
      decision === 'accept'
        ? { type: 'admit', ...command, as: 'booked', addSeat: false }
        : { type: 'cancel', ...command, onBehalf: true },
    );
  });

/**
 * Corrects a misspelt name or number. The keys by which the person is found and told from others follow; the audit keeps
 * what was there before, sealed with the person's own key.
 *
 * @throws `person-registered` where the corrected person has a place in this session already
 */
export const correctFor = async (
  staffRequest: StaffRequest,
  id: string,
  { person: given, seen }: CorrectRequest,
): Promise<StatusWire> => {
  const { scoped, tools, request } = staffRequest;
  return about(staffRequest, id, { seen, now: personVersionOf }, async (row) => {
    const session = await scoped.session(row.session_id);
    const programme = await scoped.programme(row.programme_id);
    const owner = await accountOfOwner(staffRequest, row);
    const { person: old, team = null, family = null } = owner ? readPerson(owner, row, request.log) : { person: null };
    if (!owner || !old || row.sealed === null) throw new ApiProblem('not-active');
    const person: Person = { ...old, ...given };
    checkPerson({ session, programme }, { person, ...(team ? { team } : {}), consents: [] });
    return {
      type: 'correct',
      ...by(staffRequest, row, { given }),
      toActiveKey: keyIn(staffRequest, session.id, person, row.account_id),
      limitKey: limitKey(tools, programme.id, personOf(person, row.account_id)),
      phoneKey: phoneKey(tools, programme.id, person),
      sealed: sealPerson(owner, row.id, { person, team, family }),
      // Whether she is told besides the account follows the number.
      ownPhone: hasOwnPhone(person, family),
      before: row.sealed,
    };
  });
};

/**
 * What was flagged is in order: what it was flagged by is forgotten, so that it isn't flagged again and counts for no
 * device any more.
 */
export async function markChecked(
  { scoped }: StaffRequest,
  id: string,
  { reason, seen }: CheckedRequest,
): Promise<void> {
  const row = await scoped.registration(id);
  const flags = (await flagsOf({ scoped }, row.session_id)).get(row.id) ?? [];
  // What she didn't see she hasn't found in order.
  if (flags.some((flag) => !seen.includes(flag))) throw new StaleProblem(flags);
  const entry = scoped.entry('registration.checked', row.id, { session: row.session_id, note: reason });
  await scoped.write([scoped.forgetFlags(row.id)], [entry]);
}

export const moveFor = (
  staffRequest: StaffRequest,
  id: string,
  { sessionId: toSessionId, seen }: StaffMoveRequest,
): Promise<StatusWire> =>
  about(staffRequest, id, { seen, now: ({ session_id }) => session_id }, async (row) => {
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
  const { scoped } = staffRequest;
  await mustHaveBegun(staffRequest, sessionId);
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

/**
 * Somebody who stands at the counter, with an account of their own whose key can be destroyed like any other. Where the
 * programme takes teams it is the captain, who names the others and, as in the app, says that each of them knows.
 */
export async function addByHand(
  staffRequest: StaffRequest,
  sessionId: string,
  { person: given, team }: Pick<AddRequest, 'person' | 'team'>,
): Promise<AddWire> {
  const { scoped, tools } = staffRequest;
  const session = await scoped.session(sessionId);
  const programme = await scoped.programme(session.programme_id);
  // Somebody at the counter may have no phone with them, or none at all.
  const person: Person = { ...given, phone: given.phone ?? '' };
  checkPerson({ session, programme }, { person, ...(team ? { team } : {}), consents: [] });
  const now = tools.now();
  const needed = JSON.parse(programme.consents) as Purpose[];
  const consents = checkConsents(
    tools,
    needed,
    needed.map((purpose) => ({ purpose, version: currentConsent(purpose).version })),
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
        fingerprint: staffFingerprint(staffRequest, { given, ...(team ? { team } : {}) }),
        registrationId,
        sessionId,
        accountId: account.id,
        activeKey: keyIn(staffRequest, sessionId, person, account.id),
        limitKey: limitKey(tools, programme.id, personOf(person, account.id)),
        phoneKey: phoneKey(tools, programme.id, person),
        by: 'staff',
        staff: scoped.staffId,
      },
      { sealed: sealPerson(account, registrationId, { person, team }), consents },
    ),
  );
  if (outcome.result === 'exists') return { registrationId: null, result: 'exists' };
  if (!('registrationId' in outcome)) throw new ApiProblem('internal');
  return { registrationId: outcome.registrationId, result: outcome.result === 'waitlist' ? 'waitlist' : 'booked' };
}
