/** The phone's stations against the service itself: the demo's, a union's own, of the whole city and of an area. */
import { makeStations } from '../../scripts/bench/stations/make';
import { openContent } from '../../server/src/content';
import { publishChanges, publishCollection } from './support/publishing';
import { districtBoxes } from '@yugong/content/district-boxes';
import type { RecordOf } from '@yugong/content/schema';
import { isInside } from '@yugong/domain/geo';
import { defined } from '@yugong/domain/narrow';
import { phone } from '../setup/taro';
import { taroRequest } from '../ui/outbox/service';
import { startService, type TestOptions, type TestService } from './support/service';
import { portOf } from '../../scripts/lib/port';

declare global {
  var SERVICE_ORIGIN: string;
}

let api: TestService;
let asked: string[];
/** What becomes of an answer on its way. */
let onTheWay: (body: { records: Record<string, unknown>[] }) => unknown;

const browser = { navigator: { onLine: true }, window: new EventTarget(), document: new EventTarget() };
for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { value });

async function start(options: TestOptions = {}): Promise<void> {
  api = await startService(options);
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  globalThis.SERVICE_ORIGIN = `http://127.0.0.1:${portOf(api.app.server)}`;
}

beforeEach(() => {
  phone.reset();
  asked = [];
  onTheWay = (body) => body;
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => api.close());

/** The app, started anew on the same phone. */
async function startApp() {
  jest.resetModules();
  const taro = (await import('@tarojs/taro')).default;
  const { phone: fresh } = await import('../setup/taro');
  fresh.storage = phone.storage;
  Object.assign(taro, {
    request: (options: Parameters<typeof taroRequest>[0]) => {
      const { pathname, search } = new URL(options.url);
      // The finder asks for the year's holidays by itself.
      if (!pathname.endsWith('/holidays')) asked.push(search);
      const changed = taroRequest(options).then((given) => {
        const answer = given as { data: string };
        return { ...answer, data: JSON.stringify(onTheWay(JSON.parse(answer.data))) };
      });
      return Object.assign(changed, { abort: () => undefined });
    },
    onNetworkStatusChange: () => undefined,
  });
  const { refreshStations, areaOf } = await import('@/features/stations/feed/refresh');
  const { stationsNow } = await import('@/features/stations/model');
  return {
    areaOf,
    ask: (area: string | null = null) => refreshStations(area, { now: true }),
    count: () => stationsNow().count,
    station: (id: string) => stationsNow().station(id),
  };
}

const DEMO = 'demo-station-jiefangbei';
const REAL = 'station-nanan-qiujiawan';
const kept = () => phone.storage.get('content-station-areas');
const changed = async (change: Partial<RecordOf<'stations'>>) => {
  const record = defined(api.service.content.base().stations.find(({ id }) => id === REAL));
  const done = await publishChanges(api.service, {
    collection: 'stations',
    put: [{ ...record, ...change }],
    remove: [],
    by: 'staff-1',
  });
  if (!done.done) throw new Error(JSON.stringify(done));
};

it('shows the demo stations, marked, for as long as the operator leaves the demo on', async () => {
  await start();
  const app = await startApp();
  const bundled = app.count();
  expect(app.station(DEMO)).toBeNull();
  await app.ask();
  expect(app.station(DEMO)).toMatchObject({ demo: true, hours: [{ d: 127, t: [0, 1440] }], entry: ['scan', 'face'] });
  expect(app.count()).toBe(bundled + api.service.content.dataset().stations.filter(({ demo }) => demo).length);
  // Still there without a network, and known to be the same with one.
  await api.app.close();
  expect((await startApp()).station(DEMO)).not.toBeNull();
  await api.close();
  await start({ config: { demo: false } });
  const again = await startApp();
  await again.ask();
  expect(again.station(DEMO)).toBeNull();
  expect([again.count(), kept()]).toEqual([bundled, undefined]);
});

it('does not serve as published what was only the demo when somebody published', async () => {
  await start();
  await changed({ openingHours: '24/7' });
  const off = openContent(api.service.store);
  await off.refresh({ now: true });
  expect(off.dataset().stations.find(({ id }) => id === REAL)).toMatchObject({ openingHours: '24/7' });
  expect(off.dataset().stations.filter(({ demo }) => demo)).toEqual([]);
});

it('shows what a union published, keeps to it, and asks no page twice for the same', async () => {
  await start({ config: { demo: false } });
  const app = await startApp();
  await app.ask();
  expect([asked.length, kept()]).toEqual([1, undefined]);
  await changed({
    openingHours: 'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
    verifiedAt: '2026-01-15',
    verifiedBy: '演示区总工会',
  });
  await app.ask();
  expect(app.station(REAL)).toMatchObject({
    openingHours: 'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
    verifiedBy: '演示区总工会',
  });
  const before = asked.length;
  await app.ask();
  expect(asked.slice(before)).toHaveLength(1);
  expect(asked.at(-1)).toContain('limit=1');
  // A station that was taken back is gone, and the others stay.
  await publishChanges(api.service, { collection: 'stations', put: [], remove: [REAL], by: 'staff-1' });
  await app.ask();
  expect(app.station(REAL)).toBeNull();
  expect(app.station('station-nanan-gaofengsi')).not.toBeNull();
});

it('reads stations of a newer release: unknown keys and facilities are left out, an unreadable record too', async () => {
  await start({ config: { demo: false } });
  const app = await startApp();
  await changed({ facilities: ['drinking_water'], hoursNote: '新的说明' });
  const widened = (one: Record<string, unknown>) => ({
    ...one,
    robot: true,
    facilities: [...(one['facilities'] as string[]), 'hologram'],
  });
  onTheWay = (body) => ({
    ...body,
    records: body.records.length > 1 ? [...body.records.map(widened), { id: 'station-of-tomorrow' }] : body.records,
  });
  await app.ask();
  expect(kept()).toBeDefined();
  expect(app.station(REAL)?.facilities).not.toContain('hologram');
  expect(app.station(REAL)).toMatchObject({ facilities: ['drinking_water'], hoursNote: '新的说明' });
  expect(app.station('station-of-tomorrow')).toBeNull();
});

it.each<[string, Record<string, unknown>]>([
  ['a line break in its note', { note: '一\n二' }],
  ['the position 0,0', { location: { lng: 0, lat: 0 } }],
])('refuses a station with %s at the check, and the finder opens without it where it was kept', async (_, fault) => {
  await start({ config: { demo: false } });
  await expect(changed(fault)).rejects.toThrow();
  const app = await startApp();
  await changed({ hoursNote: '测试' });
  onTheWay = (body: { records: Record<string, unknown>[] }) => ({
    ...body,
    records: body.records.map((one) => (one['id'] === REAL ? { ...one, ...fault } : one)),
  });
  const bundled = app.count();
  await app.ask();
  expect(app.station('station-nanan-gaofengsi')).not.toBeNull();
  expect(app.station(REAL)).toBeNull();
  expect(app.count()).toBe(bundled - 1);
});

it.each<[string, (body: { records: Record<string, unknown>[] }) => unknown]>([
  [
    'hours that no rule has',
    (body) => ({ ...body, records: body.records.map((one) => ({ ...one, hours: [{ t: [600, 540] }] })) }),
  ],
  ['another version on the way', (body) => (body.records.length > 1 ? { ...body, version: 'another' } : body)],
  ['an older edition', (body) => ({ ...body, edition: '2020' })],
])('keeps to the bundle where an answer has %s', async (_, tamper) => {
  await start();
  const app = await startApp();
  const bundled = app.count();
  onTheWay = tamper;
  await app.ask();
  expect([app.count(), kept()]).toEqual([bundled, undefined]);
});

it('takes of a large city only where the reader looks, and knows what is gone there', async () => {
  await start({ config: { demo: false } });
  const districts = [
    { adcode: '500103', title: '渝中区', centre: { lng: 106.56, lat: 29.55 } },
    { adcode: '500101', title: '万州区', centre: { lng: 108.4, lat: 30.8 } },
  ];
  // Around a small district's centre some would lie in the next: the check refuses those.
  const made = makeStations(650, 3, districts).map(({ demo: _, location, ...record }) => {
    const box = districtBoxes[record.adcode ?? ''];
    return { ...record, location: location && box && isInside(location, box) ? location : null };
  });
  const real = api.service.content.base().stations.filter(({ id }) => id !== 'station-wanzhou-kelonglu');
  const done = await publishCollection(api.service, {
    collection: 'stations',
    records: [...real, ...made],
    by: 'staff-1',
  });
  expect(done.done).toBe(true);
  const app = await startApp();
  const bundled = app.count();
  await app.ask();
  expect(app.count()).toBe(bundled);
  await app.ask('500101');
  const inWanzhou = made.filter(({ adcode }) => adcode === '500101');
  expect(app.count()).toBe(bundled - 1 + inWanzhou.length);
  expect(app.station('station-wanzhou-kelonglu')).toBeNull();
  // Around a point: the box's stations come as well, those of the district stay.
  const here = { adcode: null, from: { lng: 106.57, lat: 29.56 } } as Parameters<typeof app.areaOf>[0];
  await app.ask(app.areaOf(here));
  const near = made.filter(
    ({ location }) => location && Math.abs(location.lng - 106.6) <= 0.15 && Math.abs(location.lat - 29.6) <= 0.15,
  );
  expect(near.length).toBeGreaterThan(100);
  expect(near.every(({ id }) => app.station(id) !== null)).toBe(true);
  expect(inWanzhou.every(({ id }) => app.station(id) !== null)).toBe(true);
}, 120_000);
