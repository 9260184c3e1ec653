/**
 * Clauses as rules in the order of OpenStreetMap's syntax, where a later rule replaces an earlier one on its days.
 *
 * People put what is special anywhere; here it comes behind what is general: the week, then seasons, then closed weekdays, then
 * holidays. Clauses that say how they stand to those before (改为, 另加) are left in their order.
 */
import type { WrittenRule } from '../compile';
import { coveredDays } from '../dates';
import { MINUTES_A_DAY } from '../days';
import { sayMinutes } from '../say';
import { EVERY_WEEKDAY, HOLIDAY, type DateRange } from '../types';
import { isWithinClause, namesDays, nowhere, type Clause } from './clauses';
import type { ClockSpan } from './clock';
import { Unclear } from './unclear';

export interface RuleSet {
  rules: WrittenRule[];
  /** What was taken in a way that the clerk should look at. */
  warnings: string[];
}

/** The open hours of some days. */
interface Plan {
  clause: Clause;
  /** Weekdays as bits. */
  days: number;
  isHoliday: boolean;
  /** Days were named, and not only dates. */
  isExplicit: boolean;
  times: number[];
  /** Its hours come to those of the plans before: 周一至周五上午…，周二下午…. */
  isAdded: boolean;
}

const WEEKEND = 0b1100000;
const DAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** @throws Unclear where clauses contradict each other or leave a question */
export function rulesOf(clauses: readonly Clause[]): RuleSet {
  const settled = resolveSeasons(clauses).flatMap(withNightBreaks);
  if (!settled.some(({ meaning }) => meaning === 'open' || meaning === 'unknown')) throw new Unclear('没有写几点开');
  if (settled.some(({ bond }) => bond !== null)) return { rules: inOrder(settled), warnings: [] };
  return new Arrangement(settled).ruleSet();
}

/** A break after midnight lies on the next day: 20:00-次日6:00（凌晨2:00-3:00休息）. */
function withNightBreaks(clause: Clause): Clause[] {
  const isNight = (pause: ClockSpan): boolean => clause.spans.some((span) => isAfterMidnight(pause, span));
  const nights = clause.breaks.filter(isNight);
  if (nights.length === 0) return [clause];
  if (isDated(clause) || weekdaysOf(clause) !== EVERY_WEEKDAY)
    throw new Unclear(`「${clause.text}」：半夜的休息算哪一天？`);
  const pauses: Clause = {
    ...clause,
    when: nowhere(),
    except: null,
    spans: nights,
    breaks: [],
    meaning: 'off',
    comment: null,
  };
  return [{ ...clause, breaks: clause.breaks.filter((pause) => !isNight(pause)) }, pauses];
}

/** Does the break lie within the part of the hours that is past midnight, and only there? */
const isAfterMidnight = (pause: ClockSpan, span: ClockSpan): boolean =>
  pause.from < span.from && span.to >= pause.to + MINUTES_A_DAY && pause.to <= span.from;

/** 夏季（5月至9月）… 冬季…: the other season is the rest of the year. */
function resolveSeasons(clauses: readonly Clause[]): Clause[] {
  const seasons = clauses.filter(({ when }) => when.season !== null);
  return clauses.map((clause) => {
    const { when } = clause;
    if (when.season === null || when.dates.length > 0) return clause;
    const others = seasons.filter((one) => one.when.season !== when.season);
    if (/[夏冬]/.test(when.season) && others.length > 0 && others.every((one) => one.when.dates.length > 0))
      return { ...clause, when: { ...when, isRest: when.days === 0 } };
    throw new Unclear(`「${when.season}」是几月到几月？`, `例如 ${when.season}（6月1日至9月30日）9:00-20:00`);
  });
}

