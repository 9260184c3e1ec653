/** Sends the reminders whose day it is. Every process may; the row's own count of tries lets one have it. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { isQuiet, quietHours } from '@yugong/domain/notice';
import { reminderTexts } from '@yugong/domain/notice/words';
import { reminderAt } from '@yugong/domain/registration/reminder';
import { MINUTE, DAY, instantOf } from '@yugong/domain/time';
import { accountById } from '../services/accounts';
import type { Service } from '../kernel/context';
import type { ReminderRow } from '../kernel/schema';
import { statement, type AuditEntry, type Statement } from '../kernel/store';
import { formatTime } from '../wechat';
import { placesPage, ticketPage, withoutHealth } from '../delivery/content';
import { giveBackPushDay, keepPushDay, placesOn, takePushDay } from '../delivery/push-days';
import { openidContext } from './ask';

/** Longer than WeChat is waited for, token included. */
const LEASE = MINUTE;
/** With the waits between them: over four hours of trying. */
const TRIES = 8;
const ROUND = 50;

/**
 * Reminders of places in sessions of today and tomorrow that nobody is at, the earliest session first.
 *
 * @param of those of one account in sessions of one day; everybody's where it is left out
 */
async function due({ store, now }: Service, of?: { accountId: string; day: string }) {
  const at = now();
  let waiting = store.read
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
    .where('reminders.not_before', '<=', at)
    .where('registrations.status', '=', 'booked')
    .where('sessions.state', '=', 'open')
    .where('sessions.starts_at', '>', at)
    .where('sessions.starts_at', '<', at + 2 * DAY)
    .orderBy('sessions.starts_at');
  if (of)
    waiting = waiting
      .where('reminders.account_id', '=', of.accountId)
      .where('sessions.starts_at', '>=', instantOf(of.day))
      .where('sessions.starts_at', '<', instantOf(of.day) + DAY);
  const rows = await waiting.limit(ROUND).execute();
  return rows.filter(({ starts_at }) => reminderAt(Number(starts_at)) <= at);
}

type Due = Awaited<ReturnType<typeof due>>[number];

/** Changes a reminder where nobody else was at it since it was read. */
const change = ({ store }: Service, { registration_id, tries }: Due, set: Partial<ReminderRow>): Statement =>
  statement(
    store.read
      .updateTable('reminders')
      .set(set)
      .where('registration_id', '=', registration_id)
      .where('tries', '=', tries)
      .where('state', '=', 'waiting'),
    1,
  );

/** The reminders of one person for one day: a single message tells of all of them. */
interface SameDay {
  rows: Due[];
  push: { accountId: string; day: string; by: string };
}

/**
 * Takes them all, and the person's push of today with them. Where something else was that push, they wait for the
 * morning.
 */
async function claim(service: Service, { rows, push }: SameDay): Promise<boolean> {
  const now = service.now();
  const written = await service.store.write([
    takePushDay(service, push),
    ...rows.map((row) => change(service, row, { tries: row.tries + 1, not_before: now + LEASE })),
  ]);
  if (written.done) return true;
  const morning = instantOf(addDays(dayAt(now), 1), quietHours.to);
  if (written.at === 0) await service.store.write(rows.map((row) => change(service, row, { not_before: morning })));
  return false;
}

async function send(service: Service, { rows, push }: SameDay): Promise<void> {
  const [first] = rows;
  const account = await accountById(service, push.accountId);
  if (!account || !first || first.sealed === null) return;
  const { registration_id: id, starts_at } = first;
  const day = dayAt(Number(starts_at));
  const places = await placesOn(service, push.accountId, day);
  const texts = reminderTexts[day === dayAt(service.now()) ? 'today' : 'tomorrow'];
  const sent = await service.wechat.send({
    kind: 'reminder',
    openid: account.unseal(first.sealed, openidContext(id)),
    page: places > 1 ? placesPage : ticketPage(id),
    content: {
      what: places > 1 ? texts.several : texts.one,
      at: formatTime(service.now()),
      start: formatTime(Number(starts_at)),
      ...withoutHealth(first),
    },
  });
  const taken = rows.map((row) => ({ ...row, tries: row.tries + 1 }));
  const errcode = 'code' in sent && /^-?\d+$/.test(sent.code) ? Number(sent.code) : null;
  const note = (action: string, { registration_id }: Due, code: number | null): AuditEntry => ({
    actor: 'service',
    action: `reminder.${action}`,
    subject: registration_id,
    detail: { errcode: code },
  });
  if (sent.result === 'accepted') {
    await service.store.write(
      [
        ...taken.map((row) => change(service, row, { state: 'sent', session_id: row.session_id, sealed: null })),
        keepPushDay(service, push),
      ],
      taken.map((row) => note('sent', row, 0)),
    );
    return;
  }
  const isOver = (row: Due): boolean => row.tries >= TRIES || (sent.result === 'refused' && row.registration_id === id);
  const over = taken.filter(isOver);
  // What the operator wrote wrong is wrong for everybody: it has to be seen somewhere.
  if (over.length > 0) console.error(JSON.stringify({ reminder: 'failed', errcode }));
  await service.store.write(
    taken.map((row) =>
      change(
        service,
        row,
        isOver(row)
          ? { state: 'failed', session_id: row.session_id, sealed: null, errcode }
          : { errcode, not_before: sent.result === 'refused' ? 0 : service.now() + 2 ** row.tries * MINUTE },
      ),
    ),
    over.map((row) => note('failed', row, errcode)),
  );
  if (sent.result === 'refused' || over.length === taken.length)
    await service.store.write([giveBackPushDay(service, push)]);
}

/** Sends whatever is due. Tests call it; a service has {@link startReminders}. @returns how many were tried */
export async function sweepReminders(service: Service): Promise<number> {
  // Whoever was moved at night to a session of the next day is reminded in the morning.
  if (isQuiet(service.now())) return 0;
  const done = new Set<string>();
  let count = 0;
  for (const { account_id: accountId, starts_at } of await due(service)) {
    if (service.stopping) break;
    const day = dayAt(Number(starts_at));
    const by = `reminder|${day}`;
    if (done.has(`${accountId}|${day}`)) continue;
    done.add(`${accountId}|${day}`);
    const rows = await due(service, { accountId, day });
    const sameDay = { rows, push: { accountId, day: dayAt(service.now()), by } };
    if (rows.length === 0 || !(await claim(service, sameDay))) continue;
    await send(service, sameDay);
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
