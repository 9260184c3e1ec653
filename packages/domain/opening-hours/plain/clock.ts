/** Spans of the clock as people say them: 上午9点到下午5点半, 22:00-次日6:00, 早8晚8. */
import { MINUTES_A_DAY } from '../days';
import { sayMinutes } from '../say';
import { Unclear } from './unclear';

/** Minutes from the midnight of the day that it begins on; `to` may lie beyond 1440. */
export interface ClockSpan {
  from: number;
  to: number;
  /** The words that it was read from, for messages. */
  text: string;
  /** A part of the day was named with its beginning, so that 下午2:00 is no riddle. */
  hasDaypart: boolean;
}

const DAYPART =
  '凌晨|午夜|半夜|清晨|早晨|早上|早间|早|上午|午前|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|晚|夜|am|pm';
const HOUR = '(\\d{1,2})(?::(\\d{2})(?::00)?[点时分]?|[点时](半|一刻|三刻|整|(\\d{1,2})分?)?钟?)?(am|pm)?';
const NEXT_DAY = '(次日|第二天|翌日|隔天|隔日|转天|当日|当天)?的?';

/** A span, with its beginning and end; sticky, for the lexer. */
export const SPAN = new RegExp(
  `(${DAYPART})?:?${HOUR}(?:(?:开门|开馆|开放|营业|起)?-|(?:开门|开馆|开放|营业),?)${NEXT_DAY}(${DAYPART})?:?${HOUR}(?:关门|闭馆|打烊|关闭|结束|止)?`,
  'y',
);
/** An end alone, beside hours said before: 周末延长至22:00, 周五营业到次日2:00, （周五、周六至23:00）. */
export const UNTIL = new RegExp(
  `(?:(?:营业|开放|服务|延长|延时|延迟)(?:时间)?(?:营业|开放|服务)?|(?<=周[一二三四五六日]|周末|节假日|双休日))-${NEXT_DAY}(${DAYPART})?:?${HOUR}(?:关门|闭馆|打烊|结束|止)?`,
  'y',
);
/** 0900-1800. */
export const COMPACT_SPAN = /([01]\d|2[0-4])([0-5]\d)-([01]\d|2[0-4])([0-5]\d)(?![\d年])/y;
/** The whole day, however it is said. */
export const WHOLE_DAY =
  /(?:全天候?|全日|昼夜)?(?:7[*x×])?24(?:小时|h)(?:制|不间断|不打烊|不停歇)?(?:全天候?)?|全天候?|全日|昼夜/y;

export const wholeDay = (text: string): ClockSpan => ({ from: 0, to: MINUTES_A_DAY, text, hasDaypart: true });

interface Clock {
  daypart: string | undefined;
  hour: number;
  minute: number;
}

/** Reads a match of {@link SPAN}. @throws Unclear where it could mean two spans */
export function clockSpanOf(match: RegExpExecArray): ClockSpan {
  const [text, part, hour, minute, tail, minutes, suffix] = match;
  const [nextDay, toPart, toHour, toMinute, toTail, toMinutes, toSuffix] = match.slice(7);
  const from = clockOf(text, suffix ?? part, hour, minute ?? minutes, tail);
  const to = clockOf(text, toSuffix ?? toPart, toHour, toMinute ?? toMinutes, toTail);
  return resolve(text, from, to, nextDay !== undefined && !nextDay.startsWith('当'));
}

/** Gives an end of its own to the hours of other days. @throws Unclear where it could mean two */
export function spanUntil(match: RegExpExecArray, from: number): ClockSpan {
  const [text, nextDay, part, hour, minute, tail, minutes, suffix] = match;
  const start = { daypart: undefined, hour: Math.floor(from / 60), minute: from % 60 };
  const end = clockOf(text, suffix ?? part, hour, minute ?? minutes, tail);
  return resolve(text, start, end, nextDay !== undefined && !nextDay.startsWith('当'));
}

/** Reads a match of {@link COMPACT_SPAN}. */
export function compactSpanOf([text, hour, minute, toHour, toMinute]: RegExpExecArray): ClockSpan {
  return resolve(text, clockOf(text, undefined, hour, minute), clockOf(text, undefined, toHour, toMinute), false);
}

function clockOf(
  text: string,
  daypart: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  tail?: string,
): Clock {
  const minutes = tail === '半' ? 30 : tail === '一刻' ? 15 : tail === '三刻' ? 45 : Number(minute ?? 0);
  const clock = { daypart, hour: Number(hour), minute: minutes };
  if (clock.hour > 24 || minutes > 59 || clock.hour * 60 + minutes > MINUTES_A_DAY)
    throw new Unclear(`「${text}」里有不存在的时刻`);
  return clock;
}

