/** A session's roster as a spreadsheet. */
import { initialsOf } from '@yugong/domain/identity';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { accessReasonLabels } from '@yugong/domain/audit/words';
import { defined } from '@yugong/domain/narrow';
import { maskFamily, sayFamilyContact, type RegistrationStatus } from '@yugong/domain/registration';
import { registrationStatusLabels } from '@yugong/domain/registration/words';
import { signUpSourceLabels } from '@yugong/domain/roster/words';
import { type RosterExportRequest } from '@yugong/domain/roster/wire';
import { isoAt } from '@yugong/domain/time';
import type { RegistrationRow } from '../../kernel/schema';
import { peopleOf, type OpenedPerson } from '../data/people';
import { xlsxOf } from '../roster/sheet';
import type { FinishedJob, JobContext, ReportProgress } from './types';

const AT_ONCE = 500;
const minute = (ms: number): string => isoAt(ms).slice(0, 16).replace('T', ' ');

export async function exportRoster(
  context: JobContext,
  { sessionId, reason, note, fields }: RosterExportRequest & { sessionId: string },
  progress: ReportProgress,
): Promise<FinishedJob> {
  const { scoped, tools, member } = context;
  const session = await scoped.session(sessionId);
  const rows = await scoped
    .registrations()
    .selectAll()
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', '!=', 'cancelled')
    .orderBy('registrations.place')
    .execute();
  const checkIns = await scoped.checkIns().selectAll().where('check_ins.session_id', '=', sessionId).execute();
  const came = new Map(checkIns.map((one) => [one.registration_id, one.at]));
  await scoped.saw('roster.exported', sessionId, {
    rows: rows.length,
    reason,
    note: note ?? null,
    fields: fields.join(' '),
  });
  const lines: (string | number | null)[][] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    const people = await peopleOf(context, some, context.log);
    lines.push(...some.map((row) => lineOf(row, defined(people.get(row.id)), fields, came.get(row.id))));
    await progress(lines.length, rows.length);
  }
  const mark = `${member.name}（${member.username}）${minute(tools.now())} 导出，用途：${accessReasonLabels[reason]}${note ? `（${note}）` : ''}。含个人信息，用完请删除。`;
  const columns = [
    ['序号', 6],
    ...personFieldNames.map((name) => [personFields[name].label, personFields[name].columnWidth] as const),
    ['队员', 24],
    ['代报', 22],
    ['状态', 10],
    ['来源', 14],
    ['报名时间', 18],
    ['签到时间', 18],
  ] as const;
  const sheet = {
    name: '名单',
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: lines,
    mark: `${session.title} ${minute(session.starts_at)} · ${mark}`,
  };
  return {
    result: { rows: lines.length },
    file: { name: `名单-${minute(session.starts_at).slice(0, 10)}.xlsx`, data: await xlsxOf(sheet) },
  };
}

function lineOf(
  row: RegistrationRow,
  { person, team, family, source, unreadable }: OpenedPerson,
  fields: RosterExportRequest['fields'],
  came: number | undefined,
) {
  const cells = personFieldNames.map((name) => {
    if (!person) return name === 'name' ? (unreadable ? '（读不出来）' : '（已删除）') : null;
    const value = person[name];
    if (!value) return null;
    return fields.includes(name) ? value : personFields[name].mask(value);
  });
  const contact = family && (fields.includes('phone') ? family : maskFamily(family));
  return [
    row.place,
    ...cells,
    team ? team.members.map((one) => (fields.includes('name') ? one : initialsOf(one))).join('、') : null,
    contact && sayFamilyContact(contact),
    registrationStatusLabels[row.status],
    signUpSourceLabels[source],
    minute(row.created_at),
    came === undefined ? null : minute(came),
  ];
}

export const statusLabels: Record<RegistrationStatus, string> = {
  booked: '报上了',
  waitlist: '候补',
  'checked-in': '已签到',
  fulfilled: '已完成',
  noshow: '没有来',
  cancelled: '已取消',
};
