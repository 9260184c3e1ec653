/** Sends the reminders whose day it is. Every process may; the row's own count of tries lets one have it. */
import { dayAt } from '@yugong/domain/calendar';
import { isQuiet } from '@yugong/domain/notice';
import { messageTexts, reminderToday } from '@yugong/domain/notice/words';
import { reminderAt } from '@yugong/domain/registration/reminder';
import { MINUTE, DAY } from '@yugong/domain/time';
import { accountById } from '../services/accounts';
import type { Service } from '../kernel/context';
import { statement, type AuditEntry } from '../kernel/store';
import { formatTime } from '../wechat';
import { ticketPage, withoutHealth } from '../delivery/content';
import { openidContext } from './ask';

/** Longer than WeChat is waited for, token included. */
const LEASE = MINUTE;
/** With the waits between them: over four hours of trying. */
const TRIES = 8;
const ROUND = 50;

/** Reminders of places in sessions of today and tomorrow that nobody is at, the earliest session first. */
async function due({ store, now }: Service) {
  const rows = await store.read
    .selectFrom('reminders')
    .innerJoin('registrations', 'registrations.id', 'reminders.registration_id')
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .innerJoin('programmes', 'programmes.id', 'registrations.programme_id')
    .select([
      'reminders.registration_id',
      'reminders.account_id',
      'reminders.sealed',
      'reminders.tries',
      'sessions.id as session_id',
      'sessions.title',
      'sessions.place',
      'sessions.starts_at',
      'sessions.kind',
      'programmes.organiser',
    ])
    .where('reminders.state', '=', 'waiting')
    .where('reminders.not_before', '<=', now())
    .where('registrations.status', '=', 'booked')
    .where('sessions.state', '=', 'open')
    .where('sessions.starts_at', '>', now())
    .where('sessions.starts_at', '<', now() + 2 * DAY)
    .orderBy('sessions.starts_at')
    .limit(ROUND)
    .execute();
  return rows.filter(({ starts_at }) => reminderAt(starts_at) <= now());
}

type Due = Awaited<ReturnType<typeof due>>[number];

/** Writes where nobody else was at it since. @returns false where somebody was */
async function change(
  { store }: Service,
  { registration_id, tries }: Due,
  set: object,
  audit?: AuditEntry,
): Promise<boolean> {
  const update = store.read
    .updateTable('reminders')
    .set(set)
    .where('registration_id', '=', registration_id)
    .where('tries', '=', tries)
    .where('state', '=', 'waiting');
  return (await store.write([statement(update, 1)], audit ? [audit] : [])).done;
}

async function send(service: Service, row: Due): Promise<void> {
  const { registration_id: id, session_id, account_id, sealed, starts_at } = row;
  const account = await accountById(service, account_id);
  if (!account || sealed === null) return;
  const sent = await service.wechat.send({
    kind: 'reminder',
    openid: account.unseal(sealed, openidContext(id)),
    page: ticketPage(id),
    content: {
      what: dayAt(starts_at) === dayAt(service.now()) ? reminderToday : messageTexts['day-before'],
      at: formatTime(service.now()),
      start: formatTime(starts_at),
      ...withoutHealth(row),
    },
  });
  const taken = { ...row, tries: row.tries + 1 };
  const errcode = 'code' in sent && /^-?\d+$/.test(sent.code) ? Number(sent.code) : null;
  const note = (action: string, code: number | null): AuditEntry => ({
    actor: 'service',
    action: `reminder.${action}`,
    subject: id,
    detail: { errcode: code },
  });
  if (sent.result === 'accepted')
    return void (await change(service, taken, { state: 'sent', session_id, sealed: null }, note('sent', 0)));
  if (sent.result === 'refused' || taken.tries >= TRIES) {
    // What the operator wrote wrong is wrong for everybody: it has to be seen somewhere.
    console.error(JSON.stringify({ reminder: 'failed', errcode }));
    await change(service, taken, { state: 'failed', session_id, sealed: null, errcode }, note('failed', errcode));
    return;
  }
  await change(service, taken, { errcode, not_before: service.now() + 2 ** taken.tries * MINUTE });
}

/** Sends whatever is due. Tests call it; a service has {@link startReminders}. @returns how many were tried */
export async function sweepReminders(service: Service): Promise<number> {
  // Whoever was moved at night to a session of the next day is reminded in the morning.
  if (isQuiet(service.now())) return 0;
  let count = 0;
  for (const row of await due(service)) {
    if (service.stopping) break;
    if (!(await change(service, row, { tries: row.tries + 1, not_before: service.now() + LEASE }))) continue;
    await send(service, row);
    count += 1;
  }
  return count;
}

/** @returns stops it, after the one under way */
export function startReminders(service: Service): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    // What a database that is away makes fail is done the next time.
    running ??= sweepReminders(service)
      .catch(() => undefined)
      .finally(() => (running = null));
  }, 10_000).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
