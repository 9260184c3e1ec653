/** Rosters, masked. They are searched where they are opened, and by what is shown of them alone. */
import { initialsOf } from '@yugong/domain/identity';
import { maskForEntrance, maskPerson, personSearch, type PersonAnswer } from '@yugong/domain/person';
import type {
  PeopleRequest,
  PeopleWire,
  RosterRequest,
  RosterRow,
  RosterWire,
  ShownPeopleWire,
} from '@yugong/domain/roster/wire';
import { maskFamily } from '@yugong/domain/registration';
import { DAY, isoAt } from '@yugong/domain/time';
import type { FaultLog } from '../../kernel/account';
import { sha256 } from '../../crypto/ids';
import { ApiProblem } from '../../kernel/problem';
import { activeKey, phoneKey } from '../../services/registrations';
import type { RegistrationRow } from '../../kernel/schema';
import { noteCounts } from '../data/notes';
import { limitNumberSearches, peopleOf, type OpenedPerson } from '../data/people';
import type { ScopedContext, StaffContext } from '../context';

/** Changes exactly when who is signed up is corrected; of a ciphertext, so it tells nothing of her. */
export const personVersionOf = ({ sealed }: Pick<RegistrationRow, 'sealed'>): string =>
  sealed === null ? '' : sha256(sealed).slice(0, 16);

export function rosterRow(
  row: RegistrationRow,
  read: OpenedPerson | undefined,
  checkedIn: number | undefined,
  { flags = [], notes = 0 }: Partial<Pick<RosterRow, 'flags' | 'notes'>> = {},
): RosterRow {
  const person = read?.person ?? null;
  return {
    registrationId: row.id,
    sessionId: row.session_id,
    status: row.status,
    place: row.place,
    offerUntil: row.offer_until === null ? null : isoAt(row.offer_until),
    offerBegun: row.pass_on_from === null,
    displaced: row.displaced_at !== null,
    cancelCause: row.cancel_cause,
    ...maskPerson(person),
    family: maskFamily(read?.family ?? null),
    masked: true,
    personVersion: personVersionOf(row),
    person: person ? 'there' : read?.unreadable ? 'unreadable' : 'erased',
    source: read?.source ?? 'gone',
    createdAt: isoAt(row.created_at),
    checkedInAt: checkedIn === undefined ? null : isoAt(checkedIn),
    flags,
    awaitsProof: row.awaits_proof === 1,
    notes,
  };
}

export async function checkInTimes(
  { scoped }: Pick<StaffContext, 'scoped'>,
  sessionId: string,
): Promise<Map<string, number>> {
  const rows = await scoped
    .checkIns()
    .select(['registration_id', 'at'])
    .where('check_ins.session_id', '=', sessionId)
    .execute();
  return new Map(rows.map(({ registration_id, at }) => [registration_id, at]));
}

/**
 * By registration what a clerk should look at twice, from keyed hashes alone: no number is opened for it.
 *
 * @returns nothing for whoever has neither flag
 */
export async function flagsOf(
  { scoped }: Pick<StaffContext, 'scoped'>,
  sessionId: string,
): Promise<Map<string, RosterRow['flags']>> {
  const rows = await scoped
    .registrations()
    .select(['registrations.id', 'account_id', 'device_key', 'number_key'])
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', '!=', 'cancelled')
    .where(({ or, eb }) => or([eb('device_key', 'is not', null), eb('number_key', 'is not', null)]))
    .execute();
  const accounts = new Map<string, Set<string>>();
  const numbers = new Map<string, number>();
  for (const { account_id, device_key, number_key } of rows) {
    if (device_key !== null) accounts.set(device_key, (accounts.get(device_key) ?? new Set()).add(account_id));
    if (number_key !== null) numbers.set(number_key, (numbers.get(number_key) ?? 0) + 1);
  }
  return new Map(
    rows.map(({ id, device_key, number_key }) => {
      const flags: RosterRow['flags'] = [];
      if ((accounts.get(device_key ?? '')?.size ?? 0) > 1) flags.push('same-device');
      if ((numbers.get(number_key ?? '') ?? 0) > 1) flags.push('near-number');
      return [id, flags];
    }),
  );
}

