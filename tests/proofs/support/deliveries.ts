/**
 * Registrations that things happen to, and processes that bring the news and are killed at it, against providers that
 * refuse, throttle, time out, lose answers and are imitated. What is held at the end is said by {@link verify}.
 */
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, dayAt } from '@yugong/domain/calendar';
import {
  afterQuietHours,
  callDueAt,
  isCallable,
  stillCounts,
  templateKinds,
  type TemplateKind,
} from '@yugong/domain/notice';
import type { CallListWire } from '@yugong/domain/notice/staff-wire';
import { DAY, HOUR, instantOf, MINUTE } from '@yugong/domain/time';
import { root } from '../../../scripts/lib/stale';
import { buildService } from '../../../server/src/app';
import { readConfig } from '../../../server/src/config';
import { grantMessages } from '../../../server/src/delivery/grants';
import type { DeliveryRow, NoticeRow, RegistrationRow } from '../../../server/src/kernel/schema';
import type { Service } from '../../../server/src/kernel/context';
import { sweepOffers } from '../../../server/src/maintenance';
import { statement } from '../../../server/src/kernel/store';
import { openService } from '../../../server/src/service';
import { accountById } from '../../../server/src/services/accounts';
import { beginHold, markRead } from '../../../server/src/services/notices';
import { activeKey, readPerson } from '../../../server/src/services/registrations';
import { noticeRow } from '../../../server/src/storage/rows';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { readTemplates } from '../../../server/src/wechat';
import { member } from '../../service/staff/support';
import { eventBody, type TestService } from '../../service/support/service';
import { smsOptions, smsReceipt, startSms, type SmsStandIn } from '../../service/support/sms-stand-in';
import { fill, programme, sessionRow, type Engine } from '../../service/support/stores';
import { pushed, sentEvent, startWechat, type StandIn } from '../../service/support/wechat-stand-in';
import type { DeliveryStart, DeliveryStep } from './delivery-process';
import { proved } from './effort';
import { holdsOf, type Truths } from './holds';

export interface Trial {
  people: number;
  kills: number;
  days: number;
  /**
   * Of a negative control: `delivery`: nobody brings anything; `hold`: an offer's hold begins as soon as it is made; `day`:
   * nobody remembers who had the push of a day.
   */
  broken: 'nothing' | 'delivery' | 'hold' | 'day';
}

export interface Proven {
  notices: number;
  confirmed: number;
  onTheList: number;
  sms: number;
  wechat: number;
  /** Pushes of the kinds of which a person gets one a day. */
  daily: number;
  /** People and days on which one of them got answers: as many pushes there can be. */
  answered: number;
  /** Offers whose hold began, that lapsed, and that staff passed on. */
  holds: number;
  lapsed: number;
  passedOn: number;
  kills: number;
}

const templateIdOf = (kind: TemplateKind) => `tmpl-${kind}-of-the-proof-01`;
const TABLE = templateKinds.map((kind) => `${kind} ${templateIdOf(kind)} thing1=what,time2=at`).join('\n');
const PUSH = { token: 'PushToken1', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const APP_ID = 'wx-example';
const SEATS = 20;
/** Minutes after the news at which processes look, close together where much happens. */
const STEPS = [0, 1, 2, 4, 6, 8, 11, 15, 20, 30, 45, 60, 90, 120, 135];
/** The last round's news come when only some of them can still be brought that evening, and its holds last until morning. */
const ROUNDS = ['10:30', '14:00', '19:30'];
const OFFER_MINUTES = 120;

/**
 * The fewest of some notices that must be confirmed: six in ten, less three standard errors, because a day of CI has some
 * forty notices, whose share is chance to a tenth and more, and three full days have thousands.
 *
 * @example leastConfirmed(40) // 14.7
 */
export const leastConfirmed = (notices: number): number => 0.6 * notices - 3 * Math.sqrt(0.6 * 0.4 * notices);

/** A sequence of numbers below 1 that is the same each time (Park and Miller). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Something that happens with a chance each, the first where the chances leave something. */
const oneOf = <T>(random: () => number, otherwise: T, chances: readonly (readonly [number, T])[]): T => {
  let left = random();
  for (const [chance, what] of chances) {
    if (left < chance) return what;
    left -= chance;
  }
  return otherwise;
};

interface World {
  engine: Engine;
  place: { at: string };
  data: string;
  clock: { now: number };
  random: () => number;
  /** What happens to the sessions, drawn apart: how far a killed process came changes how often {@link random} is asked. */
  happenings: () => number;
  wechat: StandIn;
  sms: SmsStandIn;
  start: DeliveryStart;
  script: string;
  trial: Trial;
  truths: Truths;
  kills: number;
  /** Who said yes to WeChat's messages. */
  yesSayers: { accountId: string; openid: string }[];
  /** Rounds in which requests were answered, and whose, with the day. */
  answeredRounds: number;
  answered: Set<string>;
}

/** The processes' program, built as the service is. */
function build(): string {
  const out = path.join(root, 'tests/.out');
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(out, 'delivery-'));
  const entries = {
    'delivery-process': 'tests/proofs/support/delivery-process.ts',
    worker: 'server/src/storage/sqlite/worker.ts',
  };
  const program = `require('./scripts/build-service').bundle(${JSON.stringify(entries)}, ${JSON.stringify(folder)})`;
  execFileSync(process.execPath, ['--import', 'tsx', '-e', program], { cwd: root, stdio: 'inherit' });
  return folder;
}

