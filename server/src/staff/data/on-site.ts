/** Lists of stations for volunteers: made, handed out as links and revoked by a clerk, who decides what comes of them. */
import type { RecordOf } from '@yugong/content/schema';
import { acceptCandidate } from '@yugong/content/station-candidate';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { readJson } from '@yugong/domain/narrow/json';
import { SENDING_GRACE, visitFields } from '@yugong/domain/on-site';
import type {
  OnSiteDecision,
  OnSiteListRequest,
  StaffOnSiteCheck,
  StaffOnSiteListsWire,
  StaffOnSiteListWire,
} from '@yugong/domain/on-site/staff-wire';
import type { PublishedWire } from '@yugong/domain/publication/wire';
import { CandidateOrigin, CandidateProposal } from '@yugong/domain/station-candidate';
import { DAY, instantOf, isoAt } from '@yugong/domain/time';
import { recordVersion } from '../../content';
import { newId } from '../../crypto/ids';
import { ApiProblem } from '../../kernel/problem';
import type { OnSiteCheckRow, OnSiteListRow, OnSitePhotoRow, StationCandidateRow } from '../../kernel/schema';
import { statement, type AuditEntry, type Statement } from '../../kernel/store';
import { mapInTurns } from '../../kernel/turns';
import { publishedStation, StationIds, visitKey } from '../../stations/on-site';
import { writeOnSiteLink } from '../../stations/on-site-link';
import type { ScopedContext } from '../context';
import { publishPuts } from './content';
import { storeDoorPictures, withDoorPicture } from './door-pictures';
import { staffIdempotentWrite, type StaffRequest } from './idempotent-write';
import { storeOf } from './scoped';
import { unionOfStation } from './stations';

type StationRecord = RecordOf<'stations'>;

/** How long before its day a list can be made. */
const DAYS_AHEAD = 31;
const NEWEST = 50;
/** What is accepted of one check is read and tried against its station: a millisecond or two. */
const DECISIONS_AT_ONCE = 2;

/** Lists of one's union; whoever works for some districts only has those that she made. */
function listsOf({ scoped }: ScopedContext) {
  const { organisation, districts } = scoped.scope;
  const all = storeOf(scoped).read.selectFrom('on_site_lists');
  const ours = organisation === null ? all : all.where('organisation', '=', organisation);
  return districts === null ? ours : ours.where('created_by', '=', scoped.staffId);
}

