/**
 * Tokens as clauses: which days, which hours, and what is said of them. What stands in brackets belongs to the clause that it
 * stands in: days, an exception, a break, or a remark.
 */
import { MINUTES_A_DAY } from '../days';
import { EVERY_WEEKDAY, HOLIDAY } from '../types';
import { askAfternoon, type ClockSpan } from './clock';
import type { Token, When } from './tokens';
import { sayMinutes } from '../say';
import { Unclear } from './unclear';

export type ClauseMeaning = 'open' | 'off' | 'unknown' | 'usual';

/** How a clause that says so stands to those before it; null leaves that to what is more special. */
export type Bond = 'instead' | 'besides' | 'fallback' | null;

export interface Clause {
  text: string;
  when: When;
  /** Days taken out of the clause's own. */
  except: When | null;
  spans: ClockSpan[];
  breaks: ClockSpan[];
  meaning: ClauseMeaning;
  bond: Bond;
  comment: string | null;
  /** The hours closed are a half of the day, 上午 or 下午, and not exact. */
  isHalfDay: boolean;
}

export interface Sentence {
  clauses: Clause[];
  /** Words that are known and belong to the place, not to its hours. */
  remarks: string[];
}

const WORKDAYS = 0b11111;

export const nowhere = (): When => ({
  days: 0,
  isOfficial: false,
  isHolidayOnly: false,
  nth: [],
  weeks: [],
  dates: [],
  season: null,
  isRest: false,
});

export const namesDays = (when: When): boolean =>
  when.days !== 0 ||
  when.nth.length > 0 ||
  when.weeks.length > 0 ||
  when.dates.length > 0 ||
  when.season !== null ||
  when.isRest;

/** A clause while it is being read. */
interface Draft {
  text: string;
  /** What is named between two commas. */
  phrases: When[];
  isPhraseOpen: boolean;
  except: When | null;
  spans: ClockSpan[];
  breaks: ClockSpan[];
  meaning: ClauseMeaning | null;
  bond: Bond;
  comment: string | null;
  /** 午休 was said, and its hours come next. */
  awaitsBreak: boolean;
  /** 不含 was said: what is named from here is an exception. */
  isExcepting: boolean;
  isHolidayOnly: boolean;
  /** 开放 was said, which with days alone means the hours of the other days. */
  opens: boolean;
  /** An end alone: the hours before it, until then. */
  until: ((from: number) => ClockSpan) | null;
  /** What was said of the days' staying open before any hours: 不休, 正常开放. */
  staysOpen: string | null;
  isAllYear: boolean;
  saysNoBreak: boolean;
  saysBreak: boolean;
  halfDay: [from: number, to: number] | null;
  datesHaveColon: boolean;
  /** The days came behind the hours, in brackets: the next hours are of other days. */
  hasDaysBehind: boolean;
  /** A semicolon or a slash stands before it, or nothing. */
  startsSegment: boolean;
}

const blank = (): Draft => ({
  text: '',
  phrases: [],
  isPhraseOpen: false,
  except: null,
  spans: [],
  breaks: [],
  meaning: null,
  bond: null,
  comment: null,
  awaitsBreak: false,
  isExcepting: false,
  isHolidayOnly: false,
  opens: false,
  until: null,
  staysOpen: null,
  isAllYear: false,
  saysNoBreak: false,
  saysBreak: false,
  halfDay: null,
  datesHaveColon: false,
  hasDaysBehind: false,
  startsSegment: false,
});

/** @throws Unclear where a token has no place in any clause */
export function sentenceOf(tokens: readonly Token[]): Sentence {
  const reader = new ClauseReader(tokens);
  reader.read();
  const remarks = reader.remarks;
  return { clauses: settle(reader.drafts), remarks };
}

class ClauseReader {
  readonly drafts: Draft[] = [];
  readonly remarks: string[] = [];
  private now = blank();
  private at = 0;
  private isNewSegment = true;
  /** Clauses that stood within the brackets of the one being read. */
  private within: Draft[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly isInBrackets = false,
  ) {}