function inOrder(clauses: readonly Clause[]): WrittenRule[] {
  const rules: WrittenRule[] = [];
  let isClosedOnHolidays = false;
  for (const clause of clauses) {
    const { when, except, bond, meaning, comment } = clause;
    if (meaning === 'usual') throw new Unclear(`看不出「${clause.text}」照哪一条`);
    const rule: WrittenRule = daysRule(clause, weekdaysOf(clause), (when.days & HOLIDAY) !== 0);
    const times = timesOf(clause);
    if (times.length > 0) rule.t = times;
    if (meaning !== 'open') rule.m = meaning;
    if (bond === 'besides') rule.j = ',';
    if (bond === 'fallback') rule.j = '||';
    if (bond === 'fallback' && !namesDays(when)) delete rule.d;
    if (comment !== null) rule.comment = comment;
    rules.push(rule);
    isClosedOnHolidays ||= when.isOfficial || ((except?.days ?? 0) & HOLIDAY) !== 0;
  }
  return isClosedOnHolidays ? [...rules, { d: HOLIDAY, m: 'off' }] : rules;
}

/** The weekdays that a clause is of: every day where it names none, without its exceptions. */
function weekdaysOf({ when, except, text }: Clause): number {
  const named = when.days & EVERY_WEEKDAY;
  const isOther = (when.days & HOLIDAY) !== 0 || when.nth.length > 0;
  const days = (named === 0 && !isOther ? EVERY_WEEKDAY : named) & ~((except?.days ?? 0) & EVERY_WEEKDAY);
  if (days === 0 && !isOther) throw new Unclear(`「${text}」：写到的日子都被排除了`);
  return days;
}

function daysRule({ when }: Clause, days: number, isHoliday: boolean): WrittenRule {
  const { nth, dates, weeks, isHolidayOnly } = when;
  const d = days | (isHoliday ? HOLIDAY : 0);
  // Dates alone are every day of theirs.
  const isPlain = d === EVERY_WEEKDAY && (when.days & EVERY_WEEKDAY) === 0 && dates.length > 0;
  return {
    ...(d !== 0 && !isPlain && { d }),
    ...(nth.length > 0 && { n: nth }),
    ...(isHolidayOnly && { h: 1 as const }),
    ...(dates.length > 0 && { r: dates }),
    ...(weeks.length > 0 && { w: weeks }),
  };
}

/** The spans without the breaks, those that touch joined. */
function timesOf({ spans, breaks }: Clause): number[] {
  const rest = breaks.reduce<ClockSpan[]>((open, pause) => cut(open, pause), [...spans]);
  return joined(rest);
}

/** @throws Unclear where the break is neither within the hours nor between them */
function cut(spans: readonly ClockSpan[], pause: ClockSpan): ClockSpan[] {
  if (spans.every(({ from, to }) => pause.to <= from || pause.from >= to)) {
    const isGap = spans.some(({ to }) => to <= pause.from) && spans.some(({ from }) => from >= pause.to);
    if (!isGap) throw new Unclear(`休息时间「${pause.text}」不在开放时间里`);
    return [...spans];
  }
  return spans.flatMap((span) => {
    if (pause.to <= span.from || pause.from >= span.to) return [span];
    if (pause.from < span.from || pause.to > span.to)
      throw new Unclear(`休息时间「${pause.text}」和开放时间「${span.text}」对不上`);
    return [
      { ...span, to: pause.from },
      { ...span, from: pause.to },
    ].filter(({ from, to }) => to > from);
  });
}

function joined(spans: readonly ClockSpan[]): number[] {
  const times: number[] = [];
  for (const { from, to } of spans) {
    if (times.length > 0 && times[times.length - 1] === from) times[times.length - 1] = to;
    else times.push(from, to);
  }
  return times;
}

/** Puts clauses that leave their order open into the order of the syntax. */
class Arrangement {
  private readonly warnings: string[] = [];
  private readonly plans: Plan[];
  private readonly closings: Clause[];
  private readonly pauses: Clause[];
  private readonly unknowns: Clause[];
  private readonly usuals: Clause[];

