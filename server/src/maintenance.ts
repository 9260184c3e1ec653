/** What has to happen though nobody asks: offers lapse, data has its time, keys are renewed. Every process may do it. */
import { sql } from 'kysely';
import { dayAt } from '@yugong/domain/calendar';
import { TIMES_TOLD } from '@yugong/domain/due-reminder';
import { settledStates } from '@yugong/domain/report';
import { ALERT_DAYS } from '@yugong/domain/session-alert';
import { MINUTE, HOUR, DAY } from '@yugong/domain/time';
import { faultOf, logFault } from './kernel/error-log';
import { statement } from './kernel/store';
import { sweepPictures } from './content';
import { renewDemo } from './demo/seed';
import { RENEWAL } from './services/accounts';
import { cancelAll, eraseReturned } from './services/erase';
import { beginHolds } from './services/notices';
import { sweepRecordPlans } from './staff/content/due-plans';
import { sweepJobs } from './staff/jobs/queue';
import type { Service } from './kernel/context';
import { sweepDueReminders } from './services/due-reminders';
import { sweepDayNotices } from './services/day-notices';
import { sweepSessionAlerts } from './services/session-alerts';

/** How long what is kept; said in the consent texts too. */
export const retention = {
  idempotency: 7 * DAY,
  person: 180 * DAY,
  legalAid: 730 * DAY,
  /** After it was closed, or, where nobody closed it, after the last word. */
  complaint: 730 * DAY,
  withdrawn: 30 * DAY,
  /** Of whom an account and a number held places for: counted while the session is to come, and a while after. */
  holders: 30 * DAY,
  logins: 30 * DAY,
  /** Sign-ups whose number nobody proved: so long the app says why the place is gone. */
  proofs: DAY,
  notices: 180 * DAY,
  /** A yes to messages after its registration was cancelled: the cancellation has been told by then. */
  grants: 3 * DAY,
  /** By what a receipt is matched; carriers report within three days. */
  recipients: 7 * DAY,
  usage: 730 * DAY,
  pushDays: 7 * DAY,
  /** An anonymous account that nothing hangs on, since its phone was last here. */
  unused: 60 * DAY,
  /** Of staff: where they were signed in. */
  signIns: 30 * DAY,
  sessionAlerts: ALERT_DAYS * DAY,
  staffAlerts: 180 * DAY,
  /** A picture of a door that no clerk has decided. */
  doorPhotos: 30 * DAY,
  /** Wrong tries are forgotten after a day of quiet. */
  staffTries: DAY,
};

/**
 * Begins the holds of offers that were confirmed, and ends those whose time is up, so that seats don't wait for the next
 * person to come by.
 */
export async function sweepOffers({ store, now }: Service): Promise<void> {
  await beginHolds({ store });
  const due = await store.read.selectFrom('sessions').select('id').where('next_offer_at', '<=', now()).execute();
  await Promise.all(
    due.map(({ id: sessionId }) =>
      store.submit({ command: { type: 'expire', key: null, fingerprint: '', sessionId } }),
    ),
  );
}

