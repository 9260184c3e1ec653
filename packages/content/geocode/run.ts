/**
 * Asks geocoders for the positions of a list of stations, one question after another: within the day's quota and no faster
 * than a key may be used, each question once whatever happens in between, and each answer judged before anybody sees it.
 */
import { dayAt, type Day } from '@yugong/domain/calendar';
import { gcj02, type Gcj02 } from '@yugong/domain/geo';
import type { CandidateDoubt, GeocoderProvider, NewCandidate } from '@yugong/domain/station-candidate';
import { isoAt, SECOND } from '@yugong/domain/time';
import type { RecordOf } from '../schema';
import {
  asIfBd09,
  confirmation,
  doubtsOfAnswer,
  geocodeQuery,
  isOfOtherDistrict,
  isRefused,
  isSharedPoint,
  positionOf,
  type GeocodeMap,
} from './judge';
import type { FoundAddress, FoundPosition, Geocoder, GeocoderReply } from './port';

type StationRecord = RecordOf<'stations'>;

/** One question to one provider about one station. */
export interface GeocodeQuestion {
  stationId: string;
  provider: GeocoderProvider;
  query: string;
}

/**
 * What came of a question: a position to be decided, one that a rule refused, none, or no answer. Only a lost one is asked
 * again.
 */
export const geocodeOutcomes = ['candidate', 'refused', 'nothing', 'lost'] as const;
export type GeocodeOutcome = (typeof geocodeOutcomes)[number];

export interface SettledQuestion {
  outcome: GeocodeOutcome;
  /** The provider's own status. */
  status: string;
  /** The answer as the provider gave it, for whoever asks later; null where there was none. */
  answer: (FoundPosition & { doubts: readonly CandidateDoubt[] }) | null;
}

/** Where it is kept what was asked; it outlives a process that is killed in the middle. */
export interface GeocodeLedger {
  /** What was settled of a station before. */
  settled(stationId: string): Promise<readonly (GeocodeQuestion & { outcome: GeocodeOutcome })[]>;
  /** Takes a question and counts its request, before it is asked. `taken`: another run is asking it just now. */
  claim(question: GeocodeQuestion, day: Day): Promise<'claimed' | 'taken' | 'day-over'>;
  /** Counts one more request of the day. @returns false where the day's quota is used up */
  count(provider: GeocoderProvider, day: Day): Promise<boolean>;
  /** Keeps what came of a question together with its candidate. */
  settle(question: GeocodeQuestion, settled: SettledQuestion, candidate: NewCandidate | null): Promise<void>;
}

export interface GeocodeTools {
  /** In the order in which they are asked. */
  geocoders: readonly Geocoder[];
  map: GeocodeMap;
  ledger: GeocodeLedger;
  /** Requests a second that a key may make. */
  perSecond: number;
  now: () => number;
  pause: (milliseconds: number) => Promise<void>;
  /** Told after each station. @throws to stop there */
  progress: (done: number, total: number) => Promise<void>;
}

/** Why a provider isn't asked any more. */
export interface GeocoderStop {
  provider: GeocoderProvider;
  because: 'day-over' | 'refused';
  /** The provider's own status. */
  status: string;
}

export interface GeocodeReport {
  /** Stations that could be asked for. */
  total: number;
  /** Stations without an address, for which nobody can ask. */
  withoutAddress: number;
  /** Requests that were made. */
  requests: number;
  /** Candidates that nothing speaks against. */
  clear: number;
  /** Candidates that a person has to look at. */
  doubtful: number;
  /** Stations of which every answer was refused by rule. */
  refused: number;
  /** Stations that no provider knows. */
  nothing: number;
  /** Stations whose answer was there before: to be decided, or decided already. */
  before: number;
  /** Stations that weren't asked for, or got no answer: the next run takes them up. */
  left: number;
  stopped: GeocoderStop[];
}

/** How often one question is asked before its answer counts as lost. */
const TRIES = 3;
/** A second and a little, after which a key may be used again. */
const TOO_FAST_PAUSE = 1.1 * SECOND;

