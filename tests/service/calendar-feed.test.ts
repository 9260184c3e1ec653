/** The subscribed calendar tells of changes (RFC 5545, 3.8.7), links back, and costs nothing while it is unchanged. */
import { request } from 'node:http';
import ICAL from 'ical.js';
import { defined } from '@yugong/domain/narrow';
import { DAY } from '@yugong/domain/time';
import type { RecordOf } from '@yugong/content/schema';
import { readConfig } from '../../server/src/config';
import { lastChanges } from '../../server/src/content/last-changes';
import { shippedChanges } from '../../server/src/content/shipped-changes';
import { statement } from '../../server/src/kernel/store';
import { runJobs } from '../../server/src/staff/jobs/runner';
import { eventBody, startService, type TestService } from './support/service';
import { engines, member, type TestMember } from './staff/support';
import { publishChanges } from './support/publishing';
import { postgresEngine, sessionRow } from './support/stores';

const SESSION = 'demo-event-lecture';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);
afterEach(() => jest.restoreAllMocks());

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let clerk: TestMember;
  beforeAll(async () => {
    const at = engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {};
    test = await startService({ config: { ...at, origin: 'https://yugong.example' } });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
  });

  const asClerk = (line: string, body?: unknown) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), { token: clerk.token, ...(body === undefined ? {} : { body }) });
  const feed = (query = '', headers = {}) => test.ask(`GET /api/v1/calendar.ics${query}`, { headers });
  const entry = async (uid: string, query = '') => {
    ICAL.design.strict = true;
    const root = new ICAL.Component(ICAL.parse((await feed(query)).body) as string);
    const found = root
      .getAllSubcomponents('vevent')
      .find((one) => one.getFirstPropertyValue('uid') === `${uid}@yugong`);
    const say = (name: string) => {
      const value = found?.getFirstPropertyValue(name);
      return value instanceof ICAL.Time ? value.toJSDate().getTime() : (value ?? null);
    };
    return found === undefined ? null : { say };
  };
  const edit = async (change: object) => {
    const { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, version } = (
      await asClerk(`GET /sessions/${SESSION}`)
    ).json();
    const times = { opensAt, closesAt, cancelUntil, startsAt, endsAt };
    const body = { title, place, adcode, note, ...times, seen: version, ...change };
    return asClerk(`PUT /sessions/${SESSION}`, body);
  };
  const seconds = (at: number) => Math.floor(at / 1000) * 1000;

  it('raises SEQUENCE and LAST-MODIFIED of a session that moved, and of no other', async () => {
    const before = await entry(SESSION);
    const other = await entry('demo-event-badminton');
    expect(before?.say('sequence')).toBe(0);
    test.clock.now += 5 * 60_000;
    expect((await edit({ place: '示例楼', address: '示例路 9 号', floor: '3 楼' })).statusCode).toBe(200);
    const after = await entry(SESSION);
    expect([after?.say('sequence'), after?.say('last-modified'), after?.say('location')]).toEqual([
      1,
      seconds(test.clock.now),
      '示例楼，示例路 9 号，3 楼',
    ]);
    expect((await entry('demo-event-badminton'))?.say('last-modified')).toBe(other?.say('last-modified'));
    // The same once more, and what no calendar shows, change nothing.
    await edit({});
    await edit({ cancelUntil: new Date(test.clock.now + DAY).toISOString() });
    expect((await entry(SESSION))?.say('sequence')).toBe(1);
  });

  it('raises SEQUENCE and LAST-MODIFIED of an event of the content that moved, by its publications', async () => {
    const { content } = test.service;
    const [template] = content.dataset().events.filter(({ place, rrule }) => place !== null && !rrule);
    const ID = 'event-2031-05-example';
    const fresh: RecordOf<'events'> = { ...defined(template), id: ID, title: '示例登山', start: '2031-05-01' };
    delete fresh.end;
    const publish = async (record: RecordOf<'events'>) => {
      test.clock.now += 5 * 60_000;
      const one = { collection: 'events' as const, put: [record], remove: [], by: 'staff-1' };
      expect(await publishChanges(test.service, one)).toMatchObject({ done: true });
    };
    const seen = async (id = ID) => {
      // A text of its own: other tests have theirs made.
      const found = await entry(id, '?kind=event&to=2031-12-31');
      return [found?.say('sequence'), found?.say('last-modified')];
    };
    const before = content.collection('events')?.revision ?? 0;
    await publish(fresh);
    expect(await seen()).toEqual([before + 1, seconds(test.clock.now)]);
    await publish({ ...fresh, start: '2031-05-02' });
    const movedAt = seconds(test.clock.now);
    expect(await seen()).toEqual([before + 2, movedAt]);
    // What no calendar shows is no change of the entry, and nothing of it changes another event's.
    await publish({ ...fresh, start: '2031-05-02', confidence: 'low' });
    expect(await seen()).toEqual([before + 2, movedAt]);
    const other = content
      .dataset()
      .events.find(({ id, rrule, adcode }) => id !== ID && rrule !== undefined && adcode !== undefined);
    if (other) expect(await seen(other.id)).toEqual([0, null]);
    // Moved back it reads as at first, and is told as moved all the same.
    await publish(fresh);
    expect(await seen()).toEqual([before + 4, seconds(test.clock.now)]);
    // Every process tells the same, however it came to know.
    const shown = { collection: 'events' as const, base: content.base().events, upTo: before + 4 };
    const anew = await lastChanges({ read: test.service.store.read }, { ...shown, seen: ({ id }) => ({ id }) });
    expect(anew.get(ID)).toMatchObject({ revision: before + 1 });
  });

  it('raises SEQUENCE and LAST-MODIFIED of an event that a release changed, once for all processes', async () => {
    const at = engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {};
    const newer = await startService({ config: { ...at, origin: 'https://yugong.example' } });
    try {
      const { store, content, now } = newer.service;
      const records = content.base().events;
      const [moved, other] = records.filter(({ place, exdates }) => place !== null && !exdates);
      const ids = [defined(moved).id, defined(other).id] as const;
      const asBefore = { collection: 'events', version: 'as the release before had it', changes: 2, changed_at: 5 };
      await store.write([
        statement(store.read.insertInto('shipped_records').values({ ...asBefore, id: defined(moved).id })),
      ]);
      const calendar = await newer.ask('GET /api/v1/calendar.ics?kind=event&from=2020-01-01');
      const entries = ids.map((id) =>
        defined(calendar.body.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}@yugong`))),
      );
      const modified = `LAST-MODIFIED:${new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '')}`;
      expect(entries[0]).toContain('SEQUENCE:3\r\n');
      expect(entries[0]).toContain(modified);
      expect(entries[1]).toContain('SEQUENCE:0\r\n');
      expect(entries[1]).not.toContain('LAST-MODIFIED');
      // Another process of the same release finds it noted, and so does one that noted it at the same time.
      const seen = ({ title, start, place }: RecordOf<'events'>) => ({ title, start, place });
      const shipped = { collection: 'cases' as const, records, seen };
      const later = records.map((one) => ({ ...one, title: `${one.title}（改期）` }));
      const process = () => ({ store: { read: store.read, write: store.write.bind(store) }, now });
      expect(await shippedChanges(process(), shipped)).toEqual(new Map());
      const both = await Promise.all([1, 2].map(() => shippedChanges(process(), { ...shipped, records: later })));
      for (const changes of both) expect(changes.get(ids[1])).toEqual({ times: 1, at: now() });
      expect((await shippedChanges(process(), { ...shipped, records: later })).get(ids[1])?.times).toBe(1);
    } finally {
      await newer.close();
    }
  });

  it('stamps an entry with the time at which it was made, never with one to come', async () => {
    // One in the morning in Chongqing is still yesterday in UTC.
    test.clock.now -= 9 * 60 * 60_000;
    // A text of its own: another test may have had the usual one made.
    expect((await entry(SESSION, '?to=2099-12-31'))?.say('dtstamp')).toBe(seconds(test.clock.now));
  });

  it('says in the title that a session was called off, and why', async () => {
    test.clock.now += 60_000;
    await asClerk(`POST /sessions/${SESSION}/cancel`, { message: '示例：停电，改期另行通知。' });
    await runJobs(test.service);
    const off = await entry(SESSION);
    expect([off?.say('summary'), off?.say('status'), off?.say('sequence'), off?.say('last-modified')]).toEqual([
      '已取消：劳动合同讲座（演示）（示例：停电，改期另行通知）',
      'CANCELLED',
      1,
      seconds(test.clock.now),
    ]);
  });

  it('links each entry to its page in the app, and ends every line with CRLF', async () => {
    expect((await entry(SESSION))?.say('url')).toBe(
      `https://yugong.example/features/events/pages/detail/index?id=${SESSION}`,
    );
    expect((await feed()).body.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('links to the address that the operator named, whatever the request calls the service', async () => {
    const { body } = await feed('', { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    expect(body).not.toContain('evil.example');
    expect(body).toContain('https://yugong.example/pages/calendar/index');
  });

  it('writes no entry again for a filter that somebody makes up', async () => {
    const entries = (text: string) => [...text.matchAll(/^BEGIN:VEVENT/gm)].length;
    const usual = entries((await feed()).body);
    expect(usual).toBeGreaterThan(5);
    const asked = jest.spyOn(test.service.store.read, 'selectFrom');
    for (const to of ['2099-01-01', '2099-01-02', '2099-01-03'])
      expect(entries((await feed(`?to=${to}`)).body)).toBe(usual);
    // Each asked which sessions there are in which revision, and which of them are wanted; none was read whole.
    expect(asked.mock.calls.filter(([table]) => table === 'sessions')).toHaveLength(6);
    asked.mockRestore();
    // What changed is written anew, in whatever filter.
    await edit({ title: '又改了名字的讲座（演示）' });
    expect((await feed('?to=2099-01-04')).body).toContain('又改了名字的讲座');
  });

  it('leaves out what is over, of sessions as of the content’s events', async () => {
    const source = { title: '试', publisher: '试', published: null, kind: 'official' as const };
    const event = (id: string, start: string, rest: object = {}): RecordOf<'events'> => ({
      ...{ id, title: id, publishedAt: '2026-01-01', source, confidence: 'high', start, figures: [], summary: '试' },
      ...{ place: '渝中', organiser: null, ...rest },
    });
    const dataset = test.service.content.dataset();
    jest.spyOn(test.service.content, 'dataset').mockReturnValue({
      ...dataset,
      events: [
        event('event-past', '2020-01-01'),
        event('event-past-rule', '2020-01-01', { rrule: 'FREQ=YEARLY;UNTIL=20220101T000000Z' }),
        event('event-yearly', '2020-01-01', { rrule: 'FREQ=YEARLY' }),
        event('event-elsewhere', '2020-01-01', { rrule: 'FREQ=YEARLY', place: null }),
        event('event-past-with-more', '2020-01-01', { rdates: ['2028-01-01'] }),
      ],
    });
    const { read, write } = test.service.store;
    const over = sessionRow({ id: 's-over', programme_id: 'demo-event', ends_at: test.clock.now - DAY }, 0);
    await write([statement(read.insertInto('sessions').values(over))]);
    const uids = [...(await feed('?kind=event')).body.matchAll(/^UID:(.*)@yugong/gm)].map(([, uid]) => uid);
    expect(uids.filter((uid) => !uid?.startsWith('demo-'))).toEqual([
      'event-yearly',
      'event-past-with-more-2028-01-01',
    ]);
  });

  it('makes the text once a version, and only reads which one it is for a 304', async () => {
    const query = '?kind=event&adcode=500103';
    const first = await feed(query);
    const { read } = test.service.store;
    const asked = jest.spyOn(read, 'selectFrom');
    const again = await feed(query);
    const known = await feed(query, { 'if-none-match': first.headers.etag });
    expect([again.body, known.statusCode, known.body]).toEqual([first.body, 304, '']);
    // Each only asked which sessions there are in which revision.
    expect(asked.mock.calls.filter(([table]) => table === 'sessions')).toHaveLength(2);
    asked.mockRestore();
    // A sign-up changes no entry.
    await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token: await test.login(), body: eventBody(1) });
    expect((await feed(query)).headers.etag).toBe(first.headers.etag);
    await edit({ title: '改了名字的讲座（演示）' });
    expect((await feed(query, { 'if-none-match': first.headers.etag })).body).toContain('改了名字的讲座');
  });
});

it('links nowhere where nobody has named an address, but to this machine as it was asked by its own', async () => {
  const test = await startService();
  try {
    const page = '/features/events/pages/detail/index';
    const { body } = await test.ask('GET /api/v1/calendar.ics', { headers: { host: 'evil.example' } });
    expect(body).toContain('BEGIN:VEVENT');
    expect(body).not.toMatch(/evil|^URL/m);
    const address = await test.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = new URL(address);
    const asked = async (host: string) =>
      new Promise<string>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: '/api/v1/calendar.ics', headers: { host } }, (answer) => {
          answer.setEncoding('utf8');
          let text = '';
          answer.on('data', (part: string) => (text += part)).on('end', () => resolve(text));
        })
          .on('error', reject)
          .end();
      });
    const unfolded = async (host: string) => (await asked(host)).replaceAll('\r\n ', '');
    expect(await unfolded(`127.0.0.1:${port}`)).toContain(`http://127.0.0.1:${port}${page}`);
    expect(await unfolded(`localhost:${port}`)).toContain(`http://localhost:${port}${page}`);
    for (const host of [`evil.example:${port}`, 'localhost:1', `127.0.0.1.evil.example:${port}`])
      expect(await asked(host)).not.toMatch(/evil|localhost|^URL/m);
  } finally {
    await test.close();
  }
});

it.each(['yugong.example', 'https://yugong.example/app', 'ftp://yugong.example', 'https://user:pw@yugong.example'])(
  'starts with no address of the service like %s',
  (YUGONG_SERVICE_ORIGIN) => {
    expect(() => readConfig({ YUGONG_SERVICE_ORIGIN })).toThrow('YUGONG_SERVICE_ORIGIN 要写服务的网址');
    expect(readConfig({ YUGONG_SERVICE_ORIGIN: 'https://yugong.example/' }).origin).toBe('https://yugong.example');
  },
);