  constructor(private readonly clauses: readonly Clause[]) {
    const of = (meaning: Clause['meaning']) => clauses.filter((one) => one.meaning === meaning);
    this.closings = of('off').filter(({ spans, when }) => spans.length === 0 && !when.isRest);
    this.pauses = of('off').filter(({ spans }) => spans.length > 0);
    this.unknowns = of('unknown');
    this.usuals = of('usual').filter(({ when }) => namesDays(when));
    const plans = of('open').map((clause) => this.planOf(clause));
    this.plans = this.withoutConflicts(this.withUsualWeekdays(plans));
  }

  ruleSet(): RuleSet {
    const leftPauses = this.pauses.filter((pause) => !this.absorb(pause));
    const closedDays = this.closings.reduce(
      (days, one) => (isDated(one) ? days : days | (one.when.days & EVERY_WEEKDAY)),
      0,
    );
    const holiday = this.holidayRules(closedDays);
    const rules = [
      ...this.weekRules(closedDays),
      ...this.unknowns.filter((one) => isDated(one) || one.when.days !== HOLIDAY).map(unknownRule),
      ...leftPauses.filter(({ isHalfDay }) => isHalfDay).flatMap((pause) => this.halfDayRules(pause)),
      ...this.closedWeekdays(closedDays),
      ...holiday,
      ...this.closings
        .filter(isDated)
        .map((one): WrittenRule => ({ ...daysRule(one, weekdaysOf(one), false), m: 'off' })),
      ...this.exceptedDates(),
      ...(this.isClosedOnHolidays() ? [{ d: HOLIDAY, m: 'off' as const }] : []),
      ...leftPauses.filter(({ isHalfDay }) => !isHalfDay).flatMap((pause) => this.pauseRules(pause)),
    ];
    return { rules, warnings: this.warnings };
  }

  private planOf(clause: Clause): Plan {
    const { when } = clause;
    const days = when.isRest ? this.restOf(clause) : weekdaysOf(clause);
    return {
      clause,
      days,
      isHoliday: (when.days & HOLIDAY) !== 0,
      isExplicit: (when.days & EVERY_WEEKDAY) !== 0 || when.nth.length > 0 || clause.except !== null,
      times: timesOf(clause),
      isAdded: false,
    };
  }

  /** 其他时间: the weekdays that the others leave, or every day of the rest of the year. */
  private restOf(rest: Clause): number {
    const others = this.clauses.filter(
      ({ when, meaning }) => meaning === 'open' && !when.isRest && when.dates.length === 0,
    );
    const named = others.reduce((days, one) => days | (one.when.days & EVERY_WEEKDAY), 0);
    const left = EVERY_WEEKDAY & ~named;
    if (left === 0) throw new Unclear(`「${rest.text}」：前面已经写了每一天`);
    return left & ~((rest.except?.days ?? 0) & EVERY_WEEKDAY);
  }

  /** 周末不休: days that have the hours of the others. */
  private withUsualWeekdays(plans: readonly Plan[]): Plan[] {
    const undated = plans.filter(({ clause }) => !isDated(clause));
    const covered = undated.reduce((days, one) => days | one.days, 0);
    const extra = this.usuals.flatMap((clause): Plan[] => {
      const days = clause.when.days & EVERY_WEEKDAY & ~covered;
      if (days === 0 || clause.when.days === (EVERY_WEEKDAY | HOLIDAY)) return [];
      const [first] = undated;
      if (!first || undated.some(({ times }) => String(times) !== String(first.times)))
        throw new Unclear(`「${clause.text}」照哪一条的时间？`, '写明几点，例如 周六 10:00-16:00');
      return [
        { ...first, clause: { ...clause, when: { ...clause.when, days } }, days, isHoliday: false, isExplicit: true },
      ];
    });
    const dated = this.usuals.find(isDated);
    if (dated && this.closings.length > 0)
      throw new Unclear(`「${dated.text}」：休息的那天也开吗，几点？`, '写明几点，例如 7月至8月周一 9:00-17:00');
    if (plans.length === 0 && this.usuals.length > 0) throw new Unclear('没有写几点开');
    return [...plans, ...extra];
  }

