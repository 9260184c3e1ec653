/** Labels for the short names that the audit stores. */
import { accessReasonLabels } from '@yugong/domain/audit';
import { actionLabels, type AuditRowWire } from '@yugong/domain/audit/wire';
import { jobLabels } from '@yugong/domain/job/wire';
import { reportLabels, reportStateLabels } from '@yugong/domain/report';
import { roleLabels } from '@yugong/domain/staff-account';

/** Filters of the page; each value is the beginning of an action's name. */
export const actionGroups = [
  { value: 'staff.', label: '登录和人员' },
  { value: 'roster.', label: '看名单、导出' },
  { value: 'session.', label: '场次' },
  { value: 'legal-aid.', label: '法律援助' },
  { value: 'station', label: '驿站' },
  { value: 'content.', label: '内容' },
  { value: 'figures.', label: '数字' },
  { value: 'registration.', label: '职工的报名' },
];

/** What a detail is about; those without a word say no more than an id would. */
const detailLabels: Record<string, string> = {
  reason: '',
  note: '',
  kind: '',
  state: '',
  status: '',
  from: '原来',
  to: '改成',
  rows: '几条',
  hits: '影响几人',
  sessions: '几场',
  roles: '角色',
  set: '记了',
  fields: '写全了',
  by: '按',
  month: '月份',
  format: '格式',
  revision: '第几次改',
  undoes: '撤回第几版',
};

const valueLabels: Record<string, string> = {
  ...accessReasonLabels,
  ...reportLabels,
  ...reportStateLabels,
  ...jobLabels,
  ...roleLabels,
  active: '在用',
  disabled: '停用',
  booked: '报上了',
  waitlist: '候补',
  'checked-in': '到了',
  fulfilled: '做完了',
  noshow: '没来',
  cancelled: '取消了',
  screening: '筛查',
  event: '活动',
  name: '姓名',
  phone: '手机号',
  residentId: '身份证号',
};

const valueLabel = (value: string | number): string =>
  typeof value === 'number'
    ? String(value)
    : value
        .split(' ')
        .map((one) => valueLabels[one] ?? one)
        .join('、');

/** The action's label; one without a label keeps its name. */
export const auditActionLabel = (action: string): string => actionLabels[action] ?? action;

/** Why, and whatever else was noted that says something to a person. */
export function describeDetail(detail: AuditRowWire['detail']): string {
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    const about = detailLabels[name];
    return about === undefined || value === null || value === '' ? [] : [`${about} ${valueLabel(value)}`.trim()];
  });
  return parts.join('，');
}
