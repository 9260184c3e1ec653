/** A verdict in words that are read at arm's length, and its tone. */
import { timeAt } from '@yugong/domain/calendar';
import type { Tone } from '../../parts/mark';
import { sayTime } from '../../parts/when';
import type { Guest, Verdict } from './register';

export interface SaidVerdict {
  tone: Tone;
  /** The first line: may they come in? */
  title: string;
  /** Who, or why not. */
  detail: string;
}

export const sayGuest = ({ name, phoneTail }: Guest): string => (phoneTail ? `${name}，尾号 ${phoneTail}` : name);

/** @param keptAt when the roster was fetched, for somebody who isn't on it */
export function sayVerdict(verdict: Verdict, keptAt: number | null): SaidVerdict {
  switch (verdict.kind) {
    case 'come-in':
      return { tone: 'good', title: '请进', detail: sayGuest(verdict.guest) };
    case 'already':
      return {
        tone: 'warn',
        title: '已经用过',
        detail: `${sayGuest(verdict.guest)}，${timeAt(Date.parse(verdict.at))} 进的`,
      };
    case 'waiting':
      return { tone: 'bad', title: '还在候补，没有名额', detail: sayGuest(verdict.guest) };
    case 'cancelled':
      return { tone: 'bad', title: '已经取消', detail: sayGuest(verdict.guest) };
    case 'wrong-day':
      return { tone: 'bad', title: '不是今天', detail: `是${sayTime(verdict.other.startsAt)}，${verdict.other.place}` };
    case 'wrong-session':
      return {
        tone: 'bad',
        title: '不是这一场',
        detail: `是${sayTime(verdict.other.startsAt)}，${verdict.other.place}`,
      };
    case 'no-pass':
      return { tone: 'bad', title: '不是报名凭证', detail: '请她打开“我的报名”里的凭证' };
    case 'unknown':
      return {
        tone: 'bad',
        title: '名单里没有',
        detail: keptAt === null ? '还没有名单' : `名单是${sayTime(keptAt)} 存的，之后报名的要有网络才查得到`,
      };
  }
}
