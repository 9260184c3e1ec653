/** What of notices only their own page says. */
import { sayInstant } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import type { NoticeWire } from '@yugong/domain/notice/wire';

/**
 * What an offer asks for, or that it is too late.
 *
 * @param now milliseconds since the epoch
 * @returns null for anything but an offer, and for an offer whose time has not begun
 */
export function sayDeadline(
  { kind, deadline }: Pick<NoticeWire, 'kind' | 'deadline'>,
  { now, today }: { now: number; today: Day },
): string | null {
  if (kind !== 'offered' || deadline === null) return null;
  const until = sayInstant(deadline, today);
  return Date.parse(deadline) > now ? `请在${until} 前确认` : `确认期限${until} 已过`;
}
