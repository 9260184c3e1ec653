/** Words and tone for a verdict, readable at arm's length. */
import { timeAt } from '@yugong/domain/calendar';
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

export const personLabel = ({ name, phoneTail }: RosterPerson): string =>
  phoneTail ? `${name}，尾号 ${phoneTail}` : name;

/** @param keptAt when the roster was fetched, in milliseconds, for a pass that it doesn't know */
export function describeVerdict(verdict: CheckInVerdict, keptAt: number | null): VerdictText {
  switch (verdict.kind) {
    case 'come-in':
      return { tone: 'good', title: '请进', detail: personLabel(verdict.person) };
    case 'already':
      return {
        tone: 'warn',
        title: '已经用过',
        detail: `${personLabel(verdict.person)}，${timeAt(Date.parse(verdict.at))} 进的`,
      };
    case 'waiting':
      return { tone: 'bad', title: '还在候补，没有名额', detail: personLabel(verdict.person) };
    case 'cancelled':
      return { tone: 'bad', title: '已经取消', detail: personLabel(verdict.person) };
    case 'wrong-day':
      return {
        tone: 'bad',
        title: '不是今天',
        detail: `是${formatTime(verdict.other.startsAt)}，${verdict.other.place}`,
      };
    case 'wrong-session':
      return {
        tone: 'bad',
        title: '不是这一场',
        detail: `是${formatTime(verdict.other.startsAt)}，${verdict.other.place}`,
      };
    case 'no-pass':
      return { tone: 'bad', title: '不是报名凭证', detail: '请她打开“我的报名”里的凭证' };
    case 'unknown':
      return {
        tone: 'bad',
        title: '名单里没有',
        detail: keptAt === null ? '还没有名单' : `名单是${formatTime(keptAt)} 存的，之后报名的要有网络才查得到`,
      };
  }
}
