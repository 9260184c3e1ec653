/**
 * Brings notices to whom they concern: over WeChat, then by SMS, until one is proved to have arrived. The app shows them
 * anyway, and who was reached by none of it is on the call list (staff/data/call-list). Any number of processes do it,
 * and any may die at any moment.
 *
 * A process has a notice while its `deliver_at` is the lease that the process wrote; every step that hands something over
 * is written in one transaction with a look at that lease, before it is done. So each message is handed over by one
 * process, and what a dead one left behind is seen by the next: a row that is `sending` and nobody's is a lost answer.
 */
import { sql } from 'kysely';
import { addDays, dayAt } from '@yugong/domain/calendar';
import {
  afterQuietHours,
  channels,
  isCallable,
  quietHours,
  receiptWithin,
  stillCounts,
  templateKindOf,
  type Channel,
} from '@yugong/domain/notice';
import { DAY, instantOf, MINUTE } from '@yugong/domain/time';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import type { Handover } from '../kernel/handover';
import type { DeliveryRow, NoticeRow, RegistrationRow, SessionRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { accountById } from '../services/accounts';
import { beginHolds } from '../services/notices';
import { readPerson } from '../services/registrations';
import { messageOf } from './content';
import { dropGrant, grantContext, grantFor, recipientOf, spendGrant } from './grants';
import { giveBackPushDay, placesOn, takePushDay } from './push-days';
import { correctCount, countOne, nextHour } from './usage';

/** Longer than any provider is waited for, a new token and a second question included. */
const LEASE = MINUTE;
/** How often a provider is asked what became of a message. */
const POLL = 2 * MINUTE;
/** A message that the provider's records don't have by then was never taken. */
const RECORDED_WITHIN = 2 * MINUTE;
/** Tries of one channel that a provider surely didn't take, with doubling waits from a minute on. */
const TRIES: Record<Channel, number> = { wechat: 3, sms: 8 };
/** News that nobody could be brought for so long is the call list's alone. */
const GIVEN_UP_AFTER = 3 * DAY;
const ROUND = 200;
const AT_ONCE = 8;

type Due = NoticeRow & { lease: number };
type Session = Pick<SessionRow, 'kind' | 'title' | 'place' | 'starts_at' | 'ends_at'> & {
  organiser: string;
  offer_minutes: number | null;
};

interface Matter {
  notice: Due;
  registration: RegistrationRow | null;
  session: Session | null;
  deliveries: Map<Channel, DeliveryRow>;
}

/** What a channel does: `next`: it is the next one's turn; a time: nothing before it; `stop`: somebody else has it. */
type Step = 'next' | 'stop' | number;

/** A message ready to be handed over on a channel. */
interface Prepared {
  recipient: string;
  send(): Promise<Handover>;
  /** What has to be written with it, and when it may be tried where that can't be. */
  conditions: { statement: Statement; otherwise: Step }[];
  /** What is written with the provider's answer. */
  after(handover: Handover): Statement[];
}

const faults = {
  error: (about: object, message: string) => console.error(JSON.stringify({ ...about, message })),
};

/** Delivers whatever is due. Tests call it; a service has {@link startDeliveries}. @returns how many were looked at */
export async function sweepDeliveries(service: Service): Promise<number> {
  const { store, now } = service;
  const due = await store.read
    .selectFrom('notices')
    .selectAll()
    .where('deliver_at', '<=', now())
    .orderBy('deliver_at')
    .limit(ROUND)
    .execute();
  let count = 0;
  const worker = async (): Promise<void> => {
    for (let row = due.shift(); row && !service.stopping; row = due.shift()) {
      // One that fails comes again when its lease is over, and is in nobody's way.
      if (await deliver(service, row).catch(() => false)) count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count;
}

/** @returns stops it, after what is under way */
export function startDeliveries(service: Service): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    // What a database that is away makes fail is done the next time.
    running ??= sweepDeliveries(service)
      .catch(() => undefined)
      .finally(() => (running = null));
  }, 5_000).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** Takes one notice and does the next thing for it. @returns false where another process has it */
async function deliver(service: Service, row: NoticeRow): Promise<boolean> {
  const { store, now } = service;
  const lease = now() + LEASE;
  const claim = store.read
    .updateTable('notices')
    .set({ deliver_at: lease })
    .where('id', '=', row.id)
    .where('deliver_at', '=', row.deliver_at);
  if (!(await store.write([statement(claim, 1)])).done) return false;
  const notice = { ...row, lease };
  const next = await nextStep(service, notice);
  if (next === 'stop') return true;
  await store.write([statement(whileLeased(service, notice).set({ deliver_at: next === 'next' ? null : next }))]);
  return true;
}

/** Changes the notice where this process still has it. */
const whileLeased = ({ store }: Service, { id, lease }: Due) =>
  store.read.updateTable('notices').where('id', '=', id).where('deliver_at', '=', lease);

async function nextStep(service: Service, notice: Due): Promise<Step> {
  const now = service.now();
  if (notice.reached_at !== null) return 'next';
  const isConfirmed = notice.read_at !== null || notice.delivered_at !== null;
  if (isConfirmed && !isCallable(notice.kind)) return 'next';
  const matter = await read(service, notice);
  if (!matter) return 'next';
  // What the account's phone showed was a family member's to read: who comes has her own telephone to be told on.
  const forBoth = matter.registration?.own_phone === 1;
  if (isConfirmed && (!forBoth || matter.deliveries.get('sms')?.state === 'confirmed')) return 'next';
  for (const channel of channels) {
    if (channel === 'wechat' && isConfirmed) continue;
    const step = await stepOn(service, matter, channel, now);
    if (step !== 'next') return step;
  }
  return 'next';
}

/** Everything that a notice is about; null where it is nothing to be told of any more. */
async function read(service: Service, notice: Due): Promise<Matter | null> {
  const { store, now } = service;
  if (now() - Number(notice.created_at) > GIVEN_UP_AFTER) return null;
  const rows = await store.read.selectFrom('deliveries').selectAll().where('notice_id', '=', notice.id).execute();
  const deliveries = new Map(rows.map((row) => [row.channel, row]));
  const { registration_id: id, session_id } = notice;
  if (session_id === null) return { notice, registration: null, session: null, deliveries };
  const named = store.read
    .selectFrom('sessions')
    .innerJoin('programmes', 'programmes.id', 'sessions.programme_id')
    .select(['sessions.kind', 'sessions.title', 'sessions.place', 'sessions.starts_at', 'sessions.ends_at'])
    .select(['programmes.organiser', 'programmes.offer_minutes'])
    .where('sessions.id', '=', session_id);
  if (id === null) {
    const waited = await named.executeTakeFirst();
    const isOver = !waited || Number(waited.ends_at) <= now();
    return isOver ? null : { notice, registration: null, session: waited, deliveries };
  }
  const [registration, session, later] = await Promise.all([
    store.read.selectFrom('registrations').selectAll().where('id', '=', id).executeTakeFirst(),
    named.executeTakeFirst(),
    store.read
      .selectFrom('notices')
      .select(['id', 'kind'])
      .where('registration_id', '=', id)
      .where(({ eb, and, or }) =>
        or([
          eb('created_at', '>', notice.created_at),
          and([eb('created_at', '=', notice.created_at), eb('id', '>', notice.id)]),
        ]),
      )
      .execute(),
  ]);
  if (!registration || !session || registration.account_id === '' || Number(session.ends_at) <= now()) return null;
  // What came after it says how things are now; a change of the session says nothing of the seat that waits for an answer.
  if (later.some(({ kind }) => isCallable(kind) && !(notice.kind === 'offered' && kind === 'changed'))) return null;
  const { status, offer_until } = registration;
  if (!stillCounts(notice.kind, { status, offerUntil: offer_until })) return null;
  if (await isToldOtherwise(service, notice, session)) return null;
  return { notice, registration, session, deliveries };
}

async function stepOn(service: Service, matter: Matter, channel: Channel, now: number): Promise<Step> {
  const row = matter.deliveries.get(channel);
  if (!row) return handOver(service, matter, channel, undefined);
  const { state, tries } = row;
  const sentAt = Number(row.sent_at);
  if (state === 'refused' || state === 'failed') return 'next';
  if (state === 'confirmed') return 'stop';
  if (state === 'later') {
    if (tries < TRIES[channel]) return handOver(service, matter, channel, row);
    return (await settle(service, row, { state: 'refused' })) ? 'next' : 'stop';
  }
  if (state === 'sending') {
    if (now < sentAt + LEASE) return sentAt + LEASE;
    // Whoever handed it over never wrote what came of it.
    if (!(await settle(service, row, { state: 'unknown' }))) return 'stop';
  }
  const until = sentAt + receiptWithin[channel];
  const known = channel === 'sms' ? await askProvider(service, matter, row, now) : null;
  if (known !== null) return known;
  if (now < until) return Math.min(until, now + (channel === 'sms' ? POLL : receiptWithin.wechat));
  return (await settle(
    service,
    { ...row, state: state === 'sending' ? 'unknown' : state },
    { state: 'failed', reason: 'no-receipt' },
  ))
    ? 'next'
    : 'stop';
}

/** Writes what became of a message, where nothing else was written of it since it was read. */
async function settle(
  { store, now }: Service,
  row: DeliveryRow,
  set: Partial<DeliveryRow>,
  besides: Statement[] = [],
): Promise<boolean> {
  const update = store.read
    .updateTable('deliveries')
    .set({ ...set, updated_at: now() })
    .where('notice_id', '=', row.notice_id)
    .where('channel', '=', row.channel)
    .where('state', '=', row.state)
    .where('tries', '=', row.tries);
  return (await store.write([statement(update, 1), ...besides])).done;
}

async function handOver(
  service: Service,
  matter: Matter,
  channel: Channel,
  before: DeliveryRow | undefined,
): Promise<Step> {
  const { store, now } = service;
  const { notice } = matter;
  const account = await accountById(service, notice.account_id);
  if (!account) return 'next';
  const prepared = channel === 'wechat' ? await byWechat(service, matter, account) : bySms(service, matter, account);
  if (!prepared) return before ? ((await settle(service, before, { state: 'refused' })) ? 'next' : 'stop') : 'next';
  const at = now();
  const waking = afterQuietHours(at);
  if (waking > at) return waking;
  const tries = (before?.tries ?? 0) + 1;
  const pushDay = isCallable(notice.kind) ? null : dayAt(at);
  const tomorrow = instantOf(addDays(dayAt(at), 1), quietHours.to);
  if (pushDay !== null && (await hasReminderToCome(service, notice.account_id, at))) return tomorrow;
  const push = pushDay === null ? null : { accountId: notice.account_id, day: pushDay, by: notice.id };
  const conditions = [
    ...(push ? [{ statement: takePushDay(service, push), otherwise: tomorrow }] : []),
    ...prepared.conditions,
  ];
  const written = await store.write([
    statement(whileLeased(service, notice).set({ deliver_at: notice.lease }), 1),
    statement(
      before
        ? store.read
            .updateTable('deliveries')
            .set({ state: 'sending', tries, sent_at: at, updated_at: at, recipient: prepared.recipient })
            .where('notice_id', '=', notice.id)
            .where('channel', '=', channel)
            .where('state', '=', 'later')
            .where('tries', '=', before.tries)
        : store.read
            .insertInto('deliveries')
            .values({
              notice_id: notice.id,
              channel,
              account_id: notice.account_id,
              state: 'sending',
              recipient: prepared.recipient,
              provider_id: null,
              reason: null,
              tries,
              push_day: pushDay,
              sent_at: at,
              updated_at: at,
            })
            .onConflict((c) => c.doNothing()),
      1,
    ),
    ...conditions.map((one) => one.statement),
  ]);
  if (!written.done) {
    if (written.at === 0) return 'stop';
    // She had her push of today: this one comes tomorrow, if she hasn't read it by then.
    if (written.at === 1) return before ? 'stop' : tomorrow;
    return conditions[written.at - 2]?.otherwise ?? 'stop';
  }
  const handover = await prepared.send();
  const code = 'code' in handover ? handover.code : null;
  const set: Partial<DeliveryRow> =
    handover.result === 'accepted'
      ? { state: 'accepted', provider_id: handover.providerId, reason: null }
      : { state: handover.result, reason: code };
  // A receipt may have been faster than the answer: then that is how it stands.
  const answer = store.read
    .updateTable('deliveries')
    .set({ ...set, updated_at: now() })
    .where('notice_id', '=', notice.id)
    .where('channel', '=', channel)
    .where('state', '=', 'sending')
    .where('tries', '=', tries);
  await store.write(
    [
      statement(answer),
      ...prepared.after(handover),
      ...(push && handover.result === 'refused' ? [giveBackPushDay(service, push)] : []),
    ],
    [
      {
        actor: 'service',
        action: `delivery.${channel}.${handover.result}`,
        subject: notice.registration_id ?? notice.account_id,
        detail: { notice: notice.id, code },
      },
    ],
  );
  if (handover.result === 'refused') {
    // What the operator wrote wrong is wrong for everybody: it has to be seen somewhere.
    console.error(JSON.stringify({ delivery: channel, refused: code }));
    return 'next';
  }
  if (handover.result === 'later') return now() + 2 ** (tries - 1) * MINUTE;
  return now() + Math.min(POLL, receiptWithin[channel]);
}

/** Whether a reminder that she asked for is to be her push of the day: it is sent from ten on (reminders/send). */
async function hasReminderToCome({ store }: Service, accountId: string, at: number): Promise<boolean> {
  const tomorrow = instantOf(addDays(dayAt(at), 1));
  const reminder = await store.read
    .selectFrom('reminders')
    .innerJoin('registrations', 'registrations.id', 'reminders.registration_id')
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select('reminders.registration_id')
    .where('reminders.account_id', '=', accountId)
    .where('reminders.state', '=', 'waiting')
    .where('registrations.status', '=', 'booked')
    .where('sessions.state', '=', 'open')
    .where('sessions.starts_at', '>', at)
    .where('sessions.starts_at', '<', tomorrow + DAY)
    .executeTakeFirst();
  return reminder !== undefined;
}

/** Whether a day's notice has had its day, or its registration has a reminder that says the same. */
async function isToldOtherwise({ store, now }: Service, notice: Due, session: Session): Promise<boolean> {
  const today = dayAt(now());
  if (notice.kind === 'preparation-starts') return dayAt(Number(notice.created_at)) !== today;
  if (notice.kind !== 'day-before' || notice.registration_id === null) return false;
  if (dayAt(Number(session.starts_at)) <= today) return true;
  const reminder = await store.read
    .selectFrom('reminders')
    .select('state')
    .where('registration_id', '=', notice.registration_id)
    .where('state', '!=', 'failed')
    .executeTakeFirst();
  return reminder !== undefined;
}

/** A message of WeChat's; null where the operator has no template for it, or she gave no yes that is still good. */
async function byWechat(service: Service, matter: Matter, account: Account): Promise<Prepared | null> {
  const { notice, session } = matter;
  const kind = templateKindOf(notice.kind);
  const template = service.wechat.templates?.[kind];
  if (!template) return null;
  const grant = await grantFor(service, account.id, notice, kind);
  if (!grant) return null;
  // Her last yes is kept for what decides whether she sets out in vain; a message waits in the app.
  if (notice.kind === 'message' && !template.longTerm && grant.remaining < 2) return null;
  const places =
    notice.kind === 'day-before' && session ? await placesOn(service, account.id, dayAt(Number(session.starts_at))) : 1;
  return {
    recipient: grant.recipient,
    send: () =>
      service.wechat.send({
        ...messageOf(notice, session, { now: service.now(), places }),
        openid: account.unseal(grant.sealed, grantContext(grant.subject_id, kind)),
      }),
    conditions: [],
    after: ({ result }) => {
      if (result === 'accepted') return template.longTerm ? [] : spendGrant(service, grant);
      return result === 'refused' ? [dropGrant(service, grant)] : [];
    },
  };
}

const phoneOf = (account: Account, registration: RegistrationRow): string =>
  readPerson(account, registration, faults).person?.phone ?? '';

/** An SMS; null where it isn't one of the kinds that are worth it, or there is no number, or nobody who sends it. */
function bySms(service: Service, { notice, registration }: Matter, account: Account): Prepared | null {
  const { sms } = service;
  if (!sms || !isCallable(notice.kind) || !registration) return null;
  const { kind } = notice;
  const phone = phoneOf(account, registration);
  if (phone === '') return null;
  const at = service.now();
  const { hour, day, month } = countOne(service, at, sms.ceilings);
  const tomorrow = instantOf(addDays(dayAt(at), 1), quietHours.to);
  return {
    recipient: recipientOf(service, phone),
    send: () => sms.send({ kind, phone, reference: notice.id }),
    conditions: [
      { statement: hour, otherwise: nextHour(at) },
      { statement: day, otherwise: tomorrow },
      { statement: month, otherwise: tomorrow },
    ],
    after: (handover) => {
      if (handover.result === 'unknown') return [];
      const taken = handover.result === 'accepted';
      return correctCount(service, at, { sent: taken ? 0 : -1, segments: taken ? handover.segments : 0 });
    },
  };
}

/**
 * Asks the provider what became of an SMS whose answer or receipt is missing.
 *
 * @returns null where the receipt is still to be waited for
 */
async function askProvider(service: Service, matter: Matter, row: DeliveryRow, now: number): Promise<Step | null> {
  const { sms, store } = service;
  const { notice, registration } = matter;
  const account = await accountById(service, notice.account_id);
  if (!sms || !registration || !account) return null;
  const sentAt = Number(row.sent_at);
  const records = await sms.records(phoneOf(account, registration), sentAt - MINUTE);
  if (records === null) return null;
  const claimed =
    records.length === 0
      ? []
      : await store.read
          .selectFrom('deliveries')
          .select('provider_id')
          .where(
            'provider_id',
            'in',
            records.map(({ providerId }) => providerId),
          )
          .where('notice_id', '!=', notice.id)
          .execute();
  const taken = new Set(claimed.map(({ provider_id }) => provider_id));
  const ours = records.filter(
    ({ providerId }) => (row.provider_id ?? providerId) === providerId && !taken.has(providerId),
  );
  // Where another message to the same number is unaccounted for as well, nobody knows which of them a record is of.
  if (row.provider_id === null && ours.length > 0 && (await hasRival(service, row))) return null;
  const record = ours.find(({ state }) => state !== 'failed') ?? ours[0];
  const current = { ...row, state: row.state === 'sending' ? ('unknown' as const) : row.state };
  if (!record) {
    if (row.provider_id !== null || now < sentAt + RECORDED_WITHIN) return null;
    // The provider has no such message: it never got there, and a second one is the first.
    const uncounted = correctCount(service, sentAt, { sent: -1, segments: 0 });
    return (await settle(service, current, { state: 'later', reason: 'not-taken' }, uncounted)) ? now : 'stop';
  }
  const { providerId: provider_id, code, state } = record;
  if (state === 'delivered') {
    await confirmDelivery(service, current, { provider_id });
    return 'stop';
  }
  if (state === 'failed')
    return (await settle(service, current, { state: 'failed', provider_id, reason: code })) ? 'next' : 'stop';
  if (row.provider_id === null) await settle(service, current, { state: 'accepted', provider_id });
  return null;
}

/** Is there another message to the same number, of about the same time, whose answer was lost? */
async function hasRival({ store }: Service, row: DeliveryRow): Promise<boolean> {
  const rival = await store.read
    .selectFrom('deliveries')
    .select('notice_id')
    .where('recipient', '=', row.recipient)
    .where('channel', '=', row.channel)
    .where('notice_id', '!=', row.notice_id)
    .where('provider_id', 'is', null)
    .where('state', 'in', ['sending', 'unknown', 'failed'])
    .where('sent_at', '>', Number(row.sent_at) - 2 * receiptWithin.sms)
    .executeTakeFirst();
  return rival !== undefined;
}

/** It arrived, which nothing that is told of it afterwards changes; the notice needs no other channel. */
export async function confirmDelivery(
  { store, now }: Pick<Service, 'store' | 'now'>,
  { notice_id, channel, account_id }: Pick<DeliveryRow, 'notice_id' | 'channel' | 'account_id'>,
  set: Partial<DeliveryRow> = {},
): Promise<void> {
  const at = now();
  const confirm = store.read
    .updateTable('deliveries')
    .set({ ...set, state: 'confirmed', reason: null, updated_at: at })
    .where('notice_id', '=', notice_id)
    .where('channel', '=', channel)
    .where('state', '!=', 'confirmed');
  // Of a registration by a family member, WeChat reached that one; an SMS is still to go to who comes.
  const next = sql<number | null>`case when exists (select 1 from registrations
    where registrations.id = notices.registration_id and registrations.own_phone = 1)
    and ${channel} = 'wechat' then cast(${at} as bigint) else null end`;
  const delivered = store.read
    .updateTable('notices')
    .set({ delivered_at: at, delivered_by: channel, deliver_at: next })
    .where('id', '=', notice_id)
    .where('delivered_at', 'is', null);
  await store.write(
    [statement(confirm, 1), statement(delivered)],
    [{ actor: 'service', action: `delivery.${channel}.confirmed`, subject: account_id, detail: { notice: notice_id } }],
  );
  const offer = await store.read
    .selectFrom('notices')
    .select('registration_id')
    .where('id', '=', notice_id)
    .where('kind', '=', 'offered')
    .executeTakeFirst();
  // Only now does her time to answer run.
  if (offer?.registration_id) await beginHolds({ store }, [offer.registration_id]);
}
