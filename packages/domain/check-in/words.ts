/** What comes of a check-in, in Chinese that is read at arm's length. */
import type { CheckInOutcome } from './wire';

export const checkInOutcomeLabels: Record<CheckInOutcome, string> = {
  'checked-in': '请进',
  already: '已经用过',
  'wrong-session': '不是这一场',
  'wrong-day': '不是今天',
  waitlist: '候补中，没有名额',
  cancelled: '已取消',
  'session-cancelled': '这一场已取消',
  unknown: '查不到这个凭证',
};