  /** From general to special, hours of the same days joined. @throws Unclear where neither is more special */
  private withoutConflicts(plans: readonly Plan[]): Plan[] {
    const kept: Plan[] = [];
    const undated = plans.filter(({ clause }) => !isDated(clause));
    const covered = undated.reduce((days, one) => days | one.days, 0);
    for (const plan of plans) {
      const { clause } = plan;
      if (isDated(clause) && !plan.isExplicit && covered !== 0 && covered !== EVERY_WEEKDAY && !plan.isHoliday)
        throw new Unclear(
          `「${clause.text}」是每天，还是只在${sayDays(covered)}？`,
          `把哪几天写在月份后面，例如 7月至8月${sayDays(covered)} 9:00-20:00`,
        );
      const same = kept.find((one) => isSameDays(one, plan));
      if (!same) {
        if (kept.filter((one) => checkConflict(one, plan) === 'added').length > 0) plan.isAdded = true;
        kept.push(plan);
      } else if (String(same.times) !== String(plan.times)) same.times = together(same, plan);
    }
    return kept.sort((a, b) => specialty(a) - specialty(b));
  }

  private weekRules(closedDays: number): WrittenRule[] {
    return this.plans.flatMap((plan) => {
      const isSplit = plan.isHoliday && closedDays !== 0 && plan.days !== 0;
      const rule: WrittenRule = { ...daysRule(plan.clause, plan.days, plan.isHoliday && !isSplit), t: plan.times };
      if (plan.isAdded) rule.j = ',';
      const isHolidayAlone = plan.days === 0 && plan.isHoliday && !isDated(plan.clause);
      return isHolidayAlone ? [] : [withComment(rule, plan.clause)];
    });
  }

  private closedWeekdays(closedDays: number): WrittenRule[] {
    const nth = this.closings.filter((one) => !isDated(one)).flatMap(({ when }) => when.nth);
    if (closedDays === 0 && nth.length === 0) return [];
    return [{ ...(closedDays !== 0 && { d: closedDays }), ...(nth.length > 0 && { n: nth }), m: 'off' }];
  }

  /** What is said of holidays as such, and of closed weekdays that are holidays. */
  private holidayRules(closedDays: number): WrittenRule[] {
    const rules: WrittenRule[] = [];
    for (const plan of this.plans) {
      const isAlone = plan.days === 0 && !isDated(plan.clause);
      if (plan.isHoliday && (isAlone || closedDays !== 0))
        rules.push(
          withComment(
            { ...daysRule({ ...plan.clause, when: { ...plan.clause.when, days: 0 } }, 0, true), t: plan.times },
            plan.clause,
          ),
        );
    }
    rules.push(...this.unknowns.filter((one) => !isDated(one) && one.when.days === HOLIDAY).map(unknownRule));
    if (this.usuals.some(({ when }) => (when.days & HOLIDAY) !== 0)) rules.push(...this.usualHolidays(closedDays));
    for (const { when, except } of this.closings) {
      if (!except) continue;
      if (except.days !== HOLIDAY)
        throw new Unclear('休息的日子里又除去几天，看不明白', '例如 周一休息；节假日照常开放');
      rules.push(...this.openOnClosedHolidays(when.days & EVERY_WEEKDAY));
    }
    return rules;
  }

  /** 周一闭馆（节假日除外）: a Monday that is a holiday has the hours of the other days. */
  private openOnClosedHolidays(closed: number): WrittenRule[] {
    const own = this.plans.filter(({ days }) => (days & closed) !== 0);
    if (own.length > 0)
      return own.map(({ clause, days, times }) => ({ ...datesOf(clause), h: 1 as const, d: days & closed, t: times }));
    const [first] = this.plans;
    if (!first || this.plans.some(({ times, clause }) => isDated(clause) || String(times) !== String(first.times)))
      throw new Unclear(`${sayDays(closed)}是节假日的，几点开？`, '写明几点，例如 节假日 10:00-16:00');
    return [{ h: 1, d: closed, t: first.times }];
  }

