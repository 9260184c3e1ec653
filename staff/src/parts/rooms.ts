/** The console's rooms, and what one must be allowed to enter them. */
import type { Permission } from '@yugong/domain/staff-account';
import type { MeWire } from '@yugong/domain/staff-account/wire';
import type { IconName } from './icon';

export interface Room {
  to: string;
  label: string;
  icon: IconName;
  /** Any of these; null is everybody's. */
  needs: readonly Permission[] | null;
  /** A group of the side's list. */
  group: 'daily' | 'people' | 'content' | 'house';
}

/** In the order in which a day needs them. */
export const rooms: readonly Room[] = [
  { to: '/', label: '今天', icon: 'home', needs: null, group: 'daily' },
  { to: '/door', label: '签到', icon: 'camera', needs: ['check-in'], group: 'daily' },
  { to: '/sessions', label: '场次', icon: 'calendar', needs: ['sessions.write'], group: 'daily' },
  { to: '/call-list', label: '待电话联系', icon: 'phone', needs: ['roster'], group: 'people' },
  { to: '/outcomes', label: '检查之后', icon: 'heart', needs: ['outcomes'], group: 'people' },
  { to: '/legal-aid', label: '法律援助', icon: 'scale', needs: ['legal-aid'], group: 'people' },
  { to: '/stations', label: '驿站', icon: 'station', needs: ['stations'], group: 'people' },
  { to: '/content', label: '内容', icon: 'news', needs: ['content'], group: 'content' },
  { to: '/figures', label: '数字', icon: 'activity', needs: ['figures'], group: 'content' },
  { to: '/jobs', label: '任务', icon: 'jobs', needs: ['sessions.write', 'stations'], group: 'house' },
  { to: '/users', label: '人员', icon: 'people', needs: ['accounts'], group: 'house' },
  { to: '/audit', label: '操作记录', icon: 'history', needs: ['audit'], group: 'house' },
];

const opens = ({ needs }: Room, { permissions }: MeWire): boolean =>
  needs === null || needs.some((one) => permissions.includes(one));

export const roomsOf = (me: MeWire): Room[] => rooms.filter((room) => opens(room, me));

/** May they open the page at `path`? The service asks again; this only keeps doors out of sight. */
export function mayEnter(me: MeWire, path: string): boolean {
  const room = rooms.find(({ to }) => to !== '/' && (path === to || path.startsWith(`${to}/`)));
  return !room || opens(room, me);
}
