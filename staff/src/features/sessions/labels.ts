/** Labels for a session's state, kind and seats. */
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import type { StatusLabel } from '../../parts/status-tag';

type State = StaffSessionWire['state'];

export const sessionStateLabels: Record<State, StatusLabel> = {
  open: { label: '报名中', tone: 'good' },
  full: { label: '报满了', tone: 'warn' },
  waitlist: { label: '报满了，可以候补', tone: 'warn' },
  upcoming: { label: '还没开始报名', tone: 'quiet' },
  past: { label: '已经办完', tone: 'quiet' },
  closed: { label: '报名已截止', tone: 'quiet' },
  cancelled: { label: '取消了', tone: 'bad' },
};

export const programmeKindLabels = { screening: '筛查', event: '活动' } as const;

/** @example takenLabel({ held: 18, capacity: 30, waiting: 3 }) // '已报 18 人，共 30 个名额，候补 3 人' */
export function takenLabel({
  held,
  capacity,
  waiting,
}: Pick<StaffSessionWire, 'held' | 'capacity' | 'waiting'>): string {
  const line = waiting > 0 ? `，候补 ${waiting} 人` : '';
  return `已报 ${held} 人，共 ${capacity} 个名额${line}`;
}
