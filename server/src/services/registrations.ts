/** Between the API and the engine: who a person is, what is kept of them, what an outcome means. */
import { missingConsents } from '@yugong/domain/consent';
import { type Purpose } from '@yugong/domain/consent/wire';
import { dayAt } from '@yugong/domain/calendar';
import { mayBeReal } from '@yugong/domain/identity';
import { ineligibleBecause } from '@yugong/domain/screening';
import { personFaults, type Person } from '@yugong/domain/person';
import type { FieldFault } from '@yugong/domain/problem';
import { familyFaults, hasOwnPhone, teamFaults, type Family, type Team } from '@yugong/domain/registration';
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { RegistrationRequest } from '@yugong/domain/registration/request';
import { isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../kernel/problem';
import { consentHash, teamSizeOf } from './sessions';
import type { FastifyRequest } from 'fastify';
import { lookupKey } from '../crypto/ids';
import { isLoopback, networkOf } from '../kernel/address';
import type { Service } from '../kernel/context';
import type { ProgrammeRow, RegistrationRow, SessionRow } from '../kernel/schema';
import type { Account, FaultLog } from '../kernel/account';
import { changeKinds, type RegistrationChange } from '@yugong/domain/registration/history';

/** Who somebody is in a programme: by their identity number where it is asked for, else by their phone. */
export const personKey = (person: Person): string =>
  person.residentId ? `id:${person.residentId}` : `phone:${person.phone}`;

/** Unlinkable from one session to the next, and to the person without the key. */
export const activeKey = ({ secrets }: Pick<Service, 'secrets'>, sessionId: string, person: Person): string =>
  lookupKey(secrets.blind, 'session', sessionId, personKey(person));

export const limitKey = ({ secrets }: Pick<Service, 'secrets'>, programmeId: string, person: Person): string =>
  lookupKey(secrets.blind, 'programme', programmeId, personKey(person));

/** The telephone number within a programme, to count for whom it holds places; null where there is none. */
export const phoneKey = (
  { secrets }: Pick<Service, 'secrets'>,
  programmeId: string,
  { phone }: Person,
): string | null => (phone === '' ? null : lookupKey(secrets.blind, 'programme-phone', programmeId, phone));

/**
 * The device within a programme, by the id that the app sends (`x-yugong-device`). A client that sends none is whatever
 * its network and its browser's own description are, so that leaving it out gains nothing; on the machine's own address
 * that says nothing either. Neither the id nor the address is kept.
 */
export function deviceKey(
  { secrets }: Pick<Service, 'secrets'>,
  programmeId: string,
  { headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>,
): string | null {
  const id = headers['x-yugong-device'];
  const ofProgramme = (...parts: string[]) => lookupKey(secrets.blind, 'programme-device', programmeId, ...parts);
  if (typeof id === 'string' && /^[\w-]{16,64}$/.test(id)) return ofProgramme('id', id);
  return isLoopback(ip) ? null : ofProgramme('look', networkOf(ip), headers['user-agent'] ?? '');
}

/**
 * An identity number without its last four digits, within a programme: district and day of birth. Numbers that are
 * invented one after the other share it, and hardly anybody else in a session but twins do.
 */
export const numberKey = (
  { secrets }: Pick<Service, 'secrets'>,
  programmeId: string,
  { residentId }: Person,
): string | null =>
  residentId === undefined ? null : lookupKey(secrets.blind, 'programme-number', programmeId, residentId.slice(0, -4));

const context = (registrationId: string): string => `registration|${registrationId}`;

/** Whom a registration is for, and who else is named with it. */
export interface SignedUp {
  person: Person;
  team?: Team | null | undefined;
  family?: Family | null | undefined;
}

/** Seals who is signed up, with whom and by whom: one ciphertext, so that they live and die together. */
export const sealPerson = (account: Account, registrationId: string, { person, team, family }: SignedUp): string =>
  account.seal(
    JSON.stringify({ ...person, ...(team ? { team } : {}), ...(family ? { family } : {}) }),
    context(registrationId),
  );

/** What the row says in clear of who is told: 1 where the person is, besides the account. */
export const ownPhoneColumn = ({ person, family }: SignedUp): number | null => (hasOwnPhone(person, family) ? 1 : null);

/**
 * The person of a registration; null once erased. A ciphertext that isn't what was sealed (a bad disk, a row moved by
 * hand) is told apart and logged by its row's id: it must not take everything else that is this account's with it.
 */
export function readPerson(
  account: Account,
  { id, sealed }: Pick<RegistrationRow, 'id' | 'sealed'>,
  log: FaultLog,
): { person: Person | null; team: Team | null; family: Family | null; unreadable: boolean } {
  if (sealed === null) return { person: null, team: null, family: null, unreadable: false };
  try {
    const {
      team = null,
      family = null,
      ...person
    } = JSON.parse(account.unseal(sealed, context(id))) as Person & Pick<SignedUp, 'team' | 'family'>;
    return { person, team, family, unreadable: false };
  } catch {
    log.error({ table: 'registrations', row: id }, 'unreadable ciphertext');
    return { person: null, team: null, family: null, unreadable: true };
  }
}

export interface SessionOfProgramme {
  session: SessionRow;
  programme: ProgrammeRow;
}

/** A session with its programme, as anybody may see it: a draft isn't there. */
export async function findSession({ store, now }: Service, id: string): Promise<SessionOfProgramme | null> {
  const session = await store.read
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .where('public_from', '<=', now())
    .executeTakeFirst();
  if (!session) return null;
  const programme = await store.read
    .selectFrom('programmes')
    .selectAll()
    .where('id', '=', session.programme_id)
    .executeTakeFirstOrThrow();
  return { session, programme };
}

/** How long what a programme asks for may be remembered. Places and times are the engine's, which reads them anew. */
const REMEMBERED = 1000;
const remembered = new WeakMap<Service, Map<string, { at: number; found: SessionOfProgramme | null }>>();

/** As {@link findSession}, for checking what was sent: a rush asks this of one session thousands of times a second. */
export async function cachedSession(service: Service, id: string): Promise<SessionOfProgramme | null> {
  const known = remembered.get(service) ?? new Map<string, { at: number; found: SessionOfProgramme | null }>();
  remembered.set(service, known);
  const at = performance.now();
  const before = known.get(id);
  if (before && at - before.at < REMEMBERED) return before.found;
  const found = await findSession(service, id);
  // Ids that don't exist are as many as anybody likes to make up.
  if (known.size > 500) known.clear();
  if (found) known.set(id, { at, found });
  return found;
}

/** Is everything there that the programme asks for, nothing more, and is the programme for this person or team? */
export function checkPerson(
  { programme, session }: SessionOfProgramme,
  { person, team, family }: RegistrationRequest,
): void {
  const fields = JSON.parse(programme.fields) as string[];
  const faults: FieldFault[] = teamFaults(teamSizeOf(programme), team);
  faults.push(...familyFaults(programme.family === 1, family), ...personFaults(fields, person));
  if (fields.includes('residentId') && person.residentId !== undefined) {
    const { sex, age_min: min, age_max: max } = programme;
    const rules = { sex, age: min === null || max === null ? null : { min, max } };
    const against = ineligibleBecause(rules, person.residentId, dayAt(session.starts_at));
    faults.push(...against.map((code) => ({ pointer: '/person/residentId', code })));
    // Nobody answers for what is kept of a demo.
    if (programme.demo === 1 && mayBeReal(person.residentId))
      faults.push({ pointer: '/person/residentId', code: 'real-in-demo' });
  }
  if (faults.length > 0) throw new ApiProblem('invalid', faults);
}

/** What is recorded of an agreement: the version, what its text said, and who was named in it. */
export function checkConsents(
  { operatorName, now }: Pick<Service, 'operatorName' | 'now'>,
  needed: Purpose[],
  given: RegistrationRequest['consents'],
): string {
  const missing = missingConsents(needed, given);
  if (missing.length > 0) {
    throw new ApiProblem(
      'consent-missing',
      missing.map((code) => ({ pointer: '/consents', code })),
    );
  }
  const kept = given
    .filter(({ purpose }) => needed.includes(purpose))
    .map(({ purpose, version }) => ({
      purpose,
      version,
      hash: consentHash(purpose, version),
      operator: operatorName,
      at: now(),
    }));
  return JSON.stringify(kept);
}

/**
 * People in front of each on their waiting lists: who lost a booked seat stands before the others.
 *
 * @returns by the registration's id; nothing for those who don't wait, or wait behind nobody
 */
async function aheadOf(
  { store }: Pick<Service, 'store'>,
  rows: readonly RegistrationRow[],
): Promise<Map<string, number>> {
  const waiting = rows.filter((row) => row.status === 'waitlist' && row.offer_until === null);
  if (waiting.length === 0) return new Map();
  const counts = await store.read
    .selectFrom('registrations as own')
    .innerJoin('registrations as other', 'other.session_id', 'own.session_id')
    .select(({ fn }) => ['own.id', fn.count<number>('other.id').as('count')])
    .where(
      'own.id',
      'in',
      waiting.map(({ id }) => id),
    )
    .where('other.status', '=', 'waitlist')
    .where('other.offer_until', 'is', null)
    .where(({ eb, and, or, ref }) =>
      or([
        and([eb('own.displaced_at', 'is', null), eb('other.displaced_at', 'is not', null)]),
        and([
          eb('other.place', '<', ref('own.place')),
          or([eb('own.displaced_at', 'is', null), eb('other.displaced_at', 'is not', null)]),
        ]),
      ]),
    )
    .groupBy('own.id')
    .execute();
  return new Map(counts.map(({ id, count }) => [id, Number(count)]));
}

/** In the order of the rows, with one query for all of them. */
export async function registrationWires(
  service: Pick<Service, 'store'>,
  rows: readonly RegistrationRow[],
): Promise<RegistrationWire[]> {
  const ahead = await aheadOf(service, rows);
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    programmeId: row.programme_id,
    status: row.status,
    ahead: ahead.get(row.id) ?? 0,
    offerUntil: row.offer_until === null ? null : isoAt(row.offer_until),
    offerBegun: row.pass_on_from === null,
    displaced: row.displaced_at !== null,
    createdAt: isoAt(row.created_at),
    updatedAt: isoAt(row.updated_at),
  }));
}

export async function registrationWire(
  service: Pick<Service, 'store'>,
  row: RegistrationRow,
): Promise<RegistrationWire> {
  const [wire] = await registrationWires(service, [row]);
  if (!wire) throw new ApiProblem('internal');
  return wire;
}

/** One's own registration, or nothing: whose it is otherwise is not said. */
export async function ownRegistration({ store }: Service, account: Account, id: string): Promise<RegistrationRow> {
  const row = await store.read.selectFrom('registrations').selectAll().where('id', '=', id).executeTakeFirst();
  // What waits for a proof is told as its `held` entry, which is the same whether a seat is kept or not.
  if (!row || row.account_id !== account.id || row.awaits_proof === 1) throw new ApiProblem('not-found');
  return row;
}

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
