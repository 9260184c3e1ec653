/** What somebody has to know, as whose it is reads it. Rows are written where the thing happened, in its transaction. */
import type { NoticeListWire, NoticeWire } from '@yugong/domain/notice/wire';
import { lapsedOfferReason } from '@yugong/domain/notice/words';
import { isoAt } from '@yugong/domain/time';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import type { NoticeRow, SessionRow } from '../kernel/schema';
import { statement } from '../kernel/store';

const MAX_NOTICES_SHOWN = 100;

type Reading = Pick<Service, 'store' | 'content'>;
type NamedSession = Pick<SessionRow, 'id' | 'title' | 'place' | 'starts_at' | 'state' | 'notice'>;

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
    { field: 'startsAt', from: isoAt(Number(from.starts_at)), to: isoAt(Number(to.starts_at)) },
  ];
  return [...moved.filter((one) => one.from !== one.to), ...changes];
}

/** Why it happened, in the union's words where it gave any. */
export function reasonOf(row: Pick<NoticeRow, 'kind' | 'deadline'>, session?: NamedSession): string | null {
  if (row.kind !== 'cancelled') return null;
  if (row.deadline !== null) return lapsedOfferReason;
  return session?.state === 'cancelled' ? session.notice : null;
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
    .select(['id', 'title', 'place', 'starts_at', 'state', 'notice'])
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
  return row.kind === 'due-again' ? '健康检查' : '法律援助';
}

async function onWire({ store, content }: Reading, rows: readonly NoticeRow[]): Promise<NoticeWire[]> {
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
      reason: reasonOf(row, session),
      changes: noticeChangesOf(row, left, session),
    };
  });
}

const ownNotices = ({ store }: Reading, account: Pick<Account, 'id'>) =>
  store.read
    .selectFrom('notices')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');

/** An account's notices: the unread first, then the newest. */
export async function noticesOf(reading: Reading, account: Pick<Account, 'id'>): Promise<NoticeListWire> {
  const own = ownNotices(reading, account).limit(MAX_NOTICES_SHOWN);
  const unread = await own.where('read_at', 'is', null).execute();
  const read = await own.where('read_at', 'is not', null).execute();
  const { count } = await reading.store.read
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', account.id)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { unread: Number(count), notices: await onWire(reading, [...unread, ...read].slice(0, MAX_NOTICES_SHOWN)) };
}

/** Everything there is of them, for whoever takes their data along. */
export const allNoticesOf = async (reading: Reading, account: Pick<Account, 'id'>): Promise<NoticeWire[]> =>
  onWire(reading, await ownNotices(reading, account).execute());

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
}
