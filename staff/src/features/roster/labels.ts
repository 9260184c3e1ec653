/** Tones for a registration's status. The words are the domain's. */
import type { RosterRow } from '@yugong/domain/roster/wire';
import type { StatusTone } from '../../parts/status-tag';

export const registrationStatusTones: Record<RosterRow['status'], StatusTone> = {
  booked: 'good',
  waitlist: 'warn',
  'checked-in': 'good',
  fulfilled: 'good',
  noshow: 'bad',
  cancelled: 'quiet',
};
