import { createHash } from 'node:crypto';
import { geocodeMap, geocodeQuery } from '@yugong/content/geocode/judge';
import {
  geocodeStations,
  type GeocodeLedger,
  type GeocodeOutcome,
  type GeocodeQuestion,
  type GeocodeTools,
} from '@yugong/content/geocode/run';
import { signatureOf } from '@yugong/content/geocode/tencent';
import type { Dataset, RecordOf } from '@yugong/content/schema';
import { defined } from '@yugong/domain/narrow';
import { gcj02, metresBetween } from '@yugong/domain/geo';
import type { NewCandidate } from '@yugong/domain/station-candidate';
import { openGeocoding, readGeocoding } from '../../server/src/geocoding';
import { loadChecked } from '../../scripts/content/check';
import {
  GEOCODER_KEYS,
  housesOf,
  plantedFaults,
  startGeocoder,
  type GeocoderStandIn,
  type HouseNumber,
} from './support/geocoder-stand-in';

const checked = loadChecked().dataset;
if (!checked) throw new Error('the dataset is at fault');
const dataset: Dataset = checked;
const template = dataset.stations.find(({ districtThen }) => districtThen === undefined);
if (!template) throw new Error('the dataset has no stations');

let city: GeocoderStandIn;
beforeAll(async () => {
  city = await startGeocoder(dataset);
});
afterAll(() => city.stop());
beforeEach(() => {
  city.faults.clear();
  city.asked.length = 0;
  city.nextStatuses.length = 0;
  city.secret = null;
  city.onQuestion = () => undefined;
});

type StationRecord = RecordOf<'stations'>;
const stationAt = (house: HouseNumber, at: number): StationRecord => ({
  ...template,
  id: `station-test-${at}`,
  title: `测试驿站 ${at}`,
  adcode: house.adcode,
  street: null,
  address: `${house.road}${house.number}号`,
  location: null,
});

/** A ledger in memory; the database's own is tested with its tables. */
function memoryLedger(perDay = Infinity) {
  const settled = new Map<string, GeocodeQuestion & { outcome: GeocodeOutcome; status: string }>();
  const candidates: NewCandidate[] = [];
  let asked = 0;
  const keyOf = ({ provider, stationId, query }: GeocodeQuestion) => `${provider}|${stationId}|${query}`;
  const count = () => Promise.resolve(++asked <= perDay);
  const ledger: GeocodeLedger = {
    settled: (id) => Promise.resolve([...settled.values()].filter(({ stationId }) => stationId === id)),
    claim: async () => ((await count()) ? 'claimed' : 'day-over'),
    count,
    settle: (question, { outcome, status }, candidate) => {
      settled.set(keyOf(question), { ...question, outcome, status });
      if (candidate) candidates.push(candidate);
      return Promise.resolve();
    },
  };
  return { ledger, candidates, settled };
}

const geocodersOf = (providers: readonly ('tencent' | 'tianditu')[]) => {
  const one = (provider: 'tencent' | 'tianditu') =>
    providers.includes(provider) ? { key: GEOCODER_KEYS[provider], url: city.url } : null;
  const options = { tencent: one('tencent'), tianditu: one('tianditu'), perDay: 1e6, perSecond: 1000 };
  return openGeocoding(options, 250)?.geocoders ?? [];
};

const toolsOf = (fields: Partial<GeocodeTools>): GeocodeTools => ({
  geocoders: geocodersOf(['tencent']),
  map: geocodeMap(dataset),
  ledger: memoryLedger().ledger,
  perSecond: 1000,
  now: Date.now,
  pause: () => Promise.resolve(),
  progress: () => Promise.resolve(),
  ...fields,
});

const metresOff = ({ proposal }: NewCandidate, house: HouseNumber): number => {
  if (proposal.field !== 'position') return NaN;
  const right = city.positionOf(house);
  return metresBetween(gcj02(proposal.value.lng, proposal.value.lat), gcj02(right.lng, right.lat));
};

const ROWS = 510;

