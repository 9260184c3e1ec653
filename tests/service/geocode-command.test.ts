/** The command line's geocoding: killed in the middle, taken up from its file, written into a dataset. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { geocodeMap, geocodeQuery } from '@yugong/content/geocode/judge';
import { defined } from '@yugong/domain/narrow';
import { runGeocode } from '../../scripts/content/geocode';
import { loadChecked } from '../../scripts/content/check';
import { collectionsFolder } from '../../scripts/content/files';
import { runNode, script } from '../../scripts/lib/run';
import { root } from '../../scripts/lib/stale';
import { GEOCODER_KEYS, housesOf, startGeocoder, type GeocoderStandIn } from './support/geocoder-stand-in';

const checked = defined(loadChecked().dataset);
let city: GeocoderStandIn;
const temporary = mkdtempSync(path.join(tmpdir(), 'yugong-geocode-'));
const folder = path.join(temporary, 'collections');
const resume = path.join(temporary, 'geocode.jsonl');
let asked: string[] = [];

beforeAll(async () => {
  city = await startGeocoder(checked);
  cpSync(collectionsFolder, folder, { recursive: true });
  // The dataset's own stations at addresses of the stand-in's city.
  const houses = housesOf(checked, checked.stations.length);
  const stations = checked.stations.map(({ districtThen: _, ...station }, at) => {
    const house = defined(houses[at]);
    return { ...station, adcode: house.adcode, street: null, address: `${house.road}${house.number}号` };
  });
  writeFileSync(path.join(folder, 'stations.json'), JSON.stringify(stations, null, 2));
});
afterAll(async () => {
  await city.stop();
  rmSync(temporary, { recursive: true });
});

const environment = () => ({
  YUGONG_GEOCODER_TENCENT_KEY: GEOCODER_KEYS.tencent,
  YUGONG_GEOCODER_TENCENT_API: city.url,
  YUGONG_GEOCODER_PER_SECOND: '20',
});
const inFolder = (args: string[], env: Record<string, string> = environment()) =>
  runGeocode(['--geocode', '--resume', resume, ...args], { folder, env });
const quiet = () => jest.spyOn(console, 'log').mockImplementation(() => undefined);

it('is taken up where it was killed, and asks nothing twice that was answered', async () => {
  // The repository's own stations aren't in the stand-in's city: each is asked for once and not found.
  const own = path.join(temporary, 'own.jsonl');
  const command = script('scripts/content.ts', 'stations', '--geocode', '--resume', own);
  const env = { ...process.env, ...environment() };
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: 'ignore' });
  while (city.asked.length < 8) await pause(20);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const before = [...city.asked];
  const answered = readFileSync(own, 'utf8').match(/"what":"answer"/g)?.length ?? 0;
  expect(answered).toBeGreaterThanOrEqual(7);
  const { code } = await runNode(command, { env: environment() });
  expect(code).toBe(0);
  const withAddress = checked.stations.filter(({ address }) => address !== null).length;
  // At most what was under way when it was killed is asked a second time.
  expect(city.asked.length - withAddress).toBeLessThanOrEqual(before.length - answered);
  // Two stations in one building have one address.
  const queries = checked.stations.flatMap((one) => geocodeQuery(one, geocodeMap(checked)) ?? []);
  expect(new Set(city.asked)).toEqual(new Set(queries));
}, 60_000);

it('stops at the day’s quota and says so by its exit, and goes on from there', async () => {
  quiet();
  city.asked.length = 0;
  expect(await inFolder([], { ...environment(), YUGONG_GEOCODER_DAILY: '11' })).toBe(1);
  asked = [...city.asked];
  expect(asked.length + city.askedBack).toBe(11);
  // The half line of a run that was killed while it wrote.
  writeFileSync(resume, '{"what":"ans', { flag: 'a' });
  expect(await inFolder([])).toBe(0);
  expect(new Set(city.asked).size).toBe(checked.stations.length);
  expect(city.asked.length).toBeLessThanOrEqual(checked.stations.length + 1);
});

it('writes what nothing speaks against, with its source, and nothing without being told to', async () => {
  quiet();
  const read = () => defined(loadChecked(folder).dataset).stations;
  expect(read().every(({ location }) => location === null)).toBe(true);
  expect(await inFolder(['--write'])).toBe(0);
  expect(read().filter(({ location }) => location !== null)).toHaveLength(checked.stations.length);
  expect(read()[0]?.moreSources?.at(-1)).toMatchObject({ publisher: '腾讯位置服务', kind: 'secondary' });
});

it('needs a key, and refuses what it doesn’t know', async () => {
  const said = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  expect(await inFolder([], {})).toBe(2);
  expect(await inFolder(['--all'])).toBe(2);
  expect(said.mock.calls.map(([text]) => String(text)).join('')).toMatch(/没有配置地图服务的密钥[^]*--resume/);
  const foreign = path.join(temporary, 'notes.txt');
  writeFileSync(foreign, '别的文件\n');
  expect(await runGeocode(['--geocode', '--resume', foreign], { folder, env: environment() })).toBe(2);
  expect(readFileSync(foreign, 'utf8')).toBe('别的文件\n');
});
