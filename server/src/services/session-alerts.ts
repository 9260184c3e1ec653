/** Tells whoever asked when one can sign up: for one session, or for the first that suits. */
import { isQuiet } from '@yugong/domain/notice';
import type { NoticeKind } from '@yugong/domain/notice/wire';
import { ALERT_DAYS, MAX_ALERTS, suits, type SessionWish } from '@yugong/domain/session-alert';
import type { SessionAlertRequest, SessionAlertWire } from '@yugong/domain/session-alert/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { DAY, isoAt } from '@yugong/domain/time';
import { lookupKey } from '../crypto/ids';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import { ApiProblem } from '../kernel/problem';
import type { SessionAlertRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { noticeRow } from '../storage/rows';
import { findSession } from './registrations';
import { quotasLeft, sessionWire } from './sessions';

type Reading = Pick<Service, 'store' | 'content'>;

const rowsOf = ({ store }: Pick<Service, 'store'>, account: Pick<Account, 'id'>) =>
  store.read.selectFrom('session_alerts').where('account_id', '=', account.id);

const wishOf = (row: SessionAlertRow): SessionWish => ({
  kind: row.kind,
  programmeId: row.programme_id,
  adcode: row.adcode,
  evening: row.evening === 1,
  weekend: row.weekend === 1,
});

/** Everything that an account waits for, the latest first. */
export const sessionAlertsOf = async (reading: Reading, account: Pick<Account, 'id'>): Promise<SessionAlertWire[]> =>
  alertsOnWire(
    reading,
    await rowsOf(reading, account).selectAll().orderBy('created_at', 'desc').orderBy('id').execute(),
  );

/** Rows with the titles of what they name. */
export async function alertsOnWire(
  { store: { read }, content }: Reading,
  rows: readonly SessionAlertRow[],
): Promise<SessionAlertWire[]> {
  const { districts } = content.dataset();
  const named = <T extends string>(ids: readonly (T | null)[]): T[] => ids.filter((id) => id !== null);
  const [sessionIds, programmeIds] = [named(rows.map((row) => row.session_id)), named(rows.map((r) => r.programme_id))];
  const sessions =
    sessionIds.length === 0
      ? []
      : await read.selectFrom('sessions').select(['id', 'title', 'opens_at']).where('id', 'in', sessionIds).execute();
  const programmes =
    programmeIds.length === 0
      ? []
      : await read.selectFrom('programmes').select(['id', 'title']).where('id', 'in', programmeIds).execute();
  return rows.map((row) => {
    const session = sessions.find(({ id }) => id === row.session_id);
    const programme = programmes.find(({ id }) => id === row.programme_id);
    return {
      id: row.id,
      sessionId: row.session_id,
      title: session?.title ?? programme?.title ?? null,
      opensAt: session ? isoAt(Number(session.opens_at)) : null,
      ...wishOf(row),
      district: row.adcode === null ? null : (districts.find(({ adcode }) => adcode === row.adcode)?.title ?? null),
      createdAt: isoAt(Number(row.created_at)),
      until: isoAt(Number(row.created_at) + ALERT_DAYS * DAY),
    };
  });
}

/**
 * The row of what somebody waits for.
 *
 * @throws `not-found` where there is no such session, `session-cancelled` and `session-closed` where one waits in vain
 */
export async function alertRow(
  service: Service,
  account: Pick<Account, 'id'>,
  body: SessionAlertRequest,
): Promise<SessionAlertRow> {
  const waited = 'sessionId' in body ? await wishOfSession(service, body.sessionId) : { ...body, sessionId: null };
  const { sessionId, kind, programmeId, adcode, evening, weekend } = waited;
  const what = JSON.stringify([sessionId, kind, programmeId, adcode, evening, weekend]);
  return {
    id: `a${lookupKey(service.secrets.blind, 'session-alert', account.id, what).replace(/[_-]/g, '0')}`,
    account_id: account.id,
    session_id: sessionId,
    kind,
    programme_id: programmeId,
    adcode,
    evening: evening ? 1 : 0,
    weekend: weekend ? 1 : 0,
    created_at: service.now(),
  };
}

async function wishOfSession(service: Service, sessionId: string): Promise<SessionWish & { sessionId: string }> {
  const found = await findSession(service, sessionId);
  if (!found) throw new ApiProblem('not-found');
  const { kind, state, closes_at } = found.session;
  if (state === 'cancelled') throw new ApiProblem('session-cancelled');
  if (Number(closes_at) <= service.now()) throw new ApiProblem('session-closed');
  return { sessionId, kind, programmeId: null, adcode: null, evening: false, weekend: false };
}

/** Somebody's own alert. @throws ApiProblem `not-found` where there is none, because it was told or removed */
export async function ownAlert(
  reading: Pick<Service, 'store'>,
  account: Pick<Account, 'id'>,
  id: string,
): Promise<SessionAlertRow> {
  const row = await rowsOf(reading, account).selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** Keeps it; what is there already stands anew from now on. */
export const keepAlert = ({ store }: Pick<Service, 'store'>, row: SessionAlertRow): Statement =>
  statement(
    store.read
      .insertInto('session_alerts')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet({ created_at: row.created_at })),
  );

/** Has the account as many as it may have, beside this one? */
export async function hasTooMany(
  reading: Pick<Service, 'store'>,
  { id, account_id }: SessionAlertRow,
): Promise<boolean> {
  const { count } = await rowsOf(reading, { id: account_id })
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', '!=', id)
    .executeTakeFirstOrThrow();
  return Number(count) >= MAX_ALERTS;
}

/** Somebody no longer waits. */
export const removeAlert = ({ store }: Pick<Service, 'store'>, account: Pick<Account, 'id'>, id: string): Statement =>
  statement(store.read.deleteFrom('session_alerts').where('id', '=', id).where('account_id', '=', account.id), 1);

/** What somebody who waits is told now, and of which session; null while there is nothing. */
function newsFor(
  row: SessionAlertRow,
  sessions: readonly SessionWire[],
): { kind: NoticeKind; session: SessionWire } | null {
  if (row.session_id === null) {
    const wish = wishOf(row);
    const session = sessions.find((one) => one.state === 'open' && suits(one, wish));
    return session ? { kind: 'sign-up-opens', session } : null;
  }
  const session = sessions.find(({ id }) => id === row.session_id);
  if (session?.state === 'cancelled') return { kind: 'cancelled', session };
  // Who waited for it hears of the waiting list too: since it opened, others may have taken its seats.
  return session?.state === 'open' || session?.state === 'waitlist' ? { kind: 'sign-up-opens', session } : null;
}

/** As many at once as a pool of connections carries. */
const AT_ONCE = 50;

/**
 * Tells everybody who waits for a session that one can sign up for now, all in one go, so that who is told isn't a
 * matter of who was first; in quiet hours nobody, and in the morning all. Every process may do it: whoever takes the
 * row away writes the notice with it, and it can be taken away once.
 *
 * @returns how many were told
 */
export async function sweepSessionAlerts(service: Service): Promise<number> {
  const { store, now } = service;
  const at = now();
  if (isQuiet(at)) return 0;
  const alerts = await store.read.selectFrom('session_alerts').selectAll().orderBy('created_at').execute();
  if (alerts.length === 0) return 0;
  const rows = await store.read
    .selectFrom('sessions')
    .selectAll()
    .where('ends_at', '>', at)
    .where('public_from', '<=', at)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  const left = await quotasLeft(service);
  const sessions = rows.map((row) => sessionWire(row, at, left(row)));
  const due = alerts.flatMap((alert) => {
    const news = newsFor(alert, sessions);
    return news
      ? [
          {
            alert,
            notice: noticeRow(news.kind, alert.account_id, at, { session_id: news.session.id, alert_id: alert.id }),
          },
        ]
      : [];
  });
  let told = 0;
  for (let first = 0; first < due.length && !service.stopping; first += AT_ONCE) {
    const written = await Promise.all(
      due
        .slice(first, first + AT_ONCE)
        .map(({ alert, notice }) =>
          store.write([
            removeAlert(service, { id: alert.account_id }, alert.id),
            statement(store.read.insertInto('notices').values(notice)),
          ]),
        ),
    );
    told += written.filter(({ done }) => done).length;
  }
  return told;
}