interface KnownPoint {
  id: string;
  address: string | null;
  at: Gcj02;
}

interface Run extends GeocodeTools {
  report: GeocodeReport;
  /** Providers that are asked no more. */
  stopped: Map<GeocoderProvider, GeocoderStop>;
  /** Positions of stations and of this run's candidates. */
  points: KnownPoint[];
  nextAt: number;
}

/**
 * Asks for the position of each station that has an address, and hands each answer to the ledger.
 *
 * @returns what came of it; a run that was stopped in the middle is taken up by running it again
 */
export async function geocodeStations(stations: readonly StationRecord[], tools: GeocodeTools): Promise<GeocodeReport> {
  const { map, progress } = tools;
  const asked = stations.flatMap((station) => {
    const query = geocodeQuery(station, map);
    return query === null ? [] : [{ station, query }];
  });
  const report: GeocodeReport = {
    total: asked.length,
    withoutAddress: stations.length - asked.length,
    requests: 0,
    clear: 0,
    doubtful: 0,
    refused: 0,
    nothing: 0,
    before: 0,
    left: 0,
    stopped: [],
  };
  const points = map.dataset.stations.flatMap(({ id, address, location }) =>
    location ? [{ id, address, at: gcj02(location.lng, location.lat) }] : [],
  );
  const run: Run = { ...tools, report, stopped: new Map(), points, nextAt: 0 };
  for (const [at, { station, query }] of asked.entries()) {
    if (run.stopped.size === run.geocoders.length) {
      report.left += asked.length - at;
      break;
    }
    await progress(at, asked.length);
    report[await geocodeStation(run, station, query)] += 1;
  }
  report.stopped = [...run.stopped.values()];
  return report;
}

type StationOutcome = 'clear' | 'doubtful' | 'refused' | 'nothing' | 'before' | 'left';

async function geocodeStation(run: Run, station: StationRecord, query: string): Promise<StationOutcome> {
  const before = await run.ledger.settled(station.id);
  let outcome: StationOutcome = 'nothing';
  for (const geocoder of run.geocoders) {
    const { provider } = geocoder;
    const known = before.find((one) => one.provider === provider && one.query === query)?.outcome;
    // Whoever has an answer to decide needs no second one.
    if (known === 'candidate') return 'before';
    if (known === 'refused') outcome = outcome === 'left' ? 'left' : 'refused';
    if (known === 'refused' || known === 'nothing') continue;
    if (run.stopped.has(provider)) {
      outcome = 'left';
      continue;
    }
    const question = { stationId: station.id, provider, query };
    const came = await askAndSettle(run, geocoder, station, question);
    if (came === 'clear' || came === 'doubtful') return came;
    if (came === 'left' || (came === 'refused' && outcome === 'nothing')) outcome = came;
  }
  return outcome;
}

