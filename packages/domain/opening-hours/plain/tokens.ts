/** What a text of hours is made of: each token is accounted for by the clauses, or the cell is refused. */
import { datesOfDay, daysOfMonth, OPEN_YEAR, weekdaysBetween } from '../compile';
import { EVERY_WEEKDAY, HOLIDAY, type DateRange, type NthWeekday, type WeekRange } from '../types';
import {
  COMPACT_SPAN,
  compactSpanOf,
  SPAN,
  clockSpanOf,
  spanUntil,
  UNTIL,
  WHOLE_DAY,
  wholeDay,
  type ClockSpan,
} from './clock';
import { Unclear } from './unclear';

/** Days as a clause names them. */
export interface When {
  /** Weekdays and the public holiday, as bits; 0 where none is named. */
  days: number;
  /** 工作日: by the official calendar, so not on holidays. */
  isOfficial: boolean;
  /** 节假日中的周一: only where the weekday is a holiday. */
  isHolidayOnly: boolean;
  nth: NthWeekday[];
  weeks: WeekRange[];
  dates: DateRange[];
  /** 夏季, which says nothing without its dates. */
  season: string | null;
  /** 其他时间: the days that no other clause names. */
  isRest: boolean;
}

export type Token = { text: string } & (
  | { type: 'when'; when: Partial<When> }
  | { type: 'span'; span: ClockSpan }
  | { type: 'until'; spanFrom: (from: number) => ClockSpan }
  | { type: 'half-day'; from: number; to: number }
  | { type: 'remark' | 'comment'; words: string }
  | { type: Word }
);

/** Tokens that carry no more than their kind. */
type Word =
  | 'off'
  | 'off-days'
  | 'weekend-off'
  | 'break'
  | 'no-break'
  | 'usual'
  | 'opens'
  | 'unknown'
  | 'except'
  | 'except-begin'
  | 'except-end'
  | 'include'
  | 'instead'
  | 'besides'
  | 'fallback'
  | 'holiday-only'
  | 'all-year'
  | 'open-bracket'
  | 'close-bracket'
  | 'comma'
  | 'enum'
  | 'semicolon'
  | 'slash'
  | 'colon'
  | 'filler';

const DAY_CHARS = '一二三四五六日';
const WORKDAYS = 0b11111;
const WEEKEND = 0b1100000;
const NEGATED = '是休息，还是另有时间，看不出来';

type Reader = (match: RegExpExecArray) => Token;
const word =
  (type: Word): Reader =>
  ([text]) => ({ type, text });
const when =
  (given: Partial<When>): Reader =>
  ([text]) => ({ type: 'when', when: given, text });
const refuse =
  (say: (text: string) => string, expected?: string): Reader =>
  ([text]) => {
    throw new Unclear(say(text), expected);
  };
const remark: Reader = ([text]) => ({ type: 'remark', words: text, text });

