/**
 * What clerks write, against a table of days and hours that was written beside each text by hand. The table is evaluated
 * by an oracle of its own (`oracle.ts`), so a translation that is wrong in the same way everywhere is still seen.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stateAt } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { differingDay, plainHours, type PlainHours } from '@yugong/domain/opening-hours/plain';
import { dayNumber } from '@yugong/domain/opening-hours/days';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import { oracle } from './oracle';
import { at, hours, table } from './support';
import { textContaining } from '../../support/matchers';

const rows = (file: string): string[][] =>
  readFileSync(path.join(__dirname, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const cases = rows('plain-hours.tsv').map(([text = '', expected = '']): [string, string] => [text, expected]);
const clear = cases.filter(([, expected]) => expected !== '!');
const unclear = cases.filter(([, expected]) => expected === '!');

const isHoliday = (day: string): boolean => table.at(Date.parse(`${day}T00:00:00Z`) / 86_400_000)?.kind === 'holiday';

/** An ordinary week, the holiday with the days around it (a Monday among them), and the edges of months and seasons. */
const DAYS = [
  ...Array.from({ length: 8 }, (_, step) => `2026-11-${23 + step}`),
  ...['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09'],
  ...Array.from({ length: 7 }, (_, step) => `2026-10-0${step + 1}`),
  ...['2026-01-01', '2026-01-06', '2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'],
  ...['2026-06-06', '2026-06-27', '2026-06-28', '2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01', '2026-08-31'],
  ...['2026-09-01', '2026-09-15', '2026-09-16', '2026-10-31', '2026-11-01', '2026-12-19', '2026-12-20', '2025-07-15'],
];
/** The half hours, and the minute before each. */
const MINUTES = Array.from({ length: 48 }, (_, half) => half * 30).flatMap((minute) => [minute, minute + 29]);

/** Each text is translated once, though several tests look at it. */
const readings = new Map<string, PlainHours>();
function reading(text: string): PlainHours {
  const known = readings.get(text) ?? plainHours(text);
  readings.set(text, known);
  return known;
}

function written(text: string): string {
  const read = reading(text);
  if (!read.ok) throw new Error(`refused: ${read.message}`);
  return read.written;
}

/** The first minute, of those looked at, in which the hours and the table differ. */
function firstDifference(syntax: string, expected: string): string | null {
  const compiled = hours(syntax);
  const expectedAt = oracle(expected, isHoliday);
  for (const day of DAYS) {
    const midnight = at(`${day} 00:00`);
    const segments = segmentsOf(compiled, dayNumber(day), table);
    for (const minute of MINUTES) {
      const [ours, theirs] = [segments.find(({ to }) => to > minute)?.state, expectedAt(midnight + minute * 60_000)];
      if (ours !== theirs) return `${day} minute ${minute}: ${ours}, and the table says ${theirs} (${syntax})`;
    }
  }
  return null;
}