/**
 * What somebody who only checks people in sees of a row: initials and the telephone number's last four, as on the list
 * that a phone at the entrance holds.
 */
const atEntrance = (row: RosterRow, read: OpenedPerson | undefined): RosterRow => ({
  ...row,
  ...maskForEntrance(read?.person ?? null),
  family: null,
  flags: [],
  notes: 0,
});

/**
 * The whole of a session is opened to search it; a page of it is shown.
 *
 * @param view `entrance` for whoever may only check people in
 */
export async function roster(
  context: ScopedContext,
  sessionId: string,
  { q, statuses, page, size }: RosterRequest,
  { view, log }: { view: 'roster' | 'entrance'; log: FaultLog },
): Promise<RosterWire> {
  const { scoped } = context;
  const mask = view === 'entrance' ? maskForEntrance : maskPerson;
  await scoped.session(sessionId);
  let wanted = scoped.registrations().where('registrations.session_id', '=', sessionId);
  if (statuses && statuses.length > 0) wanted = wanted.where('registrations.status', 'in', statuses);
  const isSearch = q !== undefined && q.trim() !== '';
  const ordered = wanted.selectAll().orderBy('registrations.place').orderBy('registrations.id');
  const { count } = await wanted.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const from = (page - 1) * size;
  let rows = await (isSearch ? ordered : ordered.limit(size).offset(from)).execute();
  let total = Number(count);
  const people = await peopleOf(context, rows, log);
  if (isSearch) {
    const isFound = personSearch(q);
    const found = rows.filter(({ id }) => {
      const read = people.get(id);
      return read?.person && isFound(mask(read.person), (read.team?.members ?? []).map(initialsOf));
    });
    total = found.length;
    rows = found.slice(from, from + size);
  }
  await scoped.saw('roster.seen', sessionId, { rows: rows.length, search: isSearch ? 1 : 0 });
  const [came, flags, notes] = await Promise.all([
    checkInTimes(context, sessionId),
    flagsOf(context, sessionId),
    noteCounts(scoped, sessionId),
  ]);
  return {
    total,
    page,
    size,
    rows: rows.map((row) => {
      const shown = rosterRow(row, people.get(row.id), came.get(row.id), {
        flags: flags.get(row.id) ?? [],
        notes: notes.get(row.id) ?? 0,
      });
      return view === 'entrance' ? atEntrance(shown, people.get(row.id)) : shown;
    }),
  };
}

/** Registrations whose `column` holds one of the keys, in scope. */
async function registrationsBy(
  { scoped }: Pick<StaffContext, 'scoped'>,
  column: 'active_key' | 'phone_key',
  keys: readonly string[],
): Promise<RegistrationRow[]> {
  const rows: RegistrationRow[] = [];
  for (let at = 0; at < keys.length; at += 500)
    rows.push(
      ...(await scoped
        .registrations()
        .selectAll()
        .where(`registrations.${column}`, 'in', keys.slice(at, at + 500))
        .execute()),
    );
  return rows;
}

/**
 * Somebody by their number, in every session in scope: the keys they would have signed up under are made and looked
 * for, so nothing needs opening. Whom it found is written down before anybody sees it, and that it found nobody too.
 *
 * @throws `invalid` without the words that `other` needs, `too-many-requests` for whoever tries number after number
 */
