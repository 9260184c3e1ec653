/** The stations' feed, and what becomes of reports, on both engines. */
import fc from 'fast-check';
import { dayAt } from '@yugong/domain/calendar';
import { MINUTE, HOUR, DAY, isoAt } from '@yugong/domain/time';
import { makeStations } from '../../scripts/bench/stations/make';
import { openContent } from '../../server/src/content';
import { datasetFaults } from '../../server/src/content/faults';
import { readEdition } from '@yugong/content/feed';
import editions from '@yugong/content/generated/editions.json';
import { defined } from '@yugong/domain/narrow';
import { accountByToken } from '../../server/src/services/accounts';
import { moveStationReport } from '../../server/src/stations/reports';
import { StationFeed } from '../../server/src/stations/feed';
import { statement } from '../../server/src/kernel/store';
import { publishChanges } from './support/publishing';
import { startService, type TestService } from './support/service';
import { postgresEngine } from './support/stores';

const districts = [
  { adcode: '500103', title: '渝中区', centre: { lng: 106.56, lat: 29.55 } },
  { adcode: '500106', title: '沙坪坝区', centre: { lng: 106.45, lat: 29.54 } },
  { adcode: '500101', title: '万州区', centre: { lng: 108.4, lat: 30.8 } },
];

describe('the feed', () => {
  const records = makeStations(1500, 1, districts);
  const feed = new StationFeed(records);

  it('answers every question as a walk through all records does, page by page', () => {
    const degree = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const box = fc
      .tuple(degree(106.2, 108.6), degree(29.3, 31), degree(0, 0.3), degree(0, 0.3))
      .map(([west, south, width, height]) => ({ west, south, east: west + width, north: south + height }));
    const question = fc.record({
      adcode: fc.option(fc.constantFrom('500103', '500106', '500999'), { nil: undefined }),
      box: fc.option(box, { nil: undefined }),
      limit: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(question, ({ adcode, box: within, limit }) => {
        const expected = records.filter(
          (one) =>
            (adcode === undefined || one.adcode === adcode) &&
            (within === undefined ||
              (one.location !== null &&
                one.location.lng >= within.west &&
                one.location.lng <= within.east &&
                one.location.lat >= within.south &&
                one.location.lat <= within.north)),
        );
        const found: string[] = [];
        let after: number | null = 0;
        while (after !== null) {
          const page = feed.ask({ adcode, box: within, after, limit });
          expect(page.total).toBe(expected.length);
          expect(page.records.length).toBeLessThanOrEqual(limit);
          found.push(...page.records.map(({ id }) => id));
          after = page.next;
        }
        expect(found).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it('keeps a page below what WeChat lets through, whatever is asked', () => {
    const fat = records.map((one) => ({ ...one, note: '长'.repeat(1000) }));
    const page = new StationFeed(fat).ask({ after: 0, limit: 1000 });
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(1_000_000);
    expect(page.next).toBe(page.records.length);
    expect(page.records.length).toBeGreaterThan(100);
  });

  it('compiles hours for the phone', () => {
    const one = feed.ask({ after: 0, limit: 200 }).records.find(({ openingHours }) => openingHours === '24/7');
    expect(one?.hours).toEqual([{ d: 127, t: [0, 1440] }]);
  });
});

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(['sqlite', 'postgres'])('on %s', (engine) => {
  let test: TestService;
  beforeAll(async () => {
    const config = engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {};
    test = await startService({ config });
  });
  beforeEach(() => test.reset());
  afterAll(() => test.close());

  const station = (at = 0) => defined(test.service.content.dataset().stations[at]?.id);
  const report = async (kind: string, token?: string, at = 0) => {
    const as = token ?? (await test.login());
    const answer = await test.ask(`POST /api/v1/stations/${station(at)}/reports`, {
      token: as,
      body: { kind, note: '只有自己看得到' },
    });
    return { token: as, id: answer.json<{ id: string }>().id };
  };
  const standing = async (at = 0) => (await test.ask(`GET /api/v1/stations/${station(at)}`)).json().standing;
  /** The token of somebody whose account is so old. */
  const since = async (age: number): Promise<string> => {
    const { store } = test.service;
    const token = await test.login();
    const { id } = defined(await accountByToken(test.service, token));
    const older = store.read.updateTable('accounts').set({ created_at: test.clock.now - age });
    await store.write([statement(older.where('id', '=', id), 1)]);
    return token;
  };
  const mine = async (token: string) => (await test.ask('GET /api/v1/me/reports', { token })).json().reports;
  const move = (id: string, to: 'confirmed' | 'fixed' | 'declined', reply: string | null = null) =>
    moveStationReport(test.service, { id, to, reply, staff: '演示' });

  it('serves the demo stations only while the demo is on, each marked, and sound as content has to be', async () => {
    const dataset = test.service.content.dataset();
    const demo = dataset.stations.filter((one) => one.demo);
    expect(demo.length).toBeGreaterThan(10);
    expect(demo.every(({ title, source }) => title.includes('演示') && source.title === '演示数据')).toBe(true);
    expect(datasetFaults(dataset)).toEqual([]);
    const off = openContent(test.service.store);
    expect(off.dataset().stations).toEqual(off.base().stations);
    expect(off.collection('stations')?.version).toBe(readEdition(editions.stations).version);
  });

  it('gives stations by district and by place, with their hours', async () => {
    const ask = async (query: string) => (await test.ask(`GET /api/v1/content/stations${query}`)).json();
    const all = await ask('');
    expect(all).toMatchObject({ collection: 'stations', changed: true, total: all.records.length, next: null });
    expect((await ask('?adcode=500108')).records.map(({ id }: { id: string }) => id)).toEqual([
      'station-nanan-gaofengsi',
      'station-nanan-qiujiawan',
      'demo-station-nanping',
    ]);
    expect((await ask('?adcode=500108&limit=1')).next).toBe('1');
    expect((await ask('?adcode=500108&limit=1&after=1')).records).toHaveLength(1);
    // No station of the dataset has a position yet: only the demo's are in a box.
    const inBox = (await ask('?bbox=106.55,29.54,106.6,29.57')).records as { id: string; demo?: boolean }[];
    expect(inBox.map(({ id }) => id)).toContain('demo-station-jiefangbei');
    expect(inBox.every((one) => one.demo)).toBe(true);
    expect(await ask('?bbox=105,28,106,29')).toMatchObject({ total: 0, records: [], next: null });
    expect(await ask(`?since=${all.version}`)).toMatchObject({ changed: false, records: [] });
    for (const query of [
      'bbox=1,2,3',
      'bbox=107,29,106,30',
      'bbox=a,b,c,d',
      'adcode=5001',
      'limit=0',
      'limit=1001',
      'after=-1',
      'near=here',
    ])
      expect((await test.ask(`GET /api/v1/content/stations?${query}`)).statusCode).toBe(422);
  });

  it('tells what fresh reports together say, and never of whom', async () => {
    const old = [await since(DAY), await since(DAY)];
    expect(await standing()).toEqual({ stationId: station(), standing: 'quiet', reports: [], unanswered: null });
    await report('locked', old[0]);
    expect(await standing()).toMatchObject({ standing: 'noted', reports: [{ kind: 'locked', count: 1 }] });
    test.clock.now += HOUR;
    // Of accounts made since yesterday any number says no more than one.
    for (let n = 0; n < 5; n += 1) await report('locked');
    expect(await standing()).toMatchObject({ standing: 'noted', reports: [{ kind: 'locked', count: 6 }] });
    await report('moved', old[1]);
    expect(await standing()).toMatchObject({ standing: 'noted' });
    test.clock.now += HOUR;
    await report('locked', await since(DAY));
    expect(await standing()).toMatchObject({ standing: 'trouble' });
    await report('open', await since(DAY));
    expect(await standing()).toMatchObject({ standing: 'doubtful' });
    await report('no-water', undefined, 1);
    const { stations } = (await test.ask('GET /api/v1/stations/standings')).json();
    expect(stations.map((one: { standing: string }) => one.standing).sort()).toEqual(['doubtful', 'noted']);
    expect(JSON.stringify(stations)).not.toMatch(/account|只有自己/);
    expect(
      (await test.ask(`GET /api/v1/stations/standings?ids=${station(1)},${station(2)}`)).json().stations,
    ).toHaveLength(1);
    expect((await test.ask('GET /api/v1/stations/standings?adcode=500103')).json().stations).toEqual([]);
    // Nobody has looked at any of it: it is told with its day, as somebody's word, until somebody does.
    test.clock.now += 8 * DAY;
    expect(await standing()).toMatchObject({ standing: 'noted', unanswered: { kind: 'locked' } });
    test.clock.now += 90 * DAY;
    expect(await standing()).toMatchObject({ standing: 'quiet', unanswered: null });
  });

  it('says what nobody looked at for three days, until somebody does or goes there', async () => {
    const { id } = await report('locked');
    const sentAt = test.clock.now;
    test.clock.now += 3 * DAY - 1;
    expect(await standing()).toMatchObject({ unanswered: null });
    test.clock.now += 1;
    expect(await standing()).toMatchObject({ standing: 'noted', unanswered: { kind: 'locked', at: isoAt(sentAt) } });
    await move(id, 'confirmed');
    // The union's own word is a state, whoever told it first.
    expect(await standing()).toMatchObject({ standing: 'trouble', unanswered: null });
    const other = await report('locked', undefined, 1);
    test.clock.now += 4 * DAY;
    expect(await standing(1)).toMatchObject({ standing: 'noted' });
    const record = { ...defined(test.service.content.dataset().stations[1]), verifiedAt: dayAt(test.clock.now) };
    await publishChanges(test.service, { collection: 'stations', put: [record], remove: [], by: 'test' });
    expect(await standing(1)).toMatchObject({ standing: 'quiet' });
    expect(await move(other.id, 'fixed')).toMatchObject({ done: true });
  });

  it('takes ten reports a day of one account, and everybody else’s after it', async () => {
    const token = await test.login();
    const { stations } = test.service.content.dataset();
    const send = (as: string, at: number, key?: string) =>
      test.ask(`POST /api/v1/stations/${stations[at]?.id}/reports`, {
        token: as,
        body: { kind: 'closed' },
        ...(key === undefined ? {} : { key }),
      });
    const sent = await Promise.all(stations.map((_, at) => send(token, at, `report-${at}`)));
    const codes = sent.map(({ statusCode }) => statusCode);
    expect([codes.filter((code) => code === 201).length, codes.filter((code) => code === 409).length]).toEqual([
      10,
      stations.length - 10,
    ]);
    expect(sent.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      code: 'too-many-reports',
      retryable: false,
    });
    // What was taken is answered with the same when it comes again.
    const taken = codes.indexOf(201);
    expect((await send(token, taken, `report-${taken}`)).json()).toEqual(sent[taken]?.json());
    expect((await send(await test.login(), 0)).statusCode).toBe(201);
    const { stations: told } = (await test.ask('GET /api/v1/stations/standings')).json();
    expect(new Set(told.map((one: { standing: string }) => one.standing))).toEqual(new Set(['noted']));
    const { store } = test.service;
    const yesterday = test.clock.now - DAY;
    await store.write([statement(store.read.updateTable('station_reports').set({ created_at: yesterday }))]);
    expect((await send(token, 12)).statusCode).toBe(201);
  });

  it('lets one person who saw it both ways contradict nobody', async () => {
    const { token } = await report('locked');
    test.clock.now += MINUTE;
    await report('open', token);
    expect(await standing()).toMatchObject({ standing: 'noted', reports: [{ kind: 'open', count: 1 }] });
  });

  it('shows its sender what became of a report, and nobody else', async () => {
    const { token, id } = await report('locked');
    expect(await mine(token)).toMatchObject([
      { id, stationId: station(), kind: 'locked', note: '只有自己看得到', state: 'received', reply: null },
    ]);
    expect((await mine(token))[0].stationTitle).toBe(test.service.content.dataset().stations[0]?.title);
    test.clock.now += MINUTE;
    expect(await move(id, 'fixed', '换了锁，现在开着')).toEqual({ done: true, state: 'fixed' });
    const [fixed] = await mine(token);
    expect(fixed).toMatchObject({ state: 'fixed', reply: '换了锁，现在开着' });
    expect(fixed.updatedAt > fixed.createdAt).toBe(true);
    // What is settled speaks for the station no more.
    expect(await standing()).toMatchObject({ standing: 'quiet' });
    expect(await mine(await test.login())).toEqual([]);
    expect((await test.ask('GET /api/v1/me/reports')).statusCode).toBe(401);
    expect((await test.ask('GET /api/v1/me/export', { token })).json().reports).toMatchObject([
      { state: 'fixed', reply: '换了锁，现在开着' },
    ]);
  });

  it('moves a report by its rules, once, and writes who did', async () => {
    const { id } = await report('moved');
    expect(await move(id, 'declined')).toEqual({ done: false, code: 'reply-missing' });
    const both = await Promise.all([move(id, 'confirmed'), move(id, 'declined', '去看过，还在原处')]);
    expect(both.filter(({ done }) => done).length).toBeGreaterThanOrEqual(1);
    const settled = await move(id, 'fixed');
    expect(settled.done || settled.code === 'wrong-state').toBe(true);
    expect(await move('report-of-nobody', 'fixed')).toEqual({ done: false, code: 'not-found' });
    const entries = await test.service.store.read
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'station.report-moved')
      .execute();
    expect(entries.every(({ actor }) => actor === 'staff:演示')).toBe(true);
    expect(JSON.stringify(entries)).not.toContain('还在原处');
  });

  it('does not move what somebody else moved meanwhile', async () => {
    const { id } = await report('moved');
    const { store } = test.service;
    const overtaken = {
      ...test.service,
      store: {
        ...store,
        read: store.read,
        write: async (statements: never[], audit: never[]) => {
          await store.write([
            statement(store.read.updateTable('station_reports').set({ state: 'declined' }).where('id', '=', id)),
          ]);
          return store.write(statements, audit);
        },
      },
    };
    expect(await moveStationReport(overtaken as never, { id, to: 'confirmed', reply: null, staff: '演示' })).toEqual({
      done: false,
      code: 'stale',
    });
  });

  it('forgets the answer with the account, and still counts the report', async () => {
    const { token, id } = await report('locked');
    await move(id, 'confirmed', '核实了');
    await test.ask('DELETE /api/v1/me', { token });
    const row = await test.service.store.read
      .selectFrom('station_reports')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect([row.account_id, row.sealed, row.reply]).toEqual([null, null, null]);
    expect(await standing()).toMatchObject({ standing: 'trouble', reports: [{ kind: 'locked', count: 1 }] });
    expect(await move(id, 'fixed', '没有人读得到')).toEqual({ done: true, state: 'fixed' });
  });
});
