/**
 * How light the app is, beside an empty Taro app that is built in the same run: the mini-program's main package and its
 * way from app.js to home's first setData, and pages in a browser with a 4 × slower processor at 1.6 Mbit/s and 150 ms.
 * `npx tsx scripts/bench/light.ts [--pairs 15] [--rounds 7]`; prints a table and writes the key `light` of
 * bench/results.json.
 *
 * The two are measured in turn, and the ratios are medians of each turn's own: what else the machine does reaches both.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { defined } from '@yugong/domain/narrow';
import { readJson } from '@yugong/domain/narrow/json';
import { launchChromium } from '../lib/chromium';
import { runNode, script } from '../lib/run';
import { root } from '../lib/stale';
import { BUDGETS } from '../weapp/baseline';
import { packageSizes, readBuild } from '../weapp/build';
import { buildEmpty, folderFor } from './light/empty';
import { openOnce, serveFolder, type ColdOpening } from './light/opening';
import { benchFolder, buildBench, median, option, ratio } from './processes';
import { keepResults } from './results';

/** Told, not judged, but for the main package, which `verify:weapp` judges: they depend on the machine and the minute. */
const WANTED = {
  mainPackage: 1.55,
  firstSetData: 1.3,
  firstPaint: 1.2,
  content: 1.5,
  bytesUntilContent: 160 * 1024,
  blocked: 2,
  shift: 0.02,
};
const PAGES = {
  home: '/pages/home/index',
  stations: '/features/stations/pages/list/index',
  cases: '/features/cases/pages/list/index',
  calendar: '/pages/calendar/index',
};
type PageName = keyof typeof PAGES;
const NAMES = Object.keys(PAGES) as PageName[];

interface Row {
  what: string;
  empty: number;
  ours: number;
  ratio: number | null;
  wanted: string;
}

const round = (n: number, digits = 0): number => Math.round(n * 10 ** digits) / 10 ** digits;
const mainOf = (folder: string): number => packageSizes(readBuild(folder))['main'] ?? NaN;
const OURS = { weapp: path.join(root, 'dist/weapp'), h5: path.join(root, 'dist/h5') };

async function buildOurs(): Promise<void> {
  for (const platform of ['weapp', 'h5'] as const) {
    const { code } = await runNode(script('scripts/build.ts', platform, '--if-stale'), { show: true });
    if (code !== 0) throw new Error(`dist/${platform} could not be built`);
  }
  await buildBench();
}

/** Milliseconds that the logic worked in one cold start. */
async function firstSetData(folder: string): Promise<number> {
  const { code, output } = await runNode(script('scripts/bench/light/first-set-data.ts', folder));
  if (code !== 0) throw new Error(output.slice(-2000));
  return readJson(v.object({ workedMs: v.number() }), output.trim()).workedMs;
}

async function weappRows(empty: string, pairs: number): Promise<Row[]> {
  const starts: { empty: number; ours: number }[] = [];
  // The first of each reads files that no later one has to wait for.
  await Promise.all([firstSetData(empty), firstSetData(OURS.weapp)]);
  for (let pair = 0; pair < pairs; pair += 1)
    starts.push({ empty: await firstSetData(empty), ours: await firstSetData(OURS.weapp) });
  const main = { empty: mainOf(empty), ours: mainOf(OURS.weapp) };
  return [
    {
      what: 'main package, bytes',
      ...main,
      ratio: ratio(main.ours, main.empty),
      wanted: `≤ ${WANTED.mainPackage} (budget ${Math.floor(BUDGETS.main)})`,
    },
    {
      what: `app.js → home’s first setData, ms of work (${pairs} pairs)`,
      empty: round(median(starts.map((start) => start.empty)), 1),
      ours: round(median(starts.map((start) => start.ours)), 1),
      ratio: round(median(starts.map((start) => start.ours / start.empty)), 2),
      wanted: `≤ ${WANTED.firstSetData}`,
    },
  ];
}

type Turn = Record<PageName | 'empty', ColdOpening>;

/** One row of a page: what it cost, what the empty app did in the same turns, and the median of the turns' ratios. */
function pageRow(turns: readonly Turn[], page: PageName, what: string, cost: (opening: ColdOpening) => number): Row {
  return {
    what: `${what}: ${page}`,
    empty: round(median(turns.map((turn) => cost(turn.empty)))),
    ours: round(median(turns.map((turn) => cost(turn[page])))),
    ratio: round(median(turns.map((turn) => cost(turn[page]) / cost(turn.empty))), 2),
    wanted: '',
  };
}

function browserRows(turns: readonly Turn[]): Row[] {
  const each = (what: string, wanted: string, cost: (opening: ColdOpening) => number): Row[] =>
    NAMES.map((page) => ({ ...pageRow(turns, page, what, cost), wanted }));
  return [
    ...each('first contentful paint, ms', `≤ ${WANTED.firstPaint}`, ({ firstPaint }) => firstPaint),
    ...each('the page’s own content, ms', `≤ ${WANTED.content}`, ({ content }) => content),
    ...each('bytes until content', `home ≤ ${WANTED.bytesUntilContent} B`, ({ bytes }) => bytes),
    ...each('fetched in idle time after, bytes', '≤ 250 KB', ({ afterwards }) => afterwards.bytes),
    ...each('total blocking time, ms', `≤ ${WANTED.blocked}`, ({ blocked }) => blocked),
    ...NAMES.map((page) => ({
      what: `layout shift: ${page}`,
      empty: round(median(turns.map((turn) => turn.empty.shift)), 3),
      ours: round(median(turns.map((turn) => turn[page].shift)), 3),
      ratio: null,
      wanted: `≤ ${WANTED.shift}`,
    })),
  ].map((row) => (Number.isFinite(row.ratio) ? row : { ...row, ratio: null }));
}

async function openInTurns(empty: string, rounds: number): Promise<Turn[]> {
  const [ourSite, emptySite] = [await serveFolder(OURS.h5), await serveFolder(empty)];
  const browser = await launchChromium();
  const turns: Turn[] = [];
  try {
    for (let turn = 0; turn < rounds; turn += 1) {
      const openings: Partial<Turn> = {
        empty: await openOnce(browser, emptySite, '/pages/index/index', { keeps: false }),
      };
      for (const page of NAMES) openings[page] = await openOnce(browser, ourSite, PAGES[page]);
      turns.push({
        empty: defined(openings.empty),
        home: defined(openings.home),
        stations: defined(openings.stations),
        cases: defined(openings.cases),
        calendar: defined(openings.calendar),
      });
    }
  } finally {
    await browser.close();
    ourSite.stop();
    emptySite.stop();
  }
  return turns;
}

const printable = (rows: readonly Row[]): string =>
  [
    '| what | empty | ours | ratio | wanted |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ what, empty, ours, ratio: of, wanted }) => `| ${what} | ${empty} | ${ours} | ${of ?? ''} | ${wanted} |`,
    ),
  ].join('\n');

async function main(): Promise<void> {
  await buildOurs();
  const [weapp, h5] = [folderFor('empty-weapp'), folderFor('empty-h5')];
  try {
    const rows = [
      ...(await weappRows(await buildEmpty('weapp', weapp), option('pairs', 15))),
      ...browserRows(await openInTurns(await buildEmpty('h5', h5), option('rounds', 7))),
    ];
    keepResults({ light: rows });
    console.log(printable(rows));
  } finally {
    for (const folder of [weapp, h5, benchFolder]) rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
