/** One spelling of what clerks write in many: widths, dashes, numerals, brackets. No meaning is decided here. */

const DIGITS = '零一二三四五六七八九';
const NUMERAL = '二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九]';
const MINUTES = '[二三四五]?十[一二三四五六七八九]?';

/** 二十一 → 21, 十 → 10, 两 → 2. */
function numberOf(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const digit = (char: string | undefined, otherwise: number): number =>
    char === undefined || char === '' ? otherwise : char === '两' ? 2 : DIGITS.indexOf(char);
  return numeral.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
}

const figure = (numeral: string): string => String(numberOf(numeral));

/** A blank parts two numbers; anywhere else it says nothing. */
const withoutBlanks = (text: string): string => text.replace(/(\d[点时分号日]?)\s+(?=\d)/g, '$1,').replace(/\s+/g, '');

/**
 * 8.30-17.30 is a time where nothing else could be; beside 9:00 or 夏季 it may as well be a date.
 */
function dotsAsColons(text: string): string {
  if (/\d:\d/.test(text) || (/[夏冬]/.test(text) && !/\d月/.test(text))) return text;
  const isTimes = [...text.matchAll(/\d\.(\d+)/g)].every(([, minutes = '']) => /^[0-5][05]$/.test(minutes));
  return isTimes ? text.replace(/(\d)\.(\d)/g, '$1:$2') : text;
}

/** 夏令时(5.1-9.30) is from 1 May to 30 September: behind a season in brackets nothing else could be meant. */
const seasonDates = (text: string): string =>
  text.replace(
    /([夏冬][季天令时制]{0,2})\((\d{1,2})\.(\d{1,2})-(次年|翌年)?(\d{1,2})\.(\d{1,2})\)/g,
    (_, season: string, month: string, day: string, next = '', toMonth: string, toDay: string) =>
      `${season}(${month}月${day}日-${String(next)}${toMonth}月${toDay}日)`,
  );

const ENGLISH_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 9am to 9pm daily, 9:00am-5:00pm (Mon-Fri): what a door sign says in English beside the Chinese. */
const englishWords = (text: string): string =>
  text
    .replace(/\b(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|ur|nes)?(?:day)?s?\b/g, (_, day: string) =>
      weekday(String(ENGLISH_DAYS.indexOf(day) + 1)),
    )
    .replace(/(?<=[ap]m|\d|周[一二三四五六日]) ?\b(?:to|through|thru)\b ?/g, '-')
    .replace(/\b(?:daily|every ?day)\b/g, '每天')
    .replace(/(?<![\d:])(\d{1,2}) ?(?=[ap]m\b)/g, '$1:00');

/** 9:00开馆,16:30停止入馆,17:00闭馆: the last entry stands between the two that make the span, and goes behind them. */
const lastEntryBehind = (text: string): string =>
  text.replace(
    /^(.*(?:开馆|开门|开园|开放)),(\d{1,2}:\d{2}停止(?:入场|入馆|入内|进场|进馆|入园)),(\d.*)$/,
    '$1,$3($2)',
  );

const CLOCK = '(?:早上?|上午|中午|下午|晚上?)?\\d{1,2}(?::\\d{2}|点半|点(?:\\d{1,2}分?)?)';

/** 开门7:30关门20:30, 开放：7:00；关闭：21:00 and 早上7点开,晚上9点关 give the two ends by what happens at them; 从8点一直开到22点 by one word more. */
const openAndClose = (text: string): string =>
  text
    .replace(new RegExp(`开[门放馆站]?(?:时间)?:?(${CLOCK})[,;]?关[门闭馆站]?(?:时间)?:?(${CLOCK})`, 'g'), '$1-$2')
    .replace(new RegExp(`(${CLOCK})开门?,(${CLOCK})关门?(?![一-龥])`, 'g'), '$1-$2')
    .replace(/一直(?:开|开放|营业)?(?=-)/g, '');

