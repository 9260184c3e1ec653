/** A union's own stations, one at a time: listed, opened, written, taken down, and publications of them taken back. */
import { formOfStation, readStationForm } from '@yugong/content/station-form';
import type { RecordOf } from '@yugong/content/schema';
import { sayHours } from '@yugong/domain/opening-hours/typed';
import { fold, queryWords } from '@yugong/domain/search';
import type { StaffStationsWire, StaffStationWire, StationPublication } from '@yugong/domain/station/staff-wire';
import type { VersionWire } from '@yugong/domain/publication/wire';
import type * as v from 'valibot';
import { recordVersion, type Part } from '../../content';
import { ApiProblem } from '../../kernel/problem';
import type { ScopedContext } from '../context';
import { faultsWith, faultWire } from './content';
import { organisationsOf } from './members';
import { publishRecord, versionsOf } from './records';

type StationRecord = RecordOf<'stations'>;

const PAGE = 50;

interface StationSearch {
  text?: string | undefined;
  adcode?: string | undefined;
  after?: string | undefined;
  limit?: string | undefined;
}

/** A page of the stations that the asker may change. */
export async function ownStations(
  { scoped, tools }: ScopedContext,
  { text = '', adcode, after = '0', limit = String(PAGE) }: StationSearch,
): Promise<StaffStationsWire> {
  const isMine = await scoped.ownsStation();
  const words = queryWords(text);
  const found = tools.content.dataset().stations.filter((station) => {
    if (!isMine(station) || (adcode !== undefined && station.adcode !== adcode)) return false;
    const { title, aliases, street, address } = station;
    const said = words.length === 0 ? '' : fold([title, ...aliases, street, address].filter(Boolean).join(' '));
    return words.every((word) => said.includes(word));
  });
  const [from, size] = [Number(after), Number(limit)];
  return {
    total: found.length,
    next: from + size < found.length ? String(from + size) : null,
    stations: found.slice(from, from + size).map((station) => ({
      id: station.id,
      title: station.title,
      kind: station.kind,
      adcode: station.adcode ?? null,
      address: station.address ?? station.street,
      hours: sayHours(station.openingHours),
      hasPosition: station.location !== null,
      verifiedAt: station.verifiedAt ?? null,
    })),
  };
}

/** @throws `not-found` where it is another union's or of another district, as where there is none */
export async function ownStation({ scoped, tools }: ScopedContext, id: string): Promise<StationRecord> {
  await tools.content.refresh();
  const station = tools.content.dataset().stations.find((one) => one.id === id);
  if (!station || !(await scoped.ownsStation())(station)) throw new ApiProblem('not-found');
  return station;
}

/** A station as it stands in the form. @throws `not-found` */
export async function openStation(context: ScopedContext, id: string): Promise<StaffStationWire> {
  const station = await ownStation(context, id);
  return {
    id,
    version: recordVersion(station) ?? '',
    form: formOfStation(station),
    hasMiniCode: context.tools.wechat.pageCode !== null,
  };
}

/**
 * Publishes a station as a clerk wrote it, or says what that would change.
 *
 * @throws `not-found`; `invalid` for a district that isn't hers
 */
export async function publishStation(
  context: ScopedContext,
  { id, form, seen, preview }: v.InferOutput<typeof StationPublication>,
) {
  const { scoped, tools } = context;
  const before = id === null ? null : await ownStation(context, id);
  if (before === null) await tools.content.refresh();
  const { districts } = scoped.scope;
  if (districts !== null && !districts.includes(form.adcode))
    throw new ApiProblem('invalid', [{ pointer: '/form/adcode', code: 'outside' }]);
  const read = readStationForm(form, before, {
    dataset: tools.content.dataset(),
    publisher: await unionOfStation(context),
    now: tools.now(),
  });
  const { record, faults, notes, hours } = read;
  const said = { id: record.id, hours, notes };
  if (faults.length > 0) {
    // What the dataset's own check finds is said with them: a clerk mends everything in one go.
    const others = faultsWith(context, [{ collection: 'stations', records: [record] }]).map(faultWire);
    const own = faults.map((fault) => ({ record: record.id, ...fault }));
    return { done: false, version: null, faults: [...own, ...others], changes: [], ...said };
  }
  const title = before ? `改“${before.title}”` : `新增“${record.title}”`;
  const published = await publishRecord(context, { collection: 'stations', record, seen, preview, note: title });
  return { ...published, ...said };
}

/** How the asker's union is named as a source. */
export async function unionOfStation({ scoped }: ScopedContext): Promise<string> {
  const { organisation } = scoped.scope;
  const union = (await organisationsOf(scoped)).find((one) => one.id === organisation);
  return union && union.title !== '本级工会' ? union.title : '工会';
}

const isOfStationsOnly = (parts: readonly Part[]): boolean =>
  parts.every(({ collection }) => collection === 'stations');

/** The publications of stations that the asker made, newest first. */
export const ownStationVersions = (context: ScopedContext): Promise<VersionWire[]> =>
  versionsOf(context, ({ by_whom, parts }) => by_whom === context.scoped.staffId && isOfStationsOnly(parts));

/** @throws `not-found` where somebody else published the version, or something else than stations is in it */
export async function mustBeOwnStationVersion({ scoped }: ScopedContext, version: number): Promise<void> {
  const row = await scoped
    .publications()
    .select(['by_whom', 'parts'])
    .where('version', '=', version)
    .executeTakeFirst();
  const parts: Part[] = row ? JSON.parse(row.parts) : [];
  if (row?.by_whom !== scoped.staffId || !isOfStationsOnly(parts)) throw new ApiProblem('not-found');
}