/** Takes away what has had its time. */
export async function sweepData({ store, now }: Service): Promise<void> {
  const at = now();
  const { read } = store;
  const ended = read
    .selectFrom('sessions')
    .select('id')
    .where('ends_at', '<', at - retention.person);
  const counted = read
    .selectFrom('sessions')
    .select('id')
    .where('ends_at', '<', at - retention.holders);
  const closed = read
    .selectFrom('legal_aid')
    .select('id')
    .where(({ eb, and, or }) =>
      or([
        and([eb('status', '=', 'closed'), eb('updated_at', '<', at - retention.legalAid)]),
        and([eb('status', '=', 'withdrawn'), eb('updated_at', '<', at - retention.withdrawn)]),
      ]),
    );
  const complaints = read
    .selectFrom('complaints')
    .select('id')
    .where('updated_at', '<', at - retention.complaint);
  // Whose message is of no use any more: the session has begun, or the place is given back.
  const past = read
    .selectFrom('reminders')
    .innerJoin('registrations', 'registrations.id', 'reminders.registration_id')
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select('reminders.registration_id')
    .where(({ eb, or }) => or([eb('sessions.starts_at', '<', at), eb('registrations.status', '=', 'cancelled')]));
  const oldNotices = read
    .selectFrom('notices')
    .select('id')
    .where(({ eb, or }) =>
      or([
        eb('created_at', '<', at - retention.notices),
        eb('request_id', 'in', closed),
        eb('request_id', 'in', complaints),
      ]),
    );
  const onTheirWay = read
    .selectFrom('notices')
    .select('alert_id')
    .where('alert_id', 'is not', null)
    .where('deliver_at', 'is not', null);
  // Whoever's openid it is: nothing can come of it any more, or will be of use.
  const over = read
    .selectFrom('wechat_grants')
    .leftJoin('registrations', 'registrations.id', 'wechat_grants.subject_id')
    .leftJoin('sessions', 'sessions.id', 'registrations.session_id')
    .leftJoin('legal_aid', 'legal_aid.id', 'wechat_grants.subject_id')
    .leftJoin('complaints', 'complaints.id', 'wechat_grants.subject_id')
    .leftJoin('station_reports', 'station_reports.id', 'wechat_grants.subject_id')
    .leftJoin('session_alerts', 'session_alerts.id', 'wechat_grants.subject_id')
    .leftJoin('due_reminders', 'due_reminders.id', 'wechat_grants.subject_id')
    .select('wechat_grants.subject_id')
    .where(({ eb, and, or }) =>
      or([
        eb('sessions.ends_at', '<', at),
        // A cancellation by the union has to be told first.
        and([eb('registrations.status', '=', 'cancelled'), eb('registrations.updated_at', '<', at - retention.grants)]),
        eb('legal_aid.status', 'in', ['closed', 'withdrawn']),
        eb('complaints.status', '=', 'closed'),
        // Of a report that was settled she is told at once; of one that is only confirmed more may come.
        and([
          eb('station_reports.state', 'in', [...settledStates]),
          eb('station_reports.updated_at', '<', at - retention.grants),
        ]),
        and([
          eb('registrations.id', 'is', null),
          eb('legal_aid.id', 'is', null),
          eb('complaints.id', 'is', null),
          eb('station_reports.id', 'is', null),
          eb('session_alerts.id', 'is', null),
          eb('due_reminders.id', 'is', null),
          // An alert is gone once it was told, which may be on its way.
          eb('wechat_grants.subject_id', 'not in', onTheirWay),
        ]),
      ]),
    );
  await store.write([
    statement(read.deleteFrom('idempotency').where('created_at', '<', at - retention.idempotency)),
    statement(
      read
        .updateTable('registrations')
        .set({ sealed: null })
        .where('sealed', 'is not', null)
        .where('session_id', 'in', ended),
    ),
    statement(
      read
        .updateTable('registrations')
        .set({ person_key: null, phone_key: null, device_key: null, number_key: null })
        .where(({ or, eb }) => or([eb('person_key', 'is not', null), eb('number_key', 'is not', null)]))
        .where('session_id', 'in', counted),
    ),
    statement(read.deleteFrom('held_registrations').where('session_id', 'in', counted)),
    statement(
      read
        .deleteFrom('held_registrations')
        .where('proof_until', '<', at - retention.proofs)
        .where('proved_at', 'is', null),
    ),
    statement(read.deleteFrom('phone_codes').where('expires_at', '<', at)),
    statement(read.deleteFrom('code_messages').where('sent_at', '<', at - retention.recipients)),
    statement(read.deleteFrom('reminders').where('registration_id', 'in', past)),
    statement(read.deleteFrom('outcomes').where('session_id', 'in', ended)),
    statement(
      read
        .deleteFrom('staff_notes')
        .where(
          'subject_id',
          'in',
          read.selectFrom('registrations').select('registrations.id').where('session_id', 'in', ended),
        ),
    ),
    statement(read.deleteFrom('staff_notes').where('subject_id', 'in', closed)),
    statement(read.deleteFrom('legal_aid_messages').where('request_id', 'in', closed)),
    statement(read.deleteFrom('complaint_messages').where('request_id', 'in', complaints)),
    statement(read.deleteFrom('wechat_grants').where('subject_id', 'in', over)),
    statement(read.deleteFrom('deliveries').where('notice_id', 'in', oldNotices)),
    statement(read.deleteFrom('notices').where('id', 'in', oldNotices)),
    statement(read.deleteFrom('legal_aid').where('id', 'in', closed)),
    statement(read.deleteFrom('complaints').where('id', 'in', complaints)),
    statement(read.deleteFrom('logins').where('expires_at', '<', at - retention.logins)),
    statement(
      read
        .updateTable('deliveries')
        .set({ recipient: null })
        .where('recipient', 'is not', null)
        .where('sent_at', '<', at - retention.recipients),
    ),
    statement(read.deleteFrom('push_days').where('day', '<', dayAt(at - retention.pushDays))),
    statement(read.deleteFrom('sms_usage').where('period', '<', dayAt(at - retention.usage))),
    statement(read.deleteFrom('due_reminders').where('told', '>=', TIMES_TOLD).where('next_at', '<', at)),
    statement(read.deleteFrom('session_alerts').where('created_at', '<', at - retention.sessionAlerts)),
    statement(
      read
        .deleteFrom('session_alerts')
        .where('session_id', 'in', read.selectFrom('sessions').select('id').where('closes_at', '<', at)),
    ),
    statement(
      read
        .deleteFrom('on_site_photos')
        .where('state', '=', 'open')
        .where('created_at', '<', at - retention.doorPhotos),
    ),
    statement(read.deleteFrom('staff_alerts').where('created_at', '<', at - retention.staffAlerts)),
    statement(read.deleteFrom('staff_tries').where('since', '<', at - retention.staffTries)),
  ]);
}