/** 一三五上午9点: three days or more in their order, in front of the text, are no number. */
const bareDays = (text: string): string =>
  text.replace(/^每?([一二三四五六日]{3,6})(?=上午|下午|中午|晚上?|早上?)/, (whole, days: string) => {
    const at = [...days].map((day) => '一二三四五六日'.indexOf(day));
    return at.every((day, index) => index === 0 || day > (at[index - 1] ?? 7)) ? `周${days}` : whole;
  });

/**
 * Half width, one kind of dash, 周 for 星期 and 礼拜, figures for the numerals of hours and months.
 *
 * @example normalise('星期一至星期五 早八点～晚八点半') // '周一-周五早8点-晚8点半'
 */
export function normaliseHoursText(text: string): string {
  const even = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\r\n]+/g, ' ')
    // 08:00:00 and 23:59:59, as databases write them.
    .replace(/(\d{1,2}:\d{2}):(?:00|59)(?![\d:])/g, '$1')
    .replace(/\s*([~〜—–―−‐﹣→:、,;。/()[\]-])\s*/g, '$1')
    // 【工作日】9:00-17:00【周末】10:00-16:00 are labels, unlike brackets behind the hours.
    .replace(/^[【[].*$/, (labelled) => labelled.replace(/[【[]([^【】[\]\d]*)[】\]]:?/g, ';$1:').replace(/^;/, ''))
    .replace(/[【[{]/g, '(')
    .replace(/[】\]}]/g, ')')
    .replace(/[~〜—–―−‐﹣→]+|-{2,}/g, '-');
  return bareDays(
    lastEntryBehind(dotsAsColons(withoutBlanks(englishWords(seasonDates(even)))))
      .replace(/星期|礼拜/g, '周')
      .replace(/每(晚上?|早上?)(?=\d)/g, '每天$1')
      .replace(/二十四(?=小时)/g, '24')
      .replace(/(上午|下午|晚上|早上|中午|夜间)\((\d[^()]*)\)/g, '$1$2')
      .replace(/直?[至到]/g, '-')
      .replace(/-{2,}/g, '-')
      // 20:00-8:00(次日) says behind the hour what belongs before it.
      .replace(/-(\d{1,2}(?::\d{2}|[点时]))\((次日|翌日|第二天)\)/g, '-$2$1')
      .replace(/周天/g, '周日')
      .replace(/(^|[,;])([一二三四五六])-周?([二三四五六日])(?=[\d,:(上早])/g, '$1周$2-周$3')
      .replace(/[·•|]/g, ',')
      .replace(
        /周([1-7])(?:-周?([1-7]))?(?![\d:.点时月])/g,
        (_, from: string, to?: string) => weekday(from) + (to ? `-${weekday(to)}` : ''),
      )
      .replace(
        /周([一二三四五六日])((?:、[1-7](?![\d:.点时月]))+)/g,
        (_, first: string, more: string) => `周${first}${more.replace(/[1-7]/g, (day) => weekday(day).slice(1))}`,
      )
      .replace(
        /(?<![周年月])[早朝]([一二三四五六七八九十]{1,2}|\d{1,2})点?-?晚([一二三四五六七八九十]{1,2}|\d{1,2})点?(?![:\d半分])/g,
        (_, from: string, to: string) => `早${asFigure(from)}点-晚${asFigure(to)}点`,
      )
      .replace(new RegExp(`(?<!周)(${NUMERAL})(?=[点时](?!间|段|令|制))`, 'g'), figure)
      .replace(new RegExp(`(?<=\\d[点时])(${MINUTES})(?=分|$|[^一二三四五六七八九十])`, 'g'), figure)
      .replace(/(?<![周个第])(十[一二]?|[一二三四五六七八九])(?=月)/g, figure)
      .replace(/.+/s, openAndClose)
      .replace(/(早上?)(\d{1,2}(?::\d{2}|点半?)),?(晚)/g, '$1$2-$3'),
  );
}

const weekday = (digit: string): string => `周${'一二三四五六日'[Number(digit) - 1] ?? ''}`;
const asFigure = (text: string): string => (/^\d+$/.test(text) ? text : figure(text));
