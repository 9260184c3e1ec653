/** What has to happen though nobody asks: offers lapse, data has its time, keys are renewed. Every process may do it. */
import { sql } from 'kysely';
import { MINUTE, DAY } from '@yugong/domain/time';
import { statement } from './kernel/store';
import { renewDemo } from './demo/seed';
import { cancelAll } from './services/erase';
import { sweepJobs } from './staff/jobs/queue';
import type { Service } from './kernel/context';

/** How long what is kept; said in the consent texts too. */
export const retention = {
  idempotency: 7 * DAY,
  person: 180 * DAY,
  legalAid: 730 * DAY,
  withdrawn: 30 * DAY,
  /** Of whom an account and a number held places for: counted while the session is to come, and a while after. */
  holders: 30 * DAY,
  logins: 30 * DAY,
  notices: 180 * DAY,
  staffAlerts: 180 * DAY,
  /** Wrong tries are forgotten after a day of quiet, sign-ins that are over a month later. */
  staffTries: DAY,
  staffSignIns: 30 * DAY,
};

/** Ends the offers whose time is up, so that places don't wait for the next person to come by. */
export async function sweepOffers({ store, now }: Service): Promise<void> {
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
  // Whose message is of no use any more: the session has begun, or the place is given back.
  const past = read
    .selectFrom('reminders')
    .innerJoin('registrations', 'registrations.id', 'reminders.registration_id')
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select('reminders.registration_id')
    .where(({ eb, or }) => or([eb('sessions.starts_at', '<', at), eb('registrations.status', '=', 'cancelled')]));
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
        .set({ person_key: null, phone_key: null })
        .where('person_key', 'is not', null)
        .where('session_id', 'in', counted),
    ),
    statement(read.deleteFrom('held_registrations').where('session_id', 'in', counted)),
    statement(read.deleteFrom('reminders').where('registration_id', 'in', past)),
    statement(read.deleteFrom('outcomes').where('session_id', 'in', ended)),
    statement(read.deleteFrom('legal_aid_messages').where('request_id', 'in', closed)),
    statement(read.deleteFrom('notices').where('request_id', 'in', closed)),
    statement(read.deleteFrom('legal_aid').where('id', 'in', closed)),
    statement(read.deleteFrom('logins').where('expires_at', '<', at - retention.logins)),
    statement(read.deleteFrom('notices').where('created_at', '<', at - retention.notices)),
    statement(read.deleteFrom('staff_alerts').where('created_at', '<', at - retention.staffAlerts)),
    statement(read.deleteFrom('staff_tries').where('since', '<', at - retention.staffTries)),
    statement(read.deleteFrom('staff_sign_ins').where('expires_at', '<', at - retention.staffSignIns)),
  ]);
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
  let running: Promise<void> = Promise.resolve();
  const every = (period: number, work: () => Promise<unknown>): NodeJS.Timeout => {
    const timer = setInterval(() => {
      // What a database that is away makes fail is done the next time.
      running = running.then(() => (service.stopping ? undefined : work())).then(ignore, ignore);
    }, period);
    return timer.unref();
  };
  const timers = [
    every(5_000, () => sweepOffers(service)),
    every(10 * MINUTE, () => sweepData(service)),
    every(10 * MINUTE, () => sweepOrphans(service)),
    every(10 * MINUTE, () => sweepJobs(service)),
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