  read(): void {
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++];
      if (token) this.take(token);
    }
    this.end();
  }

  private take(token: Token): void {
    if (token.type === 'span') this.checkHoursBehindRest(token.text);
    if (startsClause(token, this.now)) this.end();
    this.now.text += token.text;
    switch (token.type) {
      case 'when':
        return this.name(token.when);
      case 'span':
        return this.span(token.span);
      case 'until':
        this.now.until = token.spanFrom;
        return;
      case 'half-day':
        this.now.halfDay = [token.from, token.to];
        return;
      case 'comment':
        this.now.comment = token.words;
        return;
      case 'remark':
        this.remarks.push(token.words);
        return;
      case 'open-bracket':
        return this.bracket();
      case 'close-bracket':
        throw new Unclear('括号没有成对');
      case 'semicolon':
      case 'slash':
        this.end();
        this.isNewSegment = true;
        return;
      case 'comma':
        this.now.isPhraseOpen = false;
        if (this.now.isExcepting && this.now.except) this.now.isExcepting = false;
        return;
      case 'colon':
        if (this.now.spans.length === 0 && this.lastPhrase()?.dates.length) this.now.datesHaveColon = true;
        return;
      case 'except-begin':
        this.now.isExcepting = true;
        return;
      case 'except-end':
        if (!this.now.isExcepting) throw new Unclear('「外」前面没有「除」');
        this.now.isExcepting = false;
        this.now.isPhraseOpen = false;
        return;
      case 'except':
        return this.exceptLast();
      case 'include':
        this.now.isPhraseOpen = this.now.phrases.length > 0;
        return;
      case 'holiday-only':
        this.now.isHolidayOnly = true;
        return;
      case 'all-year':
        this.now.isAllYear = true;
        return;
      case 'weekend-off':
        return this.closed({ ...nowhere(), days: 0b1100000 });
      case 'off-days':
      case 'off':
        // 除周一闭馆外 names an exception and says twice what it is.
        if (!this.now.isExcepting) this.off(token.type === 'off-days');
        return;
      case 'usual':
        this.now.opens = true;
        if (this.now.spans.length === 0) this.now.staysOpen = token.text;
        return;
      case 'opens':
        this.now.opens = true;
        return;
      case 'unknown':
        return this.unknown(token.text);
      case 'break':
        return this.pause();
      case 'no-break':
        this.now.saysNoBreak = true;
        return;
      case 'instead':
      case 'besides':
      case 'fallback':
        this.now.bond = token.type;
        return;
      case 'enum':
      case 'filler':
        return;
    }
  }

  /**
   * 9:00-12:00；周二休息13:00-14:00 may be a break of Tuesdays, or hours of the other days; without other hours it is
   * the hours: 周一休息 9:00-17:00.
   *
   * @throws Unclear where it may be either
   */
  private checkHoursBehindRest(hours: string): void {
    const isAdjacent = this.tokens[this.at - 2]?.type === 'off' && this.now.meaning === 'off';
    if (!isAdjacent || !this.drafts.some(({ spans }) => spans.length > 0)) return;
    throw new Unclear(
      `「${this.now.text}${hours}」：是这天只在这段时间休息，还是这天全天休息、别的日子这段时间开？`,
      '例如 周二 9:00-12:00,14:00-18:00，或 周二休息；其他时间 9:00-12:00,13:00-14:00',
    );
  }

  private lastPhrase = (): When | undefined => this.now.phrases[this.now.phrases.length - 1];

  private name(given: Partial<When>): void {
    const { now } = this;
    const named = { ...nowhere(), ...given, isHolidayOnly: now.isHolidayOnly };
    now.isHolidayOnly = false;
    if (now.isExcepting) {
      now.except = merge(now.except ?? nowhere(), named);
      return;
    }
    const last = this.lastPhrase();
    if (last && now.isPhraseOpen) now.phrases[now.phrases.length - 1] = merge(last, named);
    else now.phrases.push(named);
    now.isPhraseOpen = true;
  }

  private span(span: ClockSpan): void {
    const { now } = this;
    this.checkEndOfClosing(span);
    if (!now.awaitsBreak) {
      now.spans.push(span);
      return;
    }
    now.awaitsBreak = false;
    // 9:00-12:00 午休 14:00-18:00 names the gap; 9:00-18:00 午休 12:00-14:00 the break.
    const last = now.spans[now.spans.length - 1] ?? this.drafts[this.drafts.length - 1]?.spans.slice(-1)[0];
    if (now.spans.length > 0 && last && span.from >= last.to) now.spans.push(span);
    else now.breaks.push(span);
  }

  /**
   * 9:00-18:00闭馆 is open until 18:00. Within other hours, 9:00-18:00；周一14:00-18:00闭馆, it may as well be closed then.
   *
   * @throws Unclear where it may be either
   */
  private checkEndOfClosing(span: ClockSpan): void {
    if (!/(?:关门|闭馆|关闭)$/.test(span.text) || /开|营业/.test(span.text)) return;
    const outer = [...this.now.spans, ...(this.drafts[this.drafts.length - 1]?.spans ?? [])];
    if (!outer.some((one) => isWithinClause(span, one))) return;
    // 8:30-17:30（中午12:00-13:30关闭）: what stands in brackets and names no days only takes away.
    if (this.isInBrackets && this.now.phrases.length === 0) {
      this.now.saysBreak = true;
      this.now.awaitsBreak = true;
      return;
    }
    const days = this.now.phrases.length > 0 ? this.now.text.replace(span.text, '') : '';
    throw new Unclear(
      `「${days}${span.text}」：是这段时间不开，还是开到那时关门？`,
      `不开就写「${days} ${sayMinutes(span.from)}-${sayMinutes(span.to)} 休息」，开就去掉「${span.text.slice(-2)}」`,
    );
  }

  /** 午休: the hours before it, where they lie within others, or those behind it. */
  private pause(): void {
    const { now } = this;
    now.saysBreak = true;
    const next = this.tokens
      .slice(this.at)
      .find(({ type }) => type !== 'comma' && type !== 'colon' && type !== 'filler');
    const last = now.spans[now.spans.length - 1];
    const outer = [...now.spans.slice(0, -1), ...(this.drafts[this.drafts.length - 1]?.spans ?? [])];
    const following = next?.type === 'span' ? next.span : null;
    const isBefore =
      last &&
      (outer.some((one) => isWithinClause(last, one)) ||
        (following !== null && isWithinClause(last, following)) ||
        (looksLikeNoon(last) && (outer.length > 0 || (now.phrases.length > 0 && following === null))));
    if (isBefore) now.breaks.push(...now.spans.splice(-1));
    else if (following) now.awaitsBreak = true;
  }

  private exceptLast(): void {
    const { now } = this;
    const last = now.phrases.pop();
    if (last) now.except = merge(now.except ?? nowhere(), last);
    else if (!now.except) throw new Unclear('“除外”前面没有写哪天');
    now.isPhraseOpen = false;
  }

  private off(isPrefix: boolean): void {
    const { now } = this;
    // 午餐时间12:00-13:00暂停服务 says twice that it is a break.
    const read = this.tokens[this.at - 2];
    if (now.saysBreak && read?.type === 'span' && now.breaks[now.breaks.length - 1] === read.span) return;
    const [last] = now.spans.slice(-1);
    if (isPrefix) {
      if (now.phrases.length > 0 || now.spans.length > 0) this.end();
      this.now.meaning = 'off';
      return;
    }
    const outside = this.drafts[this.drafts.length - 1]?.spans ?? [];
    const isAllPauses =
      now.spans.length > 1 && now.spans.every((one) => outside.some((outer) => isWithinClause(one, outer)));
    if (this.isInBrackets && isAllPauses && now.phrases.length === 0) {
      now.breaks.push(...now.spans.splice(0));
      return;
    }
    if (last && now.halfDay === null) {
      const isWholeDay = now.spans.length === 1 && last.from === 0 && last.to === MINUTES_A_DAY;
      const outer = [...now.spans.slice(0, -1), ...(this.drafts[this.drafts.length - 1]?.spans ?? [])];
      if (isWholeDay && now.phrases.length > 0) now.spans = [];
      else if (outer.some((one) => isWithinClause(last, one)) || now.phrases.length > 0) {
        now.breaks.push(...now.spans.splice(-1));
        return;
      } else throw new Unclear(`看不出「${last.text}」在哪段时间里休息`);
    }
    if (now.meaning === 'off') return;
    if (now.phrases.length === 0) throw new Unclear('“休息”前面没有写哪天');
    const [whole, part] = now.phrases.slice(-2);
    // 周一至周日，周三休息，9:00-17:00 closes the Wednesday only.
    if (now.phrases.length > 1 && whole && part && now.halfDay === null && isPartOf(part, whole)) {
      now.phrases.pop();
      now.except = merge(now.except ?? nowhere(), part);
      now.isPhraseOpen = false;
      return;
    }
    now.meaning = 'off';
  }

  private closed(days: When): void {
    this.end();
    this.now.phrases.push(days);
    this.now.meaning = 'off';
  }

  private unknown(text: string): void {
    const { now } = this;
    if (this.isInBrackets && now.phrases.length === 0) this.remarks.push(text);
    else if (now.spans.length > 0 && !/不/.test(text)) this.remarks.push(text);
    else if (now.phrases.length > 0 || now.bond === 'fallback') now.meaning = 'unknown';
    else if (now.spans.length > 0) now.meaning = 'unknown';
    else if (this.drafts.length > 0) this.remarks.push(text);
    else throw new Unclear(`「${text}」：没有写几点开`);
  }

  private bracket(): void {
    let depth = 1;
    const start = this.at;
    while (depth > 0) {
      const token = this.tokens[this.at++];
      if (!token) throw new Unclear('括号没有成对');
      if (token.type === 'open-bracket') depth++;
      if (token.type === 'close-bracket') depth--;
    }
    const inner = new ClauseReader(this.tokens.slice(start, this.at - 1), true);
    inner.drafts.push(...(this.now.spans.length > 0 ? [{ ...blank(), spans: this.now.spans }] : []));
    const outerCount = inner.drafts.length;
    inner.read();
    this.remarks.push(...inner.remarks);
    for (const draft of withExceptions(inner.drafts.slice(outerCount))) this.attach(draft);
  }

  /** Gives what stood in brackets to the clause that they stand in. */
  private attach(part: Draft): void {
    const { now } = this;
    // 9:00-18:00（周一12:00-14:00盘点）: a break of those days alone, and not hours of those days alone.
    const isBreakOfDays = part.breaks.length > 0 && part.spans.length === 0 && part.phrases.length > 0;
    if (isBreakOfDays && part.meaning === null && now.spans.length > 0) {
      this.within.push(part);
      return;
    }
    now.text += `${part.text})`;
    now.saysBreak ||= part.saysBreak;
    now.saysNoBreak ||= part.saysNoBreak;
    now.isAllYear ||= part.isAllYear;
    now.comment ??= part.comment;
    now.breaks.push(...part.breaks);
    const named = part.phrases.reduce<When | null>((all, one) => (all ? merge(all, one) : one), null);
    if (part.meaning === 'off' || part.meaning === 'unknown') return this.attachClosing(part, named);
    if (part.except) now.except = merge(now.except ?? nowhere(), part.except);
    if (part.until && named) {
      now.text = now.text.slice(0, -part.text.length - 1);
      this.within.push(part);
      return;
    }
    if (part.spans.length > 0) {
      if (named && now.spans.length > 0) this.within.push(part);
      else if (now.spans.length === 0) {
        now.spans.push(...part.spans);
        if (named) this.refine(named);
      } else throw new Unclear(`看不出「(${part.text})」和前面的时间是什么关系`);
      return;
    }
    if (!named) return;
    // 含节假日, 节假日不休: those days are among the clause's own.
    if (part.opens || /^(?:包括|包含|含)/.test(part.text)) {
      if (now.phrases.length === 0) this.name({ days: EVERY_WEEKDAY });
      now.phrases[now.phrases.length - 1] = merge(this.lastPhrase() ?? nowhere(), named);
    } else this.refine(named);
  }

  private attachClosing(part: Draft, named: When | null): void {
    const { now } = this;
    const isEmpty = now.spans.length === 0 && now.phrases.length === 0;
    if (part.meaning === 'unknown' || isEmpty || part.halfDay !== null || now.meaning === 'off' || part.except)
      this.within.push(part);
    else if (named) now.except = merge(now.except ?? nowhere(), named);
  }

  /** 工作日（周一至周五）, 夏季（5月至9月）, 9:00-17:00（周一至周五）: the same days in other words, or narrower ones. */
  private refine(named: When): void {
    const { now } = this;
    const last = this.lastPhrase();
    if (!last) {
      now.phrases.push(named);
      now.hasDaysBehind = now.spans.length > 0;
      return;
    }
    const overlap = last.days & named.days;
    if (last.days !== 0 && named.days !== 0 && overlap === 0)
      throw new Unclear(`「${now.text}」：括号里外的日子对不上`);
    const days = last.days !== 0 && named.days !== 0 ? overlap : last.days | named.days;
    if (last.dates.length > 0 && named.dates.length > 0) throw new Unclear(`「${now.text}」里有两段日期`);
    now.phrases[now.phrases.length - 1] = { ...merge(last, named), days };
  }

  private end(): void {
    const { now } = this;
    this.now = blank();
    if (now.awaitsBreak) throw new Unclear('午休几点到几点？', '例如 9:00-18:00（12:00-14:00午休）');
    const isBlank =
      now.phrases.length === 0 &&
      now.spans.length === 0 &&
      now.breaks.length === 0 &&
      !now.except &&
      now.meaning === null &&
      !now.isAllYear &&
      now.bond === null &&
      !now.saysBreak &&
      !now.saysNoBreak &&
      now.until === null;
    if (!isBlank) {
      this.drafts.push({ ...now, text: now.text.replace(/[,;、:/]+$/, ''), startsSegment: this.isNewSegment });
      this.isNewSegment = false;
    }
    this.drafts.push(...this.within.splice(0));
  }
}

