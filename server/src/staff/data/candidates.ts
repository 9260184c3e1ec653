/** Candidates of one's own stations: listed, decided one by one, or accepted together where nothing speaks against them. */
import { metresToSeat } from '@yugong/content/geocode/judge';
import type { GeocodeLedger } from '@yugong/content/geocode/run';
import { isSwapped, toGcj02 } from '@yugong/content/lists/position';
import type { RecordOf } from '@yugong/content/schema';
import { acceptCandidate } from '@yugong/content/station-candidate';
import { sayHours } from '@yugong/domain/opening-hours/typed';
import { dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { readJson } from '@yugong/domain/narrow/json';
import type { PublishedWire } from '@yugong/domain/publication/wire';
import {
  candidateDoubts,
  CandidateOrigin,
  CandidateProposal,
  type CandidateDoubt,
} from '@yugong/domain/station-candidate';
import type {
  CandidateDecision,
  CandidatesAcceptance,
  CandidatesQuery,
  StaffCandidatesWire,
  StaffCandidateWire,
} from '@yugong/domain/station-candidate/staff-wire';
import { candidateFieldLabels } from '@yugong/domain/station-candidate/words';
import { isoAt } from '@yugong/domain/time';
import * as v from 'valibot';
import { recordVersion } from '../../content';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import type { StationCandidateRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import { mapInTurns } from '../../kernel/turns';
import { geocodeLedger, requestsOfDay } from '../../stations/geocode-ledger';
import type { ScopedContext } from '../context';
import { publishPuts } from './content';
import { colleagueName, namesOf } from './members';
import { storeOf } from './scoped';
import { unionOfStation } from './stations';

type StationRecord = RecordOf<'stations'>;

const PAGE = 50;
/** Reading hours that somebody typed takes some milliseconds of the serving thread. */
const HOURS_AT_ONCE = 2;
const Doubts = v.array(v.picklist(candidateDoubts));

/** A row with its JSON opened. */
interface Candidate {
  row: StationCandidateRow;
  proposal: CandidateProposal;
  origin: CandidateOrigin;
  doubts: CandidateDoubt[];
}

const Value = v.unknown();

function opened(row: StationCandidateRow): Candidate {
  return {
    row,
    proposal: v.parse(CandidateProposal, { field: row.field, value: readJson(Value, row.value) }),
    origin: readJson(CandidateOrigin, row.origin),
    doubts: readJson(Doubts, row.doubts),
  };
}

/** Where a run keeps what it asked, for the union of whoever started it. */
export const geocodeLedgerOf = (
  { scoped, tools }: ScopedContext,
  { run, perDay }: { run: string; perDay: number },
): GeocodeLedger =>
  geocodeLedger({ store: storeOf(scoped), now: tools.now }, { run, by: `staff:${scoped.staffId}`, perDay });

/** JSON of an empty list: nothing speaks against it. */
const NO_DOUBTS = '[]';

/** The asker's candidates that a query asks for. */
function shownCandidates({ scoped, tools }: ScopedContext, { show = 'open', field, adcode }: CandidatesQuery) {
  let rows = scoped.stationCandidates();
  if (show === 'decided') rows = rows.where('decided_by', 'is not', null);
  else if (show === 'refused') rows = rows.where('state', '=', 'rejected').where('decided_by', 'is', null);
  else rows = rows.where('state', '=', 'open');
  if (show === 'clear') rows = rows.where('doubts', '=', NO_DOUBTS);
  if (show === 'doubtful') rows = rows.where('doubts', '!=', NO_DOUBTS);
  if (field !== undefined) rows = rows.where('field', '=', field);
  if (adcode === undefined) return rows;
  const ids = tools.content.dataset().stations.flatMap((one) => (one.adcode === adcode ? [one.id] : []));
  return rows.where('station_id', 'in', ids.length > 0 ? ids : ['']);
}

/** A page of the candidates of one's own stations, those that nothing speaks against first. */
export async function ownCandidates(context: ScopedContext, query: CandidatesQuery): Promise<StaffCandidatesWire> {
  const { scoped, tools } = context;
  const { after = '0', limit = String(PAGE) } = query;
  const [from, size] = [Number(after), Number(limit)];
  const dataset = tools.content.dataset();
  const isMine = await scoped.ownsStation();
  const mine = dataset.stations.filter(isMine);
  const stations = new Map(mine.map((station) => [station.id, station]));
  const shown = shownCandidates(context, query);
  const { total } = await shown.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await shown
    .selectAll()
    .orderBy((eb) => eb.case().when('doubts', '=', NO_DOUBTS).then(0).else(1).end())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset(from)
    .execute();
  const missing = mine.filter(({ location, demo }) => location === null && demo !== true);
  const names = await namesOf(context);
  return {
    total: Number(total),
    next: from + size < Number(total) ? String(from + size) : null,
    candidates: await mapInTurns(rows, (row): StaffCandidateWire => {
      const { proposal, origin, doubts } = opened(row);
      const station = stations.get(row.station_id);
      return {
        id: row.id,
        stationId: row.station_id,
        station: station ? stationWire(station) : null,
        proposal,
        origin,
        doubts,
        state: row.state,
        metresToSeat: proposal.field === 'position' ? metresToSeat(proposal.value, station?.adcode, dataset) : null,
        createdAt: isoAt(row.created_at),
        decidedAt: row.decided_at === null ? null : isoAt(row.decided_at),
        decidedBy: row.decided_by === null ? null : colleagueName(names, row.decided_by),
      };
    }),
    counts: await openCounts(context),
    missing: { stations: missing.length, withAddress: missing.filter(({ address }) => address !== null).length },
    geocoding: await geocodingWire(context),
  };
}

async function openCounts({ scoped }: ScopedContext): Promise<{ open: number; clear: number }> {
  const open = scoped
    .stationCandidates()
    .select((eb) => eb.fn.countAll().as('count'))
    .where('state', '=', 'open');
  const all = await open.executeTakeFirstOrThrow();
  const clear = await open.where('doubts', '=', NO_DOUBTS).executeTakeFirstOrThrow();
  return { open: Number(all.count), clear: Number(clear.count) };
}

async function geocodingWire({ scoped, tools }: ScopedContext): Promise<StaffCandidatesWire['geocoding']> {
  const { geocoding } = tools;
  if (geocoding === null) return null;
  const asked = await requestsOfDay({ store: storeOf(scoped) }, dayAt(tools.now()));
  const providers = geocoding.geocoders.map(({ provider }) => ({ provider, askedToday: asked.get(provider) ?? 0 }));
  return { perDay: geocoding.perDay, providers };
}

const stationWire = (station: StationRecord): NonNullable<StaffCandidateWire['station']> => ({
  title: station.title,
  adcode: station.adcode ?? null,
  address: station.address ?? station.street,
  location: station.location && { lng: station.location.lng, lat: station.location.lat },
  hours: sayHours(station.openingHours),
  facilities: station.facilities,
  anyoneMayEnter: station.anyoneMayEnter ?? 'unknown',
  version: recordVersion(station) ?? '',
});

/**
 * Candidates of one's own that nobody decided, in the order of their ids here, each of a station that is as it was seen.
 *
 * @param seen by candidate, the version of its station that was looked at; null where it was taken down
 * @throws `not-found`, `stale`
 */
async function openCandidates(
  { scoped, tools }: ScopedContext,
  seen: ReadonlyMap<string, string | null>,
): Promise<{ open: Candidate[]; moved: Record<string, string | null> }> {
  await tools.content.refresh();
  const ids = [...seen.keys()];
  const rows = await scoped.stationCandidates().selectAll().where('station_candidates.id', 'in', ids).execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  const stations = new Map(tools.content.dataset().stations.map((station) => [station.id, station]));
  const moved: Record<string, string | null> = {};
  const open = ids.map((id) => {
    const row = found.get(id);
    if (!row) throw new ApiProblem('not-found');
    if (row.state !== 'open') throw new StaleProblem(row.state);
    const version = recordVersion(stations.get(row.station_id));
    if (version !== (seen.get(id) ?? null)) moved[id] = version;
    return opened(row);
  });
  return { open, moved };
}

/** Ends a candidate, and with an accepted one the others of its station that propose the same field. */
function decisionStatements(
  { scoped, tools }: ScopedContext,
  { row }: Candidate,
  { state, value = null }: { state: 'accepted' | 'rejected'; value?: unknown },
): Statement[] {
  const { read } = storeOf(scoped);
  const decided = { decided_by: scoped.staffId, decided_at: tools.now() };
  const open = read.updateTable('station_candidates').where('state', '=', 'open');
  const decide = statement(
    open
      .set({ ...decided, state, accepted_value: value === null ? null : JSON.stringify(value) })
      .where('id', '=', row.id),
    1,
  );
  if (state === 'rejected') return [decide];
  const others = open
    .set({ ...decided, state: 'rejected' })
    .where('station_id', '=', row.station_id)
    .where('field', '=', row.field)
    .where('id', '!=', row.id);
  return [decide, statement(others)];
}

const decidedEntry = ({ scoped }: ScopedContext, { row }: Candidate, decision: 'accept' | 'accept-moved' | 'reject') =>
  scoped.entry('station.candidate-decided', row.station_id, { candidate: row.id, field: row.field, decision });

/**
 * Accepts a candidate, as proposed or moved, and publishes what it makes of its station; or rejects it. All of it is done,
 * with its entry in the audit, or nothing.
 *
 * @throws `not-found`, `stale`, `invalid` for a moved position that is none of Chongqing's
 */
export async function decideCandidate(
  context: ScopedContext,
  id: string,
  decision: CandidateDecision,
): Promise<PublishedWire> {
  const { open, moved: since } = await openCandidates(context, new Map([[id, decision.seen]]));
  if (id in since) throw new StaleProblem(since[id]);
  const candidate = defined(open[0]);
  if (decision.decision === 'reject') {
    const statements = decisionStatements(context, candidate, { state: 'rejected' });
    const written = await context.scoped.write(statements, [decidedEntry(context, candidate, 'reject')]);
    if (!written.done) throw new ApiProblem('stale');
    return { done: true, version: null, faults: [] };
  }
  const moved = decision.moved === undefined ? null : movedProposal(candidate, decision.moved);
  return acceptAll(context, [{ candidate, seen: decision.seen, moved }]);
}

/** The proposal with the position that somebody gave instead. @throws `invalid` */
function movedProposal(
  { proposal }: Candidate,
  { lng, lat, datum }: NonNullable<CandidateDecision['moved']>,
): CandidateProposal {
  if (proposal.field !== 'position') throw new ApiProblem('invalid', [{ pointer: '/moved', code: 'value' }]);
  if (isSwapped({ lng, lat })) throw new ApiProblem('invalid', [{ pointer: '/moved', code: 'swapped' }]);
  const read = toGcj02(lng, lat, datum);
  if (!read.ok) throw new ApiProblem('invalid', [{ pointer: '/moved', code: 'outside' }]);
  return { field: 'position', value: { lng: read.position.lng, lat: read.position.lat } };
}

/**
 * Accepts several candidates in one publication; none of them where something speaks against one.
 *
 * @throws `not-found`, `stale`, `invalid`
 */
export async function acceptCandidates(
  context: ScopedContext,
  { ids, seen }: CandidatesAcceptance,
): Promise<PublishedWire> {
  const { open, moved: since } = await openCandidates(context, new Map(ids.map((id) => [id, seen[id] ?? null])));
  if (Object.keys(since).length > 0) throw new StaleProblem(since);
  if (open.some(({ doubts }) => doubts.length > 0))
    throw new ApiProblem('invalid', [{ pointer: '/candidates', code: 'value' }]);
  // Of several for one field of a station the first is accepted, which ends the others.
  const first = new Map<string, Candidate>();
  for (const one of open) {
    const about = `${one.row.station_id} ${one.row.field}`;
    if (!first.has(about)) first.set(about, one);
  }
  const accepted = [...first.values()].map((candidate) => ({
    candidate,
    seen: seen[candidate.row.id] ?? null,
    moved: null,
  }));
  return acceptAll(context, accepted);
}

interface Acceptance {
  candidate: Candidate;
  /** The station's version that was looked at. */
  seen: string | null;
  moved: CandidateProposal | null;
}

async function acceptAll(context: ScopedContext, accepted: readonly Acceptance[]): Promise<PublishedWire> {
  const { tools, scoped } = context;
  const publisher = await unionOfStation(context);
  const stations = new Map(tools.content.dataset().stations.map((station) => [station.id, station]));
  const seenBefore = new Map<string, string | null>();
  const records = new Map<string, StationRecord>();
  const statements: Statement[] = [];
  const faults: PublishedWire['faults'] = [];
  const accept = ({ candidate, seen, moved }: Acceptance): void => {
    const { row, origin } = candidate;
    const before = records.get(row.station_id) ?? stations.get(row.station_id);
    if (!before) throw new ApiProblem('not-found');
    const { record, fault } = acceptCandidate(
      before,
      { proposal: moved ?? candidate.proposal, origin },
      { publisher, isMoved: moved !== null, today: dayAt(tools.now()) },
    );
    if (fault !== null) faults.push({ record: row.station_id, field: row.field, message: fault });
    records.set(row.station_id, record);
    seenBefore.set(row.station_id, seen);
    statements.push(...decisionStatements(context, candidate, { state: 'accepted', value: moved?.value ?? null }));
  };
  await mapInTurns(accepted, accept, HOURS_AT_ONCE);
  if (faults.length > 0) return { done: false, version: null, faults };
  const audit = accepted.map(({ candidate, moved }) =>
    decidedEntry(context, candidate, moved ? 'accept-moved' : 'accept'),
  );
  const put = { collection: 'stations' as const, records: [...records.values()], seen: seenBefore };
  const published = await publishPuts(context, [put], noteOf(accepted, stations), () => ({ statements, audit }));
  // What changes nothing of a station is no publication, and is decided all the same.
  if (published.done && published.version === null && !(await scoped.write(statements, audit)).done)
    throw new ApiProblem('stale');
  return published;
}

function noteOf(accepted: readonly Acceptance[], stations: ReadonlyMap<string, StationRecord>): string {
  const [first] = accepted;
  if (accepted.length !== 1 || !first) return `采用 ${accepted.length} 条查到的信息`;
  const { row } = first.candidate;
  return `采用“${stations.get(row.station_id)?.title ?? row.station_id}”的${candidateFieldLabels[row.field]}`;
}