const configOf = ({ engine, place, data }: Pick<World, 'engine' | 'place' | 'data'>) => ({
  dataDir: engine.name === 'sqlite' ? place.at : data,
  databaseUrl: engine.name === 'postgres' ? place.at : null,
});

/** The service in this process, between two rounds: with SQLite only one has the data. */
async function opened<T>(world: World, work: (test: Pick<TestService, 'service' | 'ask' | 'clock'>) => Promise<T>) {
  const service = await openService(
    { ...readConfig({}), demo: false, ...configOf(world) },
    { now: () => world.clock.now, maintenance: false },
  );
  Object.assign(service.limits, { writes: 1e9, logins: 1e9 });
  const app = await buildService(service);
  let serial = 0;
  const ask: TestService['ask'] = (line, { token, body } = {}) => {
    const [method, url] = line.split(' ');
    serial += 1;
    return app.inject({
      method: method === 'PUT' ? 'PUT' : method === 'POST' ? 'POST' : 'GET',
      url: url ?? '/',
      headers: {
        'idempotency-key': `k-${world.clock.now}-${serial}`,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { payload: body } : {}),
    });
  };
  try {
    return await work({ service, ask, clock: world.clock });
  } finally {
    await app.close();
    await service.close();
  }
}

async function signUpEverybody(world: World): Promise<void> {
  const { people } = world.trial;
  const sessions = Math.ceil(people / (SEATS + 6));
  await opened(world, async ({ service, ask }) => {
    const { now } = world.clock;
    const times = { opens_at: now - HOUR, closes_at: now + 8 * DAY, cancel_until: now + 8 * DAY };
    await fill(
      service.store,
      [programme({ offer_minutes: OFFER_MINUTES, people_limit: null })],
      Array.from({ length: sessions }, (_, n) =>
        sessionRow(
          {
            id: `s${n}`,
            capacity: SEATS,
            waitlist_size: 30,
            ...times,
            starts_at: now + 9 * DAY,
            ends_at: now + 10 * DAY,
          },
          now,
        ),
      ),
    );
    const signUp = async (serial: number, saysYes: boolean): Promise<void> => {
      const { token } = (await ask('POST /api/v1/login/device')).json<{ token: string }>();
      const line = `POST /api/v1/sessions/s${serial % sessions}/registrations`;
      const { id } = (await ask(line, { token, body: eventBody(serial) })).json<{ id: string }>();
      if (!saysYes) return;
      const { account_id } = await service.store.read
        .selectFrom('registrations')
        .select('account_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const account = await accountById(service, account_id);
      const openid = `openid-${serial}`;
      if (account) await grantMessages(service, account, id, openid, ['change', 'offer']);
      world.yesSayers.push({ accountId: account_id, openid });
    };
    // Of one session one at a time, so that who is first is the same each time.
    const atOnce = Math.min(sessions, 16);
    for (let first = 0; first < people; first += atOnce)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, people - first) }, (_, n) =>
          // Three in ten say no to WeChat's messages, or have no WeChat.
          signUp(first + n, world.random() >= 0.3),
        ),
      );
  });
}

