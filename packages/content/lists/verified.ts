/** Who checked a place and when, as a row says it: both or neither. */
import type { Day } from '@yugong/domain/calendar';
import { verificationOf } from '@yugong/domain/station/verification';
import { readDay } from './cells';
import type { RowWith } from './row';

/** Reads both cells; a check of more than a year ago is taken and remarked on. */
export function readVerified(
  row: RowWith<'verifiedBy' | 'verifiedOn'>,
  today: Day,
): { verifiedBy: string | null; verifiedAt: Day | null } {
  const verifiedBy = row.text('verifiedBy');
  const day = readDay(row.cell('verifiedOn'), today);
  const verifiedAt = row.read('verifiedOn', day);
  if (day.hasNoYear) row.note('verifiedOn', `日期没有写年份，记作 ${verifiedAt ?? ''}；不对就补上年份`);
  const hasDay = row.text('verifiedOn') !== null;
  if (verifiedBy === null && hasDay && row.title('verifiedBy') === null) {
    row.note('verifiedOn', '名单里没有「核实单位」这一列，核实日期没有收，其余的收了');
    return { verifiedBy: null, verifiedAt: null };
  }
  if (verifiedBy === null && hasDay)
    row.fault('verifiedBy', '有核实日期，没有核实单位', '哪个工会核实的；没有核实就两栏都空着');
  if (verifiedBy !== null && !hasDay)
    row.fault('verifiedOn', '有核实单位，没有核实日期', '核实的那一天，例如 2026-11-01');
  if (verifiedAt !== null && verificationOf(verifiedAt, verifiedBy, today).state === 'stale') {
    row.note('verifiedOn', '核实已经超过 12 个月，页面上会写明「超过一年了」');
  }
  return { verifiedBy, verifiedAt };
}