const YEAR = '(?:每年)?(?:(\\d{4})年)?';
/** The vocabulary, tried in this order: what is longer or says more stands before what is part of it. */
const VOCABULARY: readonly (readonly [RegExp, Reader])[] = [
  [/\((?:注|说明):([^()]*)\)/y, ([text, words = '']) => ({ type: 'comment', words, text })],
  // 24小时(便利店内): where it is, in a few words that say nothing of days or hours.
  [
    /\((?![^()]*[周日月年时午夜天假季休闭停关除不只仅限另])([\p{Script=Han}]{1,8}(?:店|厅|馆|室|亭|楼|园|院|站|点|所|区|处)(?:[内里旁外])?)\)/uy,
    ([text, words = '']) => ({ type: 'remark', words, text }),
  ],
  // 10:00-22:00(与商场同步): the hours are written; whose they also are is a remark.
  [/\(((?:与|同|随)[^()\d]{1,10}(?:同步|一致|相同))\)/y, ([text, words = '']) => ({ type: 'remark', words, text })],
  [/\(/y, word('open-bracket')],
  [/\)/y, word('close-bracket')],
  [/[;。]/y, word('semicolon')],
  [/\//y, word('slash')],
  [/,/y, word('comma')],
  [/:/y, word('colon')],
  [/、|以?及|和|与|或/y, word('enum')],

  // Days.
  [
    /每月(?:第?([一二三四五1-5](?:[、,和及第]+[一二三四五1-5])*)|(最后一|倒数第[一二三四五1-5]))个?周([一二三四五六日])(?:(后|前)(\d{1,2})天)?/y,
    nthWeekday,
  ],
  [/每月(\d{1,2}(?:[日号]?[、,和及]\d{1,2})*)[日号](?!-)/y, daysOfEachMonth],
  [/第(\d{1,2})(?:-第?(\d{1,2}))?周(?:每(\d{1,2})周)?(?![一二三四五六日])/y, weeks],
  [/其余时间里/y, word('fallback')],
  [/非(?:法定)?节假日/y, when({ days: EVERY_WEEKDAY, isOfficial: true })],
  [/节假日[中里]的/y, word('holiday-only')],
  [/(?:每?周末?)?双休(?!日)/y, word('weekend-off')],
  [/(?:周末)?单休(?!日)/y, refuse((text) => `「${text}」：休息的是周六还是周日？`, '写成「周日休息」')],
  // 国庆节当天 is 1 October in every year, whatever the notice of the State Council says of the days around it.
  [
    /(国庆节?|元旦节?|五一(?:劳动节)?|劳动节|三八(?:妇女节)?|妇女节)(?:的)?(?:当天|当日|那天)/y,
    ([text, name = '']) => ({
      type: 'when',
      text,
      when: { dates: FIXED_FESTIVALS.flatMap((one) => daysOf(one, name)) },
    }),
  ],
  [
    /(?:春节|国庆节?|元旦节?|清明节?|端午节?|中秋节?|五一|十一|劳动节|除夕|大年|正月|农历|元宵节?|年初|三八|妇女节|重阳)[^,;。()]*/y,
    festival,
  ],
  [
    /(?:国家|国务院|重大|各类|所有|其他)?(?:规定的?)?(?:法定|公众|公共|统一)?(?:节假日|假日|假期|节日)(?:期间|当天|当日|时)?/y,
    when({ days: HOLIDAY }),
  ],
  [/非工作日/y, when({ days: WEEKEND | HOLIDAY })],
  [/(?:法定)?工作日|上班日|平日/y, when({ days: WORKDAYS, isOfficial: true })],
  [/(?:休息|休馆|闭馆|公休|闭站)日(?=[为是:周])(?:[为是:])?/y, word('off-days')],
  [/(?:每周|每逢|逢)?(?:周末|双休日|休息日|公休日)/y, when({ days: WEEKEND })],
  [/(?:全年|年中|常年)?(?:无休|不休息?|不打烊|不闭馆)|全年365天|365天|一年365天/y, allYearOrUsual],
  [
    /(?:每周)?(?:每天|每日|天天|日日)|全周|一周(?:7|七)天|每周(?:7|七)天|全年|常年|一年四季/y,
    when({ days: EVERY_WEEKDAY }),
  ],
  [
    /(?:每周?|逢)?周([一二三四五六日])-周?([一二三四五六日])/y,
    ([text, from = '', to = '']) => ({
      type: 'when',
      text,
      when: { days: weekdaysBetween(DAY_CHARS.indexOf(from), DAY_CHARS.indexOf(to)) },
    }),
  ],
  [
    /(?:每周?|逢)?周([一二三四五六日](?:[,、和及与]?周?[一二三四五六日](?!-))*)/y,
    ([text, days = '']) => ({ type: 'when', text, when: { days: daysNamed(days) } }),
  ],
  [/(?:平时|平常|(?:其他|其余|其它|别的)(?:时间段?|日期|日子|各?日|时段|月份|季节)?)(?!里)/y, when({ isRest: true })],

  // Dates.
  [
    /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})-(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/y,
    ([text, ...parts]) => fullDates(text, parts),
  ],
  [
    /(?:每年)?(?:(\d{4})年)?(\d{1,2})月份?(?:(\d{1,2})[日号]|([底末初]))?-(?:(\d{4})年|(次年|翌年|来年|第二年)的?)?(?:(\d{1,2})月份?(?:(\d{1,2})[日号]|([底末初]))?|(\d{1,2})[日号])/y,
    dateRange,
  ],
  [
    new RegExp(`${YEAR}(\\d{1,2})-(?:次年|翌年)?(\\d{1,2})月份?(?!\\d+[日号])`, 'y'),
    ([text, year, from, to]) => ({
      type: 'when',
      text,
      when: { dates: [rangeOf(text, { year, month: from }, { month: to })] },
    }),
  ],
  [
    new RegExp(`${YEAR}(\\d{1,2}(?:[、,和及]\\d{1,2})+)月份?`, 'y'),
    ([text, year, months = '']) => ({
      type: 'when',
      text,
      when: { dates: months.split(/\D/).map((month) => rangeOf(text, { year, month }, { year, month })) },
    }),
  ],
  [new RegExp(`${YEAR}(\\d{1,2})月份?(?:(\\d{1,2})[日号])?(起|以后|之后)?`, 'y'), singleDate],
  [
    /(\d{4})年/y,
    ([text, year]) => ({ type: 'when', text, when: { dates: [[101, 1231, Number(year), Number(year)]] } }),
  ],
  [
    /夏秋季?|冬春季?|[旺淡]季|[春夏秋冬](?:季|天|令时|令|时制)?|暑期|暑假|寒假|高温(?:期间|季节|天气)?/y,
    ([text]) => ({ type: 'when', text, when: { season: text } }),
  ],

  // Breaks, closings and what stays as it is; a negated word stands before the word.
  [
    /(?:中午|午间|中间)(?:也|均|都)?(?:不休息?|无休|不打烊|不闭馆|不关门|不间断|照常开放|正常开放)|不午休|不间断|连续(?:开放|营业|服务)/y,
    word('no-break'),
  ],
  [
    /(?:中午|午间|中间|午)(?:休息?|间休息)(?:时间)?[为:]?|午休(?:时间)?[为:]?|(?:午餐|午饭|中餐|就餐|用餐|吃饭)(?:时间|休息)?[为:]?/y,
    word('break'),
  ],
  [
    /(?:不|非|未|暂不|不能|无法)(?:正常|照常)(?:开放|营业|开门|服务)?/y,
    refuse((text) => `「${text}」${NEGATED}`, '写「节假日休息」或「节假日 10:00-16:00」'),
  ],
  [
    /(?:照常|正常|仍然?|同样|也|均|都)(?:照常|正常)?(?:开放|营业|开门|服务|上班|运行)|照常|正常(?!休)|不放假|不关门|不停[业开]/y,
    word('usual'),
  ],
  [
    /(?:全天|均|都|一律)?(?:正常|照常)?(?:休息|休馆|公休(?!日)|歇业|闭馆|闭站|闭店|关闭|关门|关站|放假|停业|停开|停止|暂停|不对外|不开|不营业|不服务|不上班|不值班|打烊|清场|消毒|清洁|保洁|盘点|交接班|休|关(?![一-龥]))(?:对外)?(?:开放|营业|开门|服务|放|门|业|维护|整理|检修|消毒|清洁)?/y,
    word('off'),
  ],
  [
    /(?:时间)?(?:(?:按照?|依|根据)(?:上级|实际|有关)?(?:通知|公告|安排|情况)(?:执行|开放|为准)?|另行(?:通知|公告|安排)|另有安排|视(?:情况|天气)(?:而定|开放)?|不定[时期](?:开放)?|不确定|不定|不一定(?:开放|开)?|待定|需?(?:提前|电话)*预约(?:开放)?|(?:具体|实际)?(?:时间)?以[^,;。()]{0,10}为准)/y,
    word('unknown'),
  ],

  // The clock.
  [/(上午|下午|晚上)(?=(?:不|休|闭|停|关))/y, halfDay],
  [WHOLE_DAY, ([text]) => ({ type: 'span', span: wholeDay(text), text })],
  [COMPACT_SPAN, (match) => ({ type: 'span', span: compactSpanOf(match), text: match[0] })],
  [SPAN, (match) => ({ type: 'span', span: clockSpanOf(match), text: match[0] })],
  [UNTIL, (match) => ({ type: 'until', spanFrom: (from) => spanUntil(match, from), text: match[0] })],

  // How the parts stand to each other.
  [/除外|例外/y, word('except')],
  [/除了?|不含|不包括|不包含/y, word('except-begin')],
  [/[之以]?外/y, word('except-end')],
  [/包括|包含|含/y, word('include')],
  [/改为|改成|调整为/y, word('instead')],
  [/另加|另外(?:加|还)?|加开|外加/y, word('besides')],

  // What belongs to the place and not to its hours: told to the clerk, who may put it into the notes.
  [/(?:\d{1,2}:\d{2}|提前\d+分钟|最晚\d{1,2}:\d{2})(?:停止)?(?:入场|入馆|入内|进场|进馆|进入|进站|取号|受理)/y, remark],
  [
    /(?:24小时)?自助(?:开放|服务|式|进入|进出)?|无人值守|有人值守|(?:可)?(?:扫码|刷脸|刷卡|凭证)(?:进入|进门|进站|进出|开门|入内)?|免费|智能门禁|室内|室外|户外/y,
    remark,
  ],

  [/(?:正常|对外|日常)?(?:营业|开放|服务|开门|开馆|工作|办公|接待|值班|运营|上班)时[间段]段?[为是]?/y, word('filler')],
  // Half a day is its hours; without them it says too little.
  [/(?:上午|下午)?半天(?=[,:(]?(?:上午|下午)?\d)/y, word('filler')],
  [/(?:对外|免费|全部)?(?:开放|营业|开门|开馆|服务|上班|接待|运营)/y, word('opens')],
  [
    /仅限?在?|从|自|由|为您|为|是|的|均|都|则|每逢|逢|对外|一律|统一|期间|时段|时间|每周|实行|执行|例行|可|在|其中|白天|(?:我|本|智能|智慧|自助)?(?:驿站|站点|站)|\.$|!/y,
    word('filler'),
  ],
];

/** Splits a normalised text into tokens. @throws Unclear at the first words that are not known */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    if (!token) throw new Unclear(`看不懂「${text.slice(at, at + 8)}」`);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token | null {
  for (const [pattern, read] of VOCABULARY) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && match[0] !== '') return read(match);
  }
  return null;
}

