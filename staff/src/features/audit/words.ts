/** What the audit's short names mean. */
import { actionLabels, reasonLabels, type AuditRowWire, type Reason } from '@/domain/staff';

/** By how the name begins. */
export const actionGroups = [
  { value: 'staff.', label: '登录和人员' },
  { value: 'roster.', label: '看名单、导出' },
  { value: 'session.', label: '场次' },
  { value: 'legal-aid.', label: '法律援助' },
  { value: 'content.', label: '内容' },
];

/** In words; one that has none keeps its name. */
export const sayAction = (action: string): string => actionLabels[action] ?? action;

/** The reason in words, then whatever else was noted. */
export function sayDetail(detail: AuditRowWire['detail']): string {
  const said = Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) =>
      name === 'reason' ? (reasonLabels[value as Reason] ?? String(value)) : `${name} ${value}`,
    );
  return said.join('，');
}