/** （周一闭馆，节假日除外）: the exception is one to the closing. */
function withExceptions(parts: readonly Draft[]): Draft[] {
  return parts.reduce<Draft[]>((all, part) => {
    const last = all[all.length - 1];
    const isExceptionOnly =
      part.except && part.phrases.length === 0 && part.spans.length === 0 && part.meaning === null;
    if (!last || last.meaning !== 'off' || !isExceptionOnly || !part.except) return [...all, part];
    askWhetherOpen(part.text, last.phrases.reduce(merge, nowhere()));
    return [...all.slice(0, -1), { ...last, except: merge(last.except ?? nowhere(), part.except) }];
  }, []);
}

/** Closed on Mondays but for holidays is open on them; closed at weekends but for holidays may be either. */
function askWhetherOpen(text: string, closed: When): void {
  if ((closed.days & ~WORKDAYS) === 0) return;
  throw new Unclear(`「${text}」：节假日是开放，还是休息？`, '写「节假日休息」或「节假日照常开放」');
}

/** Between 11:00 and 15:30, as breaks are. */
const looksLikeNoon = ({ from, to }: ClockSpan): boolean => from >= 11 * 60 && to <= 15 * 60 + 30;

/** Days behind hours or behind 休息 begin a clause; so do hours behind 休息. */
function startsClause(token: Token, now: Draft): boolean {
  const isDone = now.spans.length > 0 || now.breaks.length > 0 || now.meaning !== null || now.until !== null;
  switch (token.type) {
    case 'when':
    case 'holiday-only':
      return (
        (isDone && !now.isExcepting && !(now.meaning === 'off' && now.phrases.length === 0)) ||
        (now.opens && now.phrases.length > 0 && !now.isPhraseOpen)
      );
    case 'span':
      return (
        now.meaning !== null ||
        now.hasDaysBehind ||
        (now.breaks.length > 0 && now.spans.length === 0 && !now.awaitsBreak)
      );
    case 'instead':
    case 'besides':
      return isDone;
    case 'fallback':
      return isDone || now.phrases.length > 0;
    default:
      return false;
  }
}