async function askAndSettle(
  run: Run,
  geocoder: Geocoder,
  station: StationRecord,
  question: GeocodeQuestion,
): Promise<StationOutcome> {
  const { ledger, now, map } = run;
  const { provider } = question;
  const claimed = await ledger.claim(question, dayAt(now()));
  if (claimed === 'day-over') stop(run, { provider, because: 'day-over', status: 'own-quota' });
  if (claimed !== 'claimed') return 'left';
  const reply = await ask(run, provider, () => geocoder.position(question.query), { isCounted: true });
  const { status } = reply;
  if (reply.kind !== 'found') {
    const isSettled = reply.kind === 'nothing';
    await ledger.settle(question, { outcome: isSettled ? 'nothing' : 'lost', status, answer: null }, null);
    return isSettled ? 'nothing' : 'left';
  }
  const askedAt = isoAt(now());
  const { found } = reply;
  const { at, doubt } = positionOf(found);
  if (at === null) {
    await ledger.settle(question, { outcome: 'refused', status, answer: { ...found, doubts: [doubt] } }, null);
    return 'refused';
  }
  const doubts = doubtsOfAnswer(station, { found, at }, map);
  if (isSharedPoint(station, at, run.points)) doubts.push('shared-point');
  // What is refused already isn't worth a second question.
  const said = isRefused(doubts) ? null : await addressAt(run, geocoder, at);
  if (!isRefused(doubts)) doubts.push(...(await doubtsOfAddress(run, geocoder, { station, question, at, said })));
  // Not looked at because the day is over: tomorrow it is asked again, instead of leaving it to a person.
  if (said === null && !isRefused(doubts) && run.stopped.get(provider)?.because === 'day-over') {
    await ledger.settle(question, { outcome: 'lost', status: 'day-over', answer: { ...found, doubts } }, null);
    return 'left';
  }
  const refused = isRefused(doubts);
  const candidate: NewCandidate = {
    stationId: station.id,
    proposal: { field: 'position', value: { lng: at.lng, lat: at.lat } },
    origin: {
      by: 'geocoder',
      provider,
      query: question.query,
      askedAt,
      status,
      precision: found.precision,
      level: found.level,
      reliability: found.reliability,
      address: said?.address ?? null,
    },
    doubts,
    isRefused: refused,
    key: `geocoder|${provider}|${station.id}|${question.query}`,
  };
  const outcome = refused ? 'refused' : 'candidate';
  await ledger.settle(question, { outcome, status, answer: { ...found, doubts } }, candidate);
  if (refused) return 'refused';
  run.points.push({ id: station.id, address: station.address, at });
  return doubts.length === 0 ? 'clear' : 'doubtful';
}

/** What speaks against a position by the address that the provider gives for it. */
async function doubtsOfAddress(
  run: Run,
  geocoder: Geocoder,
  {
    station,
    question: { query },
    at,
    said,
  }: { station: StationRecord; question: GeocodeQuestion; at: Gcj02; said: FoundAddress | null },
): Promise<CandidateDoubt[]> {
  if (said !== null && isOfOtherDistrict(station, said.adcode, at, run.map.currentAdcode)) return ['other-district'];
  const result = confirmation(query, said);
  if (result === 'confirmed') return [];
  if (result === 'unconfirmed') return ['unconfirmed'];
  // Off by what lies between two datums? Then the address is that of the position turned back.
  const turned = await addressAt(run, geocoder, asIfBd09(at));
  return [confirmation(query, turned) === 'confirmed' ? 'datum' : 'elsewhere'];
}

async function addressAt(run: Run, geocoder: Geocoder, at: Gcj02): Promise<FoundAddress | null> {
  const reply = await ask(run, geocoder.provider, () => geocoder.address(at), { isCounted: false });
  return reply.kind === 'found' ? reply.found : null;
}

function stop(run: Run, reason: GeocoderStop): void {
  if (!run.stopped.has(reason.provider)) run.stopped.set(reason.provider, reason);
}

/** Asks within the key's pace, and again where it was too fast or the answer was lost; each request is counted first. */
async function ask<Found>(
  run: Run,
  provider: GeocoderProvider,
  question: () => Promise<GeocoderReply<Found>>,
  { isCounted }: { isCounted: boolean },
): Promise<GeocoderReply<Found>> {
  const { now, pause, perSecond, ledger } = run;
  let reply: GeocoderReply<Found> = { kind: 'lost', status: 'own-quota' };
  for (let tries = 1; tries <= TRIES; tries++) {
    if (!(tries === 1 && isCounted) && !(await ledger.count(provider, dayAt(now())))) {
      stop(run, { provider, because: 'day-over', status: 'own-quota' });
      return reply;
    }
    const wait = run.nextAt - now();
    if (wait > 0) await pause(wait);
    run.nextAt = now() + SECOND / perSecond;
    run.report.requests += 1;
    reply = await question();
    if (reply.kind === 'day-over' || reply.kind === 'refused') {
      stop(run, { provider, because: reply.kind, status: reply.status });
      return reply;
    }
    if (reply.kind !== 'too-fast' && reply.kind !== 'lost') return reply;
    if (reply.kind === 'too-fast') run.nextAt = now() + TOO_FAST_PAUSE;
  }
  return reply;
}