/** Festivals of the lunar calendar and the solar terms: no date stays the same. */
const LUNAR = /春节|除夕|大年|正月|初[一二三四五六七八九十]|农历|元宵|清明|端午|中秋|重阳|年初/;
/** Festivals that are one and the same day of every year. */
const FIXED_FESTIVALS: readonly (readonly [RegExp, number])[] = [
  [/国庆/, 1001],
  [/元旦/, 101],
  [/五一|劳动/, 501],
  [/三八|妇女/, 308],
];

const daysOf = ([festivals, day]: readonly [RegExp, number], name: string): DateRange[] =>
  festivals.test(name) ? [[day, day]] : [];

/** Festivals on a date of their own, and how to write their days instead. */
const FESTIVAL_DATES: readonly (readonly [RegExp, string])[] = [
  [/国庆|十一/, '10月1日至7日休息'],
  [/五一|劳动节/, '5月1日至5日休息'],
  [/元旦/, '1月1日休息'],
];

/**
 * A single festival has no sign in the syntax, and which days it is in a year to come nobody knows before the State
 * Council says so: the hours would be wrong from the first year on for which it hasn't.
 */
function festival([text]: RegExpExecArray): never {
  const why = LUNAR.test(text) ? '按农历或节气，每年的日期不同' : '放几天每年不同';
  const dated = FESTIVAL_DATES.filter(([name]) => name.test(text)).map(([, dates]) => dates);
  const example = dated.length > 0 ? dated.join('；') : '2027年2月5日至8日休息';
  throw new Unclear(
    `「${text.slice(0, 12)}」：${why}，算不出是哪几天`,
    `写成日期，例如「${example}」；所有法定节假日都一样，写「节假日休息」；只想告诉来的人，写进「时间说明」`,
  );
}