export function merge(one: When, other: When): When {
  return {
    days: one.days | other.days,
    isOfficial: one.isOfficial || other.isOfficial,
    isHolidayOnly: one.isHolidayOnly || other.isHolidayOnly,
    nth: [...one.nth, ...other.nth],
    weeks: [...one.weeks, ...other.weeks],
    dates: [...one.dates, ...other.dates],
    season: one.season ?? other.season,
    isRest: one.isRest || other.isRest,
  };
}

export const isWithinClause = (inner: ClockSpan, outer: ClockSpan): boolean =>
  inner !== outer &&
  (inner.from > outer.from || inner.to < outer.to) &&
  ((inner.from >= outer.from && inner.to <= outer.to) ||
    (inner.from + MINUTES_A_DAY >= outer.from && inner.to + MINUTES_A_DAY <= outer.to));

/** Fewer weekdays of the same dates. */
const isPartOf = (part: When, whole: When): boolean =>
  part.dates.length === 0 &&
  part.nth.length === 0 &&
  whole.days !== part.days &&
  (whole.days & EVERY_WEEKDAY & ~part.days) !== 0 &&
  ((part.days & ~whole.days) === 0 || (part.days === HOLIDAY && (whole.days & WORKDAYS) === WORKDAYS));

/** Drafts as clauses: days that stand alone find their hours, hours that stand alone their days. */
function settle(drafts: readonly Draft[]): Clause[] {
  checkScopes(drafts);
  const clauses: Clause[] = [];
  let scope: When | null = null;
  let isScopeKept = false;
  let waiting: Draft | null = null;
  for (const [at, given] of drafts.entries()) {
    const draft = given.until === null ? given : withUntil(given, given.until, clauses);
    const joined: Draft = waiting
      ? { ...draft, phrases: [...waiting.phrases, ...draft.phrases], except: draft.except ?? waiting.except }
      : draft;
    const when = joined.phrases.reduce(merge, nowhere());
    const last = clauses[clauses.length - 1];
    const isBare =
      draft.spans.length === 0 && draft.breaks.length === 0 && draft.meaning === null && draft.halfDay === null;
    if (isBare && draft.phrases.length > 0 && !draft.opens) {
      const previous = drafts[at - 1];
      const isPostfix =
        at > 0 && last?.meaning === 'open' && !namesDays(last.when) && previous && at === drafts.length - 1;
      if (isPostfix) {
        last.when = merge(last.when, when);
        last.except ??= draft.except;
        continue;
      }
      if (waiting || at === drafts.length - 1 || draft.bond) throw new Unclear(`「${draft.text}」只写了哪天，没写几点`);
      waiting = draft;
      continue;
    }
    if (waiting && draft.phrases.length > 0) throw new Unclear(`「${waiting.text}」只写了哪天，没写几点`);
    waiting = null;
    if (isBare && draft.phrases.length === 0 && !draft.isAllYear) {
      if (draft.except) clauses.push(exceptionClause(draft, draft.except, last));
      else flagLast(draft, last);
      continue;
    }
    if (draft.startsSegment && !isScopeKept) scope = null;
    if (when.dates.length > 0) [scope, isScopeKept] = [when, joined.datesHaveColon];
    const clause = clauseOf(joined, when);
    if (clause.meaning === 'open' && when.dates.length === 0 && when.days !== 0 && scope)
      clause.when = { ...when, dates: scope.dates, season: scope.season };
    const previous = drafts[at - 1];
    if (last && previous && draft.hasDaysBehind && previous.hasDaysBehind) shareHours(last, clause);
    const isContinued =
      last &&
      clause.meaning === 'open' &&
      last.meaning === 'open' &&
      !namesDays(when) &&
      !clause.except &&
      !clause.bond &&
      !draft.isAllYear;
    if (isContinued) {
      last.spans.push(...clause.spans);
      last.breaks.push(...clause.breaks);
      checkNoBreak(draft, last);
    } else {
      clauses.push(clause);
      checkNoBreak(draft, clause);
    }
    if (draft.isAllYear) keepHolidays(clauses, draft);
  }
  addUsualDays(drafts, clauses);
  for (const clause of clauses) checkOrder(clause);
  return clauses;
}