type Test = Parameters<Parameters<typeof opened>[1]>[0];

const rowsOf = (service: Service, session: string) =>
  service.store.read
    .selectFrom('registrations')
    .selectAll()
    .where('session_id', '=', session)
    .orderBy('place')
    .execute();

/** Some open the app, some are called, some say yes to their offer, and staff pass on what nobody could be told of. */
async function answer(world: World, { service, ask }: Test, token: string): Promise<void> {
  const { random, truths } = world;
  const { read } = service.store;
  const unread = await read
    .selectFrom('notices')
    .select(['id', 'account_id'])
    .where('read_at', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id, account_id } of unread.filter(() => random() < 0.04)) {
    await markRead(service, { id: account_id }, [id]);
    truths.seen.add(id);
  }
  const { calls } = (await ask('GET /api/v1/staff/call-list', { token })).json<CallListWire>();
  for (const { noticeId } of calls.filter(() => random() < 0.3)) {
    const result = random() < 0.5 ? 'reached' : 'no-answer';
    const called = await ask(`POST /api/v1/staff/call-list/${noticeId}/calls`, { token, body: { result } });
    expect(called.statusCode).toBe(200);
    if (result === 'reached') truths.seen.add(noticeId);
  }
  const offered = await read
    .selectFrom('registrations')
    .selectAll()
    .where('status', '=', 'waitlist')
    .where('offer_until', 'is not', null)
    .orderBy('id')
    .execute();
  for (const row of offered) {
    const about = {
      key: null,
      fingerprint: '',
      registrationId: row.id,
      sessionId: row.session_id,
      accountId: row.account_id,
    };
    if (row.pass_on_from !== null) {
      if (random() < 0.5) continue;
      const outcome = await service.store.submit({
        command: { type: 'settle-offer', ...about, by: 'staff', decision: 'next' },
      });
      // Before its time staff are refused, however often they try.
      if (Number(row.pass_on_from) > service.now())
        expect(outcome).toMatchObject({ result: 'refused', refusal: 'offer-not-due' });
    } else if (random() < 0.3) {
      const command = { type: 'move', ...about, by: 'owner', toSessionId: row.session_id } as const;
      await service.store.submit({ command: { ...command, toActiveKey: row.active_key ?? '' } });
    }
  }
}

/**
 * One in seven gets two answers at once, of the kinds of which a person gets one push a day; half of them are the next
 * round's too. Who it is goes by turns and not by chance, so that no run of bad luck leaves nobody to look at.
 */
async function answerRequests(world: World, { service }: Test, round: string): Promise<void> {
  const { now } = world.clock;
  const turn = world.answeredRounds++;
  const people = [...world.yesSayers].sort((a, b) => (a.openid < b.openid ? -1 : 1));
  for (const [index, { accountId, openid }] of people.entries()) {
    if (![turn % 14, (turn + 1) % 14].includes(index % 14)) continue;
    world.answered.add(`${openid} ${dayAt(now)}`);
    const account = await accountById(service, accountId);
    if (!account) continue;
    for (const n of [1, 2]) {
      const request_id = `request-${round}-${index}-${n}`;
      await grantMessages(service, account, request_id, openid, ['reply']);
      const row = noticeRow('legal-aid-answer', accountId, now, { request_id });
      await service.store.write([statement(service.store.read.insertInto('notices').values(row))]);
    }
  }
}

