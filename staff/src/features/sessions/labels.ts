/** Tones for a session's state, and a label for its seats. The words of the state are the domain's. */
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { sessionStateLabels } from '@yugong/domain/session/words';
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

/** Whether only staff see a session at an instant, in milliseconds since the epoch. */
export const isDraftSession = ({ publicFrom }: Pick<StaffSessionWire, 'publicFrom'>, now: number): boolean =>
  publicFrom === null || Date.parse(publicFrom) > now;

/**
 * How a session stands, for a label of its own: that nobody but staff sees it comes before everything else.
 *
 * @example sessionStanding({ state: 'open', publicFrom: null }, Date.now()) // { tone: 'warn', label: '草稿' }
 */
export function sessionStanding(
  session: Pick<StaffSessionWire, 'state' | 'publicFrom'>,
  now: number,
): { tone: StatusTone; label: string } {
  const { state, publicFrom } = session;
  if (state !== 'cancelled' && isDraftSession(session, now))
    return { tone: 'warn', label: publicFrom === null ? '草稿' : '定时公开' };
  return { tone: sessionStateTones[state], label: sessionStateLabels[state] };
}

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