  /** 节假日照常: a holiday has its weekday's hours; a museum's closed Monday is then open, a closed weekend is not. */
  private usualHolidays(closedDays: number): WrittenRule[] {
    return this.plans.flatMap(({ clause, days, isHoliday, times }) => {
      const closed = closedDays | ((clause.except?.days ?? 0) & EVERY_WEEKDAY);
      const open = (closed & ~WEEKEND) === 0 ? days & ~closed : days | closed;
      if (isHoliday || open === 0) return [];
      const rule = open === EVERY_WEEKDAY ? { d: HOLIDAY } : { h: 1 as const, d: open };
      return [{ ...datesOf(clause), ...rule, t: times }];
    });
  }

  private isClosedOnHolidays(): boolean {
    const isOpen =
      this.plans.some(({ isHoliday }) => isHoliday) || this.usuals.some(({ when }) => (when.days & HOLIDAY) !== 0);
    const isUnknown = this.unknowns.some(({ when }) => (when.days & HOLIDAY) !== 0);
    const closes = this.closings.some(({ when }) => (when.days & HOLIDAY) !== 0);
    if (closes && (isOpen || isUnknown)) throw new Unclear('节假日又开又休，前后矛盾');
    const isExcepted = this.plans.some(
      ({ clause }) => clause.when.isOfficial || ((clause.except?.days ?? 0) & HOLIDAY) !== 0,
    );
    return closes || (isExcepted && !isOpen && !isUnknown);
  }

  /** 9:00-17:00（10月1日至7日除外). */
  private exceptedDates(): WrittenRule[] {
    return this.plans.flatMap(({ clause: { except } }) =>
      except && (except.dates.length > 0 || except.nth.length > 0)
        ? [
            {
              ...(except.dates.length > 0 && { r: except.dates }),
              ...(except.nth.length > 0 && { n: except.nth }),
              m: 'off' as const,
            },
          ]
        : [],
    );
  }

  /** Takes a break out of the hours that it lies in. @returns false where a rule has to do it */
  private absorb(pause: Clause): boolean {
    if (isDated(pause) || pause.isHalfDay || pause.when.nth.length > 0 || pause.when.days & HOLIDAY) return false;
    const days = weekdaysOf(pause);
    const touched = this.plans.filter(
      (plan) => (plan.days & days) !== 0 && pause.spans.some((span) => touches(plan, span)),
    );
    if (touched.length === 0 && !namesDays(pause.when)) throw new Unclear(`休息时间「${pause.text}」不在开放时间里`);
    const isNight = touched.some((plan) =>
      spansOf(plan.times).some((span) => pause.spans.some((one) => isAfterMidnight(one, span))),
    );
    if (touched.length === 0 || isNight || touched.some((plan) => (plan.days & ~days) !== 0)) return false;
    for (const plan of touched) {
      const spans = spansOf(plan.times);
      plan.times = joined(pause.spans.reduce<ClockSpan[]>((open, span) => cut(open, span), spans));
    }
    return true;
  }

  private pauseRules(pause: Clause): WrittenRule[] {
    const days = weekdaysOf(pause);
    const rule: WrittenRule = {
      ...daysRule(pause, days, (pause.when.days & HOLIDAY) !== 0),
      t: joined(pause.spans),
      m: 'off',
    };
    // The first Monday of a month has a Monday's hours, and a holiday those of its weekday.
    const ofNth = pause.when.nth.reduce((all, [weekday]) => all | (1 << weekday), 0);
    const meant = days | ofNth | ((pause.when.days & HOLIDAY) === 0 ? 0 : EVERY_WEEKDAY);
    const isKnown = isDated(pause) || this.plans.some((plan) => (plan.days & meant) !== 0 || plan.isHoliday);
    const isUnknown = this.unknowns.some(({ when }) => (when.days & meant) !== 0);
    if (isKnown || isUnknown || days === 0) return [rule];
    this.warnings.push(`${sayDays(days)}只写了几点休息，没写几点开放，记作「不确定」`);
    return [{ d: days, m: 'unknown' }, rule];
  }