describe.each(['tencent', 'tianditu'] as const)('geocoding a list with %s', (provider) => {
  it('takes no planted fault for a clear answer, and leaves the right ones clear', async () => {
    const houses = housesOf(dataset, ROWS);
    const stations = houses.map(stationAt);
    // Every third answer is right; the others have each fault in turn.
    const faultAt = (at: number) => (at % 3 === 0 ? null : plantedFaults[at % plantedFaults.length]);
    houses.forEach((house, at) => {
      const fault = faultAt(at);
      if (fault) city.faults.set(city.address(house), fault);
    });
    const { ledger, candidates, settled } = memoryLedger();
    const report = await geocodeStations(stations, toolsOf({ geocoders: geocodersOf([provider]), ledger }));

    const clear = candidates.filter(({ doubts }) => doubts.length === 0);
    const indexOf = (one: NewCandidate) => Number(one.stationId.slice('station-test-'.length));
    const missed = clear.filter((one) => faultAt(indexOf(one)));
    const planted = houses.filter((_, at) => faultAt(at)).length;
    expect(planted).toBeGreaterThan(330);
    expect({ missed: missed.map((one) => faultAt(indexOf(one))) }).toEqual({ missed: [] });
    const doubted = candidates.filter((one) => faultAt(indexOf(one)) === null && one.doubts.length > 0);
    expect(doubted.map(({ origin, doubts }) => [origin, doubts])).toEqual([]);
    const unanswered = [...settled.values()].filter(
      ({ stationId, outcome }) => faultAt(Number(stationId.slice(13))) === null && outcome !== 'candidate',
    );
    expect(unanswered).toEqual([]);
    expect(clear).toHaveLength(ROWS - planted);
    expect(clear.every((one) => metresOff(one, houses[indexOf(one)] ?? { adcode: '', road: '', number: 0 }) < 2)).toBe(
      true,
    );
    const centres = candidates.filter((one) => /centre/.test(String(faultAt(indexOf(one)))));
    expect(centres.length).toBeGreaterThan(40);
    expect(centres.filter(({ isRefused }) => !isRefused)).toEqual([]);
    // Each answer says where it is from: a candidate has all of it, and so has what was refused or came to nothing.
    for (const { origin } of candidates) {
      expect(origin).toMatchObject({ by: 'geocoder', provider, status: '0', level: expect.stringMatching(/./) });
      if (origin.by === 'geocoder') expect([origin.query, origin.askedAt, origin.precision]).not.toContain('');
    }
    expect(settled.size).toBe(ROWS);
    expect([...settled.values()].every(({ status }) => status !== '')).toBe(true);
    expect(report.clear + report.doubtful + report.refused + report.nothing + report.left).toBe(ROWS);
  }, 120_000);
});

describe('asking a geocoder', () => {
  const houses = () => housesOf(dataset, 6);

  it('says of a position in the datum of another map that it is', async () => {
    const [house] = houses();
    if (!house) throw new Error('no house');
    city.faults.set(city.address(house), 'bd09');
    const { ledger, candidates } = memoryLedger();
    await geocodeStations([stationAt(house, 0)], toolsOf({ ledger }));
    expect(candidates).toMatchObject([{ doubts: ['datum'], isRefused: true }]);
  });

  it('asks the second provider where the first has no good answer, and only then', async () => {
    const [first, second] = houses();
    if (!first || !second) throw new Error('no house');
    city.nextStatuses.push(347);
    const { ledger, candidates } = memoryLedger();
    await geocodeStations(
      [first, second].map(stationAt),
      toolsOf({ ledger, geocoders: geocodersOf(['tencent', 'tianditu']) }),
    );
    expect(candidates.map(({ origin }) => origin.by === 'geocoder' && origin.provider)).toEqual([
      'tianditu',
      'tencent',
    ]);
  });

  it('waits where it asked too fast, and asks again', async () => {
    city.nextStatuses.push(120, 120);
    const pauses: number[] = [];
    const { ledger, candidates } = memoryLedger();
    const pause = (milliseconds: number) => Promise.resolve(void pauses.push(milliseconds));
    const report = await geocodeStations(houses().slice(0, 1).map(stationAt), toolsOf({ ledger, pause }));
    expect(pauses.filter((one) => one > 1000)).toHaveLength(2);
    expect([candidates.length, report.requests]).toEqual([1, 4]);
  });

  it('stops for the day where the provider says that its quota is used up, and says how many are left', async () => {
    const { ledger, candidates, settled } = memoryLedger();
    city.onQuestion = () => {
      if (city.asked.length === 3) city.nextStatuses.push(121);
    };
    const report = await geocodeStations(houses().map(stationAt), toolsOf({ ledger }));
    expect(report).toMatchObject({
      clear: 2,
      left: 4,
      stopped: [{ provider: 'tencent', because: 'day-over', status: '121' }],
    });
    expect([city.asked.length, candidates.length]).toEqual([3, 2]);
    expect([...settled.values()].map(({ outcome }) => outcome)).toEqual(['candidate', 'candidate', 'lost']);
  });

  it('stops by its own count before the quota is over', async () => {
    const report = await geocodeStations(houses().map(stationAt), toolsOf({ ledger: memoryLedger(4).ledger }));
    expect(report).toMatchObject({ clear: 2, left: 4, requests: 4, stopped: [{ because: 'day-over' }] });
  });

  it('asks again tomorrow for what the day had no question left to check', async () => {
    const { ledger, candidates } = memoryLedger(5);
    expect(await geocodeStations(houses().map(stationAt), toolsOf({ ledger }))).toMatchObject({ clear: 2, left: 4 });
    expect(candidates).toHaveLength(2);
  });

  it('stops where the key is refused, without asking for every station', async () => {
    const options = { tencent: { key: 'WRONG', url: city.url }, tianditu: null, perDay: 10, perSecond: 1000 };
    const geocoders = openGeocoding(options)?.geocoders ?? [];
    const report = await geocodeStations(houses().map(stationAt), toolsOf({ geocoders }));
    expect(report).toMatchObject({ left: 6, requests: 1, stopped: [{ because: 'refused', status: '190' }] });
  });

  it('asks nothing twice that was answered', async () => {
    const { ledger, candidates } = memoryLedger();
    const stations = houses().map(stationAt);
    let done = 0;
    const progress = () => (done++ === 3 ? Promise.reject(new Error('killed')) : Promise.resolve());
    await expect(geocodeStations(stations, toolsOf({ ledger, progress }))).rejects.toThrow('killed');
    const report = await geocodeStations(stations, toolsOf({ ledger }));
    expect(report).toMatchObject({ before: 3, clear: 3 });
    expect(new Set(city.asked).size).toBe(city.asked.length);
    expect(candidates).toHaveLength(6);
  });
});

