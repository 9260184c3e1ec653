/** Candidates in the console's API: positions looked up by a job, listed with what speaks against them, and decided. */
import { defined } from '@yugong/domain/narrow';
import type { StaffCandidatesWire, StaffCandidateWire } from '@yugong/domain/station-candidate/staff-wire';
import { openGeocoding } from '../../../server/src/geocoding';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { proposeCandidates } from '../../../server/src/stations/candidates';
import { loadChecked } from '../../../scripts/content/check';
import { GEOCODER_KEYS, standInRoads, startGeocoder, type GeocoderStandIn } from '../support/geocoder-stand-in';
import { startService, type TestService } from '../support/service';
import { member } from './support';

const CANDIDATES = '/api/v1/staff/station-candidates';
const STATIONS = '/api/v1/staff/stations';

let city: GeocoderStandIn;
let test: TestService;
let clerk: string;
let neighbour: string;
let otherUnion: string;
const ids: string[] = [];

const form = (at: number) => ({
  title: `示例第${at}工会驿站`,
  aliases: [],
  kind: 'union_station',
  adcode: '500103',
  street: null,
  address: addressAt(at),
  floor: null,
  position: null,
  hours: null,
  hoursChecked: false,
  hoursNote: null,
  entry: [],
  access: null,
  anyoneMayEnter: 'unknown',
  facilities: [],
  phone: null,
  note: null,
});
const addressAt = (at: number): string => `${standInRoads[at] ?? ''}${20 + at}号`;
const queryAt = (at: number): string => `重庆市渝中区${addressAt(at)}`;

beforeAll(async () => {
  city = await startGeocoder(defined(loadChecked().dataset));
  const options = { tencent: { key: GEOCODER_KEYS.tencent, url: city.url }, tianditu: null };
  const geocoding = defined(openGeocoding({ ...options, perDay: 200, perSecond: 1000 }, 1000));
  test = await startService({ geocoding });
  ({ token: clerk } = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] }));
  ({ token: neighbour } = await member(test, ['clerk'], { organisation: 'main', districts: ['500106'] }));
  ({ token: otherUnion } = await member(test, ['clerk'], { organisation: 'other', districts: null }));
  for (let at = 0; at < 5; at++) {
    const body = { id: null, form: form(at), seen: null, preview: false };
    const answer = await test.ask(`PUT ${STATIONS}`, { token: clerk, body });
    ids.push(answer.json<{ id: string }>().id);
  }
  city.faults.set(queryAt(3), 'road');
  city.faults.set(queryAt(4), 'district-centre');
});
afterAll(async () => {
  await test.close();
  await city.stop();
});

const list = async (query = '', token = clerk) =>
  (await test.ask(`GET ${CANDIDATES}${query}`, { token })).json<StaffCandidatesWire>();
const served = (id: string | undefined) => test.service.content.dataset().stations.find((one) => one.id === id);
const lookUp = async (): Promise<Record<string, unknown>> => {
  const started = await test.ask(`POST ${CANDIDATES}/geocode`, { token: clerk, body: { adcode: '500103' } });
  await runJobs(test.service);
  const { jobId } = started.json<{ jobId: string }>();
  return (await test.ask(`GET /api/v1/staff/jobs/${jobId}`, { token: clerk })).json<{ result: object }>()
    .result as never;
};
const decide = (one: StaffCandidateWire, body: object, token = clerk) =>
  test.ask(`PUT ${CANDIDATES}/${one.id}`, { token, body });
const seenOf = (one: StaffCandidateWire): string => defined(one.station).version;
const of = ({ candidates }: StaffCandidatesWire, at: number): StaffCandidateWire =>
  defined(candidates.find(({ stationId }) => stationId === ids[at]));

it('says before anything was asked which stations have no position', async () => {
  const before = await list();
  expect(before).toMatchObject({ total: 0, geocoding: { perDay: 200, providers: [{ askedToday: 0 }] } });
  expect(before.missing.withAddress).toBeGreaterThanOrEqual(5);
});