/**
 * Takes away what nobody misses: accounts of browsers that never did anything and haven't been back, whose next visit
 * makes another; where staff were signed in, and what was tried under names.
 *
 * @returns how many accounts went
 */
export async function sweepUnused({ store, now }: Service): Promise<number> {
  const at = now();
  const { read } = store;
  const used = [
    'registrations',
    'held_registrations',
    'legal_aid',
    'complaints',
    'station_reports',
    'consent_withdrawals',
    'notices',
    'session_alerts',
    'due_reminders',
  ] as const;
  let unused = read
    .selectFrom('accounts')
    .select('accounts.id')
    .where('accounts.kind', '=', 'device')
    .where('accounts.created_at', '<', at - retention.unused)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('logins')
            .select('logins.id')
            .whereRef('logins.account_id', '=', 'accounts.id')
            .where('logins.expires_at', '>=', at - retention.unused + RENEWAL),
        ),
      ),
    );
  for (const table of used)
    unused = unused.where(
      sql<boolean>`not exists (select 1 from ${sql.table(table)} as used where used.account_id = accounts.id)`,
    );
  // Looked for where it is deleted, by whoever writes: each of the three finds the same ones, in the same order.
  const some = unused.orderBy('accounts.id').limit(500);
  const old = at - retention.signIns;
  const written = await store.write([
    statement(read.deleteFrom('account_keys').where('account_id', 'in', some)),
    statement(read.deleteFrom('logins').where('account_id', 'in', some)),
    statement(read.deleteFrom('accounts').where('id', 'in', some)),
    statement(
      read
        .deleteFrom('staff_sign_ins')
        .where(({ or, eb }) => or([eb('expires_at', '<', old), eb('revoked_at', '<', old)])),
    ),
  ]);
  return written.done ? (written.changes[2] ?? 0) : 0;
}

/** Places that a request under way took while its account was being deleted. */
export async function sweepOrphans(service: Service): Promise<void> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct account_id from registrations r where status in ('booked', 'waitlist') and account_id <> ''
      and not exists (select 1 from accounts a where a.id = r.account_id) limit 100`.execute(service.store.read);
  for (const { account_id } of rows) await cancelAll(service, account_id);
}

/** Wraps account keys with the operator's current key, so that the old one can be thrown away. */
export async function rewrapKeys({ store, keyring }: Service, limit = 500): Promise<number> {
  const { read } = store;
  const old = await read
    .selectFrom('account_keys')
    .selectAll()
    .where('kid', '!=', keyring.current)
    .limit(limit)
    .execute();
  if (old.length === 0) return 0;
  await store.write(
    old.map(({ account_id, kid, wrapped }) => {
      const renewed = keyring.wrap(keyring.unwrap(kid, wrapped, account_id), account_id);
      const update = read.updateTable('account_keys').set(renewed);
      return statement(update.where('account_id', '=', account_id).where('kid', '=', kid));
    }),
  );
  return old.length;
}

/** @returns stops it, after what is under way */
export function startMaintenance(service: Service): () => Promise<void> {
  // A database that was put back has them from the start.
  let running: Promise<void> = eraseReturned(service).then(ignore, logged);
  const every = (period: number, work: () => Promise<unknown>): NodeJS.Timeout => {
    const timer = setInterval(() => {
      running = running.then(() => (service.stopping ? undefined : work())).then(ignore, logged);
    }, period);
    return timer.unref();
  };
  const timers = [
    every(5_000, () => sweepOffers(service)),
    every(5_000, () => sweepRecordPlans(service)),
    every(10 * MINUTE, () => sweepData(service)),
    every(HOUR, () => sweepUnused(service)),
    every(HOUR, () => sweepPictures(service)),
    every(10 * MINUTE, () => sweepOrphans(service)),
    every(10 * MINUTE, () => eraseReturned(service)),
    every(10 * MINUTE, () => sweepJobs(service)),
    every(MINUTE, () => sweepSessionAlerts(service)),
    every(5 * MINUTE, () => sweepDayNotices(service)),
    every(5 * MINUTE, () => sweepDueReminders(service)),
    every(MINUTE, () => rewrapKeys(service)),
    every(10 * MINUTE, () => renewDemo(service.store, service.now())),
    every(DAY, () => service.store.compact()),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
}

const ignore = (): void => undefined;

/** What a database that is away makes fail is done the next time. */
const logged = (error: unknown): void => logFault(faultOf(error), 'maintenance failed');
