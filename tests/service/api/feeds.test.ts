/** What anybody may read: lists, content, calendar. */
import ICAL from 'ical.js';
import { DAY } from '@yugong/domain/time';
import { dayAt } from '@yugong/domain/calendar';
import { startService, type TestService } from '../support/service';

let test: TestService;
beforeAll(async () => {
  test = await startService();
});
afterAll(() => test.close());
beforeEach(() => test.reset());

describe('sessions', () => {
  const ids = async (query: string) => {
    const { sessions } = (await test.ask(`GET /api/v1/sessions${query}`)).json<{ sessions: { id: string }[] }>();
    return sessions.map(({ id }) => id.replace('demo-', ''));
  };

  it.each([
    ['', ['screening-1', 'screening-2', 'event-badminton', 'event-lecture', 'screening-3', 'team-basketball']],
    ['?kind=event', ['event-badminton', 'event-lecture', 'team-basketball']],
    ['?programme=demo-screening', ['screening-1', 'screening-2', 'screening-3']],
    ['?adcode=500103', ['screening-1', 'event-lecture']],
    ['?adcode=500103&kind=screening', ['screening-1']],
    ['?programme=none', []],
    ['?kind=event&limit=1', ['event-badminton']],
  ])('%s', async (query, expected) => expect(await ids(query)).toEqual(expected));

  it('are filtered by days, both ends included', async () => {
    const day = (days: number) => dayAt(test.clock.now + days * DAY);
    expect(await ids(`?from=${day(5)}&to=${day(6)}`)).toEqual(['screening-2', 'event-badminton']);
    expect((await test.ask('GET /api/v1/sessions?from=yesterday')).statusCode).toBe(422);
    expect((await test.ask('GET /api/v1/sessions?colour=red')).json().errors).toEqual([
      { pointer: '', code: 'unknown' },
    ]);
  });

  it.each(['/api/v1/sessions', '/api/v1/programmes', '/api/v1/calendar.ics', '/api/v1/content/stations'])(
    '%s is not sent again while it is unchanged',
    async (url) => {
      const { etag } = (await test.ask(`GET ${url}`)).headers as { etag: string };
      const again = await test.ask(`GET ${url}`, { headers: { 'if-none-match': etag } });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
      expect((await test.ask(`GET ${url}`, { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
    },
  );

  it('open, close and end with time', async () => {
    const states = async () => {
      const { sessions } = (await test.ask('GET /api/v1/sessions?kind=screening')).json();
      return sessions.map(({ state }: { state: string }) => state);
    };
    expect(await states()).toEqual(['open', 'open', 'upcoming']);
    test.clock.now += 2.6 * DAY;
    expect(await states()).toEqual(['closed', 'open', 'open']);
    test.clock.now += DAY;
    expect(await states()).toEqual(['open', 'open']);
  });
});

describe('content', () => {
  it('comes whole, and only where it is newer', async () => {
    const first = (await test.ask('GET /api/v1/content/districts')).json();
    expect(first).toMatchObject({ collection: 'districts', changed: true });
    expect(first.records.length).toBeGreaterThan(30);
    const same = (await test.ask(`GET /api/v1/content/districts?since=${first.version}`)).json();
    const { version, edition } = first;
    const names = { districts: {}, links: {} };
    expect(same).toEqual({ collection: 'districts', schema: 1, version, edition, changed: false, records: [], names });
    expect((await test.ask('GET /api/v1/content/districts?since=2020-01-01')).json()).toEqual(first);
  });
  it('refuses a collection it doesn’t have', async () => {
    for (const name of ['passwords', '..%2f..%2fetc%2fpasswd', 'constructor']) {
      expect((await test.ask(`GET /api/v1/content/${name}`)).statusCode).toBe(404);
    }
  });
});

describe('the calendar', () => {
  const read = async (query = '') => {
    const answer = await test.ask(`GET /api/v1/calendar.ics${query}`);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    // RFC 5545, 3.1: lines of at most 75 octets, ended by CRLF.
    const lines = answer.body.split('\r\n');
    expect(answer.body.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    ICAL.design.strict = true;
    const root = new ICAL.Component(ICAL.parse(answer.body) as string);
    expect(root.getFirstPropertyValue('version')).toBe('2.0');
    return root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  };

  it('is read by a strict parser, with the times of the sessions', async () => {
    const events = await read('?kind=screening');
    expect(events.map(({ uid }) => uid)).toEqual([
      'demo-screening-1@yugong',
      'demo-screening-2@yugong',
      'demo-screening-3@yugong',
    ]);
    const { sessions } = (await test.ask('GET /api/v1/sessions?kind=screening')).json();
    expect(events[0]?.startDate.toJSDate().getTime()).toBe(Date.parse(sessions[0].startsAt));
    expect(events[0]?.endDate.toJSDate().getTime()).toBe(Date.parse(sessions[0].endsAt));
    expect(events[0]).toMatchObject({
      summary: '两癌筛查（演示）',
      location: '演示医院（渝中），渝中区演示路 1 号，门诊楼 3 楼体检科',
    });
    for (const event of events) expect(event.component.getFirstPropertyValue('dtstamp')).not.toBeNull();
  });

  it('has the content’s events as days, with their rules', async () => {
    const events = await read('?kind=event&from=2023-01-01');
    const dataset = test.service.content.dataset().events;
    const all = events.filter(({ uid }) => !uid.startsWith('demo-'));
    expect(all.map(({ uid }) => uid)).toEqual(dataset.map(({ id }) => `${id}@yugong`));
    for (const [index, one] of dataset.entries()) {
      expect(all[index]?.startDate.isDate).toBe(true);
      expect(all[index]?.startDate.toString()).toBe(one.start);
      expect(all[index]?.isRecurring()).toBe(one.rrule !== undefined);
    }
  });

  it('holds only what is asked for, by district, kind or programme', async () => {
    expect((await read('?adcode=500106&kind=screening')).map(({ uid }) => uid)).toEqual(['demo-screening-2@yugong']);
    expect(await read('?programme=none')).toEqual([]);
  });
});