describe('hours in plain Chinese', () => {
  it.each(clear)('%s', (text, expected) => {
    expect(firstDifference(written(text), expected)).toBeNull();
  });

  it.each(rows('unseen-hours.tsv'))('as the reader had not seen them: %s', (text = '', expected = '') => {
    const wanted = expected.split('|');
    const read = plainHours(text.replace('\\n', '\n'));
    if (!read.ok) expect([read.message, wanted]).toEqual([read.message, expect.arrayContaining(['~'])]);
    else {
      const same = wanted.filter((one) => one !== '~' && differingDay(read.written, one) === null);
      expect([read.written, same]).toEqual([read.written, [expect.any(String)]]);
    }
  });

  it.each([
    ['9:00-21:00（春节休息）', '按农历或节气，每年的日期不同', '2027年2月5日至8日休息'],
    ['国庆节 9:00-12:00', '放几天每年不同', '10月1日至7日休息'],
    ['除夕至正月初六休息，其余时间9:00-18:00', '每年的日期不同', '时间说明'],
    ['元旦、春节除外，每天9:00-17:00', '每年的日期不同', '1月1日休息'],
    ['五一休息，其余9:00-18:00', '放几天每年不同', '5月1日至5日休息'],
  ])('of one festival are refused with the dates to write instead: %s', (text, why, dates) => {
    expect(plainHours(text)).toMatchObject({
      ok: false,
      message: textContaining(why),
      expected: textContaining(dates),
    });
  });

  it.each(unclear)('are refused with a sentence where they could mean two things or none: %s', (text) => {
    const read = plainHours(text);
    expect(read).toMatchObject({ ok: false });
    if (!read.ok) {
      expect(read.message).toMatch(/[\u4e00-\u9fff]/);
      expect(read.expected).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('are many, so that the table is worth its while', () => {
    expect(clear.length).toBeGreaterThanOrEqual(250);
  });

  it('are said back in a sentence that gives the same hours again', () => {
    for (const [text] of clear) {
      const read = reading(text);
      if (!read.ok) throw new Error(`${text}: ${read.message}`);
      const again = plainHours(read.sentence);
      expect([text, again.ok && again.sentence]).toEqual([text, read.sentence]);
      expect(compileHours(read.written)).toMatchObject({ ok: true });
    }
  });

  it.each([
    ['9:00-12:00，2:00-5:30', '下午 2:00 吗？'],
    ['9:00-5:30', '下午 5:30 吗'],
    ['18:00-9:00', '晚上 9:00 吗，还是次日'],
    ['20:00-14:00', '是次日 14:00 吗？'],
    ['夏季9:00-18:00', '夏季」是几月到几月？'],
    ['9:00-18:00（午休）', '午休几点到几点？'],
    ['9:00-18:00，随缘开放', '看不懂「随缘'],
    ['9:00-21:00，节假日不正常开放', '是休息，还是另有时间'],
  ])('%s is answered with the question %s', (text, question) => {
    expect(plainHours(text)).toMatchObject({ ok: false, message: textContaining(question) });
  });

  it.each([
    ['9：00～17：00', 'Mo-Su 09:00-17:00'],
    ['9.00—17.00', 'Mo-Su 09:00-17:00'],
    ['9:00→17:00', 'Mo-Su 09:00-17:00'],
    ['9:00直至17:00', 'Mo-Su 09:00-17:00'],
    ['九点至十七点', 'Mo-Su 09:00-17:00'],
    ['周一到周五九点半到下午五点半', 'Mo-Fr 09:30-17:30'],
    ['下午两点-五点', 'Mo-Su 14:00-17:00'],
    ['10点一刻-12点', 'Mo-Su 10:15-12:00'],
    ['中午12:00-下午1:00', 'Mo-Su 12:00-13:00'],
    ['下午12:00-下午5:00', 'Mo-Su 12:00-17:00'],
    ['12:00am-6:00am', 'Mo-Su 00:00-06:00'],
    ['9:00am-5:00pm', 'Mo-Su 09:00-17:00'],
    ['晚上8点-凌晨2点', 'Mo-Su 20:00-02:00'],
    ['20:00-3:30', 'Mo-Su 20:00-03:30'],
    ['二十二点-次日六点', 'Mo-Su 22:00-06:00'],
    ['9:00-23:59', 'Mo-Su 09:00-24:00'],
  ])('know the clock however it is written: %s', (text, syntax) => {
    expect(written(text)).toBe(syntax);
  });

  it.each([
    ['周一·周三 9:00-17:00', 'Mo,We 09:00-17:00'],
    ['周一|周三 9:00-17:00', 'Mo,We 09:00-17:00'],
    ['9:00-17:00休息日周一', 'Mo-Su 09:00-17:00; Mo off'],
    ['9:00-17:00 休息日：周一', 'Mo-Su 09:00-17:00; Mo off'],
    ['周二至周日9:00-17:00 休息日：周一', 'Tu-Su 09:00-17:00; Mo off'],
    ['9:00-17:00（休息日：周一）', 'Tu-Su 09:00-17:00'],
    ['每月第一个周一后2天休息，9:00-17:00', 'Mo-Su 09:00-17:00; Mo[1] +2 days off'],
    ['每月第1个周六前1天休息，9:00-17:00', 'Mo-Su 09:00-17:00; Sa[1] -1 days off'],
    ['每月最后一个周五休息，9:00-17:00', 'Mo-Su 09:00-17:00; Fr[-1] off'],
    ['每月倒数第2个周五休息，9:00-17:00', 'Mo-Su 09:00-17:00; Fr[-2] off'],
    ['2025年12月20日至次年1月5日 9:00-10:00', '2025 Dec 20-2026 Jan 05 09:00-10:00'],
    ['12月20日至次年1月5日休息，9:00-17:00', 'Mo-Su 09:00-17:00; Dec 20-Jan 05 off'],
    ['7月至8月底 9:00-10:00', 'Jul-Aug 09:00-10:00'],
    ['6月15日至9月底 9:00-10:00', 'Jun 15-Sep 30 09:00-10:00'],
  ])('know the days however they are written: %s', (text, syntax) => {
    expect(written(text)).toBe(syntax);
  });

  it.each([
    ['7月-8月周一至周五9:00-18:00；7月周三至周日10:00-16:00', 'Jul-Aug Mo-Fr 09:00-18:00; Jul We-Su 10:00-16:00'],
    ['第27至28周10:00-16:00；7月-8月9:00-18:00', 'Jul-Aug 09:00-18:00; week 27-28 Mo-Su 10:00-16:00'],
    ['7月1日10:00-16:00；7月-8月9:00-18:00', 'Jul-Aug 09:00-18:00; Jul 01 10:00-16:00'],
    [
      '2026年7月1日-8月31日9:00-18:00；2027年8月1日-2027年9月30日10:00-18:00',
      '2026 Jul 01-2026 Aug 31 09:00-18:00; 2027 Aug 01-2027 Sep 30 10:00-18:00',
    ],
  ])('let the more special dates win, in whichever order they are written: %s', (text, syntax) => {
    expect(written(text)).toBe(syntax);
  });

  it.each([
    ['9:00-18:00（午休：12:00-14:00）', 'Mo-Su 09:00-12:00,14:00-18:00'],
    ['12:00-14:00午休，9:00-18:00', 'Mo-Su 09:00-12:00,14:00-18:00'],
    ['午休12:00-14:00，9:00-18:00', 'Mo-Su 09:00-12:00,14:00-18:00'],
    ['周一至周五9:00-18:00，午休12:00-14:00', 'Mo-Fr 09:00-12:00,14:00-18:00'],
    ['9:00-18:00，午休12:00-14:00，周六10:00-16:00', 'Mo-Su 09:00-12:00,14:00-18:00; Sa 10:00-16:00'],
    ['周六午休12:00-13:00，9:00-18:00', 'Mo-Su 09:00-18:00; Sa 12:00-13:00 off'],
    ['9:00-17:00，周二12:00-13:00休息', 'Mo-Su 09:00-17:00; Tu 12:00-13:00 off'],
    ['周一9:00-12:00；周二9:00-18:00；12:00-14:00休息', 'Mo 09:00-12:00; Tu 09:00-12:00,14:00-18:00'],
    ['9:00-12:00，周二13:00-14:00休息', 'Mo-Su 09:00-12:00; Tu 13:00-14:00 off'],
    ['22:00-次日6:00，凌晨2:00-3:00休息', 'Mo-Su 22:00-06:00; Mo-Su 02:00-03:00 off'],
    [
      '周一至周五22:00-次日6:00；周六凌晨1:00-5:00；每天凌晨2:00-3:00休息',
      'Mo-Fr 22:00-06:00; Sa 01:00-05:00; Mo-Su 02:00-03:00 off',
    ],
  ])('keep a break to the hours that it interrupts: %s', (text, syntax) => {
    expect(written(text)).toBe(syntax);
  });

  it('name what belongs to the place and not to its hours, so that nothing is dropped without a word', () => {
    expect(plainHours('24小时（自助）')).toMatchObject({ notes: [textContaining('「自助」')] });
    expect(plainHours('9:00-17:00（16:30停止入馆）')).toMatchObject({
      notes: [textContaining('16:30停止入馆')],
    });
  });

  it('close for a break on the days that it is of, and stay open on all others', () => {
    const pauses: [text: string, instant: string, state: string][] = [
      ['9:00-18:00（周一12:00-14:00盘点）', '2026-11-30 13:00', 'closed'],
      ['9:00-18:00（周一12:00-14:00盘点）', '2026-12-01 13:00', 'open'],
      ['9:00-18:00（每月5日14:00-16:00消毒）', '2026-12-05 15:00', 'closed'],
      ['9:00-18:00（每月5日14:00-16:00消毒）', '2026-12-06 15:00', 'open'],
      ['9:00-18:00（6月-8月12:00-15:00午休）', '2026-07-06 13:00', 'closed'],
      ['9:00-18:00（6月-8月12:00-15:00午休）', '2026-11-30 13:00', 'open'],
      ['9:00-18:00，每月第一个周一12:00-14:00休息', '2026-12-07 13:00', 'closed'],
      ['9:00-18:00，每月第一个周一12:00-14:00休息', '2026-12-14 13:00', 'open'],
      ['9:00-18:00，每月第一个周一12:00-14:00休息', '2026-12-07 15:00', 'open'],
      ['9:00-18:00；节假日12:00-14:00休息', '2026-10-01 13:00', 'closed'],
      ['9:00-18:00；节假日12:00-14:00休息', '2026-10-01 15:00', 'open'],
      ['9:00-18:00；节假日12:00-14:00休息', '2026-11-30 13:00', 'open'],
    ];
    for (const [text, instant, state] of pauses)
      expect([text, instant, stateAt(hours(written(text)), at(instant), table).state]).toEqual([text, instant, state]);
  });

  it('are open and closed at the instants of the shared cases', () => {
    const shared: [text: string, instant: string, state: string][] = [
      ['周一至周五（法定节假日除外）9:00-17:30', '2026-11-30 10:00', 'open'],
      ['周一至周五9:00-18:00，周六周日12:00-14:00午休', '2026-11-30 10:00', 'open'],
      ['周一至周五 9:00-12:00 午休 14:00-18:00', '2026-11-30 15:00', 'open'],
      ['上午9点-晚上12点', '2026-11-30 20:00', 'open'],
      ['09:00-17:00，周一闭馆（法定节假日除外）', '2026-10-02 10:00', 'open'],
      ['22:00-次日6:00，周日休息', '2026-11-30 02:00', 'closed'],
      ['22:00-次日6:00，周日休息', '2026-11-29 02:00', 'open'],
      ['20:00-次日8:00；节假日休息', '2026-10-08 02:00', 'closed'],
      ['20:00-次日8:00；节假日休息', '2026-10-01 02:00', 'open'],
      ['周二至周四 7:00-次日4:00；周五至周日 9:00-17:00', '2026-11-27 02:00', 'open'],
    ];
    for (const [text, instant, state] of shared)
      expect([text, instant, stateAt(hours(written(text)), at(instant), table).state]).toEqual([text, instant, state]);
  });
});