/** Something happens in every session. */
async function disturb(world: World, test: Test, round: string): Promise<void> {
  const { service, ask } = test;
  await sweepOffers(service);
  const { token } = await member({ service }, ['clerk', 'editor', 'administrator']);
  if (world.trial.broken === 'nothing') await answer(world, test, token);
  await answerRequests(world, test, round);
  const sessions = await service.store.read
    .selectFrom('sessions')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  const envelope = { key: null, fingerprint: '' };
  for (const [index, session] of sessions.entries()) {
    const rows = await rowsOf(service, session.id);
    const booked = rows.filter(({ status }) => status === 'booked');
    const about = ({ id, account_id }: RegistrationRow) => ({
      ...envelope,
      registrationId: id,
      sessionId: session.id,
      accountId: account_id,
    });
    const chance = oneOf(world.happenings, 'venue', [
      [0.3, 'cancel'],
      [0.2, 'shrink'],
      [0.2, 'move'],
      [0.08, 'call-off'],
    ]);
    // However few there are, seats become free and are offered, and a whole session hears of its new place.
    const what = (['cancel', 'venue'] as const)[index] ?? chance;
    if (what === 'cancel')
      for (const row of booked.slice(0, 3))
        await service.store.submit({ command: { type: 'cancel', ...about(row), by: 'owner' } });
    if (what === 'shrink') {
      const displace = booked.slice(-3).map(({ id }) => id);
      const [capacity, waitlistSize] = [booked.length - displace.length, session.waitlist_size];
      await service.store.submit({
        command: { type: 'adjust', ...envelope, sessionId: session.id, capacity, waitlistSize, displace },
      });
    }
    if (what === 'move') {
      const target = sessions[Math.floor(world.happenings() * sessions.length)];
      for (const row of booked.slice(0, 2)) {
        const account = await accountById(service, row.account_id);
        const person = account && readPerson(account, row, { error: () => undefined }).person;
        if (!target || target.id === session.id || !person) continue;
        const toActiveKey = activeKey(service, target.id, person);
        await service.store.submit({
          command: { type: 'move', ...about(row), by: 'staff', toSessionId: target.id, toActiveKey },
        });
      }
    }
    if (what === 'call-off') {
      await ask(`POST /api/v1/staff/sessions/${session.id}/cancel`, { token, body: { message: '示例：停电' } });
      await runJobs(service);
    }
    if (what === 'venue') {
      const { title, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, version } = (
        await ask(`GET /api/v1/staff/sessions/${session.id}`, { token })
      ).json();
      const times = { opensAt, closesAt, cancelUntil, startsAt, endsAt };
      const body = { title, place: `示例楼 ${round}`, adcode, note, ...times, seen: version };
      const answer = await ask(`PUT /api/v1/staff/sessions/${session.id}`, { token, body });
      expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([200, expect.any(String)]);
    }
  }
  if (world.trial.broken === 'hold') await beginAllHolds(service);
  if (world.trial.broken === 'day') await forgetPushDays(service);
}

/** What the engine would be if a hold began with its offer. */
async function beginAllHolds({ store }: Service): Promise<void> {
  const offers = await store.read
    .selectFrom('registrations')
    .select(['id', 'session_id', 'account_id'])
    .where('pass_on_from', 'is not', null)
    .execute();
  for (const offer of offers) await beginHold({ store }, offer);
}

/** What the engine would be if it didn't remember who had the push of a day. */
async function forgetPushDays({ store, now }: Service): Promise<void> {
  await store.write([
    statement(store.read.deleteFrom('push_days')),
    statement(store.read.updateTable('deliveries').set({ push_day: null })),
    statement(
      store.read
        .updateTable('notices')
        .set({ deliver_at: now() })
        .where('kind', '=', 'legal-aid-answer')
        .where('deliver_at', '>', now()),
    ),
  ]);
}

/** Waits for a word of a process. @returns false where it ended without it */
const once = (child: ChildProcess, word: string): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (wasHeard: boolean) => {
      child.off('message', heard);
      child.off('exit', gone);
      resolve(wasHeard);
    };
    const heard = (message: unknown) => {
      if (message === word) end(true);
    };
    const gone = () => end(false);
    child.on('message', heard);
    child.on('exit', gone);
  });

