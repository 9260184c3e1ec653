/**
 * The calendar's feed, read back by two parsers that have nothing in common: ical.js (Mozilla's) in strict mode and
 * node-ical. Both must find the same events on the same days, exceptions and all.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import ICAL from 'ical.js';
import { occurrencesOf } from '@yugong/domain/event/occurrences';
import { DAY, instantOf } from '@yugong/domain/time';
import { difficultEvents as events } from '../fixtures/calendar-events';
import { startService, type TestService } from '../support/service';

let test: TestService;
beforeAll(async () => {
  test = await startService();
});
afterAll(() => test.close());
beforeEach(() => test.reset());
afterEach(() => jest.restoreAllMocks());

const feed = async (query = '') => (await test.ask(`GET /api/v1/calendar.ics${query}`)).body;
const withEvents = () => {
  const dataset = test.service.content.dataset();
  jest.spyOn(test.service.content, 'dataset').mockReturnValue({ ...dataset, events });
};

interface Read {
  uid: string;
  title: string;
  place: string;
  /** The end of its first time, and every time it takes place: ISO instants, or days. */
  end: string;
  times: string[];
}

function byIcalJs(text: string): Read[] {
  ICAL.design.strict = true;
  const root = new ICAL.Component(ICAL.parse(text) as string);
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const say = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  const read = root.getAllSubcomponents('vevent').map((one): Read => {
    const made = new ICAL.Event(one);
    const times: string[] = [];
    const iterator = made.iterator();
    for (let next = iterator.next(); next && times.length < 50; next = iterator.next()) times.push(say(next));
    return { uid: made.uid, title: made.summary, place: made.location ?? '', end: say(made.endDate), times };
  });
  ICAL.TimezoneService.reset();
  return read;
}

