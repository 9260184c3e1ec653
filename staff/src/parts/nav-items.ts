/** The console's navigation, and the permissions that each item needs. */
import type { Permission } from '@yugong/domain/staff-account';
import type { MeWire } from '@yugong/domain/staff-account/wire';
import type { LineIconName } from './icon';

export interface NavItem {
  to: string;
  label: string;
  icon: LineIconName;
  /** Any of these permissions is enough; null means that everybody has access. */
  needs: readonly Permission[] | null;
  /** The group of the side bar. */
  group: 'daily' | 'people' | 'content' | 'house';
}

/** The items in the order in which a day needs them. */
export const navItems: readonly NavItem[] = [
  { to: '/', label: '今日待办', icon: 'home', needs: null, group: 'daily' },
  { to: '/door', label: '签到', icon: 'camera', needs: ['check-in'], group: 'daily' },
  { to: '/sessions', label: '场次', icon: 'calendar', needs: ['sessions.write'], group: 'daily' },
  { to: '/call-list', label: '待电话联系', icon: 'phone', needs: ['roster'], group: 'people' },
  { to: '/people', label: '查人', icon: 'search', needs: ['roster'], group: 'people' },
  { to: '/outcomes', label: '结果通知', icon: 'heart', needs: ['outcomes'], group: 'people' },
  { to: '/legal-aid', label: '法律援助', icon: 'scale', needs: ['legal-aid'], group: 'people' },
  { to: '/complaints', label: '投诉建议', icon: 'message', needs: ['complaints'], group: 'people' },
  { to: '/stations', label: '驿站反馈', icon: 'station', needs: ['stations'], group: 'people' },
  { to: '/content', label: '内容发布', icon: 'news', needs: ['content'], group: 'content' },
  { to: '/figures', label: '统计', icon: 'activity', needs: ['figures'], group: 'content' },
  { to: '/jobs', label: '后台任务', icon: 'jobs', needs: ['sessions.write', 'stations'], group: 'house' },
  { to: '/users', label: '人员', icon: 'people', needs: ['accounts'], group: 'house' },
  { to: '/audit', label: '操作记录', icon: 'history', needs: ['audit'], group: 'house' },
];

const isAllowed = ({ needs }: NavItem, { permissions }: MeWire): boolean =>
  needs === null || needs.some((one) => permissions.includes(one));

export const navItemsFor = (me: MeWire): NavItem[] => navItems.filter((room) => isAllowed(room, me));

/** Whether the person may open the page at `path`. The service checks again; this only hides what would be refused. */
export function canAccess(me: MeWire, path: string): boolean {
  const room = navItems.find(({ to }) => to !== '/' && (path === to || path.startsWith(`${to}/`)));
  return !room || isAllowed(room, me);
}