async function startProcess(world: World): Promise<ChildProcess> {
  const child = fork(path.join(world.script, 'delivery-process.mjs'), {
    cwd: root,
    env: { ...process.env, DELIVERY_START: JSON.stringify(world.start) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  expect(await once(child, 'ready')).toBe(true);
  return child;
}

interface Post {
  at: number;
  post: DeliveryStep['posts'][number];
}

/** What providers tell of the messages they took since, and what others tell in their name. */
function tell(world: World, seen: { wechat: number; sms: number }): Post[] {
  const { random, clock, wechat, sms, truths } = world;
  const posts: Post[] = [];
  const later = (): number =>
    clock.now +
    oneOf(random, 0, [
      [0.3, 1],
      [0.2, 3],
      [0.05, 30],
    ] as const) *
      MINUTE;
  const push = (event: object, of = PUSH): Post['post'] => pushed({ ...of, appId: APP_ID }, event);
  for (const taken of wechat.taken.slice(seen.wechat)) {
    const fate = oneOf(random, 'arrived', [
      [0.12, 'failed'],
      [0.15, 'silent'],
      [0.1, 'twice'],
      [0.1, 'forged'],
    ] as const);
    if (fate === 'failed') posts.push({ at: later(), post: push(sentEvent(taken, 'failed:user block')) });
    if (fate === 'forged') posts.push({ at: clock.now, post: push(sentEvent(taken), { ...PUSH, token: 'Guessed1' }) });
    if (fate === 'arrived' || fate === 'twice') {
      truths.wechat.add(taken.messageId);
      const post = push(sentEvent(taken));
      posts.push({ at: later(), post }, ...(fate === 'twice' ? [{ at: later(), post }] : []));
    }
  }
  const address = `/api/v1/sms/receipts/${smsOptions('').receiptToken}`;
  for (const taken of sms.taken.slice(seen.sms)) {
    const fate = oneOf(random, 'arrived', [
      [0.12, 'failed'],
      [0.1, 'silent'],
      [0.1, 'recorded'],
      [0.1, 'forged'],
    ] as const);
    if (fate === 'failed') posts.push({ at: later(), post: { url: address, body: [smsReceipt(taken, false)] } });
    if (fate === 'forged')
      posts.push(
        { at: clock.now, post: { url: '/api/v1/sms/receipts/guessed', body: [smsReceipt(taken)] } },
        { at: clock.now, post: { url: address, body: [{ ...smsReceipt(taken), mobile: '19999999999' }] } },
      );
    if (fate === 'arrived' || fate === 'recorded') {
      truths.sms.add(taken.serial);
      taken.state = 2;
      if (fate === 'arrived') posts.push({ at: later(), post: { url: address, body: [smsReceipt(taken)] } });
    }
  }
  seen.wechat = wechat.taken.length;
  seen.sms = sms.taken.length;
  return posts;
}

/** Lets the processes work through some hours, and kills one of them at a step after another until enough were killed. */
async function deliverFor(world: World, from: number, killsBy: number): Promise<void> {
  const { clock, random, engine } = world;
  const seen = { wechat: world.wechat.taken.length, sms: world.sms.taken.length };
  let waiting: Post[] = [];
  let took = 0;
  const count = engine.name === 'postgres' ? 2 : 1;
  const children = await Promise.all(Array.from({ length: count }, () => startProcess(world)));
  for (const minutes of STEPS) {
    clock.now = from + minutes * MINUTE;
    const posts = waiting.filter(({ at }) => at <= clock.now).map(({ post }) => post);
    waiting = waiting.filter(({ at }) => at > clock.now);
    const began = Date.now();
    const work = children.map((child, n) => {
      const done = once(child, 'done');
      child.send({ now: clock.now, posts: n === 0 ? posts : [] } satisfies DeliveryStep);
      return done;
    });
    if (world.kills < killsBy) {
      await new Promise((resolve) => setTimeout(resolve, random() * Math.max(60, took)));
      children[0]?.kill('SIGKILL');
      if (!(await work[0])) {
        world.kills += 1;
        children[0] = await startProcess(world);
        // A provider tells again what nobody confirmed to have heard.
        waiting.push(...posts.map((post) => ({ at: clock.now, post })));
      }
    } else {
      await Promise.all(work);
      took = Date.now() - began;
    }
    await Promise.all(work);
    waiting.push(...tell(world, seen));
  }
  for (const child of children) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

type Told = NoticeRow & Pick<RegistrationRow, 'status' | 'offer_until' | 'id'>;

/** The latest news of every registration that still counts, by the test's own reckoning. */
async function news({ store }: Service): Promise<Told[]> {
  const notices = await store.read.selectFrom('notices').selectAll().execute();
  const registrations = await store.read.selectFrom('registrations').selectAll().execute();
  const byRegistration = new Map(registrations.map((row) => [row.id, row]));
  const latest = new Map<string, NoticeRow>();
  for (const row of notices) {
    const before = latest.get(row.registration_id ?? '');
    const isLater =
      !before || row.created_at > before.created_at || (row.created_at === before.created_at && row.id > before.id);
    if (row.registration_id !== null && isCallable(row.kind) && isLater) latest.set(row.registration_id, row);
  }
  // A change of the session says nothing of a seat that waits for her answer, so an offer counts beside it.
  const offers = notices
    .filter(({ kind, registration_id }) => kind === 'offered' && latest.get(registration_id ?? '')?.kind === 'changed')
    .sort((a, b) => a.created_at - b.created_at || a.id.localeCompare(b.id));
  const latestOffers = new Map(offers.map((row) => [row.registration_id, row])).values();
  return [...latest.values(), ...latestOffers].flatMap((row) => {
    const registration = byRegistration.get(row.registration_id ?? '');
    if (!registration) return [];
    const { status, offer_until } = registration;
    return stillCounts(row.kind, { status, offerUntil: offer_until }) ? [{ ...row, status, offer_until }] : [];
  });
}

/**
 * Who is affected has a confirmed delivery or stands on the call list, ten minutes after the last channel's time was up;
 * who stands there was tried on every channel; nothing counts as confirmed that no provider proved; nobody gets the same
 * SMS twice; nobody gets a second push of the other kinds on a day; nothing rings in the quiet hours; no hold runs before its offer was delivered, nor in the quiet hours.
 *
 * @throws names what doesn't hold, with whose it is
 */
async function verify(world: World, { service, ask, clock }: Test): Promise<Proven> {
  const { truths } = world;
  const { token } = await member({ service }, ['clerk']);
  const { calls } = (await ask('GET /api/v1/staff/call-list', { token })).json<CallListWire>();
  const listed = new Set(calls.map(({ noticeId }) => noticeId));
  const onTheList = new Set(calls.map(({ registrationId }) => registrationId));
  const deliveries = await service.store.read.selectFrom('deliveries').selectAll().execute();
  const told = await news(service);
  const isConfirmed = ({ read_at, reached_at, delivered_at }: Told) =>
    read_at !== null || reached_at !== null || delivered_at !== null;
  const untold = told.filter((one) => {
    if (!isCallable(one.kind) || isConfirmed(one) || listed.has(one.id)) return false;
    // Who is called about her offer is called about the rest after it.
    if (one.kind !== 'offered' && onTheList.has(one.registration_id ?? '')) return false;
    return afterQuietHours(callDueAt(one.kind, Number(one.created_at))) + 10 * MINUTE <= clock.now;
  });
  const over: DeliveryRow['state'][] = ['refused', 'failed', 'later', 'unknown', 'accepted'];
  const untried = [...listed].filter((id) => {
    const row = deliveries.find((one) => one.notice_id === id && one.channel === 'sms');
    return !row || !over.includes(row.state);
  });
  const unproved = deliveries.filter(
    ({ state, channel, provider_id }) => state === 'confirmed' && !truths[channel].has(provider_id ?? ''),
  );
  const replies = world.wechat.taken.filter(({ templateId }) => templateId === templateIdOf('reply'));
  const references = world.sms.taken.map(({ reference }) => reference);
  const sent = [...world.sms.taken, ...world.wechat.taken].map(({ at }) => at);
  const holds = await holdsOf(service, { span: OFFER_MINUTES * MINUTE, truths });
  const faults = {
    'neither told nor on the call list': untold.map(({ id, kind }) => [id, kind]),
    'on the call list untried': untried,
    'confirmed without a proof': unproved.map(({ notice_id, channel }) => [notice_id, channel]),
    'the same SMS twice': repeated(references),
    'a second push of a day': repeated(replies.map(({ openid, at }) => `${openid} ${dayAt(at)}`)),
    'sent in quiet hours': sent.filter((at) => afterQuietHours(at) !== at),
    ...holds.faults,
  };
  const found = Object.entries(faults).filter(([, whose]) => whose.length > 0);
  if (found.length > 0) throw new Error(JSON.stringify(found.map(([what, whose]) => [what, whose.slice(0, 5)])));
  return {
    notices: told.length,
    confirmed: told.filter(isConfirmed).length,
    onTheList: listed.size,
    sms: world.sms.taken.length,
    wechat: world.wechat.taken.length,
    daily: replies.length,
    answered: world.answered.size,
    holds: holds.begun,
    lapsed: holds.lapsed,
    passedOn: holds.passedOn,
    kills: world.kills,
  };
}

function repeated(references: readonly string[]): string[] {
  const met = new Set<string>();
  return references.filter((one) => met.has(one) || !met.add(one));
}

/** @returns what was proved @throws where something of {@link verify} doesn't hold */
export async function proveDeliveries(engine: Engine, trial: Trial): Promise<Proven> {
  const [wechat, sms, place] = await Promise.all([startWechat(), startSms(), engine.place()]);
  const data = mkdtempSync(path.join(tmpdir(), 'yugong-deliveries-'));
  const random = randomFrom(20_261_130);
  const clock = { now: instantOf(addDays(dayAt(Date.now()), 1), '09:00') };
  const shared = { engine, place, data };
  const world: World = {
    ...shared,
    clock,
    random,
    happenings: randomFrom(19_251_130),
    wechat,
    sms,
    trial,
    script: trial.broken === 'delivery' ? '' : build(),
    truths: { wechat: new Set(), sms: new Set(), seen: new Set() },
    kills: 0,
    yesSayers: [],
    answeredRounds: 0,
    answered: new Set(),
    start: {
      config: configOf(shared),
      wechat: {
        appId: APP_ID,
        secret: 's',
        url: wechat.url,
        timeout: 1000,
        templates: readTemplates(TABLE),
        push: PUSH,
      },
      sms: smsOptions(sms.url, { hour: 9_999_999, day: 9_999_999 }),
    },
  };
  wechat.now = sms.now = () => clock.now;
  wechat.answer = () =>
    oneOf<number | 'lost'>(random, 0, [
      [0.06, 43101],
      [0.04, 20004],
      [0.04, 47003],
      [0.05, -1],
      [0.03, 45009],
      [0.02, 40001],
      [0.06, 'lost'],
    ]);
  sms.answer = () =>
    oneOf<ReturnType<SmsStandIn['answer']>>(random, 'ok', [
      [0.06, 'number:FailedOperation.PhoneNumberInBlacklist'],
      [0.08, 'number:LimitExceeded.PhoneNumberThirtySecondLimit'],
      [0.05, 'error:RequestLimitExceeded'],
      [0.03, 'error:InternalError.Timeout'],
      [0.08, 'lost'],
      [0.06, 'silence'],
    ]);
  try {
    await signUpEverybody(world);
    const first = dayAt(clock.now);
    const rounds = trial.days * (ROUNDS.length + 1);
    const killsBy = (round: number): number => Math.ceil((trial.kills * round) / rounds);
    let proven: Proven | null = null;
    let round = 0;
    const bring = async (): Promise<void> => {
      const from = clock.now;
      round += 1;
      if (trial.broken !== 'delivery') await deliverFor(world, from, killsBy(round));
      clock.now = from + 135 * MINUTE;
      proven = await opened(world, (test) => verify(world, test));
      if (trial.broken === 'nothing') proved(`rounds of news brought and verified, on ${engine.name}`, 1);
    };
    for (let day = first; day < addDays(first, trial.days); day = addDays(day, 1)) {
      for (const time of ROUNDS) {
        clock.now = instantOf(day, time);
        await opened(world, (test) => disturb(world, test, `${day} ${time}`));
        await bring();
      }
      // The next morning the rest of the evening's news is brought, or stands on the list.
      clock.now = instantOf(addDays(day, 1), '08:00');
      await bring();
    }
    if (!proven) throw new Error('no day was tried');
    return proven;
  } finally {
    await Promise.all([wechat.stop(), sms.stop()]);
    rmSync(data, { recursive: true, force: true });
    if (world.script) rmSync(world.script, { recursive: true, force: true });
  }
}