function allYearOrUsual([text]: RegExpExecArray): Token {
  return { type: /^(?:全年|年中|常年)|365/.test(text) ? 'all-year' : 'usual', text };
}

const HALF_DAYS: { [daypart: string]: [from: number, to: number] } = {
  上午: [0, 720],
  下午: [720, 1080],
  晚上: [1080, 1440],
};

function halfDay([text]: RegExpExecArray): Token {
  const [from, to] = HALF_DAYS[text] ?? [0, 0];
  return { type: 'half-day', from, to, text };
}

const daysNamed = (text: string): number =>
  [...text].reduce((days, char) => (DAY_CHARS.includes(char) ? days | (1 << DAY_CHARS.indexOf(char)) : days), 0);

const ORDINALS = '零一二三四五';
const ordinal = (text: string): number => (/\d/.test(text) ? Number(text) : ORDINALS.indexOf(text));

/** 每月第1、3个周六, 每月最后一个周五, 每月第1个周一后2天. */
function nthWeekday([text, nths, fromEnd, day = '', side, days]: RegExpExecArray): Token {
  const weekday = DAY_CHARS.indexOf(day);
  const after = side === undefined ? 0 : (side === '后' ? 1 : -1) * Number(days);
  const numbers = fromEnd
    ? [fromEnd === '最后一' ? -1 : -ordinal(fromEnd.slice(3))]
    : [...(nths ?? '')].filter((char) => /[一二三四五1-5]/.test(char)).map(ordinal);
  const nth = numbers.map((one): NthWeekday => (after === 0 ? [weekday, one] : [weekday, one, after]));
  return { type: 'when', text, when: { nth } };
}

