/** What somebody has to know, as whose it is reads it. Rows are written where the thing happened, in its transaction. */
import type { NoticeListWire, NoticeWire } from '@yugong/domain/notice/wire';
import { handedOverReason, lapsedOfferReason } from '@yugong/domain/notice/words';
import type { Outcome } from '@yugong/domain/registration';
import { isoAt } from '@yugong/domain/time';
import { sql } from 'kysely';
import type { Account, FaultLog } from '../kernel/account';
import type { Service } from '../kernel/context';
import type { NoticeRow, RegistrationRow, SessionRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';

const MAX_NOTICES_SHOWN = 100;

type Reading = Pick<Service, 'store' | 'content'>;
/** What a notice says of a session. */
const namedColumns = [
  'id',
  'title',
  'place',
  'address',
  'floor',
  'phone',
  'starts_at',
  'state',
  'notice',
] as const satisfies readonly (keyof SessionRow)[];
type NamedSession = Pick<SessionRow, (typeof namedColumns)[number]>;

const timeOrNull = (instant: number | null): string | null => (instant === null ? null : isoAt(Number(instant)));

/**
 * What is another now.
 *
 * @param from the session that was left, where the union moved her
 * @param to the session that she is in now
 */
export function noticeChangesOf(
  row: Pick<NoticeRow, 'changes'>,
  from?: NamedSession,
  to?: NamedSession,
): NoticeWire['changes'] {
  const changes = JSON.parse(row.changes) as NoticeWire['changes'];
  if (!from || !to) return changes;
  const moved: NoticeWire['changes'] = [
    { field: 'session', from: from.title, to: to.title },
    { field: 'place', from: from.place, to: to.place },
    { field: 'address', from: from.address, to: to.address },
    { field: 'floor', from: from.floor, to: to.floor },
    { field: 'phone', from: from.phone, to: to.phone },
    { field: 'startsAt', from: isoAt(Number(from.starts_at)), to: isoAt(Number(to.starts_at)) },
  ];
  return [...moved.filter((one) => one.from !== one.to), ...changes];
}

const textContext = (registrationId: string): string => `notice|${registrationId}`;

/** Seals what the union writes to whose a registration is; {@link writtenIn} opens it. */
export const sealNoticeText = (owner: Account, registrationId: string, text: string): string =>
  owner.seal(text, textContext(registrationId));

/**
 * What the union wrote with a notice.
 *
 * @returns null where it wrote nothing, and where it can't be opened, which is logged: the notice stays readable
 */
function writtenIn(
  owner: Account | null,
  { id, registration_id, sealed }: Pick<NoticeRow, 'id' | 'registration_id' | 'sealed'>,
  log: FaultLog,
): string | null {
  if (sealed === null || registration_id === null || !owner) return null;
  try {
    return owner.unseal(sealed, textContext(registration_id));
  } catch {
    log.error({ table: 'notices', row: id }, 'unreadable ciphertext');
    return null;
  }
}

/**
 * Why it happened, or what the union writes, in its own words where it gave any.
 *
 * @param owner whose key opens what was written to her alone; null where it is gone
 */
export function reasonOf(
  row: Pick<NoticeRow, 'id' | 'kind' | 'deadline' | 'registration_id' | 'sealed'>,
  { session, owner, log }: { session?: NamedSession | undefined; owner: Account | null; log: FaultLog },
): string | null {
  const written = writtenIn(owner, row, log);
  if (written !== null) return written;
  if (row.kind !== 'cancelled') return null;
  if (row.deadline !== null) return lapsedOfferReason;
  if (session?.state === 'cancelled') return session.notice;
  return row.registration_id === null ? handedOverReason : null;
}

/** Sessions that notices name, by id. */
export async function sessionsNamed(
  { store }: Pick<Service, 'store'>,
  rows: readonly Pick<NoticeRow, 'session_id' | 'from_session_id'>[],
): Promise<Map<string, NamedSession>> {
  const ids = new Set(rows.flatMap((row) => [row.session_id, row.from_session_id]).filter((id) => id !== null));
  if (ids.size === 0) return new Map();
  const sessions = await store.read
    .selectFrom('sessions')
    .select(namedColumns)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(sessions.map((one) => [one.id, one]));
}

/** What a notice is about. What others who look at the phone needn't know, such as a request's topic, isn't named. */
function titleOf(
  row: Pick<NoticeRow, 'kind' | 'session_id' | 'station_id'>,
  { session, station }: { session: NamedSession | undefined; station: string | undefined },
): string {
  if (row.session_id !== null) return session?.title ?? '场次';
  if (row.station_id !== null) return station ?? '驿站';
  if (row.kind === 'complaint-answer') return '投诉建议';
  return row.kind === 'due-again' ? '健康检查' : '法律援助';
}

async function onWire(
  { store, content }: Reading,
  rows: readonly NoticeRow[],
  { account, log }: NoticeReader,
): Promise<NoticeWire[]> {
  const sessions = await sessionsNamed({ store }, rows);
  const stations = new Map(content.dataset().stations.map(({ id, title }) => [id, title]));
  return rows.map((row) => {
    const session = row.session_id === null ? undefined : sessions.get(row.session_id);
    const left = row.from_session_id === null ? undefined : sessions.get(row.from_session_id);
    return {
      id: row.id,
      kind: row.kind,
      at: isoAt(Number(row.created_at)),
      readAt: timeOrNull(row.read_at),
      deadline: row.kind === 'offered' ? timeOrNull(row.deadline) : null,
      registrationId: row.registration_id,
      sessionId: row.session_id,
      requestId: row.request_id,
      stationId: row.station_id,
      title: titleOf(row, { session, station: row.station_id === null ? undefined : stations.get(row.station_id) }),
      reason: reasonOf(row, { session, owner: account, log }),
      changes: noticeChangesOf(row, left, session),
    };
  });
}

/** Whose notices are read, by her own key, and where what can't be read is logged. */
interface NoticeReader {
  account: Account;
  log: FaultLog;
}

const ownNotices = ({ store }: Reading, account: Pick<Account, 'id'>) =>
  store.read
    .selectFrom('notices')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');

/** An account's notices: the unread first, then the newest. */
export async function noticesOf(reading: Reading, reader: NoticeReader): Promise<NoticeListWire> {
  const { account } = reader;
  const own = ownNotices(reading, account).limit(MAX_NOTICES_SHOWN);
  const unread = await own.where('read_at', 'is', null).execute();
  const read = await own.where('read_at', 'is not', null).execute();
  const { count } = await reading.store.read
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', account.id)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { unread: Number(count), notices: await onWire(reading, [...unread, ...read].slice(0, MAX_NOTICES_SHOWN), reader) };
}

/** Everything there is of them, for whoever takes their data along. */
export const allNoticesOf = async (reading: Reading, reader: NoticeReader): Promise<NoticeWire[]> =>
  onWire(reading, await ownNotices(reading, reader.account).execute(), reader);

/** Begins the hold of one offer; begun already it stays as it is. */
export const beginHold = (
  { store }: Pick<Service, 'store'>,
  { id, session_id, account_id }: Pick<RegistrationRow, 'id' | 'session_id' | 'account_id'>,
): Promise<Outcome> =>
  store.submit({
    command: {
      type: 'deliver',
      key: null,
      fingerprint: '',
      registrationId: id,
      sessionId: session_id,
      accountId: account_id,
      by: 'service',
    },
  });

/**
 * Begins the holds of offers that are known to have reached whom they are made to. Whatever confirms a notice calls it
 * afterwards: the phone's read mark, a clerk's call, a channel's receipt. What a crash cut off between the two is begun
 * by the next sweep, so no confirmed offer waits without a deadline.
 *
 * @param registrationIds the registrations whose notices were confirmed; all of them where it is left out
 */
export async function beginHolds(
  { store }: Pick<Service, 'store'>,
  registrationIds?: readonly string[],
): Promise<void> {
  if (registrationIds?.length === 0) return;
  // A registration may have been offered a seat before; only its latest offer is the one that waits.
  const latest = store.read
    .selectFrom('registrations')
    .innerJoin('notices', 'notices.registration_id', 'registrations.id')
    .select(['registrations.id', 'registrations.session_id', 'registrations.account_id'])
    .select(['notices.read_at', 'notices.reached_at', 'notices.delivered_at'])
    .select(
      sql<number>`row_number() over (partition by registrations.id order by notices.created_at desc, notices.id desc)`.as(
        'newest',
      ),
    )
    .where('registrations.pass_on_from', 'is not', null)
    .where('notices.kind', '=', 'offered');
  const rows = await store.read
    .selectFrom((registrationIds ? latest.where('registrations.id', 'in', registrationIds) : latest).as('latest'))
    .selectAll()
    .where('newest', '=', 1)
    .where(({ eb, or }) =>
      or([eb('read_at', 'is not', null), eb('reached_at', 'is not', null), eb('delivered_at', 'is not', null)]),
    )
    .execute();
  await Promise.all(rows.map((row) => beginHold({ store }, row)));
}

/** They were shown to whose they are. What is read already, or somebody else's, stays as it is. */
export async function markRead(
  { store, now }: Pick<Service, 'store' | 'now'>,
  account: Pick<Account, 'id'>,
  ids: readonly string[],
): Promise<void> {
  const update = store.read
    .updateTable('notices')
    .set({ read_at: now() })
    .where('account_id', '=', account.id)
    .where('id', 'in', ids)
    .where('read_at', 'is', null);
  await store.write([statement(update)]);
  const confirmed = await store.read
    .selectFrom('notices')
    .select('registration_id')
    .where('account_id', '=', account.id)
    .where('id', 'in', ids)
    .where('kind', '=', 'offered')
    .execute();
  await beginHolds(
    { store },
    confirmed.flatMap(({ registration_id: id }) => (id === null ? [] : [id])),
  );
}

/** Takes away the notices about somebody or something, and with them what became of their delivery. */
export function deleteNotices(
  { store: { read } }: Pick<Service, 'store'>,
  about: Partial<Pick<NoticeRow, 'account_id' | 'registration_id' | 'request_id' | 'kind'>>,
): Statement[] {
  const notices = Object.entries(about).reduce(
    (query, [column, value]) => query.where(sql.ref(column), '=', value),
    read.selectFrom('notices').select('id'),
  );
  return [
    statement(read.deleteFrom('deliveries').where('notice_id', 'in', notices)),
    statement(read.deleteFrom('notices').where('id', 'in', notices)),
  ];
}

/** What became of an account's notices outside the app, for whoever takes their data along. */
export async function deliveriesOf({ store }: Pick<Service, 'store'>, account: Pick<Account, 'id'>) {
  const rows = await store.read
    .selectFrom('deliveries')
    .select(['notice_id', 'channel', 'state', 'sent_at'])
    .where('account_id', '=', account.id)
    .execute();
  return rows.map(({ notice_id: noticeId, channel, state, sent_at }) => ({
    noticeId,
    channel,
    state,
    sentAt: isoAt(Number(sent_at)),
  }));
}
