/**
 * A server that speaks the protocols of 腾讯位置服务 and 天地图 over a city that is made up: every district has the same twenty
 * roads, 250 m apart, with a house every 15 m. It finds the house of an address and the address of a position, and answers
 * an address wrongly, or not at all, where a fault is planted.
 */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import gcoord from 'gcoord';
import { districtBoxes } from '@yugong/content/district-boxes';
import type { Dataset } from '@yugong/content/schema';
import { chongqing, type Box } from '@yugong/domain/geo';
import { portOf } from '../../../scripts/lib/port';

/** What goes wrong with an address. */
export const plantedFaults = [
  // Answers that look like answers.
  'city-centre',
  'district-centre',
  'centre-called-door',
  'town',
  'road',
  'unreliable',
  'other-district',
  'other-district-unsaid',
  'namesake-nearby',
  'swapped',
  'bd09',
  'wgs84',
  'abroad',
  'zero',
  'text-for-degrees',
  // Answers that aren't one.
  'nothing',
  'server-error',
  'no-json',
  'cut-off',
  'silence',
] as const;
export type PlantedFault = (typeof plantedFaults)[number];

export interface HouseNumber {
  adcode: string;
  road: string;
  number: number;
}

interface Degrees {
  lng: number;
  lat: number;
}

const ROADS = [
  '学田路',
  '石桥大道',
  '文星街',
  '枣子岚垭路',
  '凤天路',
  '桂花街',
  '金紫路',
  '白鹤巷',
  '松林大道',
  '渡口街',
  '柏树堡路',
  '双龙路',
  '望江街',
  '天星路',
  '竹园巷',
  '长安大道',
  '五里店路',
  '上清街',
  '龙湖路',
  '青杠路',
];
const METRES_PER_DEGREE = 111_195;
const ROAD_METRES = 250;
const HOUSE_METRES = 15;
/** Farther from any road there is no address. */
const REACH_METRES = 110;

const east = (metres: number, lat: number): number => metres / METRES_PER_DEGREE / Math.cos((lat * Math.PI) / 180);
const north = (metres: number): number => metres / METRES_PER_DEGREE;

/** A district's roads reach so far from their corner, with room around: no two districts' roads lie on each other. */
const GROUND = 0.07;

/** A corner within the box whose ground is nobody else's. */
function freeCorner(box: Box, taken: readonly Degrees[]): Degrees {
  for (let lat = Math.max(box.south, chongqing.south) + 0.02; lat < box.north - GROUND; lat += 0.01)
    for (let lng = box.west + 0.02; lng < box.east - GROUND; lng += 0.01)
      if (taken.every((one) => Math.abs(one.lng - lng) > GROUND || Math.abs(one.lat - lat) > GROUND))
        return { lng, lat };
  throw new Error('the districts have no room for their roads');
}

export interface GeocoderStandIn {
  url: string;
  /** Every question by its address, in the order in which they came. */
  readonly asked: string[];
  /** Positions whose address was asked for. */
  readonly askedBack: number;
  /** Faults by address. */
  readonly faults: Map<string, PlantedFault>;
  /** Status codes that the next questions are answered with, whatever they ask. */
  readonly nextStatuses: number[];
  /** Requests to Tencent have to be signed with it (签名校验); null where they needn't be. */
  secret: string | null;
  /** Called before each answer to an address. */
  onQuestion: (address: string) => void;
  address(house: HouseNumber): string;
  positionOf(house: HouseNumber): Degrees;
  stop(): Promise<void>;
}