/** 每月1日, 每月5日、20日: of every month that has such a day. */
function daysOfEachMonth([text, days = '']: RegExpExecArray): Token {
  const numbers = days.split(/\D+/).map(Number);
  if (numbers.some((day) => day < 1 || day > 31)) throw new Unclear(`「${text}」：一个月没有这一天`);
  const dates = numbers.flatMap(datesOfDay).map((date): DateRange => [date, date]);
  return { type: 'when', text, when: { dates } };
}

function weeks([text, from, to, step]: RegExpExecArray): Token {
  const [first, last] = [Number(from), Number(to ?? from)];
  if (first < 1 || last > 53 || first > last) throw new Unclear(`「${text}」：写一年里的第 1 到 53 周，跨年写成两段`);
  return { type: 'when', text, when: { weeks: [step === undefined ? [first, last] : [first, last, Number(step)]] } };
}

interface DatePart {
  year?: string | undefined;
  month?: string | undefined;
  day?: string | undefined;
}

/** 6月28日-9月15日, 6月28日-30日, 10月-次年4月, 2026年6月28日-9月15日. */
function dateRange(match: RegExpExecArray): Token {
  const [text, year, month, day, fromEdge, toYear, nextYear, toMonth = month, toDay = match[10], toEdge] = match;
  if (fromEdge !== undefined || toEdge === '初')
    throw new Unclear(`「${text}」：几号看不出来`, '写成日期，例如 6月28日至9月15日');
  if ((day === undefined) !== (toDay === undefined) && toEdge === undefined)
    throw new Unclear(`「${text}」一头写了几号，另一头没写`, '例如 6月28日至9月15日');
  const isNextYear = nextYear !== undefined || (toYear === undefined && Number(toMonth) < Number(month));
  const endYear = toYear ?? (year === undefined ? undefined : String(Number(year) + (isNextYear ? 1 : 0)));
  if (toYear !== undefined && year === undefined)
    throw new Unclear(`「${text}」只有后一头写了年份`, '两头都写年份，例如 2025年12月20日至2026年1月5日');
  const range = rangeOf(text, { year, month, day }, { year: endYear, month: toMonth, day: toDay });
  if (nextYear !== undefined && range[0] <= range[1] && year === undefined)
    throw new Unclear(`「${text}」超过了一年`, '例如 10月至次年4月');
  return { type: 'when', text, when: { dates: [range] } };
}

function singleDate([text, year, month, day, since]: RegExpExecArray): Token {
  const [from, to] = rangeOf(text, { year, month, day }, { month, day });
  if (since === undefined) {
    const dates: DateRange = year === undefined ? [from, to] : [from, to, Number(year), Number(year)];
    return { type: 'when', text, when: { dates: [dates] } };
  }
  if (year === undefined) throw new Unclear(`「${text}」：哪一年起，到什么时候？`, '写明年份，例如 2026年7月1日起');
  return { type: 'when', text, when: { dates: [[from, 1231, Number(year), OPEN_YEAR]] } };
}

function fullDates(text: string, parts: readonly string[]): Token {
  const [year, month, day, toYear, toMonth, toDay] = parts;
  const range = rangeOf(text, { year, month, day }, { year: toYear, month: toMonth, day: toDay });
  return { type: 'when', text, when: { dates: [range] } };
}

function rangeOf(text: string, from: DatePart, to: DatePart): DateRange {
  const [first, last] = [monthDayOf(text, from, 'first'), monthDayOf(text, to, 'last')];
  if (from.year === undefined) return [first, last];
  const [fromYear, toYear] = [Number(from.year), Number(to.year ?? from.year)];
  if (fromYear * 10_000 + first > toYear * 10_000 + last) throw new Unclear(`「${text}」的结束早于开始`);
  return [first, last, fromYear, toYear];
}

function monthDayOf(text: string, { month, day }: DatePart, edge: 'first' | 'last'): number {
  const number = Number(month);
  if (!(number >= 1 && number <= 12)) throw new Unclear(`「${text}」：没有 ${number} 月`);
  const date = day === undefined ? (edge === 'first' ? 1 : daysOfMonth(number)) : Number(day);
  if (date < 1 || date > daysOfMonth(number)) throw new Unclear(`「${text}」：${number} 月没有 ${date} 号`);
  return number * 100 + date;
}
