/** Words and tone for a verdict, readable at arm's length. */
import { timeAt } from '@yugong/domain/calendar';
import { checkInOutcomeLabels } from '@yugong/domain/check-in/words';
import { saySignedUpBy } from '@yugong/domain/registration/family';
import type { StatusTone } from '../../parts/status-tag';
import { formatTime } from '../../parts/time';
import type { RosterPerson, CheckInVerdict } from './roster-index';

export interface VerdictText {
  tone: StatusTone;
  /** The first line says whether they may come in. */
  title: string;
  /** The second line says who it is, or why they may not. */
  detail: string;
}

export const personLabel = ({
  name,
  phoneTail,
  signedUpBy = null,
}: Pick<RosterPerson, 'name' | 'phoneTail'> & Partial<Pick<RosterPerson, 'signedUpBy'>>): string =>
  [name, phoneTail && `尾号 ${phoneTail}`, signedUpBy && saySignedUpBy(signedUpBy)].filter(Boolean).join('，');

/** @param keptAt when the roster was fetched, in milliseconds, for a pass that it doesn't know */
export function describeVerdict(verdict: CheckInVerdict, keptAt: number | null): VerdictText {
  switch (verdict.kind) {
    case 'come-in':
      return { tone: 'good', title: checkInOutcomeLabels['checked-in'], detail: personLabel(verdict.person) };
    case 'already':
      return {
        tone: 'warn',
        title: checkInOutcomeLabels.already,
        detail: `${personLabel(verdict.person)}，${timeAt(Date.parse(verdict.at))} 已签到`,
      };
    case 'waiting':
      return { tone: 'bad', title: checkInOutcomeLabels.waitlist, detail: personLabel(verdict.person) };
    case 'cancelled':
      return { tone: 'bad', title: checkInOutcomeLabels.cancelled, detail: personLabel(verdict.person) };
    case 'wrong-day':
      return {
        tone: 'bad',
        title: checkInOutcomeLabels['wrong-day'],
        detail: `是${formatTime(verdict.other.startsAt)}，${verdict.other.place}`,
      };
    case 'wrong-session':
      return {
        tone: 'bad',
        title: checkInOutcomeLabels['wrong-session'],
        detail: `是${formatTime(verdict.other.startsAt)}，${verdict.other.place}`,
      };
    case 'no-pass':
      return { tone: 'bad', title: '不是报名凭证', detail: '请本人打开“我的报名”中的凭证' };
    case 'unknown':
      return {
        tone: 'bad',
        title: '名单中没有',
        detail: keptAt === null ? '暂无名单' : `名单更新于${formatTime(keptAt)}，之后报名的需要联网查询`,
      };
  }
}