/** 9:00-21:00，周末延长至22:00: the hours of the one clause before, with an end of their own. */
function withUntil(draft: Draft, until: (from: number) => ClockSpan, clauses: readonly Clause[]): Draft {
  const open = clauses.filter(({ meaning }) => meaning === 'open');
  const [only] = open;
  const last = only?.spans[only.spans.length - 1];
  const isOfDays = draft.phrases.length > 0 && draft.spans.length === 0;
  if (!only || !last || open.length > 1 || !isOfDays)
    throw new Unclear(`「${draft.text}」：从几点开到那时？`, '把时间写全，例如 周六 9:00-22:00');
  return { ...draft, spans: [...only.spans.slice(0, -1), until(last.from)], breaks: [...only.breaks] };
}

/**
 * 节假日不休 9:00-21:00 gives the hours of every day, where no other clause gives any.
 *
 * @throws Unclear where the others may as well be closed: 周末正常开放 9:00-17:00
 */
function addUsualDays(drafts: readonly Draft[], clauses: readonly Clause[]): void {
  const open = clauses.filter(({ meaning }) => meaning === 'open');
  const [only] = open;
  const said = drafts.find(({ staysOpen, spans }) => staysOpen !== null && spans.length > 0)?.staysOpen ?? null;
  if (!only || open.length > 1 || said === null || only.when.days === 0 || only.when.dates.length > 0) return;
  if ((only.when.days & EVERY_WEEKDAY) === EVERY_WEEKDAY) return;
  if (!/不|无/.test(said))
    throw new Unclear(`「${only.text}」：别的日子也是这个时间吗？`, '都开就写「每天 9:00-17:00（含节假日）」');
  only.when = { ...only.when, days: only.when.days | EVERY_WEEKDAY };
}

