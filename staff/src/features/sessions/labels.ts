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

/**
 * What a worker reads beside a session's state: the seats left, the people ahead on the waitlist, or nothing where the
 * state says it all.
 *
 * @example seatsLabel({ state: 'waitlist', seatsLeft: 0, waiting: 3 }) // '前面 3 人'
 */
export function seatsLabel({
  state,
  seatsLeft,
  waiting,
}: Pick<StaffSessionWire, 'state' | 'seatsLeft' | 'waiting'>): string {
  if (state === 'open') return `剩余 ${seatsLeft} 个名额`;
  return state === 'waitlist' && waiting > 0 ? `前面 ${waiting} 人` : '';
}

/** @example takenLabel({ held: 18, capacity: 30, waiting: 3 }) // '已报 18 人，共 30 个名额，候补 3 人' */
export function takenLabel({
  held,
  capacity,
  waiting,
}: Pick<StaffSessionWire, 'held' | 'capacity' | 'waiting'>): string {
  const waitlist = waiting > 0 ? `，候补 ${waiting} 人` : '';
  return `已报 ${held} 人，共 ${capacity} 个名额${waitlist}`;
}
