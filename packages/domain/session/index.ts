/** Is a session what it should be? What keeps it from being saved, and what only wants a second look. */
import type { FieldFault } from '../problem';
import { DAY } from '../time';
import { timeAt } from '../calendar';
import type { SessionEdit } from './staff-wire';

/** A session's times in milliseconds. */
export interface SessionTimes {
  opensAt: number;
  closesAt: number;
  cancelUntil: number;
  startsAt: number;
  endsAt: number;
}

export const sessionTimesOf = (session: Pick<SessionEdit, keyof SessionTimes>): SessionTimes => ({
  opensAt: Date.parse(session.opensAt),
  closesAt: Date.parse(session.closesAt),
  cancelUntil: Date.parse(session.cancelUntil),
  startsAt: Date.parse(session.startsAt),
  endsAt: Date.parse(session.endsAt),
});

const fault = (field: string, code: string): FieldFault => ({ pointer: `/${field}`, code });

/**
 * Faults: times that contradict each other, a session that is over. Codes are those of `fieldFaults`.
 *
 * @param isNew one that is already there may lie in the past: its name is still corrected
 */
export function sessionFaults(times: SessionTimes, { now, isNew }: { now: number; isNew: boolean }): FieldFault[] {
  const { opensAt, closesAt, cancelUntil, startsAt, endsAt } = times;
  return [
    ...(endsAt <= startsAt ? [fault('endsAt', 'order')] : []),
    ...(endsAt - startsAt > 31 * DAY ? [fault('endsAt', 'value')] : []),
    ...(closesAt <= opensAt ? [fault('closesAt', 'order')] : []),
    ...(closesAt > endsAt ? [fault('closesAt', 'order')] : []),
    ...(cancelUntil > endsAt ? [fault('cancelUntil', 'order')] : []),
    ...(isNew && startsAt <= now ? [fault('startsAt', 'past')] : []),
  ];
}

/** The hour of the day in Chongqing. */
const hourOf = (ms: number): number => Number(timeAt(ms).slice(0, 2));

/** What is allowed and seldom meant. */
export function sessionWarnings(
  times: SessionTimes,
  { now, capacity }: { now: number; capacity: number },
): FieldFault[] {
  const { closesAt, cancelUntil, startsAt, endsAt } = times;
  return [
    ...(hourOf(startsAt) < 6 || hourOf(startsAt) >= 22 ? [fault('startsAt', 'night')] : []),
    ...(startsAt > now && startsAt - now < DAY ? [fault('startsAt', 'soon')] : []),
    ...(startsAt - now > 366 * DAY ? [fault('startsAt', 'far')] : []),
    ...(endsAt - startsAt > DAY ? [fault('endsAt', 'long')] : []),
    ...(closesAt > startsAt ? [fault('closesAt', 'after-start')] : []),
    ...(cancelUntil < closesAt - 7 * DAY ? [fault('cancelUntil', 'early')] : []),
    ...(capacity > 2000 ? [fault('capacity', 'many')] : []),
  ];
}
