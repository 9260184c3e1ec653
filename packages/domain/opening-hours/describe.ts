/** Rules said back in Chinese, for the clerk who wrote them: the same grammar reads the sentence again. */
import { datesOfDay, daysOfMonth, OPEN_YEAR, type WrittenRule } from './compile';
import { coveredDays } from './dates';
import { MINUTES_A_DAY } from './days';
import { sayMinutes } from './say';
import { replaces } from './segments';
import { EVERY_WEEKDAY, HOLIDAY, type DateRange, type NthWeekday, type WeekRange } from './types';

const DAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/**
 * Says hours back as a sentence without any latitude.
 *
 * @example describeHours([{ d: 31, t: [540, 720, 840, 1080] }, { d: 128, m: 'off' }])
 * // '周一至周五 9:00–12:00、14:00–18:00；节假日不开'
 */
export function describeHours(rules: readonly WrittenRule[]): string {
  return rules.map((rule, at) => describeRule(rule, rules.slice(0, at))).join('；');
}

function describeRule(rule: WrittenRule, before: readonly WrittenRule[]): string {
  const times = rule.t ? describeTimes(rule.t) : rule.m === undefined ? '24 小时' : '';
  const meaning = rule.m === 'off' ? '不开' : rule.m === 'unknown' ? '不确定' : '';
  const comment = rule.comment === undefined ? '' : `（注：${rule.comment.replace(/[()（）]/g, ' ').trim()}）`;
  const days = describeDays(rule);
  if (rule.j === '||') {
    const isPlain = !rule.d && !rule.n && !rule.r && !rule.w;
    return `其余时间里${isPlain ? '' : days}${spaced(times)}${times ? spaced(meaning) : meaning}${comment}`;
  }
  return `${days}${bondOf(rule, before)}${spaced(times)}${times ? spaced(meaning) : meaning}${comment}`;
}

const spaced = (text: string): string => (text === '' ? '' : ` ${text}`);

/** 改为 where the rule takes the place of one before it, 另加 where it adds to them. */
function bondOf(rule: WrittenRule, before: readonly WrittenRule[]): string {
  if (before.length === 0 || rule.m === 'off') return '';
  const isReplacing = replaces(rule, before[before.length - 1]);
  if (!isReplacing) return '另加';
  return before.some((one) => mayOverlap(one, rule)) ? '改为' : '';
}

/** Certainly apart are only dates apart, and different weekdays that no holiday falls on. */
function mayOverlap(one: WrittenRule, other: WrittenRule): boolean {
  if (one.r && other.r) {
    const dates = coveredDays(other.r);
    if (![...coveredDays(one.r)].some((date) => dates.has(date))) return false;
  }
  const [days, others] = [one.d ?? EVERY_WEEKDAY, other.d ?? EVERY_WEEKDAY];
  if (one.n || other.n || one.h || other.h || (days | others) & HOLIDAY) return true;
  return (days & others) !== 0;
}

function describeDays({ d = 0, h, n = [], r = [], w = [] }: WrittenRule): string {
  const monthly = monthlyDays(r);
  const dates = [
    ...(monthly.length > 0 ? [`每月${monthly.map((day) => `${day}日`).join('、')}`] : r.map(describeDates)),
    ...w.map(describeWeeks),
  ].join('、');
  const weekdays = d & EVERY_WEEKDAY;
  const isNamed = weekdays !== 0 || n.length > 0 || (d & HOLIDAY) !== 0;
  const parts = [
    ...(weekdays === EVERY_WEEKDAY ? ['每天'] : weekdays !== 0 ? [describeWeekdays(weekdays)] : []),
    ...n.map(describeNth),
  ];
  const holiday = (d & HOLIDAY) === 0 ? [] : ['节假日'];
  const named =
    weekdays === EVERY_WEEKDAY && holiday.length > 0 ? '每天（含节假日）' : [...parts, ...holiday].join('及');
  const isSingleDays =
    r.length > 0 && w.length === 0 && r.every(([from, to, year, toYear]) => from === to && year === toYear);
  return `${dates}${h ? '节假日中的' : ''}${isNamed ? named : isSingleDays ? '' : '每天'}`;
}

/** The days that dates name in every month that has them, where they name nothing else: 每月1日. */
function monthlyDays(dates: readonly DateRange[]): number[] {
  const days = [...new Set(dates.map(([from]) => from % 100))].sort((a, b) => a - b);
  const isSingle = dates.every(([from, to, year]) => from === to && year === undefined);
  const count = days.flatMap(datesOfDay).length;
  return isSingle && days.length > 0 && count === new Set(dates.map(([from]) => from)).size ? days : [];
}

/** 周一至周五、周日. */
function describeWeekdays(days: number): string {
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    if (!(days & (1 << day))) continue;
    let last = day;
    while (last < 6 && days & (1 << (last + 1))) last++;
    if (last - day >= 2) parts.push(`${DAY_NAMES[day]}至${DAY_NAMES[last]}`);
    else parts.push(...DAY_NAMES.slice(day, last + 1));
    day = last;
  }
  return parts.join('、');
}

function describeNth([weekday, nth, daysAfter = 0]: NthWeekday): string {
  const which = nth > 0 ? `第${nth}个` : `倒数第${-nth}个`;
  const offset = daysAfter === 0 ? '' : `${daysAfter > 0 ? '后' : '前'}${Math.abs(daysAfter)}天`;
  return `每月${which}${DAY_NAMES[weekday]}${offset}`;
}

const describeWeeks = ([from, to, step = 1]: WeekRange): string =>
  `第${from === to ? from : `${from}至${to}`}周${step === 1 ? '' : `每${step}周`}`;

function describeDates([from, to, fromYear, toYear]: DateRange): string {
  if (toYear === OPEN_YEAR) return `${describeDate(from, fromYear)}起`;
  const isWholeMonths = from % 100 === 1 && to % 100 === daysOfMonth(Math.floor(to / 100)) && fromYear === undefined;
  if (isWholeMonths) {
    const [month, lastMonth] = [Math.floor(from / 100), Math.floor(to / 100)];
    return month === lastMonth ? `${month}月` : `${month}月至${lastMonth < month ? '次年' : ''}${lastMonth}月`;
  }
  if (from === to && fromYear === toYear) return describeDate(from, fromYear);
  const isNextYear = fromYear === undefined && to < from;
  return `${describeDate(from, fromYear)}至${isNextYear ? '次年' : ''}${describeDate(to, toYear)}`;
}

const describeDate = (monthDay: number, year: number | undefined): string =>
  `${year === undefined ? '' : `${year}年`}${Math.floor(monthDay / 100)}月${monthDay % 100}日`;

function describeTimes(times: readonly number[]): string {
  const spans: [number, number][] = [];
  for (let at = 0; at < times.length; at += 2) spans.push([times[at] ?? 0, times[at + 1] ?? 0]);
  spans.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1] && Math.max(last[1], to) - last[0] <= MINUTES_A_DAY) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged.map(describeSpan).join('、');
}

/** The small hours are named as such, so that nobody takes 2:00 for the afternoon. */
function describeSpan([from, to]: [number, number]): string {
  if (from === 0 && to === MINUTES_A_DAY) return '24 小时';
  const isSmall = from > 0 && from < 6 * 60;
  return `${isSmall ? '凌晨' : ''}${sayMinutes(from)}–${sayMinutes(to)}`;
}