  /** 周五下午闭馆, 每月最后一个周五下午闭馆: the hours that begin in that half of the day fall out. */
  private halfDayRules(pause: Clause): WrittenRule[] {
    const [half] = pause.spans;
    const isSpecial = isDated(pause) || pause.when.nth.length > 0;
    const nthDays = pause.when.nth.reduce((days, [weekday]) => days | (1 << weekday), 0);
    const days = nthDays || weekdaysOf(pause);
    const found = this.plans.filter((plan) => (plan.days & days) !== 0 && !isDated(plan.clause));
    const [first] = found;
    if (!first || (isSpecial && found.some(({ times }) => String(times) !== String(first.times))))
      throw new Unclear(`「${pause.text}」：那天几点开？`, '写明几点，例如 12月31日 9:00-12:00');
    return (isSpecial ? [first] : found).map((plan): WrittenRule => {
      const spans = spansOf(plan.times);
      if (!half || spans.some(({ from, to }) => from < half.from && to > half.from + 60))
        throw new Unclear(`「${pause.text}」：从几点起？`, '写明几点，例如 周五 9:00-12:00');
      if (half.from === 0 && spans.some(({ from, to }) => from < half.to && to > half.to + 60))
        throw new Unclear(`「${pause.text}」：从几点开？`, '写明几点，例如 周一 14:00-18:00');
      const left = spans.filter(({ from }) => from < half.from || from >= half.to);
      const rule = isSpecial
        ? daysRule(pause, nthDays === 0 ? days : 0, false)
        : daysRule({ ...plan.clause, when: { ...plan.clause.when, days: plan.days & days } }, plan.days & days, false);
      return left.length > 0 ? { ...rule, t: joined(left) } : { ...rule, m: 'off' };
    });
  }
}

const isDated = ({ when }: Clause): boolean => when.dates.length > 0 || when.weeks.length > 0;

const datesOf = ({ when: { dates, weeks } }: Clause): WrittenRule => ({
  ...(dates.length > 0 && { r: dates }),
  ...(weeks.length > 0 && { w: weeks }),
});

const unknownRule = (clause: Clause): WrittenRule =>
  withComment(
    {
      ...daysRule(clause, weekdaysOf(clause), (clause.when.days & HOLIDAY) !== 0),
      ...(clause.spans.length > 0 && { t: joined(clause.spans) }),
      m: 'unknown',
    },
    clause,
  );

const withComment = (rule: WrittenRule, { comment }: Clause): WrittenRule =>
  comment === null ? rule : { ...rule, comment };

const spansOf = (times: readonly number[]): ClockSpan[] =>
  times.flatMap((from, at) => {
    const to = times[at + 1] ?? from;
    return at % 2 === 0 ? [{ from, to, text: `${sayMinutes(from)}-${sayMinutes(to)}`, hasDaypart: true }] : [];
  });

const touches = ({ times }: Plan, pause: ClockSpan): boolean =>
  spansOf(times).some((span) => isWithinClause(pause, span) || (pause.from < span.to && pause.to > span.from));

/** How many days a year a plan is of at most; the fewer, the more special. */
function specialty({ clause, days, isHoliday }: Plan): number {
  const { when } = clause;
  const weekdays = sayable(days).length + (when.nth.length > 0 ? 0.25 : 0);
  const dated = when.dates.length > 0 ? coveredDays(when.dates).size : 366;
  const hasYear = when.dates.some((range) => range.length > 2) || when.weeks.length > 0;
  return (
    (isDated(clause) ? 10_000 : 0) +
    (hasYear ? 10_000 : 0) +
    (366 - dated) * 10 +
    (7 - weekdays) +
    (isHoliday && days !== EVERY_WEEKDAY ? 8 : 0)
  );
}

const yearsOf = (ranges: readonly DateRange[]): string => String(ranges.map(([, , from, to]) => [from, to]));

