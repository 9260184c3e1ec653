/** Programmes and sessions to try the app with, invented and marked so, dated from today. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { PEOPLE_LIMIT } from '@yugong/domain/registration';
import { HOUR, DAY, instantOf } from '@yugong/domain/time';
import type { ProgrammeRow, SessionRow } from '../kernel/schema';
import { quotasColumn } from '../storage/rows';
import { statement, type Statement, type Store } from '../kernel/store';
import { demoRules } from './screening-rules';

const programmes: ProgrammeRow[] = [
  {
    id: 'demo-screening',
    kind: 'screening',
    title: '免费两癌筛查（演示）',
    summary: '演示用的项目，不是真的安排。乳腺彩超和宫颈筛查，约 1 小时。',
    organiser: '演示工会',
    limit_per_person: 1,
    offer_minutes: null,
    people_limit: PEOPLE_LIMIT,
    proof: 0,
    fields: JSON.stringify(['name', 'phone', 'residentId']),
    sex: 'female',
    age_min: 35,
    age_max: 64,
    team_min: null,
    team_max: null,
    family: 1,
    consents: JSON.stringify(['registration', 'health']),
    demo: 1,
    rules: JSON.stringify(demoRules),
    quotas: quotasColumn(demoRules),
    organisation: 'main',
    adcode: null,
    version: 1,
  },
  {
    id: 'demo-event',
    kind: 'event',
    title: '职工周末活动（演示）',
    summary: '演示用的项目，不是真的安排。',
    organiser: '演示工会',
    limit_per_person: null,
    offer_minutes: 120,
    people_limit: PEOPLE_LIMIT,
    proof: 0,
    fields: JSON.stringify(['name', 'phone']),
    sex: null,
    age_min: null,
    age_max: null,
    team_min: null,
    team_max: null,
    family: 0,
    consents: JSON.stringify(['registration']),
    demo: 1,
    rules: null,
    quotas: null,
    organisation: 'main',
    adcode: null,
    version: 1,
  },
  {
    id: 'demo-team',
    kind: 'event',
    title: '职工三人篮球赛（演示）',
    summary: '演示用的项目，不是真的安排。队长替全队报名，一队占一个名额。',
    organiser: '演示工会',
    limit_per_person: 1,
    offer_minutes: null,
    people_limit: PEOPLE_LIMIT,
    proof: 0,
    fields: JSON.stringify(['name', 'phone']),
    sex: null,
    age_min: null,
    age_max: null,
    team_min: 3,
    team_max: 5,
    family: 0,
    consents: JSON.stringify(['registration', 'team']),
    demo: 1,
    rules: null,
    quotas: null,
    organisation: 'main',
    adcode: null,
    version: 1,
  },
];

/** The union's own hotline: a made-up number might be somebody's. */
const DEMO_PHONE = '12351';

interface Demo {
  id: string;
  programme: 'demo-screening' | 'demo-event' | 'demo-team';
  title: string;
  place: string;
  address: string;
  floor: string;
  adcode: string;
  inDays: number;
  time: [string, string];
  capacity: number;
  waitlist: number;
  opensInDays?: number;
}

const screening = { programme: 'demo-screening', title: '两癌筛查（演示）' } as const;
const event = { programme: 'demo-event' } as const;

const sessions: Demo[] = [
  {
    id: 'demo-screening-1',
    ...screening,
    place: '演示医院（渝中）',
    address: '渝中区演示路 1 号',
    floor: '门诊楼 3 楼体检科',
    adcode: '500103',
    inDays: 3,
    time: ['09:00', '11:30'],
    capacity: 30,
    waitlist: 10,
  },
  {
    id: 'demo-screening-2',
    ...screening,
    place: '演示医院（沙坪坝）',
    address: '沙坪坝区演示路 2 号',
    floor: '2 楼妇科',
    adcode: '500106',
    inDays: 5,
    time: ['14:00', '17:00'],
    capacity: 20,
    waitlist: 5,
  },
  {
    id: 'demo-screening-3',
    ...screening,
    place: '演示医院（万州）',
    address: '万州区演示路 3 号',
    floor: '1 楼体检中心',
    adcode: '500101',
    inDays: 10,
    time: ['09:00', '12:00'],
    capacity: 40,
    waitlist: 0,
    opensInDays: 2,
  },
  {
    id: 'demo-event-badminton',
    ...event,
    title: '羽毛球友谊赛（演示）',
    place: '演示体育馆',
    address: '九龙坡区演示路 4 号',
    floor: '2 楼羽毛球馆',
    adcode: '500107',
    inDays: 6,
    time: ['19:00', '21:00'],
    capacity: 16,
    waitlist: 8,
  },
  {
    id: 'demo-event-lecture',
    ...event,
    title: '劳动合同讲座（演示）',
    place: '演示职工之家',
    address: '渝中区演示路 5 号',
    floor: '5 楼会议室',
    adcode: '500103',
    inDays: 8,
    time: ['14:30', '16:30'],
    capacity: 2,
    waitlist: 2,
  },
  {
    id: 'demo-team-basketball',
    programme: 'demo-team',
    title: '职工三人篮球赛（演示）',
    place: '演示文化宫广场',
    address: '两江新区演示路 6 号',
    floor: '广场东侧篮球场',
    adcode: '500157',
    inDays: 12,
    time: ['09:00', '17:00'],
    capacity: 8,
    waitlist: 4,
  },
];

