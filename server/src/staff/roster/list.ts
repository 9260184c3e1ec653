/** Rosters, masked: searched where they are opened, since nobody can search what is sealed. */
import { maskPerson, personSearch } from '@yugong/domain/person';
import type { PeopleWire, RosterRequest, RosterRow, RosterWire } from '@yugong/domain/roster/wire';
import { maskFamily } from '@yugong/domain/registration';
import { isoAt } from '@yugong/domain/time';
import type { FaultLog } from '../../kernel/account';
import { activeKey } from '../../services/registrations';
import type { RegistrationRow } from '../../kernel/schema';
import { peopleOf, type OpenedPerson } from '../data/people';
import type { ScopedContext, StaffContext } from '../context';

export function rosterRow(
  row: RegistrationRow,
  read: OpenedPerson | undefined,
  checkedIn: number | undefined,
  flags: RosterRow['flags'] = [],
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
    person: person ? 'there' : read?.unreadable ? 'unreadable' : 'erased',
    source: read?.source ?? 'gone',
    createdAt: isoAt(row.created_at),
    checkedInAt: checkedIn === undefined ? null : isoAt(checkedIn),
    flags,
    awaitsProof: row.awaits_proof === 1,
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
async function flagsOf(
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

/** The whole of a session is opened to search it; a page of it is shown. */
export async function roster(
  context: ScopedContext,
  sessionId: string,
  { q, statuses, page, size }: RosterRequest,
  log: FaultLog,
): Promise<RosterWire> {
  const { scoped } = context;
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
      return read?.person && isFound(read.person, read.team?.members ?? []);
    });
    total = found.length;
    rows = found.slice(from, from + size);
  }
  await scoped.saw('roster.seen', sessionId, { rows: rows.length, search: isSearch ? 1 : 0 });
  const [came, flags] = await Promise.all([checkInTimes(context, sessionId), flagsOf(context, sessionId)]);
  return {
    total,
    page,
    size,
    rows: rows.map((row) => rosterRow(row, people.get(row.id), came.get(row.id), flags.get(row.id))),
  };
}

/**
 * Somebody by their number, in every session in scope: the keys they would have signed up under are made and looked
 * for, so nothing needs opening. By the number the programme tells people apart with: identity number or phone.
 */
export async function findPeople(
  context: ScopedContext,
  search: { phone?: string | undefined; residentId?: string | undefined },
  log: FaultLog,
): Promise<PeopleWire> {
  const { scoped, tools } = context;
  const sessions = await scoped
    .sessions()
    .select(['sessions.id', 'sessions.title', 'sessions.starts_at'])
    .orderBy('sessions.starts_at', 'desc')
    .limit(2000)
    .execute();
  const person = {
    name: '',
    phone: search.phone ?? '',
    ...(search.residentId ? { residentId: search.residentId } : {}),
  };
  const keys = sessions.map(({ id }) => activeKey(tools, id, person));
  const rows: RegistrationRow[] = [];
  for (let at = 0; at < keys.length; at += 500)
    rows.push(
      ...(await scoped
        .registrations()
        .selectAll()
        .where('registrations.active_key', 'in', keys.slice(at, at + 500))
        .execute()),
    );
  const people = await peopleOf(context, rows, log);
  await scoped.saw('people.searched', null, { rows: rows.length, by: search.phone ? 'phone' : 'residentId' });
  const of = new Map(sessions.map((one) => [one.id, one]));
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
