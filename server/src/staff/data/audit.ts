/** The trail, for those who look after it. Who works for some only sees what their own people did. */
import { mapInTurns } from '../../kernel/turns';
import type { AuditRowWire } from '@yugong/domain/audit/wire';
import { instantOf, isoAt } from '@yugong/domain/time';
import { addDays } from '@yugong/domain/calendar';
import { isLinked } from '../../storage/audit';
import type { AuditRow } from '../../kernel/schema';
import type { StaffContext } from '../context';
import { colleagueName, staffMembersOf } from './members';
import { storeOf } from './scoped';

interface Asked {
  staff?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  limit?: string | undefined;
}

export async function auditPage(
  context: StaffContext,
  { staff, action, from, to, after, limit }: Asked,
): Promise<{ rows: AuditRowWire[]; next: string | null; intact: boolean }> {
  const { scoped, tools } = context;
  const { read } = storeOf(scoped);
  const names = new Map((await staffMembersOf(context)).map(({ id, name }) => [id, name]));
  const [offset, most] = [Number(after ?? 0), Number(limit ?? 50)];
  const isAll = scoped.scope.organisation === null && scoped.scope.districts === null;
  let wanted = read.selectFrom('audit').selectAll();
  if (!isAll)
    wanted = wanted.where(
      'actor',
      'in',
      [...names.keys()].map((id) => `staff:${id}`),
    );
  if (staff) wanted = wanted.where('actor', '=', `staff:${staff}`);
  if (action) wanted = wanted.where('action', 'like', `${action}%`);
  if (from) wanted = wanted.where('at', '>=', instantOf(from));
  if (to) wanted = wanted.where('at', '<', instantOf(addDays(to, 1)));
  const found = await wanted
    .orderBy('at', 'desc')
    .orderBy('chain')
    .orderBy('seq', 'desc')
    .limit(most + 1)
    .offset(offset)
    .execute();
  const rows = found.slice(0, most);
  await scoped.saw('audit.seen', null, { rows: rows.length });
  return {
    rows: rows.map((row) => wire(row, names)),
    next: found.length > most ? String(offset + most) : null,
    intact: await isIntact(context, rows, tools.secrets.audit),
  };
}

function wire(row: AuditRow, names: ReadonlyMap<string, string>): AuditRowWire {
  const id = /^staff:(.+)$/.exec(row.actor)?.[1];
  return {
    id: `${row.chain}.${row.seq}`,
    at: isoAt(row.at),
    staff: id === undefined ? null : { id, name: colleagueName(names, id) },
    action: row.action,
    subject: row.subject,
    detail: readableDetail(JSON.parse(row.detail) as AuditRowWire['detail']),
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