describe('the address that is asked for', () => {
  const queryOf = (fields: Partial<StationRecord>) => geocodeQuery({ ...template, ...fields }, geocodeMap(dataset));

  it.each([
    ['city and district once each', { adcode: '500103', address: '重庆市渝中区民权路28号' }, '重庆市渝中区民权路28号'],
    [
      'the street where the address leaves it out',
      { adcode: '500103', street: '解放碑街道', address: '民权路28号' },
      '重庆市渝中区解放碑街道民权路28号',
    ],
    [
      'a district by the name of its day',
      { adcode: '500157', districtThen: '渝北区', street: null, address: '余松路1号' },
      '重庆市渝北区余松路1号',
    ],
  ])('has %s', (_what, fields, query) => {
    expect(queryOf({ street: null, ...fields })).toBe(query);
  });

  it('is none where the record has no address', () => {
    expect(queryOf({ address: null })).toBeNull();
  });
});

describe('a key of Tencent’s for which requests have to be signed', () => {
  const SECRET = 'SWvT26ypwq5Nwb5RvS8cLi6NSoH8HlJX';
  const [house] = housesOf(dataset, 1);
  const ask = (secret?: string) => {
    const tencent = { key: GEOCODER_KEYS.tencent, url: city.url, ...(secret && { secret }) };
    const options = { tencent, tianditu: null, perDay: 1, perSecond: 1 };
    return defined(openGeocoding(options, 2_000)?.geocoders[0]);
  };

  it('is signed as the documentation builds it: sorted, unencoded, with the secret behind', () => {
    const parameters = { location: '28.7033487,115.8660847', key: '5Q5BZ-5EVWJ-SN5F3-K6QBZ-B3FAO-*****' };
    const text = `/ws/geocoder/v1/?key=${parameters.key}&location=${parameters.location}${SECRET}`;
    expect(signatureOf(parameters, SECRET)).toBe(createHash('md5').update(text).digest('hex'));
  });

  it('answers what is signed, both ways round, and refuses what isn’t or is signed with another', async () => {
    city.secret = SECRET;
    const address = city.address(defined(house));
    expect(await ask(SECRET).position(address)).toMatchObject({ kind: 'found' });
    expect(await ask(SECRET).address(city.positionOf(defined(house)))).toMatchObject({ kind: 'found' });
    for (const wrong of [undefined, `${SECRET.slice(1)}A`])
      expect(await ask(wrong).position(address)).toEqual({ kind: 'refused', status: '111' });
  });

  it('is read from the environment', () => {
    const env = { YUGONG_GEOCODER_TENCENT_KEY: GEOCODER_KEYS.tencent, YUGONG_GEOCODER_TENCENT_SECRET_KEY: SECRET };
    expect(readGeocoding(env)?.tencent).toMatchObject({ secret: SECRET });
    const { YUGONG_GEOCODER_TENCENT_KEY } = env;
    expect(readGeocoding({ YUGONG_GEOCODER_TENCENT_KEY })?.tencent).not.toHaveProperty('secret');
  });
});

describe('the operator’s keys', () => {
  it('are none where none is given', () => {
    expect(readGeocoding({})).toBeNull();
  });

  it.each([
    ['a key of another form', { YUGONG_GEOCODER_TENCENT_KEY: 'abc' }, 'YUGONG_GEOCODER_TENCENT_KEY'],
    [
      'a secret of another form',
      { YUGONG_GEOCODER_TENCENT_KEY: GEOCODER_KEYS.tencent, YUGONG_GEOCODER_TENCENT_SECRET_KEY: 'abc' },
      'YUGONG_GEOCODER_TENCENT_SECRET_KEY',
    ],
    [
      'a quota that is no number',
      { YUGONG_GEOCODER_TIANDITU_KEY: GEOCODER_KEYS.tianditu, YUGONG_GEOCODER_DAILY: '0' },
      'YUGONG_GEOCODER_DAILY',
    ],
    [
      'a quota beyond any provider’s',
      { YUGONG_GEOCODER_TIANDITU_KEY: GEOCODER_KEYS.tianditu, YUGONG_GEOCODER_DAILY: '1e9' },
      'YUGONG_GEOCODER_DAILY',
    ],
  ])('refuse %s by name, and never say the key', (_what, env, name) => {
    expect(() => readGeocoding(env)).toThrow(name);
    expect(() => readGeocoding(env)).not.toThrow(/abc|0123456789/);
  });
});