/** 夏季…，周一闭馆；冬季…: is the closing of the one season or of the whole year? */
function checkScopes(drafts: readonly Draft[]): void {
  const segments: Draft[][] = [];
  for (const draft of drafts) {
    if (draft.startsSegment) segments.push([]);
    segments[segments.length - 1]?.push(draft);
  }
  const isDated = (part: Draft): boolean => part.phrases.some(({ dates }) => dates.length > 0);
  const dated = segments.filter((parts) => parts.some((part) => isDated(part) && part.spans.length > 0));
  const closing = (parts: Draft[]): Draft | undefined => parts.find((part) => part.meaning === 'off' && !isDated(part));
  const scoped = dated.slice(0, -1).map(closing).find(Boolean);
  if (!scoped || dated.every(closing)) return;
  throw new Unclear(`「${scoped.text}」是全年，还是只在前面那段日子？`, '全年的写在最后，另起一句，例如 …；周一闭馆');
}

function clauseOf(draft: Draft, when: When): Clause {
  const { text, except, bond, comment, halfDay } = draft;
  const common = { text, when, except, bond, comment, isHalfDay: halfDay !== null };
  const half = halfDay ? [{ from: halfDay[0], to: halfDay[1], text, hasDaypart: true }] : [];
  if (draft.meaning === 'off') return { ...common, meaning: 'off', spans: [...draft.spans, ...half], breaks: [] };
  if (draft.meaning === 'unknown') return { ...common, meaning: 'unknown', spans: draft.spans, breaks: [] };
  if (draft.spans.length > 0) return { ...common, meaning: 'open', spans: [...draft.spans], breaks: [...draft.breaks] };
  if (draft.breaks.length > 0) return { ...common, meaning: 'off', spans: draft.breaks, breaks: [] };
  return { ...common, meaning: 'usual', spans: [], breaks: [] };
}

