/** Staff accounts, in Chinese. */
import type { Role } from './roles';
import type { AccountWire, StaffAlertWire } from './wire';

export const roleLabels: Record<Role, string> = {
  administrator: '管理员',
  clerk: '区县经办',
  'check-in': '现场签到',
  lawyer: '法律援助',
  editor: '内容编辑',
};

/** What whoever has a role may do, said where it is given. */
export const roleDescriptions: Record<Role, string> = {
  administrator: '全部功能，包括管理账号、查看操作记录',
  clerk: '管理场次和名单、签到、随访、驿站反馈，查看统计；查看完整号码要写原因',
  'check-in': '只能签到，只看到姓和手机号末四位',
  lawyer: '只能办理法律援助的求助，看得到求助人是谁、怎么联系',
  editor: '发布内容，处理驿站反馈和名单',
};

export const accountStateLabels: Record<AccountWire['state'], string> = {
  invited: '待开通',
  active: '在用',
  disabled: '已停用',
};

/** What happened to an account, as its administrators are told; `by` is who did it. */
export function sayStaffAlert({ kind, account, own, by }: Omit<StaffAlertWire, 'id' | 'at'>): string {
  const who = by ? `${by.name}（${by.username}）` : '有人在服务器上用命令';
  const whose = own ? '你' : `${account.name}（${account.username}）`;
  const what: Record<StaffAlertWire['kind'], string> = {
    'administrator-reset': `重新开通了${whose}的管理员账号，原来的密码和验证器都作废了`,
    'administrator-added': `给${whose}开通了管理员账号`,
    'administrator-edited': `修改了${whose}的管理员账号的角色、范围或状态`,
  };
  return `${who}${what[kind]}`;
}