export async function findPeople(
  context: ScopedContext,
  { phone, residentId, sessionId, reason, note }: PeopleRequest,
  log: FaultLog,
): Promise<PeopleWire> {
  const { scoped, tools } = context;
  if (reason === 'other' && note === undefined)
    throw new ApiProblem('invalid', [{ pointer: '/note', code: 'required' }]);
  await limitNumberSearches(context);
  let wanted = scoped.sessions();
  if (sessionId !== undefined) wanted = wanted.where('sessions.id', '=', sessionId);
  const sessions = await wanted
    .select(['sessions.id', 'sessions.title', 'sessions.starts_at', 'sessions.programme_id'])
    .orderBy('sessions.starts_at', 'desc')
    .limit(2000)
    .execute();
  const of = new Map(sessions.map((one) => [one.id, one]));
  const person = { name: '', phone: phone ?? '', ...(residentId ? { residentId } : {}) };
  const activeKeys = sessions.map(({ id }) => activeKey(tools, id, person));
  const programmes = [...new Set(sessions.map(({ programme_id }) => programme_id))];
  // Where the programme tells people apart by their identity number, the telephone number has a key of its own.
  const phoneKeys = programmes.flatMap((id) => phoneKey(tools, id, person) ?? []);
  const found = [
    ...(await registrationsBy(context, 'active_key', activeKeys)),
    ...(await registrationsBy(context, 'phone_key', phoneKeys)),
  ];
  const rows = [...new Map(found.map((row) => [row.id, row])).values()].filter(({ session_id }) => of.has(session_id));
  const detail = { by: phone === undefined ? 'residentId' : 'phone', reason, note: note ?? null };
  const entries = rows.map((row) => scoped.entry('people.searched', row.id, { session: row.session_id, ...detail }));
  await scoped.write(
    [],
    entries.length > 0 ? entries : [scoped.entry('people.searched', null, { rows: 0, ...detail })],
  );
  const people = await peopleOf(context, rows, log);
  return {
    rows: rows.map((row) => {
      const session = of.get(row.session_id);
      return {
        ...rosterRow(row, people.get(row.id), undefined),
        sessionTitle: session?.title ?? '',
        startsAt: isoAt(session?.starts_at ?? 0),
      };
    }),
  };
}

/** Does a masked person show the first character of the name and the last four of a number that were typed? */
function showsAs({ name, phone, residentId }: PersonAnswer, typed: string): boolean {
  const tail = /[\dX]{4}(?=\D*$)/i.exec(typed)?.[0].toUpperCase() ?? '';
  // People give the whole name; only its first character is shown.
  const [first = ''] = typed.replace(/[\dX\s]/gi, '');
  return (name ?? '').startsWith(first) && [phone, residentId].some((shown) => shown?.endsWith(tail));
}

/** Sign-ups that are looked through for somebody by what is shown. */
const MAX_LOOKED_THROUGH = 5000;

/**
 * Somebody by what the lists show of a person, in the sessions in scope that are to come or were over in the last 30 days,
 * the latest sign-ups first. Every row is opened and masked before it is compared, so nothing hidden can be guessed at.
 */
export async function findShownPeople(context: ScopedContext, q: string, log: FaultLog): Promise<ShownPeopleWire> {
  const { scoped, tools } = context;
  const rows = await scoped
    .registrations()
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .selectAll('registrations')
    .select(['sessions.title', 'sessions.starts_at'])
    .where('sessions.ends_at', '>', tools.now() - 30 * DAY)
    .where('registrations.sealed', 'is not', null)
    .orderBy('registrations.id', 'desc')
    .limit(MAX_LOOKED_THROUGH + 1)
    .execute();
  const people = await peopleOf(context, rows.slice(0, MAX_LOOKED_THROUGH), log);
  const found = rows.filter(({ id }) => {
    const person = people.get(id)?.person;
    return person && showsAs(maskPerson(person), q);
  });
  await scoped.saw('people.searched', null, { by: 'shown', rows: found.length });
  return {
    cut: rows.length > MAX_LOOKED_THROUGH,
    rows: found.map(({ title, starts_at, ...row }) => ({
      ...rosterRow(row, people.get(row.id), undefined),
      sessionTitle: title,
      startsAt: isoAt(Number(starts_at)),
    })),
  };
}
