/** States of a registration as staff say them. */
import type { RosterRow } from '@yugong/domain/roster/wire';
import type { StatusLabel } from '../../parts/status-tag';

export const registrationStatusLabels: Record<RosterRow['status'], StatusLabel> = {
  booked: { label: '报上了', tone: 'good' },
  waitlist: { label: '候补', tone: 'warn' },
  'checked-in': { label: '到了', tone: 'good' },
  fulfilled: { label: '做完了', tone: 'good' },
  noshow: { label: '没来', tone: 'bad' },
  cancelled: { label: '取消了', tone: 'quiet' },
};
