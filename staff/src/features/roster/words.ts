/** States of a registration as staff say them. */
import type { RosterRow } from '@yugong/domain/roster/wire';
import type { Tone } from '../../parts/mark';

export const statusWords: Record<RosterRow['status'], { said: string; tone: Tone }> = {
  booked: { said: '报上了', tone: 'good' },
  waitlist: { said: '候补', tone: 'warn' },
  'checked-in': { said: '到了', tone: 'good' },
  fulfilled: { said: '做完了', tone: 'good' },
  noshow: { said: '没来', tone: 'bad' },
  cancelled: { said: '取消了', tone: 'quiet' },
};
