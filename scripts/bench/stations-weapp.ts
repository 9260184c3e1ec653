/**
 * The compiled mini-program with 6,000 invented stations: the size of their subpackage, what opening the list hands to
 * the view, how long the logic layer takes for a filter and a move, and what paging through everything leaves on the
 * heap. Builds into `tests/.out/weapp-stations`, so the release in `dist` stays what it is.
 *
 * `node --expose-gc --import tsx scripts/bench/stations-weapp.ts [--built]`; writes the key `stationsWeapp` of
 * bench/results.json.
 */
import path from 'node:path';
import { runNode, script } from '../lib/run';
import { root } from '../lib/stale';
import { packageSizes, readBuild, type WeappBuild } from '../weapp/build';
import { compileWxml } from '../weapp/compile/wxml';
import { Device } from '../weapp/logic/device';
import { MiniProgram, noView } from '../weapp/logic/mini-program';
import { keepResults } from './results';
import { Hand, worked } from './stations/hand';

const STATIONS = 6000;
const LIST = '/features/stations/pages/list/index';
const OUTPUT = 'tests/.out/weapp-stations';
const now = Date.parse('2026-11-23T22:40:00+08:00');
const here = { longitude: 106.577, latitude: 29.557 };

async function build(): Promise<void> {
  const made = { YUGONG_MADE_STATIONS: String(STATIONS) };
  const taro = ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'weapp'];
  try {
    await must(runNode(script('scripts/generate.ts'), { env: made }));
    await must(runNode(taro, { env: { NODE_ENV: 'production', YUGONG_OUTPUT: OUTPUT } }));
  } finally {
    // Whatever is built next has the real stations again.
    await must(runNode(script('scripts/generate.ts'), {}));
  }
}

async function must(step: Promise<{ code: number; output: string }>): Promise<void> {
  const { code, output } = await step;
  if (code !== 0) throw new Error(output.slice(-2000));
}

/** The list, opened by somebody who has chosen 附近 before. */
async function openList(weapp: WeappBuild) {
  const device = Object.assign(new Device(), { now, location: { ...here }, network: 'none' as const });
  device.storage.set('station-finder', { version: 1, value: { place: { type: 'near' }, travel: 'ride' } });
  let last = 0;
  const app = new MiniProgram(weapp, device, { ...noView, update: () => void (last = worked()) });
  await app.launch({ url: LIST });
  await app.settle();
  return { app, device, lastUpdate: () => last };
}

const median = (times: readonly number[]): number =>
  Math.round((([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN) + Number.EPSILON) * 100) / 100;

async function measure(weapp: WeappBuild) {
  const templates = compileWxml(weapp);
  const { app, device, lastUpdate } = await openList(weapp);
  const page = app.navigator.top;
  if (!page) throw new Error(app.findings.map(({ message }) => message).join('; '));
  const opening = page.costs.map(({ bytes }) => bytes);
  const hand = new Hand(app, templates, lastUpdate);
  hand.mustRead('附近');

  const filter: number[] = [];
  for (let round = 0; round < 20; round++)
    for (const need of ['热水', '充电', '厕所']) filter.push(await hand.tap(need));
  const move: number[] = [];
  for (let round = 0; round < 40; round++) {
    device.location = {
      longitude: here.longitude + Math.sin(round) / 20,
      latitude: here.latitude + Math.cos(round) / 30,
    };
    move.push(await hand.tap('重新定位'));
  }
  const afterOpening = page.costs.slice(opening.length).map(({ bytes }) => bytes);
  const heap = await pageThrough(hand);
  app.close();
  return {
    opening: { setDataCalls: opening.length, setDataBytes: sum(opening), maxSetData: Math.max(...opening) },
    filterMedianMs: median(filter),
    moveMedianMs: median(move),
    maxSetDataAfterwards: Math.max(...afterOpening),
    ...heap,
    faults: app.findings.map(({ message }) => message),
  };
}

/** Turns every page. @returns how many, and how much the heap grew from the tenth to the last */
async function pageThrough(hand: Hand): Promise<{ pages: number; pagingHeapGrowthKb: number | null }> {
  const collect = globalThis.gc;
  let [pages, before] = [1, 0];
  for (; hand.reads('后面的'); pages++) {
    await hand.tap('后面的');
    if (pages === 10) {
      collect?.();
      before = process.memoryUsage().heapUsed;
    }
  }
  collect?.();
  const growth = Math.round((process.memoryUsage().heapUsed - before) / 1024);
  return { pages, pagingHeapGrowthKb: collect ? growth : null };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

async function main(): Promise<void> {
  if (!process.argv.includes('--built')) await build();
  const weapp = readBuild(path.join(root, OUTPUT));
  const { main: mainPackage, total, 'features/stations': subpackage, 'features/search': search } = packageSizes(weapp);
  const stationsWeapp = {
    stations: STATIONS,
    bytes: { subpackage, search, main: mainPackage, total },
    ...(await measure(weapp)),
  };
  keepResults({ stationsWeapp });
}

void main();