function resolve(text: string, start: Clock, end: Clock, isNextDay: boolean): ClockSpan {
  const hasDaypart = start.daypart !== undefined;
  const from = minutesOf(start, start.daypart);
  if (from >= MINUTES_A_DAY)
    throw new Unclear(`「${text}」从半夜开始，看不出算哪一天`, '写成 0:00 开始，例如 0:00-6:00');
  const to = closing(
    minutesOf(end, end.daypart ?? (isNextDay ? undefined : inherited(start, end))),
    end,
    isNextDay ? null : from,
  );
  if (to === from && !isNextDay) throw new Unclear(`「${text}」开始和结束一样`);
  if (isNextDay) {
    const end = to < MINUTES_A_DAY ? to + MINUTES_A_DAY : to;
    if (end - from > MINUTES_A_DAY) throw new Unclear(`「${text}」超过了 24 小时`);
    return { from, to: end, text, hasDaypart };
  }
  checkAfternoon(text, start, from, to);
  checkSmallHours(text, end, from);
  if (to > from) return { from, to, text, hasDaypart };
  return { from, to: overnight(text, from, to, end), text, hasDaypart };
}

/** 下午2-5点 has both in the afternoon, 中午12点到2点 ends in it; 上午9:00-5:00 says nothing of its end. */
function inherited({ daypart = '', hour }: Clock, end: Clock): string | undefined {
  if (/中午|正午|午间/.test(daypart) && end.hour < 10) return '下午';
  return /下午|午后|傍晚|晚|夜|pm/.test(daypart) && end.hour > hour ? daypart : undefined;
}

/** Who closes at 23:59 does not close for a minute, and 0:00 or 0:30 as an end is rather that of the next day. */
function closing(minutes: number, { hour, daypart }: Clock, from: number | null): number {
  if (minutes === MINUTES_A_DAY - 1) return MINUTES_A_DAY;
  const isMidnight = hour === 0 && daypart === undefined && from !== null && minutes <= from;
  return isMidnight ? minutes + MINUTES_A_DAY : minutes;
}

function minutesOf({ hour, minute }: Clock, daypart = ''): number {
  const minutes = hour * 60 + minute;
  if (/午夜|半夜/.test(daypart)) return hour === 12 ? MINUTES_A_DAY : hour < 6 ? minutes + MINUTES_A_DAY : minutes;
  if (/凌晨/.test(daypart)) return hour === 12 ? minutes - 12 * 60 : minutes;
  if (/晚|夜/.test(daypart)) {
    // 晚上12点 is midnight, 晚上1点 the hour after it.
    if (hour === 12) return minutes + 12 * 60;
    return hour < 5 ? minutes + MINUTES_A_DAY : hour < 12 ? minutes + 12 * 60 : minutes;
  }
  if (/下午|午后|傍晚|pm/.test(daypart)) return hour < 12 ? minutes + 12 * 60 : minutes;
  if (/中午|正午|午间/.test(daypart)) return hour < 10 ? minutes + 12 * 60 : minutes;
  return daypart === 'am' && hour === 12 ? minute : minutes;
}

/** A beginning at 1:00 to 4:59, and an end before the evening, is rather meant after noon. */
function checkAfternoon(text: string, start: Clock, from: number, to: number): void {
  if (start.daypart !== undefined || from < 60 || from >= 6 * 60) return;
  const isEarly = from < 5 * 60 || to <= 9 * 60;
  if (isEarly) throw askAfternoon(text, from);
}

/** 早10点到晚4点 and 到晚上4点 may end in the afternoon as well as before dawn; 下午5点到晚上2点 is a night. */
function checkSmallHours(text: string, end: Clock, from: number): void {
  if (!/晚|夜/.test(end.daypart ?? '') || /[午半深]夜/.test(end.daypart ?? '') || end.hour === 0 || end.hour >= 5)
    return;
  if (end.hour < 4 && from >= MINUTES_A_DAY / 2) return;
  const clock = end.hour * 60 + end.minute;
  throw new Unclear(
    `「${text}」：下午 ${sayMinutes(clock)} 吗，还是次日？`,
    `当天写 ${sayMinutes(clock + MINUTES_A_DAY / 2)}，过夜写「次日${sayMinutes(clock)}」`,
  );
}

/** The question that a clerk answers by writing 14:00 or 凌晨2:00. */
export const askAfternoon = (text: string, from: number): Unclear =>
  new Unclear(
    `「${text}」：下午 ${sayMinutes(from)} 吗？`,
    `下午写 ${sayMinutes(from + MINUTES_A_DAY / 2)}，凌晨写「凌晨${sayMinutes(from)}」`,
  );

/** 22:00-6:00 is a night; 9:00-5:30 is rather a working day, and 18:00-9:00 a slip. */
function overnight(text: string, from: number, to: number, { daypart, hour }: Clock): number {
  const length = to + MINUTES_A_DAY - from;
  if (/凌晨|清晨|早/.test(daypart ?? '') && length <= 18 * 60) return to + MINUTES_A_DAY;
  if (daypart === undefined && from >= 17 * 60 && to <= 8 * 60 && length <= 14 * 60) return to + MINUTES_A_DAY;
  if (daypart === undefined && hour < 12 && to + MINUTES_A_DAY / 2 > from)
    throw new Unclear(
      `「${text}」：${to < 6 * 60 ? '下午' : '晚上'} ${sayMinutes(to)} 吗，还是次日？`,
      `当天写 ${sayMinutes(to + MINUTES_A_DAY / 2)}，过夜写「次日${sayMinutes(to)}」`,
    );
  throw new Unclear(
    `「${text}」的结束早于开始，是次日 ${sayMinutes(to)} 吗？`,
    `过夜写「次日${sayMinutes(to)}」，不然把开始和结束对调`,
  );
}
