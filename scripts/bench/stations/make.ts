/**
 * Invented stations in any number, the same for the same seed: for development, tests and the bench only. Each is marked
 * `demo` and says so in its source; nothing ships that was made here.
 */
import type { Dataset } from '@yugong/content/schema';
import { defined } from '@yugong/domain/narrow';
import { entryWays, facilities, stationKinds, type StationKind } from '@yugong/domain/station/vocabulary';

type StationRecord = Dataset['stations'][number];
type District = { adcode: string; title: string; centre: { lng: number; lat: number } | null };

/** Even figures from 0 to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NAME_CHARS = [
  ...'龙凤金银石桥河江山林云天星月春秋松柏竹梅兰桂红白青黄大小上下东西南北新老长高平安和顺康宁文武德仁义礼智信福禄寿喜',
];
const ROADS = ['路', '街', '大道', '支路', '正街', '巷'];
const BESIDE = [
  '公厕旁',
  '社区服务中心一楼',
  '公交站旁',
  '农贸市场入口',
  '广场东侧',
  '加油站内',
  '派出所对面',
  '银行网点大厅',
  '物业管理处',
  '停车场入口',
];
const SUFFIX: Record<StationKind, readonly string[]> = {
  union_station: ['工会驿站', '户外劳动者服务站'],
  worker_harbour: ['劳动者港湾', '渝工港湾'],
  postal_station: ['邮爱驿站'],
  driver_home: ['司机之家'],
  warm_station: ['暖新驿站', '爱心驿站', '暖心驿站'],
  convenience_station: ['便民服务站'],
  cooling_point: ['防空洞纳凉点'],
};
const NOTES = [
  '在一楼大厅，进门右手边',
  '路边的红色小屋',
  '周边不好停车，电动车可以停在门口',
  '饮水机夏天放在门外',
  '和社区服务中心共用一个门',
];

/** Some 130 ways of opening: most stations share a few. */
function hoursOf(random: () => number): string | null {
  const any = random();
  if (any < 0.15) return null;
  if (any < 0.35) return '24/7';
  const [from, to] = [7 + Math.floor(random() * 3), 17 + Math.floor(random() * 6)];
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  if (any < 0.55) return `Mo-Su ${clock(from)}-${clock(to)}`;
  if (any < 0.75) return `Mo-Fr ${clock(from)}-12:00,14:00-${clock(to)}; PH off`;
  if (any < 0.85) return `Mo-Fr ${clock(from)}-${clock(to)}; Sa,Su 10:00-16:00`;
  if (any < 0.92) return `Mo-Su ${clock(to)}-02:00`;
  return 'Jun 28-Sep 15 Mo-Su 10:00-21:00';
}

/** County-level places over the country, a few hundred stations in the largest: only for the service's index. */
export function makeCounties(count: number, seed: number): District[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, at) => ({
    adcode: String(110_000 + at),
    title: `第${at}县`,
    centre: { lng: 100 + random() * 22, lat: 22 + random() * 20 },
  }));
}

/**
 * @param districts where they lie: around each centre, the first more than the last
 * @example makeStations(6000, 7, districts)[0].demo // true
 */
export function makeStations(count: number, seed: number, districts: readonly District[]): StationRecord[] {
  const random = randomOf(seed);
  const pick = <T>(some: readonly T[]): T => defined(some[Math.floor(random() * some.length)]);
  const word = (length: number): string => Array.from({ length }, () => pick(NAME_CHARS)).join('');
  const streets = districts.map(() => Array.from({ length: 18 }, () => `${word(2)}街道`));
  return Array.from({ length: count }, (_, serial) => {
    const at = Math.floor(random() ** 1.5 * districts.length);
    const { adcode, centre } = defined(districts[at]);
    const kind = defined(stationKinds[Math.floor(random() ** 2 * stationKinds.length)]);
    const place = word(random() < 0.5 ? 2 : 3);
    const isVerified = random() < 0.6;
    const hasPosition = random() < 0.9 && centre !== null;
    const spread = (): number => (random() + random() + random() - 1.5) * 0.12;
    const road = `${word(2)}${pick(ROADS)}`;
    return {
      id: `station-made-${serial.toString(36)}`,
      title: `${place}${pick(['社区', '路', '广场', '车站', ''])}${pick(SUFFIX[kind])}`,
      asOf: '2026-11',
      source: { title: '生成的测试数据', publisher: '演示', published: null, kind: 'package' as const },
      adcode,
      confidence: 'high' as const,
      demo: true as const,
      aliases: random() < 0.05 ? [`${word(2)}歇脚点`] : [],
      kind,
      precision: random() < 0.9 ? ('place' as const) : ('area' as const),
      street: random() < 0.9 ? pick(defined(streets[at])) : null,
      address: `${road}${1 + Math.floor(random() * 300)}号${random() < 0.4 ? `（${pick(BESIDE)}）` : ''}`,
      location: hasPosition && centre ? { lng: round(centre.lng + spread()), lat: round(centre.lat + spread()) } : null,
      openingHours: hoursOf(random),
      hoursNote: random() < 0.05 ? '高温期间延长到 22:00' : null,
      ...(random() < 0.5 && { entry: [pick(entryWays)] }),
      access: null,
      ...(random() < 0.6 && { anyoneMayEnter: pick(['yes', 'no'] as const) }),
      ...(random() < 0.2 && { floor: `${1 + Math.floor(random() * 5)} 楼` }),
      facilities: facilities.filter(() => random() < 0.3),
      phone: random() < 0.4 ? `023-0000${String(serial % 10_000).padStart(4, '0')}` : null,
      note: random() < 0.1 ? pick(NOTES) : null,
      ...(isVerified && {
        verifiedAt: `202${random() < 0.3 ? 5 : 6}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
        verifiedBy: '演示区总工会',
      }),
    };
  });
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