/**
 * 8:30-12:00，14:30-18:00（5月至9月）/14:00-17:30（10月至次年4月）: the hours before those that differ are of both.
 *
 * @throws Unclear where it is weekdays that differ, of which one may as well be closed in the morning
 */
function shareHours(before: Clause, clause: Clause): void {
  const shared = before.spans.slice(0, Math.max(0, before.spans.length - clause.spans.length));
  const [lastShared, first] = [shared[shared.length - 1], clause.spans[0]];
  if (!lastShared || !first || first.from < lastShared.to) return;
  if (before.when.dates.length === 0 || clause.when.dates.length === 0)
    throw new Unclear(
      `「${clause.text}」：${lastShared.text} 也开吗？`,
      '每种日子把时间写全，例如 周六 9:00-12:00,14:00-17:00',
    );
  clause.spans.unshift(...shared);
}

/** 周日除外 behind other clauses closes the Sunday; behind a closing it may open it. */
function exceptionClause(draft: Draft, except: When, last: Clause | undefined): Clause {
  const closing: Clause = {
    text: draft.text,
    when: except,
    except: null,
    spans: [],
    breaks: [],
    meaning: 'off',
    bond: null,
    comment: null,
    isHalfDay: false,
  };
  if (last?.meaning !== 'off' || except.days !== HOLIDAY) return closing;
  askWhetherOpen(draft.text, last.when);
  last.except = merge(last.except ?? nowhere(), except);
  return { ...closing, when: nowhere(), meaning: 'usual' };
}