const isSameDays = (one: Plan, other: Plan): boolean =>
  one.days === other.days &&
  one.isHoliday === other.isHoliday &&
  one.clause.when.isHolidayOnly === other.clause.when.isHolidayOnly &&
  JSON.stringify([one.clause.when.dates, one.clause.when.weeks, one.clause.when.nth]) ===
    JSON.stringify([other.clause.when.dates, other.clause.when.weeks, other.clause.when.nth]);

/** The hours of two clauses of the same days. @throws Unclear where they overlap */
function together(one: Plan, other: Plan): number[] {
  const spans = [...spansOf(one.times), ...spansOf(other.times)].sort((a, b) => a.from - b.from);
  for (const [at, span] of spans.entries()) {
    const before = spans[at - 1];
    if (before && span.from < before.to)
      throw new Unclear(`「${one.clause.text}」和「${other.clause.text}」写的是同样的日子，时间却不一样`);
  }
  return joined(spans);
}

/** Which of two is meant on days that both name. @returns `added` where the second comes to the first: 上午 and 下午 */
function checkConflict(one: Plan, other: Plan): 'added' | null {
  const { when } = one.clause;
  const { when: otherWhen } = other.clause;
  if (when.nth.length + otherWhen.nth.length > 0) return null;
  const shared = one.days & other.days;
  if (shared === 0 || when.weeks.length + otherWhen.weeks.length > 0) return null;
  if (isDated(one.clause) !== isDated(other.clause)) return checkSeason(one, other);
  if (yearsOf(when.dates) !== yearsOf(otherWhen.dates) && when.dates.length > 0) {
    if (when.dates.length + otherWhen.dates.length > 2) return null;
    const [, , from] = when.dates[0] ?? [];
    const [, , otherFrom] = otherWhen.dates[0] ?? [];
    if (from === undefined || otherFrom === undefined || from !== otherFrom) return null;
  }
  const names = `「${one.clause.text}」和「${other.clause.text}」`;
  if (isDated(one.clause)) {
    const [dates, others] = [coveredDays(when.dates), coveredDays(otherWhen.dates)];
    const common = [...dates].filter((date) => others.has(date)).length;
    if (common === 0) return null;
    if (common < Math.min(dates.size, others.size)) throw new Unclear(`${names}的日期重叠了`);
    if (dates.size !== others.size) return null;
  }
  if (shared !== one.days && shared !== other.days) throw new Unclear(`${names}都写了${sayDays(shared)}，以哪条为准？`);
  if (isApart(one, other) && sayDayparts(one, other) && shared === other.days) return 'added';
  if (isApart(one, other))
    throw new Unclear(
      `${names}：${sayDays(shared)}两段都开，还是只开后一段？`,
      '写「另加」或「改为」，例如 周五另加 18:00-20:00',
    );
  return null;
}

const isApart = (one: Plan, other: Plan): boolean =>
  !spansOf(one.times).some((a) => spansOf(other.times).some((b) => a.from < b.to && b.from < a.to));

const sayDayparts = (one: Plan, other: Plan): boolean =>
  [...one.clause.spans, ...other.clause.spans].every(({ hasDaypart }) => hasDaypart);

/** 上午8:30-12:00，5月至9月下午2:30-6:00: hours of a season that come to those of the year, or take their place. */
function checkSeason(one: Plan, other: Plan): 'added' | null {
  if (!isApart(one, other)) return null;
  if (!isDated(one.clause) && sayDayparts(one, other) && (one.days & other.days) === other.days) return 'added';
  const [year, season] = isDated(one.clause) ? [other, one] : [one, other];
  throw new Unclear(
    `「${season.clause.text}」：这段日子里「${year.clause.text}」也开吗？`,
    '每段日子把时间写全，例如 5月至9月 8:30-12:00,14:30-18:00',
  );
}

const sayable = (days: number): string[] => DAY_NAMES.filter((_, day) => days & (1 << day));
const sayDays = (days: number): string => sayable(days).join('、');