it('looks positions up by a job, and leaves what is doubtful to a person', async () => {
  // A service that is told to stop puts the job down in the middle, and takes it up again.
  city.onQuestion = (address) => {
    if (address === queryAt(2)) test.service.stopping = true;
  };
  const started = await test.ask(`POST ${CANDIDATES}/geocode`, { token: clerk, body: { adcode: '500103' } });
  expect(started.statusCode).toBe(202);
  await runJobs(test.service);
  city.onQuestion = () => undefined;
  test.service.stopping = false;
  await runJobs(test.service);
  // Each address once, whatever happened in between.
  expect(city.asked.filter((address) => address.includes('渝中区'))).toHaveLength(new Set(city.asked).size);
  const found = await list();
  expect(found).toMatchObject({ total: 4, counts: { open: 4, clear: 3 } });
  expect(found.candidates.map(({ doubts }) => doubts)).toEqual([[], [], [], expect.arrayContaining(['area'])]);
  expect(of(found, 0)).toMatchObject({
    station: { title: '示例第0工会驿站', address: addressAt(0) },
    origin: { by: 'geocoder', provider: 'tencent', query: queryAt(0), status: '0', level: '9', precision: 'door' },
  });
  expect(of(found, 0).metresToSeat).toBeGreaterThan(0);
  expect((await list('?show=refused')).candidates).toMatchObject([
    { stationId: ids[4], state: 'rejected', doubts: expect.arrayContaining(['centre']), decidedBy: null },
  ]);
});

it('asks nothing again, and counts the day’s requests', async () => {
  const asked = city.asked.length;
  expect(await lookUp()).toMatchObject({ before: 3 + 1, refused: 1, requests: 0 });
  expect(city.asked).toHaveLength(asked);
  const [provider] = defined((await list()).geocoding).providers;
  expect(provider?.askedToday).toBe(city.asked.length + city.askedBack);
});

it('shows and decides none of another union’s or another district’s', async () => {
  const one = of(await list(), 0);
  for (const token of [neighbour, otherUnion]) {
    expect(await list('', token)).toMatchObject({ total: 0, counts: { open: 0 } });
    expect((await decide(one, { decision: 'accept', seen: seenOf(one) }, token)).statusCode).toBe(404);
    expect((await decide(one, { decision: 'reject', seen: seenOf(one) }, token)).statusCode).toBe(404);
    const body = { ids: [one.id], seen: { [one.id]: seenOf(one) } };
    expect((await test.ask(`PUT ${CANDIDATES}`, { token, body })).statusCode).toBe(404);
  }
});

it('accepts together only what nothing speaks against, with the source on the record', async () => {
  const found = await list();
  const body = (ats: number[]) => {
    const some = ats.map((at) => of(found, at));
    return { ids: some.map(({ id }) => id), seen: Object.fromEntries(some.map((one) => [one.id, seenOf(one)])) };
  };
  const refused = await test.ask(`PUT ${CANDIDATES}`, { token: clerk, body: body([0, 3]) });
  expect([refused.statusCode, served(ids[0])?.location]).toEqual([422, null]);
  const accepted = await test.ask(`PUT ${CANDIDATES}`, { token: clerk, body: body([0, 1]) });
  expect(accepted.json()).toMatchObject({ done: true, faults: [] });
  const { lng, lat } = city.positionOf({ adcode: '500103', road: defined(standInRoads[0]), number: 20 });
  expect(served(ids[0])?.location?.lng).toBeCloseTo(lng, 5);
  expect(served(ids[0])?.location?.lat).toBeCloseTo(lat, 5);
  expect(served(ids[0])?.moreSources).toMatchObject(
    [{ title: '腾讯位置服务按地址查到的坐标', publisher: '腾讯位置服务', published: /^\d{4}-\d\d-\d\d$/ }].map(
      (one) => ({ ...one, published: expect.stringMatching(one.published) }),
    ),
  );
  expect(await list('?show=decided')).toMatchObject({ total: 2 });
  const again = await test.ask(`PUT ${CANDIDATES}`, { token: clerk, body: body([0, 1]) });
  expect(again.statusCode).toBe(409);
});

it('accepts nothing where somebody changed the station since it was looked at', async () => {
  const one = of(await list(), 2);
  const answer = await decide(one, { decision: 'accept', seen: 'AAAA' });
  expect([answer.statusCode, answer.json().current]).toEqual([409, seenOf(one)]);
  expect([served(ids[2])?.location, (await list()).total]).toEqual([null, 2]);
});

