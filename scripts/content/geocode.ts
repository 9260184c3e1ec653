/**
 * `npm run content -- stations --geocode [--adcode CODE] [--resume FILE] [--write] [--json]`: asks the operator's geocoder for the
 * positions of the dataset's stations that have none, shows what it found with what speaks against it, and with `--write` puts
 * in those that nothing speaks against. All others are a person's to decide: in the console, or in the list.
 *
 * What was asked is kept line by line in the resume file, so that a run that is killed is taken up by the same command and
 * asks nothing twice that was answered; the day's requests are counted there too.
 *
 * Exit 0: every station with an address was asked for; 1: some are left, for want of quota, key or answer; 2: usage.
 */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { geocodeMap } from '@yugong/content/geocode/judge';
import {
  geocodeOutcomes,
  geocodeStations,
  type GeocodeLedger,
  type GeocodeQuestion,
  type GeocodeReport,
} from '@yugong/content/geocode/run';
import type { Dataset } from '@yugong/content/schema';
import { acceptCandidate } from '@yugong/content/station-candidate';
import { dayAt } from '@yugong/domain/calendar';
import { readJson } from '@yugong/domain/narrow/json';
import {
  candidateDoubts,
  CandidateOrigin,
  CandidateProposal,
  geocoderProviders,
  type NewCandidate,
} from '@yugong/domain/station-candidate';
import { doubtLabels, geocoderLabels } from '@yugong/domain/station-candidate/words';
import * as v from 'valibot';
import { setTimeout as pause } from 'node:timers/promises';
import { openGeocoding, readGeocoding } from '../../server/src/geocoding';
import { messageOf } from '../lib/errors';
import { root } from '../lib/stale';
import { loadChecked, describeFault } from './check';
import { collectionsFolder, writeCollections } from './files';

const USAGE = `用法：npm run content -- stations --geocode [--adcode 区划代码] [--resume 文件] [--write] [--json]
  --adcode    只查一个区县，例如 500103
  --resume    记录查过什么的文件；中断后用同一个文件接着查（默认 var/geocode.jsonl）
  --write     把没有疑问的位置写进资料；有疑问的只列出来
  --json      输出给程序看的 JSON
  密钥写在环境变量 YUGONG_GEOCODER_TENCENT_KEY 或 YUGONG_GEOCODER_TIANDITU_KEY，见 docs/deploy.md
`;

const Question = { stationId: v.string(), provider: v.picklist(geocoderProviders), query: v.string() };
const Line = v.variant('what', [
  /** A request that is about to go out. */
  v.object({ what: v.literal('request'), provider: v.picklist(geocoderProviders), day: v.string() }),
  v.object({
    what: v.literal('answer'),
    ...Question,
    outcome: v.picklist(geocodeOutcomes),
    status: v.string(),
    answer: v.unknown(),
    candidate: v.nullable(
      v.object({
        proposal: CandidateProposal,
        origin: CandidateOrigin,
        doubts: v.array(v.picklist(candidateDoubts)),
        isRefused: v.boolean(),
      }),
    ),
  }),
]);
type Line = v.InferOutput<typeof Line>;
type AnswerLine = Extract<Line, { what: 'answer' }>;

const keyOf = ({ stationId, provider, query }: GeocodeQuestion): string => `${stationId}|${provider}|${query}`;

/** What a resume file says. A last line that a killed run left half written says nothing, and is cut off. */
function readLines(file: string): Line[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file);
  const whole = text.subarray(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, whole.length);
  return whole
    .toString('utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [readJson(Line, line)];
      } catch {
        throw new Error(`${file} 第 ${at + 1} 行不是这个命令写的；换一个文件，或者删掉这一行`);
      }
    });
}

/** A ledger in a file: a line is on disk before what it says is acted on. */
function fileLedger(file: string, perDay: number): { ledger: GeocodeLedger; answers: Map<string, AnswerLine> } {
  const answers = new Map<string, AnswerLine>();
  const requests = new Map<string, number>();
  const note = (line: Line): void => {
    if (line.what === 'answer') answers.set(keyOf(line), line);
    else {
      const of = `${line.provider} ${line.day}`;
      requests.set(of, (requests.get(of) ?? 0) + 1);
    }
  };
  readLines(file).forEach(note);
  const add = (line: Line): void => {
    appendFileSync(file, `${JSON.stringify(line)}\n`, { flush: true });
    note(line);
  };
  const count: GeocodeLedger['count'] = (provider, day) => {
    if ((requests.get(`${provider} ${day}`) ?? 0) >= perDay) return Promise.resolve(false);
    add({ what: 'request', provider, day });
    return Promise.resolve(true);
  };
  const ledger: GeocodeLedger = {
    settled: (id) => Promise.resolve([...answers.values()].filter(({ stationId }) => stationId === id)),
    claim: async ({ provider }, day) => ((await count(provider, day)) ? 'claimed' : 'day-over'),
    count,
    settle: (question, { outcome, status, answer }, candidate) => {
      add({ what: 'answer', ...question, outcome, status, answer, candidate: candidate && kept(candidate) });
      return Promise.resolve();
    },
  };
  return { ledger, answers };
}

