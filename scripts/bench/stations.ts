/**
 * Finding stations: on the phone among 6,000 (logic time of a filter, a move, a word typed, the bytes of the data, memory
 * while paging), and in the service among 186,100 by district and by place, beside a walk through all records in the same
 * run. `npx tsx scripts/bench/stations.ts`. Writes the key `stations` of bench/results.json.
 */
import { gzipSync } from 'node:zlib';
import { StationFeed } from '../../server/src/stations/feed';
import { gcj02, isInside, type Box } from '@yugong/domain/geo';
import { openHolidays } from '@yugong/domain/opening-hours';
import { anyStation, findStations, needs, openStations, type StationQuery } from '@yugong/domain/station';
import type { StationIndexBundle } from '@yugong/content/bundle';
import { defined } from '@yugong/domain/narrow';
import { loadChecked } from '../content/check';
import { deriveContent } from '../generate/content';
import { keepResults } from './results';
import { makeCounties, makeStations, randomOf } from './stations/make';

const PHONE = 6000;
const SERVICE = 186_100;
const QUERIES = 300;
const now = Date.parse('2026-11-23T22:40:00+08:00');
const random = randomOf(11);

interface Times {
  medianMs: number;
  p95Ms: number;
}

const round = (n: number): number => Math.round(n * 1000) / 1000;

/** Runs a question many times, each time another, after a warm-up that doesn't count. */
function time(question: () => unknown, count = QUERIES): Times {
  for (let warm = 0; warm < 30; warm++) question();
  const times = Array.from({ length: count }, () => {
    const start = performance.now();
    question();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return {
    medianMs: round(times[Math.floor(count / 2)] ?? NaN),
    p95Ms: round(times[Math.floor(count * 0.95)] ?? NaN),
  };
}

function phone() {
  const { dataset } = loadChecked();
  if (!dataset) throw new Error('content at fault: npm run content -- check');
  const districts = dataset.districts.filter(({ status }) => status === 'current');
  const made = { ...dataset, stations: makeStations(PHONE, 7, districts) };
  const bundle = deriveContent(made)['features/stations/generated/station-index.json'];
  const json = JSON.stringify(bundle);
  const opening = time(() => {
    const { columns, districts: names, holidays } = JSON.parse(json) as StationIndexBundle;
    return openStations(columns, names, openHolidays(holidays));
  }, 30);
  const index = openStations(bundle.columns, bundle.districts, openHolidays(bundle.holidays));
  const somewhere = () => gcj02(106.3 + random() * 0.5, 29.4 + random() * 0.3);
  const ask = (query: () => Partial<StationQuery>) =>
    time(() => findStations(index, { ...anyStation, ...query() }, now).rows(0));
  const pick = <T>(some: readonly T[]): T => defined(some[Math.floor(random() * some.length)]);
  const move = ask(() => ({ from: somewhere() }));
  const filter = ask(() => ({ from: somewhere(), needs: [pick(needs).key, pick(needs).key] }));
  const openOnArrival = ask(() => ({ from: somewhere(), openOnArrival: true, needs: [pick(needs).key] }));
  const district = ask(() => ({ adcode: pick(bundle.districts).adcode }));
  const typed = ask(() => ({ from: somewhere(), text: pick(['港湾', '快递员之家', '龙 路', '渝中 驿站', '公厕']) }));
  return {
    stations: PHONE,
    dataBytes: Buffer.byteLength(json),
    dataGzipBytes: gzipSync(json).length,
    opening,
    move,
    filter,
    openOnArrival,
    district,
    typed,
    pagingHeapGrowthKb: heapGrowth(() => {
      const found = findStations(index, { ...anyStation, from: somewhere() }, now);
      for (let page = 0; page * 20 < found.total; page++) found.rows(page);
    }),
  };
}

/** What is left on the heap after paging through everything ten times, against once. Needs --expose-gc; else null. */
function heapGrowth(page: () => void): number | null {
  const collect = globalThis.gc;
  if (!collect) return null;
  page();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let time = 0; time < 10; time++) page();
  collect();
  return Math.round((process.memoryUsage().heapUsed - before) / 1024);
}

function service() {
  const counties = makeCounties(2800, 3);
  const records = makeStations(SERVICE, 5, counties);
  const start = performance.now();
  const feed = new StationFeed(records);
  const built = round(performance.now() - start);
  const box = (): Box => {
    const [west, south] = [100 + random() * 22, 22 + random() * 20];
    return { west, south, east: west + 0.2, north: south + 0.2 };
  };
  const adcode = () => defined(counties[Math.floor(random() ** 1.5 * counties.length)]).adcode;
  const linear = (wanted: (one: (typeof records)[number]) => boolean) =>
    JSON.stringify(records.filter(wanted).slice(0, 200));
  const page = (question: { adcode?: string; box?: Box }) =>
    JSON.stringify(feed.ask({ ...question, after: 0, limit: 200 }));
  // Taken in turns, since the machine's speed changes from minute to minute.
  const rounds = [1, 2, 3].map(() => ({
    byDistrict: time(() => page({ adcode: adcode() })),
    byDistrictLinear: time(() => ((code) => linear((one) => one.adcode === code))(adcode()), 60),
    byBox: time(() => page({ box: box() })),
    byBoxLinear: time(
      () => ((within) => linear(({ location }) => location !== null && isInside(location, within)))(box()),
      60,
    ),
    byLargeBox: time(() => page({ box: { west: 105, south: 28, east: 110.4, north: 32.4 } }), 60),
  }));
  type Kind = keyof (typeof rounds)[number];
  const middle = (kind: Kind): Times =>
    defined(rounds.map((one) => one[kind]).sort((a, b) => a.medianMs - b.medianMs)[1]);
  const [byDistrict, byDistrictLinear] = [middle('byDistrict'), middle('byDistrictLinear')];
  const [byBox, byBoxLinear] = [middle('byBox'), middle('byBoxLinear')];
  return {
    stations: SERVICE,
    indexBuiltMs: built,
    byDistrict,
    byDistrictLinear,
    byBox,
    byBoxLinear,
    byLargeBox: middle('byLargeBox'),
    districtTimesFaster: round(byDistrictLinear.medianMs / byDistrict.medianMs),
    boxTimesFaster: round(byBoxLinear.medianMs / byBox.medianMs),
  };
}

keepResults({ stations: { phone: phone(), service: service() } });