export const demoProgrammes = programmes;

export function demoSessions(now: number): SessionRow[] {
  const today = dayAt(now);
  return sessions.map((one) => {
    const day = addDays(today, one.inDays);
    const starts = instantOf(day, one.time[0]);
    return {
      id: one.id,
      programme_id: one.programme,
      kind: one.programme === 'demo-screening' ? 'screening' : 'event',
      title: one.title,
      place: one.place,
      address: one.address,
      floor: one.floor,
      phone: DEMO_PHONE,
      adcode: one.adcode,
      note: '演示数据：地点、时间和名额都是编的',
      state: 'open',
      capacity: one.capacity,
      waitlist_size: one.waitlist,
      opens_at: one.opensInDays ? instantOf(addDays(today, one.opensInDays), '09:00') : instantOf(today, '00:00') - DAY,
      closes_at: starts - 12 * HOUR,
      cancel_until: starts - 6 * HOUR,
      starts_at: starts,
      ends_at: instantOf(day, one.time[1]),
      held: 0,
      waiting: 0,
      next_place: 1,
      next_offer_at: null,
      demo: 1,
      organisation: 'main',
      notice: null,
      revision: 0,
      changed_at: now,
      version: 1,
      public_from: 0,
    };
  });
}

/** Fills a database that has nothing yet. Several processes may start at once: the first one's rows stay. */
export async function seedDemo(store: Store, now: number): Promise<void> {
  const { read } = store;
  if (await read.selectFrom('programmes').select('id').limit(1).executeTakeFirst()) return;
  await store.write([
    ...demoProgrammes.map((row) =>
      statement(
        read
          .insertInto('programmes')
          .values(row)
          .onConflict((c) => c.doNothing()),
      ),
    ),
    ...demoSessions(now).map((row) =>
      statement(
        read
          .insertInto('sessions')
          .values(row)
          .onConflict((c) => c.doNothing()),
      ),
    ),
  ]);
}

/**
 * Keeps a demo that runs for weeks dated from today: a demo session that takes nobody any more and has nobody in it
 * is moved on; one that somebody is in stays as it is, and the next one comes beside it. What isn't a demo is never
 * touched, and a database whose demo was removed gets none.
 */
export async function renewDemo(store: Store, now: number): Promise<void> {
  const { read } = store;
  const kept = await read.selectFrom('sessions').selectAll().where('demo', '=', 1).execute();
  const statements: Statement[] = [];
  for (const fresh of demoSessions(now)) {
    const ours = kept.filter(({ id }) => id === fresh.id || id.startsWith(`${fresh.id}-2`));
    const first = ours.find(({ id }) => id === fresh.id);
    if (!first || ours.some(({ closes_at }) => closes_at > now)) continue;
    const times = {
      opens_at: fresh.opens_at,
      closes_at: fresh.closes_at,
      cancel_until: fresh.cancel_until,
      starts_at: fresh.starts_at,
      ends_at: fresh.ends_at,
    };
    const moved = read
      .updateTable('sessions')
      .set(({ eb }) => ({ ...times, revision: eb('revision', '+', 1), changed_at: now }))
      .where('id', '=', fresh.id)
      .where('demo', '=', 1)
      .where('closes_at', '<=', now)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('registrations').select('id').where('session_id', '=', fresh.id))),
      );
    const beside = { ...fresh, id: `${fresh.id}-${dayAt(fresh.starts_at).replace(/-/g, '')}` };
    const isEmpty = !(await read
      .selectFrom('registrations')
      .select('id')
      .where('session_id', '=', fresh.id)
      .limit(1)
      .executeTakeFirst());
    statements.push(
      statement(
        isEmpty
          ? moved
          : read
              .insertInto('sessions')
              .values(beside)
              .onConflict((c) => c.doNothing()),
      ),
    );
  }
  if (statements.length > 0) await store.write(statements);
}