function byNodeIcal(text: string): Read[] {
  const file = path.join(__dirname, '../support/read-ics.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [file], { input: text, env: { ...process.env, TZ: 'UTC' } });
  if (stdout.length === 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString()) as Read[];
}

const parsers: [string, (text: string) => Read[]][] = [
  ['ical.js', byIcalJs],
  ['node-ical', byNodeIcal],
];
const sorted = (read: Read[]) => [...read].sort((a, b) => a.uid.localeCompare(b.uid));

/** A further day is an event of its own, `event-weekly-2027-01-02`: many calendars don't know RDATE. */
function joined(read: Read[]): { id: string; title: string; place: string; times: string[] }[] {
  const byId = new Map<string, { id: string; title: string; place: string; times: string[] }>();
  for (const { uid, title, place, times } of sorted(read)) {
    const id = uid.replace('@yugong', '').replace(/-\d{4}-\d{2}-\d{2}$/, '');
    const known = byId.get(id) ?? { id, title, place, times: [] };
    byId.set(id, { ...known, times: [...known.times, ...times].sort() });
  }
  return [...byId.values()];
}

describe.each(parsers)('%s reads', (_name, parse) => {
  it('every event, at every time it takes place', async () => {
    withEvents();
    const read = parse(await feed('?kind=event')).filter(({ uid }) => !uid.startsWith('demo-'));
    const expected = events.map(({ id, title, place, time, ...when }) => ({
      id,
      title,
      place: place ?? '',
      times: occurrencesOf(when).map(({ start }) =>
        time ? new Date(instantOf(start, time.from)).toISOString() : start,
      ),
    }));
    expect(joined(read)).toEqual(expected.sort((a, b) => a.id.localeCompare(b.id)));
  });

  it('ends: of whole days the day after, of an evening the instant, midnight and the year’s end included', async () => {
    withEvents();
    const ends = Object.fromEntries(
      parse(await feed('?kind=event')).map(({ uid, end }) => [uid.replace('@yugong', ''), end]),
    );
    expect(ends).toMatchObject({
      'event-weekly': '2026-12-19',
      'event-days': '2027-01-03',
      'event-evening': '2026-12-18T13:30:00.000Z',
      'event-night': '2026-12-31T16:30:00.000Z',
      'event-to-midnight': '2026-12-18T16:00:00.000Z',
    });
  });

  it('the real content from its first day on, and the demo’s sessions', async () => {
    const here = test.service.content.dataset().events;
    const read = parse(await feed('?from=2023-01-01'));
    expect(read).toHaveLength(here.length + 6);
    const titles = new Map(read.map(({ uid, title }) => [uid, title]));
    for (const { id, title } of here) expect(titles.get(`${id}@yugong`)).toBe(title);
  });

  it('of a year whose notice is not out the holidays that the law fixes, which say so', async () => {
    const read = await feed('?kind=holiday&from=2027-01-01&to=2027-01-31');
    const text = read.replace(/\r\n /g, '');
    expect(text).toContain('SUMMARY:元旦，法定节假日（调休安排还没公布）');
    expect(text).toContain('UID:holiday-2027-01-01@yugong');
  });

  it('public holidays with the days worked for them', async () => {
    const read = parse(await feed('?kind=holiday&from=2026-02-01&to=2026-02-28'));
    expect(sorted(read).map(({ uid, title, times, end }) => [uid, title, times[0], end])).toEqual([
      ['holiday-2026-02-14@yugong', '春节调休，要上班', '2026-02-14', '2026-02-15'],
      ['holiday-2026-02-15@yugong', '春节放假', '2026-02-15', '2026-02-24'],
      ['holiday-2026-02-28@yugong', '春节调休，要上班', '2026-02-28', '2026-03-01'],
    ]);
  });
});

describe('the feed is narrowed down as the app is', () => {
  const uids = async (query: string) => byIcalJs(await feed(query)).map(({ uid }) => uid.replace('@yugong', ''));

  it('a district has what is the whole city’s too', async () => {
    withEvents();
    expect(await uids('?kind=event&adcode=500101')).not.toContain('event-text');
    expect(await uids('?kind=event&adcode=500103')).toEqual(expect.arrayContaining(['event-text', 'event-days']));
  });

  it('“I can still join” leaves what is full, closed, not yet open, and what nobody signs up for', async () => {
    expect(await uids('?joinable=1')).toEqual([
      'demo-screening-1',
      'demo-screening-2',
      'demo-event-badminton',
      'demo-event-lecture',
      'demo-team-basketball',
    ]);
    expect(await uids('?joinable=1&kind=event&adcode=500103')).toEqual(['demo-event-lecture']);
    test.clock.now += 2.6 * DAY;
    expect(await uids('?joinable=1&kind=screening')).not.toContain('demo-screening-1');
  });

  it('refuses what it doesn’t know', async () => {
    for (const query of ['?kind=party', '?joinable=maybe']) {
      expect((await test.ask(`GET /api/v1/calendar.ics${query}`)).statusCode).toBe(422);
    }
  });
});

/** A server anywhere: its own zone has a process of its own, since Node reads TZ once. */
function feedIn(zone: string): { offset: number; text: string } {
  const code = `
    const { startService } = require('./tests/service/support/service');
    const { difficultEvents } = require('./tests/service/fixtures/calendar-events');
    void startService().then(async (test) => {
      const { dataset } = test.service.content;
      const real = dataset.call(test.service.content);
      test.service.content.dataset = () => ({ ...real, events: difficultEvents });
      test.clock.now = Date.parse('2026-12-01T10:00:00+08:00');
      await test.reset();
      test.clock.now = Date.parse('2026-12-01T10:00:00+08:00');
      const text = (await test.ask('GET /api/v1/calendar.ics?kind=event&programme=none')).body
        + (await test.ask('GET /api/v1/calendar.ics?kind=event&from=2026-12-18&to=2027-01-02')).body
        + (await test.ask('GET /api/v1/calendar.ics?kind=holiday')).body;
      process.stdout.write(JSON.stringify({ offset: new Date(2026, 0, 1).getTimezoneOffset(), text }));
      await test.close();
      process.exit(0);
    });`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=commonjs', '-e', code], {
    cwd: path.join(__dirname, '../../..'),
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as { offset: number; text: string };
}

it.each([
  ['America/New_York', 300],
  ['Pacific/Auckland', -780],
])(
  'is the same text from a server in %s',
  (zone, offset) => {
    const [home, there] = [feedIn('Asia/Shanghai'), feedIn(zone)];
    expect([home.offset, there.offset]).toEqual([-480, offset]);
    expect(home.text).toContain('event-early@yugong');
    expect(there.text).toBe(home.text);
  },
  60_000,
);