async function listRow(context: ScopedContext, id: string): Promise<OnSiteListRow> {
  const row = await listsOf(context).selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/**
 * Makes a list for a day. What is answered has no link: that is asked for by itself, and kept nowhere.
 *
 * @throws ApiProblem `invalid` for a day that is past or far off, and for a station that isn't hers
 */
export async function makeOnSiteList(request: StaffRequest, { title, day, stations }: OnSiteListRequest) {
  const { scoped, tools } = request;
  const today = dayAt(tools.now());
  if (day < today || day > addDays(today, DAYS_AHEAD))
    throw new ApiProblem('invalid', [{ pointer: '/day', code: 'outside' }]);
  await tools.content.refresh();
  const isMine = await scoped.ownsStation();
  const mine = new Set(
    tools.content
      .dataset()
      .stations.filter(isMine)
      .map(({ id }) => id),
  );
  const ids = [...new Set(stations)];
  if (!ids.every((id) => mine.has(id))) throw new ApiProblem('invalid', [{ pointer: '/stations', code: 'outside' }]);
  const publisher = await unionOfStation(request);
  const row: OnSiteListRow = {
    id: newId(tools.now()),
    title,
    organisation: scoped.scope.organisation,
    publisher,
    day,
    station_ids: JSON.stringify(ids),
    created_by: scoped.staffId,
    created_at: tools.now(),
    expires_at: instantOf(day) + DAY + SENDING_GRACE,
    revoked_at: null,
  };
  const { body } = await staffIdempotentWrite(request, { title, day, stations }, () => ({
    statements: [statement(storeOf(scoped).read.insertInto('on_site_lists').values(row), 1)],
    audit: [scoped.entry('station.on-site-list-made', row.id, { day, stations: ids.length })],
    answer: { status: 200, body: { id: row.id } },
  }));
  return body;
}

/** The link of a list, for whoever goes; that it was looked at is noted. @throws ApiProblem `not-found`, `link-over` */
export async function linkOfList(context: ScopedContext, id: string): Promise<{ path: string }> {
  const { scoped, tools } = context;
  const row = await listRow(context, id);
  if (row.revoked_at !== null || row.expires_at <= tools.now()) throw new ApiProblem('link-over');
  await scoped.saw('station.on-site-link-seen', id);
  return { path: `/on-site/#${writeOnSiteLink(tools, { ...row, expires_at: Number(row.expires_at) })}` };
}

/** From now on nothing is read or sent with the link. Once it is revoked it stays so. */
export async function revokeList(context: ScopedContext, id: string): Promise<{ revokedAt: string }> {
  const { scoped, tools } = context;
  const row = await listRow(context, id);
  const revokedAt = row.revoked_at === null ? tools.now() : Number(row.revoked_at);
  const update = storeOf(scoped)
    .read.updateTable('on_site_lists')
    .set({ revoked_at: revokedAt })
    .where('id', '=', id)
    .where('revoked_at', 'is', null);
  if (row.revoked_at === null)
    await scoped.write([statement(update)], [scoped.entry('station.on-site-list-revoked', id)]);
  return { revokedAt: isoAt(revokedAt) };
}

interface CheckParts {
  row: OnSiteCheckRow;
  photo: OnSitePhotoRow['state'] | null;
  candidates: StationCandidateRow[];
}

/** Checks of lists with their candidates and what there is of a picture, in the order in which they were made. */
async function checksOf({ scoped }: ScopedContext, lists: readonly string[]): Promise<CheckParts[]> {
  if (lists.length === 0) return [];
  const { read } = storeOf(scoped);
  const rows = await read
    .selectFrom('on_site_checks')
    .selectAll()
    .where('list_id', 'in', lists)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const checks = read.selectFrom('on_site_checks').select('id').where('list_id', 'in', lists);
  const photos = await read
    .selectFrom('on_site_photos')
    .select(['check_id', 'state'])
    .where('check_id', 'in', checks)
    .execute();
  const stations = read.selectFrom('on_site_checks').select('station_id').where('list_id', 'in', lists);
  const candidates = await read
    .selectFrom('station_candidates')
    .selectAll()
    .where('station_id', 'in', stations)
    .where('unique_key', 'like', 'visit|%')
    .execute();
  const byKey = new Map(candidates.map((one) => [one.unique_key, one]));
  const stateOf = new Map(photos.map(({ check_id, state }) => [check_id, state]));
  return rows.map((row, at) => ({
    row,
    photo: stateOf.get(ids[at] ?? '') ?? null,
    candidates: visitFields.flatMap((field) => byKey.get(visitKey(row.id, field)) ?? []),
  }));
}

const isOpen = ({ candidates, photo }: CheckParts): boolean =>
  photo === 'open' || candidates.some(({ state }) => state === 'open');

const listOnWire = (row: OnSiteListRow, checks: readonly CheckParts[]): StaffOnSiteListsWire['lists'][number] => ({
  id: row.id,
  title: row.title,
  day: row.day,
  sendUntil: isoAt(Number(row.expires_at)),
  revokedAt: row.revoked_at === null ? null : isoAt(Number(row.revoked_at)),
  stationCount: readJson(StationIds, row.station_ids).length,
  checkedCount: new Set(checks.map((one) => one.row.station_id)).size,
  openCount: checks.filter(isOpen).length,
});

/** The newest of one's own lists. */
export async function onSiteLists(context: ScopedContext): Promise<StaffOnSiteListsWire> {
  const rows = await listsOf(context).selectAll().orderBy('created_at', 'desc').orderBy('id').limit(NEWEST).execute();
  const checks = await checksOf(
    context,
    rows.map(({ id }) => id),
  );
  return {
    lists: rows.map((row) =>
      listOnWire(
        row,
        checks.filter((one) => one.row.list_id === row.id),
      ),
    ),
  };
}

/** A list with everything that volunteers found. */
export async function onSiteList(context: ScopedContext, id: string): Promise<StaffOnSiteListWire> {
  const row = await listRow(context, id);
  await context.tools.content.refresh();
  const stations = new Map(context.tools.content.dataset().stations.map((one) => [one.id, one]));
  const checks = await checksOf(context, [id]);
  return {
    ...listOnWire(row, checks),
    checks: await mapInTurns(checks, ({ row: check, photo, candidates }): StaffOnSiteCheck => {
      const station = stations.get(check.station_id);
      return {
        id: check.id,
        found: check.found,
        at: isoAt(Number(check.at)),
        station: station ? publishedStation(station) : null,
        candidates: candidates.map((one) => ({
          proposal: proposalOf(one),
          accuracy: accuracyOf(one),
          state: one.state,
        })),
        photo,
      };
    }),
  };
}

const proposalOf = ({ field, value }: StationCandidateRow): CandidateProposal =>
  readJson(CandidateProposal, `{"field":${JSON.stringify(field)},"value":${value}}`);

function accuracyOf({ field, origin }: StationCandidateRow): number | null {
  const from = field === 'position' ? readJson(CandidateOrigin, origin) : null;
  return from?.by === 'visit' ? from.accuracy : null;
}

/**
 * The picture of a check that waits for a decision; one that was accepted is the station's.
 *
 * @throws ApiProblem `not-found` where there is none, or it is of somebody else's list
 */
export async function photoOfCheck(context: ScopedContext, check: string): Promise<Buffer> {
  const row = await storeOf(context.scoped)
    .read.selectFrom('on_site_photos')
    .innerJoin('on_site_checks', 'on_site_checks.id', 'on_site_photos.check_id')
    .select(['on_site_photos.jpeg', 'on_site_checks.list_id'])
    .where('on_site_photos.check_id', '=', check)
    .where('on_site_photos.state', '=', 'open')
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  await listRow(context, row.list_id);
  return Buffer.from(row.jpeg, 'base64');
}

/**
 * Decides checks of a list, all of them or none: what is accepted is published at once, a picture with its station, what
 * isn't is refused, and a refused picture is deleted. What somebody else decided meanwhile stays as it is.
 *
 * @throws ApiProblem `not-found` for a check of another list; `stale` where somebody decided at the same moment
 */
export async function decideChecks(
  context: ScopedContext,
  listId: string,
  decisions: readonly OnSiteDecision[],
): Promise<PublishedWire> {
  const { scoped, tools } = context;
  const list = await listRow(context, listId);
  const checks = new Map((await checksOf(context, [listId])).map((one) => [one.row.id, one]));
  await tools.content.refresh();
  const isMine = await scoped.ownsStation();
  const before = new Map(
    tools.content
      .dataset()
      .stations.filter(isMine)
      .map((one) => [one.id, one]),
  );
  const after = new Map<string, StationRecord>();
  const statements: Statement[] = [];
  const audit: AuditEntry[] = [];
  const faults: PublishedWire['faults'] = [];
  const isPictured = ({ check, photo }: OnSiteDecision): boolean =>
    photo === 'accept' && checks.get(check)?.photo === 'open' && before.has(checks.get(check)?.row.station_id ?? '');
  const pictures = await storeDoorPictures(
    context,
    decisions.filter(isPictured).map(({ check }) => check),
  );
  const decide = (decision: OnSiteDecision): void => {
    const parts = checks.get(decision.check);
    if (!parts) throw new ApiProblem('not-found');
    const id = parts.row.station_id;
    const accepted = acceptedOf(parts, decision);
    const station = after.get(id) ?? before.get(id);
    const picture = pictures.get(decision.check);
    const takesPicture = parts.photo === 'open' && decision.photo === 'accept';
    // A station that was taken down, or is another union's by now, takes nothing on; its checks can be refused.
    if (!station && (accepted.length > 0 || takesPicture)) throw new ApiProblem('not-found');
    if (station && accepted.length > 0) {
      const { record, fault } = acceptVisit(station, accepted, {
        publisher: list.publisher,
        today: dayAt(tools.now()),
      });
      if (fault === null) after.set(id, record);
      else faults.push({ record: id, field: 'openingHours', message: `${station.title}：${fault}` });
    }
    if (station && picture) after.set(id, withDoorPicture(after.get(id) ?? station, picture, list));
    if (station && picture === null)
      faults.push({ record: id, field: 'photo', message: `${station.title}：照片无法识别，请选“不采纳，删除”` });
    const decided = decisionWrites(context, parts, decision, accepted);
    statements.push(...decided.statements);
    audit.push(decided.entry);
  };
  await mapInTurns(decisions, decide, DECISIONS_AT_ONCE);
  if (faults.length > 0) return { done: false, version: null, faults };
  const records = [...after.values()].filter((record) => record !== before.get(record.id));
  const seen = new Map(await mapInTurns(records, ({ id }) => [id, recordVersion(before.get(id))] as const));
  const put = { collection: 'stations' as const, records, seen };
  if (records.length > 0) {
    const published = await publishPuts(context, [put], `采纳现场核对“${list.title}”`, () => ({ statements, audit }));
    if (!published.done || published.version !== null) return published;
  }
  const written = await scoped.write(statements, audit);
  if (!written.done) throw new ApiProblem('stale');
  return { done: true, version: null, faults: [] };
}

interface AcceptedProposal {
  proposal: CandidateProposal;
  origin: CandidateOrigin;
  /** The clerk mended it first. */
  isMoved: boolean;
}

/** The proposals that a decision accepts and nobody decided yet, with the hours as the clerk mended them. */
function acceptedOf({ candidates }: CheckParts, { accept, hours }: OnSiteDecision): AcceptedProposal[] {
  return candidates
    .filter(({ field, state }) => state === 'open' && accept.includes(field))
    .map((row) => {
      const [proposal, origin] = [proposalOf(row), readJson(CandidateOrigin, row.origin)];
      return proposal.field === 'hours' && hours !== null
        ? { proposal: { field: 'hours', value: { text: hours } }, origin, isMoved: true }
        : { proposal, origin, isMoved: false };
    });
}

/** The record with everything that is accepted of a check, or why it can't be. */
function acceptVisit(
  station: StationRecord,
  accepted: readonly AcceptedProposal[],
  of: { publisher: string; today: string },
): { record: StationRecord; fault: string | null } {
  let record = station;
  for (const { isMoved, ...candidate } of accepted) {
    const next = acceptCandidate(record, candidate, { ...of, isMoved });
    if (next.fault !== null) return next;
    record = next.record;
  }
  return { record, fault: null };
}

function decisionWrites(
  { scoped, tools }: ScopedContext,
  { row, candidates, photo }: CheckParts,
  decision: OnSiteDecision,
  accepted: readonly AcceptedProposal[],
): { statements: Statement[]; entry: AuditEntry } {
  const { read } = storeOf(scoped);
  const values = new Map(accepted.map(({ proposal: { field, value } }) => [field, JSON.stringify(value)]));
  const open = candidates.filter(({ state }) => state === 'open');
  const statements = open.map(({ id, field }) => {
    const value = values.get(field) ?? null;
    const state = value === null ? ('rejected' as const) : ('accepted' as const);
    const decided = { state, decided_by: scoped.staffId, decided_at: tools.now(), accepted_value: value };
    return statement(
      read.updateTable('station_candidates').set(decided).where('id', '=', id).where('state', '=', 'open'),
      1,
    );
  });
  const isPhotoOpen = photo === 'open' && decision.photo !== null;
  if (isPhotoOpen && decision.photo === 'accept')
    statements.push(
      // The file is the station's from now on, and is deleted when the station shows it no longer.
      statement(
        read
          .updateTable('on_site_photos')
          .set({ state: 'accepted', jpeg: '' })
          .where('check_id', '=', row.id)
          .where('state', '=', 'open'),
        1,
      ),
    );
  if (isPhotoOpen && decision.photo === 'refuse')
    statements.push(statement(read.deleteFrom('on_site_photos').where('check_id', '=', row.id), 1));
  const named = (isAccepted: boolean): string | null =>
    open
      .filter(({ field }) => values.has(field) === isAccepted)
      .map(({ field }) => field)
      .join(' ') || null;
  const detail = {
    check: row.id,
    accepted: named(true),
    refused: named(false),
    photo: isPhotoOpen ? decision.photo : null,
  };
  return { statements, entry: scoped.entry('station.on-site-decided', row.station_id, detail) };
}
