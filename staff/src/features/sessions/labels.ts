/** Tones for a session's state, and a label for its seats. The words of the state are the domain's. */
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import type { StatusTone } from '../../parts/status-tag';

export const sessionStateTones: Record<StaffSessionWire['state'], StatusTone> = {
  open: 'good',
  full: 'warn',
  waitlist: 'warn',
  upcoming: 'quiet',
  past: 'quiet',
  closed: 'quiet',
  cancelled: 'bad',
};

/** @example takenLabel({ held: 18, capacity: 30, waiting: 3 }) // '已报 18 人，共 30 个名额，候补 3 人' */
export function takenLabel({
  held,
  capacity,
  waiting,
}: Pick<StaffSessionWire, 'held' | 'capacity' | 'waiting'>): string {
  const waitlist = waiting > 0 ? `，候补 ${waiting} 人` : '';
  return `已报 ${held} 人，共 ${capacity} 个名额${waitlist}`;
}
