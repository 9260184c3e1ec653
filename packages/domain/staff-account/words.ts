/** Staff accounts, in Chinese. */
import type { Role } from './roles';
import type { AccountWire } from './wire';

export const roleLabels: Record<Role, string> = {
  administrator: '管理员',
  clerk: '区县经办',
  'check-in': '现场签到',
  lawyer: '法律援助',
  editor: '内容编辑',
};

export const accountStateLabels: Record<AccountWire['state'], string> = {
  invited: '待开通',
  active: '在用',
  disabled: '已停用',
};