const kept = ({ proposal, origin, doubts, isRefused = false }: NewCandidate): NonNullable<AnswerLine['candidate']> => ({
  proposal,
  origin,
  doubts: [...doubts],
  isRefused,
});

interface Options {
  adcode: string | null;
  resume: string;
  write: boolean;
  json: boolean;
}

function readOptions(args: readonly string[]): Options | null {
  const options: Options = { adcode: null, resume: path.join(root, 'var/geocode.jsonl'), write: false, json: false };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    const value = args[at + 1];
    if (arg === '--geocode') continue;
    if (arg === '--write') options.write = true;
    else if (arg === '--json') options.json = true;
    else if (arg === '--adcode' && value !== undefined && /^50\d{4}$/.test(value))
      [options.adcode, at] = [value, at + 1];
    else if (arg === '--resume' && value !== undefined && !value.startsWith('-'))
      [options.resume, at] = [path.resolve(value), at + 1];
    else return null;
  }
  return options;
}

/** Runs the command on the dataset below `folder`. @returns its exit code */
export async function runGeocode(
  args: readonly string[],
  { folder = collectionsFolder, env = process.env }: { folder?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
  const options = readOptions(args);
  if (options === null) return usage('');
  let geocoding: ReturnType<typeof openGeocoding>;
  try {
    geocoding = openGeocoding(readGeocoding(env));
  } catch (error) {
    return usage(messageOf(error));
  }
  if (geocoding === null) return usage('没有配置地图服务的密钥，查不了坐标');
  const { dataset, faults } = loadChecked(folder);
  if (!dataset) {
    for (const fault of faults) console.error(describeFault(fault));
    return 1;
  }
  const { resume, adcode } = options;
  let file: ReturnType<typeof fileLedger>;
  try {
    file = fileLedger(resume, geocoding.perDay);
  } catch (error) {
    return usage(messageOf(error));
  }
  const { ledger, answers } = file;
  const stations = dataset.stations.filter(
    (station) => station.location === null && (adcode === null || station.adcode === adcode),
  );
  const report = await geocodeStations(stations, {
    geocoders: geocoding.geocoders,
    map: geocodeMap(dataset),
    ledger,
    perSecond: geocoding.perSecond,
    now: Date.now,
    pause: (milliseconds) => pause(milliseconds),
    progress: (done, total) => {
      if (!options.json && process.stderr.isTTY) process.stderr.write(`\r${done}/${total}`);
      return Promise.resolve();
    },
  });
  const wanted = new Set(stations.map(({ id }) => id));
  const found = [...answers.values()].filter(({ stationId, candidate }) => candidate && wanted.has(stationId));
  const clear = found.filter(({ candidate }) => candidate?.doubts.length === 0);
  if (options.write && clear.length > 0) write(dataset, clear, folder);
  tell({ report, found, dataset, written: options.write ? clear.length : 0 }, options);
  return report.left > 0 ? 1 : 0;
}

function usage(why: string): number {
  process.stderr.write(`${why === '' ? '' : `${why}\n\n`}${USAGE}`);
  return 2;
}

function write(dataset: Dataset, clear: readonly AnswerLine[], folder: string): void {
  const lines = new Map(clear.map((line) => [line.stationId, line]));
  const today = dayAt(Date.now());
  const stations = dataset.stations.map((station) => {
    const candidate = lines.get(station.id)?.candidate;
    return candidate
      ? acceptCandidate(station, candidate, { publisher: '工会', isMoved: false, today }).record
      : station;
  });
  writeCollections({ stations }, folder);
}

interface Told {
  report: GeocodeReport;
  found: readonly AnswerLine[];
  dataset: Dataset;
  written: number;
}

function tell({ report, found, dataset, written }: Told, { json, resume }: Options): void {
  if (json) {
    const candidates = found.map(({ stationId, candidate }) => ({ stationId, ...candidate }));
    console.log(JSON.stringify({ report, candidates, written }, null, 2));
    return;
  }
  const stations = new Map(dataset.stations.map((station) => [station.id, station]));
  for (const { stationId, candidate } of found) {
    if (!candidate || candidate.proposal.field !== 'position') continue;
    const { lng, lat } = candidate.proposal.value;
    const station = stations.get(stationId);
    const doubts = candidate.doubts.map((doubt) => doubtLabels[doubt]).join('、') || '没有疑问';
    const mark = candidate.isRefused ? '已排除：' : '';
    console.log(`${station?.title ?? stationId}（${station?.address ?? ''}） ${lng}, ${lat}  ${mark}${doubts}`);
  }
  const { clear, doubtful, refused, nothing, before, left, withoutAddress, requests, stopped } = report;
  console.log(
    `没有疑问 ${clear}，要人看 ${doubtful}，自动排除 ${refused}，没有查到 ${nothing}，以前查过 ${before}，还没有查 ${left}，没有地址 ${withoutAddress}；请求 ${requests} 次`,
  );
  for (const { provider, because, status } of stopped)
    console.log(
      `${geocoderLabels[provider]}：${because === 'day-over' ? '今天的额度用完了' : '密钥没有被接受'}（状态 ${status}）`,
    );
  if (left > 0) console.log(`记录在 ${resume}，用同一个命令接着查`);
  if (written > 0) console.log(`写进资料 ${written} 个`);
}