it('takes a position that somebody moved, in the datum that they have it in, as the union’s own', async () => {
  const one = of(await list(), 3);
  const outside = await decide(one, {
    decision: 'accept',
    seen: seenOf(one),
    moved: { lng: 29.56, lat: 106.55, datum: 'GCJ02' },
  });
  expect(outside.statusCode).toBe(422);
  const moved = { lng: 106.5516, lat: 29.563, datum: 'WGS84' };
  const answer = await decide(one, { decision: 'accept', seen: seenOf(one), moved });
  expect(answer.json()).toMatchObject({ done: true });
  expect(served(ids[3])?.location?.lng).toBeCloseTo(106.5553, 3);
  expect(served(ids[3])?.moreSources).toMatchObject([{ title: '工会对照地图确认的坐标', kind: 'official' }]);
});

it('rejects one, which changes nothing and is asked no more', async () => {
  const one = of(await list(), 2);
  expect((await decide(one, { decision: 'reject', seen: seenOf(one) })).json()).toMatchObject({
    done: true,
    version: null,
  });
  expect([served(ids[2])?.location, (await list()).total]).toEqual([null, 0]);
  expect(await lookUp()).toMatchObject({ requests: 0 });
});

it('has an entry in the audit for each decision', async () => {
  const { read } = test.service.store;
  const entries = await read
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'station.candidate-decided')
    .orderBy('seq')
    .execute();
  expect(entries.map(({ detail }) => JSON.parse(detail).decision)).toEqual([
    'accept',
    'accept',
    'accept-moved',
    'reject',
  ]);
});

it('takes what a volunteer saw on the spot into the record', async () => {
  const stationId = defined(ids[0]);
  const origin = { by: 'visit', link: 'link', seenAt: '2026-11-30T10:00:00.000+08:00', accuracy: 8 } as const;
  const proposals = [
    { field: 'hours', value: { text: '周一至周五 9:00-18:00' } },
    { field: 'facilities', value: { present: ['drinking_water', 'seating'], absent: ['shower'] } },
    { field: 'anyoneMayEnter', value: 'yes' },
    { field: 'openNow', value: { isOpen: true, remark: null } },
    { field: 'openNow', value: { isOpen: false, remark: '中午关门' } },
  ] as const;
  await proposeCandidates(test.service, {
    by: 'visit:link',
    candidates: proposals.map((proposal, at) => ({
      stationId,
      proposal:
        proposal.field === 'facilities'
          ? { field: 'facilities', value: { present: [...proposal.value.present], absent: [...proposal.value.absent] } }
          : proposal,
      origin,
      doubts: [],
      key: `visit|link|${stationId}|${at}`,
    })),
  });
  for (const field of ['hours', 'facilities', 'anyoneMayEnter', 'openNow']) {
    const { candidates } = await list(`?field=${field}`);
    // Of two remarks the one that says open.
    const one = defined(candidates.find(({ proposal }) => proposal.field !== 'openNow' || proposal.value.isOpen));
    expect((await decide(one, { decision: 'accept', seen: seenOf(one) })).json()).toMatchObject({ done: true });
  }
  expect(served(stationId)).toMatchObject({
    openingHours: 'Mo-Fr 09:00-18:00',
    facilities: ['drinking_water', 'seating'],
    anyoneMayEnter: 'yes',
    verifiedAt: '2026-11-30',
  });
  // The other remark of the same field was answered with it.
  expect((await list()).total).toBe(0);
});

it('says which hours can’t be read, and changes nothing', async () => {
  const stationId = defined(ids[0]);
  await proposeCandidates(test.service, {
    by: 'visit:link',
    candidates: [
      {
        stationId,
        proposal: { field: 'hours', value: { text: '看心情' } },
        origin: { by: 'visit', link: 'link', seenAt: '2026-11-30T10:00:00.000+08:00', accuracy: null },
        doubts: [],
        key: 'unreadable',
      },
    ],
  });
  const [one] = (await list()).candidates;
  const answer = await decide(defined(one), { decision: 'accept', seen: seenOf(defined(one)) });
  expect(answer.json()).toMatchObject({ done: false, faults: [{ record: stationId, field: 'hours' }] });
  expect([served(stationId)?.openingHours, (await list()).total]).toEqual(['Mo-Fr 09:00-18:00', 1]);
});
