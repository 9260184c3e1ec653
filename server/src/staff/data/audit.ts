/** The trail, for those who look after it. Who works for some only sees what their own people did. */
import * as v from 'valibot';
import type { AuditWire } from '@yugong/domain/audit/wire';
import { auditPages, AuditRowWire, type AuditFileQuery, type AuditQuery } from '@yugong/domain/audit/wire';
import { describeAuditRow } from '@yugong/domain/audit/words';
import { defined } from '@yugong/domain/narrow';
import { readJson } from '@yugong/domain/narrow/json';
import { mapInTurns } from '../../kernel/turns';
import { instantOf, isoAt } from '@yugong/domain/time';
import { addDays } from '@yugong/domain/calendar';
import { isLinked } from '../../storage/audit';
import type { AuditRow } from '../../kernel/schema';
import type { StaffContext } from '../context';
import type { Spreadsheet } from '../roster/sheet';
import { colleagueName, staffMembersOf } from './members';
import { storeOf } from './scoped';

/** Somebody may have changed the table by hand: the rest of the page is shown all the same. */
const Detail = v.fallback(AuditRowWire.entries.detail, {});

type Filters = v.InferOutput<typeof AuditFileQuery>;
type Asked = v.InferOutput<typeof AuditQuery>;

/** More entries than one action writes at once: bulk actions are of 200 people at most. */
const LARGEST_GROUP = 200;

type Names = ReadonlyMap<string, string>;

const namesIn = async (context: StaffContext): Promise<Names> =>
  new Map((await staffMembersOf(context)).map(({ id, name }) => [id, name]));

/** Entries that the asker may see, the latest first. */
function entries({ scoped }: StaffContext, names: Names, { staff, page, action, from, to }: Filters) {
  const { read } = storeOf(scoped);
  const isAll = scoped.scope.organisation === null && scoped.scope.districts === null;
  let wanted = read.selectFrom('audit').selectAll();
  if (!isAll)
    wanted = wanted.where(
      'actor',
      'in',
      [...names.keys()].map((id) => `staff:${id}`),
    );
  if (staff) wanted = wanted.where('actor', '=', `staff:${staff}`);
  if (page)
    wanted = wanted
      .where('actor', 'like', 'staff:%')
      .where(({ or, eb }) => or(auditPages[page].map((begins) => eb('action', 'like', `${begins}%`))));
  if (action) wanted = wanted.where('action', 'like', `${action}%`);
  if (from) wanted = wanted.where('at', '>=', instantOf(from));
  if (to) wanted = wanted.where('at', '<', instantOf(addDays(to, 1)));
  return wanted.orderBy('at', 'desc').orderBy('chain').orderBy('seq', 'desc');
}

/** One action on several people writes an entry for each, one after the other: they are told as one. */
const isOneAction = (a: AuditRow | undefined, b: AuditRow): boolean =>
  a !== undefined &&
  a.chain === b.chain &&
  a.seq - 1 === b.seq &&
  a.at === b.at &&
  a.actor === b.actor &&
  a.action === b.action &&
  a.detail === b.detail &&
  a.subject !== null &&
  b.subject !== null;

function grouped(rows: readonly AuditRow[]): AuditRow[][] {
  const groups: AuditRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && isOneAction(group.at(-1), row)) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

export async function auditPage(
  context: StaffContext,
  { after, limit, ...filters }: Asked,
): Promise<v.InferOutput<typeof AuditWire>> {
  const { scoped, tools } = context;
  const names = await namesIn(context);
  const [offset, most] = [Number(after ?? 0), Number(limit ?? 50)];
  const found = await entries(context, names, filters)
    .limit(most + LARGEST_GROUP)
    .offset(offset)
    .execute();
  // A page ends where an action ends.
  let end = Math.min(most, found.length);
  for (let next = found[end]; next && isOneAction(found[end - 1], next); next = found[end]) end += 1;
  const rows = found.slice(0, end);
  await scoped.saw('audit.seen', null, { rows: rows.length });
  return {
    rows: await wireOf(context, rows, names),
    next: found.length > end ? String(offset + end) : null,
    staff: [...names].map(([id, name]) => ({ id, name })),
    intact: await isIntact(context, rows, tools.secrets.audit),
  };
}

const MAX_EXPORTED = 5000;
const EXPORTED_AT_ONCE = 500;