export async function startGeocoder({ districts }: Pick<Dataset, 'districts'>): Promise<GeocoderStandIn> {
  const places = new Map<string, { title: string; centre: Degrees; corner: Degrees }>();
  for (const { adcode, title, status, centre } of districts) {
    const box = districtBoxes[adcode];
    if (status !== 'current' || !box || !centre) continue;
    const taken = [...places.values()].map(({ corner }) => corner);
    const corner = freeCorner(box, taken);
    places.set(adcode, { title, centre, corner });
  }
  const placeOf = (adcode: string) => {
    const place = places.get(adcode);
    if (!place) throw new Error(`no district ${adcode}`);
    return place;
  };
  const positionOf = ({ adcode, road, number }: HouseNumber): Degrees => {
    const { corner } = placeOf(adcode);
    const lat = corner.lat + north(ROADS.indexOf(road) * ROAD_METRES);
    return { lat, lng: corner.lng + east(number * HOUSE_METRES, corner.lat) };
  };
  const addressOf = ({ adcode, road, number }: HouseNumber): string =>
    `重庆市${placeOf(adcode).title}${road}${number}号`;
  const houseOf = (address: string): HouseNumber | null => {
    for (const [adcode, { title }] of places) {
      if (!address.startsWith(`重庆市${title}`)) continue;
      const found = /^(\D+?)(\d+)号/.exec(address.slice(`重庆市${title}`.length));
      if (found?.[1] && ROADS.includes(found[1])) return { adcode, road: found[1], number: Number(found[2]) };
    }
    return null;
  };
  /** The nearest house of the nearest road, in whatever district that is. */
  const houseAt = ({ lng, lat }: Degrees): HouseNumber | null => {
    for (const [adcode, { corner }] of places) {
      const road = Math.round(((lat - corner.lat) * METRES_PER_DEGREE) / ROAD_METRES);
      const off = Math.abs((lat - corner.lat) * METRES_PER_DEGREE - road * ROAD_METRES);
      const number = Math.round((lng - corner.lng) / east(HOUSE_METRES, corner.lat));
      const name = ROADS[road];
      if (name !== undefined && off <= REACH_METRES && number >= 1 && number <= 300)
        return { adcode, road: name, number };
    }
    return null;
  };
  const otherDistrict = (adcode: string): string => [...places.keys()].find((one) => one !== adcode) ?? adcode;

  /** What the provider finds, in GCJ-02, with its claims. */
  const found = (address: string) => {
    const fault = standIn.faults.get(address);
    const house = houseOf(address);
    if (house === null || fault === 'nothing') return null;
    const { centre, title } = placeOf(house.adcode);
    const right = { ...positionOf(house), level: 9, reliability: 9, adcode: house.adcode, title };
    const at = (change: Partial<typeof right>) => ({ ...right, ...change });
    const turned = (from: 'GCJ02' | 'BD09' | 'WGS84') => {
      const [lng, lat] = gcoord.transform<[number, number]>([right.lng, right.lat], gcoord.GCJ02, gcoord[from]);
      return at({ lng, lat });
    };
    switch (fault) {
      case 'city-centre':
        return at({ lng: 106.551643, lat: 29.562849, level: 1, reliability: 1, adcode: '500000' });
      case 'district-centre':
        return at({ ...centre, level: 2, reliability: 2 });
      case 'centre-called-door':
        return at({ lng: centre.lng + 0.0002, lat: centre.lat });
      case 'town':
        return at({ lng: right.lng + 0.01, level: 3, reliability: 4 });
      case 'road':
        return at({ ...positionOf({ ...house, number: 150 }), level: 7, reliability: 7 });
      case 'unreliable':
        return at({ ...positionOf({ ...house, number: house.number + 20 }), reliability: 5 });
      case 'other-district': {
        const adcode = otherDistrict(house.adcode);
        return at({ ...positionOf({ ...house, adcode }), adcode });
      }
      case 'other-district-unsaid':
        return at(positionOf({ ...house, adcode: otherDistrict(house.adcode) }));
      case 'namesake-nearby': {
        const road = ROADS[(ROADS.indexOf(house.road) + 7) % ROADS.length] ?? house.road;
        return at(positionOf({ ...house, road }));
      }
      case 'swapped':
        return at({ lng: right.lat, lat: right.lng });
      case 'bd09':
        return turned('BD09');
      case 'wgs84':
        return turned('WGS84');
      case 'abroad':
        return at({ lng: 116.397, lat: 39.909, adcode: '110101' });
      case 'zero':
        return at({ lng: 0, lat: 0 });
      default:
        return right;
    }
  };

  const json = (response: ServerResponse, answer: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
  };

  const tencent = (response: ServerResponse, parameters: URLSearchParams): void => {
    const status = standIn.nextStatuses.shift();
    if (status !== undefined) return json(response, { status, message: '见状态码说明' });
    if (parameters.get('key') !== GEOCODER_KEYS.tencent) return json(response, { status: 190, message: '无效的KEY' });
    if (standIn.secret !== null && parameters.get('sig') !== signed(parameters, standIn.secret))
      return json(response, { status: 111, message: '签名验证失败' });
    const location = parameters.get('location');
    if (location !== null) {
      const [lat = NaN, lng = NaN] = location.split(',').map(Number);
      const house = houseAt({ lng, lat });
      const result = house
        ? {
            address: addressOf(house),
            address_component: { street: house.road, street_number: `${house.road}${house.number}号` },
            ad_info: { adcode: house.adcode },
          }
        : { address: '重庆市', address_component: {}, ad_info: { adcode: '' } };
      return json(response, { status: 0, message: 'query ok', result });
    }
    const answer = found(parameters.get('address') ?? '');
    if (answer === null) return json(response, { status: 347, message: '查询无结果' });
    const { lng, lat, level, reliability, adcode, title } = answer;
    const isText = standIn.faults.get(parameters.get('address') ?? '') === 'text-for-degrees';
    json(response, {
      status: 0,
      message: 'query ok',
      result: {
        title: '',
        location: isText ? { lng: '—', lat: '—' } : { lng, lat },
        address_components: { province: '重庆市', city: '重庆市', district: title, street: '', street_number: '' },
        ad_info: { adcode },
        similarity: 0.99,
        deviation: 1000,
        reliability,
        level,
      },
    });
  };

  const levels: Readonly<Record<number, string>> = { 1: '城市', 2: '区县', 3: '乡镇', 7: '道路', 9: '门址' };
  const tianditu = (response: ServerResponse, parameters: URLSearchParams): void => {
    if (parameters.get('tk') !== GEOCODER_KEYS.tianditu)
      return json(response, { code: 301012, msg: '权限类型错误' }, 403);
    if (parameters.get('type') === 'geocode') {
      const { lon, lat } = JSON.parse(parameters.get('postStr') ?? '{}');
      const [x, y] = gcoord.transform<[number, number]>([lon, lat], gcoord.WGS84, gcoord.GCJ02);
      const house = houseAt({ lng: x, lat: y });
      if (!house) return json(response, { status: '404', msg: '无结果' });
      const result = {
        formatted_address: addressOf(house),
        location: { lon, lat },
        addressComponent: { county_code: `156${house.adcode}`, road: house.road, address: '' },
      };
      return json(response, { status: '0', msg: 'ok', result });
    }
    const { keyWord = '' } = JSON.parse(parameters.get('ds') ?? '{}');
    const answer = found(keyWord);
    if (answer === null) return json(response, { status: '101', msg: '结果为空' });
    const [lon, lat] = gcoord.transform<[number, number]>([answer.lng, answer.lat], gcoord.GCJ02, gcoord.WGS84);
    const isText = standIn.faults.get(keyWord) === 'text-for-degrees';
    const location = {
      lon: isText ? '—' : String(lon),
      lat: isText ? '—' : String(lat),
      level: levels[answer.level],
      score: answer.reliability * 10,
      keyWord,
    };
    json(response, { status: '0', msg: 'ok', location, searchVersion: '6.4.9V' });
  };

  let askedBack = 0;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const address = searchParams.get('address') ?? JSON.parse(searchParams.get('ds') ?? '{}').keyWord;
    if (typeof address !== 'string') askedBack += 1;
    else {
      standIn.asked.push(address);
      standIn.onQuestion(address);
      const fault = standIn.faults.get(address);
      if (fault === 'server-error') return void response.writeHead(502).end('<html>Bad Gateway</html>');
      if (fault === 'no-json') return void response.writeHead(200).end('{"status":0,"result":');
      if (fault === 'cut-off') return void request.socket.destroy();
      // Nobody ever answers: the client gives up by itself.
      if (fault === 'silence') return;
    }
    if (pathname === '/ws/geocoder/v1/') return tencent(response, searchParams);
    if (pathname === '/geocoder') return tianditu(response, searchParams);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: GeocoderStandIn = {
    url: `http://127.0.0.1:${portOf(server)}`,
    asked: [],
    get askedBack() {
      return askedBack;
    },
    faults: new Map(),
    nextStatuses: [],
    secret: null,
    onQuestion: () => undefined,
    address: addressOf,
    positionOf,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return standIn;
}

/** The signature that the provider computes for a request, from what arrived: path, sorted parameters, secret. */
function signed(parameters: URLSearchParams, secret: string): string {
  const arrived = new URLSearchParams(parameters);
  arrived.delete('sig');
  arrived.sort();
  const text = Array.from(arrived, (pair) => pair.join('=')).join('&');
  return createHash('md5').update('/ws/geocoder/v1/?').update(text).update(secret).digest('hex');
}

/** Keys that the stand-in takes, in the providers' form. */
export const GEOCODER_KEYS = {
  tencent: 'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY-Z0123',
  tianditu: '0123456789abcdef0123456789abcdef',
} as const;

export const standInRoads: readonly string[] = ROADS;

/** So many houses, of every district in turn, each with another address. */
export function housesOf({ districts }: Pick<Dataset, 'districts'>, count: number): HouseNumber[] {
  const adcodes = districts.filter(({ status }) => status === 'current').map(({ adcode }) => adcode);
  return Array.from({ length: count }, (_, at) => ({
    adcode: adcodes[at % adcodes.length] ?? '',
    road: ROADS[Math.floor(at / adcodes.length) % ROADS.length] ?? '',
    number: 10 + ((at * 37) % 120),
  }));
}