function flagLast(draft: Draft, last: Clause | undefined): void {
  if (!last)
    throw new Unclear(draft.saysBreak ? '午休几点到几点？' : '没有写几点开', '例如 9:00-18:00（12:00-14:00午休）');
  checkNoBreak(draft, last);
}

/** 午休 needs its hours, and 中午不休 no gap at noon. */
function checkNoBreak({ saysBreak, saysNoBreak }: Draft, { spans, breaks, meaning }: Clause): void {
  const hasGap = spans.some(({ to }, at) => at + 1 < spans.length && to >= 11 * 60 && to <= 14 * 60);
  if (saysBreak && !hasGap && breaks.length === 0 && meaning === 'open')
    throw new Unclear('午休几点到几点？', '例如 9:00-18:00（12:00-14:00午休）');
  if (saysNoBreak && hasGap) throw new Unclear('写了中午不休息，时间里中午却是断开的', '例如 9:00-18:00，中午不休息');
}

/** 全年无休: holidays are as any other day. */
function keepHolidays(clauses: Clause[], { text }: Draft): void {
  const last = clauses[clauses.length - 1];
  if (last?.meaning === 'open' && (last.when.days === 0 || (last.when.days & EVERY_WEEKDAY) === EVERY_WEEKDAY)) {
    last.when = { ...last.when, days: EVERY_WEEKDAY | HOLIDAY };
    return;
  }
  if (last?.meaning === 'usual' && !namesDays(last.when)) clauses.pop();
  clauses.push({
    text,
    when: { ...nowhere(), days: HOLIDAY },
    except: null,
    spans: [],
    breaks: [],
    meaning: 'usual',
    bond: null,
    comment: null,
    isHalfDay: false,
  });
}

/** Spans of a clause follow each other. */
function checkOrder({ spans, meaning }: Clause): void {
  for (const [at, span] of spans.entries()) {
    const before = spans[at - 1];
    if (!before || span.from >= before.to) continue;
    if (!span.hasDaypart && span.from >= 60 && span.from < 7 * 60) throw askAfternoon(span.text, span.from);
    if (span.to <= before.from) throw new Unclear(`「${before.text}」和「${span.text}」前后颠倒了`, '按时间先后写');
    throw new Unclear(`「${before.text}」和「${span.text}」重叠了`, '一天里的时间段不重叠；不同的日子分开写清是哪几天');
  }
  const [first, last] = [spans[0], spans[spans.length - 1]];
  if (meaning === 'open' && first && last && last.to - MINUTES_A_DAY > first.from && spans.length > 1)
    throw new Unclear(`「${last.text}」和次日的「${first.text}」重叠了`);
}