/** The entries as a sheet of sentences, at most 5000: it says so where there are more. */
export async function auditSheet(context: StaffContext, filters: Filters): Promise<Spreadsheet> {
  const { scoped, tools, member } = context;
  const names = await namesIn(context);
  await scoped.saw('audit.exported', null, {});
  const found: AuditRow[] = [];
  let isIntactSoFar = true;
  for (let isMore = true; isMore && found.length < MAX_EXPORTED;) {
    const some = await entries(context, names, filters).limit(EXPORTED_AT_ONCE).offset(found.length).execute();
    isIntactSoFar = (await isIntact(context, some, tools.secrets.audit)) && isIntactSoFar;
    found.push(...some);
    isMore = some.length === EXPORTED_AT_ONCE;
  }
  const rows = await wireOf(context, found, names);
  const when = isoAt(tools.now()).slice(0, 16).replace('T', ' ');
  const state = isIntactSoFar ? '记录完整，未被改动' : '记录校验不一致，请核查';
  const cut = found.length < MAX_EXPORTED ? '' : `，只含最近 ${MAX_EXPORTED} 条`;
  return {
    name: '操作记录',
    columns: [
      { title: '时间', width: 18 },
      { title: '操作人', width: 14 },
      { title: '记录', width: 80 },
    ],
    rows: await mapInTurns(rows, (row) => [
      row.at.slice(0, 16).replace('T', ' '),
      row.staff?.name ?? '职工本人或系统',
      describeAuditRow(row),
    ]),
    mark: `${member.name} ${when} 导出，${state}${cut}`,
  };
}

/** What entries are about, by their subjects: titles of what is in the asker's scope, and never a worker's name. */
async function titlesOf(
  { scoped, tools }: StaffContext,
  rows: readonly AuditRow[],
  names: Names,
): Promise<(row: AuditRow) => string | null> {
  const ids = [...new Set(rows.flatMap((row) => [row.subject, sessionOf(row)]).filter((id) => id !== null))];
  const titles = new Map<string, string>(names);
  for (const { id, title } of tools.content.dataset().stations) titles.set(id, title);
  for (let at = 0; at < ids.length; at += EXPORTED_AT_ONCE) {
    const some = ids.slice(at, at + EXPORTED_AT_ONCE);
    const sessions = await scoped
      .sessions()
      .select(['sessions.id', 'sessions.title', 'sessions.starts_at'])
      .where('sessions.id', 'in', some)
      .execute();
    for (const { id, title, starts_at } of sessions)
      titles.set(id, `${title} ${isoAt(Number(starts_at)).slice(0, 16).replace('T', ' ')}`);
    const programmes = await scoped
      .programmes()
      .select(['programmes.id', 'programmes.title'])
      .where('programmes.id', 'in', some)
      .execute();
    for (const { id, title } of programmes) titles.set(id, title);
  }
  return (row) => titles.get(sessionOf(row) ?? '') ?? titles.get(row.subject ?? '') ?? null;
}

const detailOf = ({ detail }: AuditRow): AuditRowWire['detail'] => readJson(Detail, detail);

function sessionOf(row: AuditRow): string | null {
  const { session } = detailOf(row);
  return typeof session === 'string' ? session : null;
}

async function wireOf(context: StaffContext, rows: readonly AuditRow[], names: Names): Promise<AuditRowWire[]> {
  const about = await titlesOf(context, rows, names);
  return mapInTurns(grouped(rows), (group) => {
    const [row] = group;
    return { ...wire(defined(row), names), about: about(defined(row)), count: group.length };
  });
}

/** What is written down as done by staff and was done by nobody who has an account. */
const withoutAccount: ReadonlyMap<string, string> = new Map([
  ['command', '服务器上的命令'],
  ['service', '系统'],
]);

function wire(row: AuditRow, names: Names): Omit<AuditRowWire, 'about' | 'count'> {
  const id = /^staff:(.+)$/.exec(row.actor)?.[1];
  return {
    id: `${row.chain}.${row.seq}`,
    at: isoAt(row.at),
    staff: id === undefined ? null : { id, name: withoutAccount.get(id) ?? colleagueName(names, id) },
    action: row.action,
    subject: row.subject,
    detail: readableDetail(detailOf(row)),
  };
}

/** A person as it was before a correction is sealed with that person's key: it stays in the trail and isn't shown. */
const readableDetail = (detail: AuditRowWire['detail']): AuditRowWire['detail'] =>
  Object.fromEntries(Object.entries(detail).filter(([name]) => name !== 'before'));

/** Every row that is shown follows from the one before it in its chain. */
async function isIntact({ scoped }: StaffContext, rows: readonly AuditRow[], key: Buffer): Promise<boolean> {
  const { read } = storeOf(scoped);
  const known = new Map(rows.map((row) => [`${row.chain}.${row.seq}`, row]));
  for (const chain of new Set(rows.map((row) => row.chain))) {
    const before = rows
      .filter((row) => row.chain === chain && row.seq > 1 && !known.has(`${chain}.${row.seq - 1}`))
      .map(({ seq }) => seq - 1);
    if (before.length === 0) continue;
    const found = await read
      .selectFrom('audit')
      .selectAll()
      .where('chain', '=', chain)
      .where('seq', 'in', before)
      .execute();
    for (const row of found) known.set(`${row.chain}.${row.seq}`, row);
  }
  const links = await mapInTurns(rows, (row) => isLinked(key, known.get(`${row.chain}.${row.seq - 1}`), row));
  return links.every(Boolean);
}
