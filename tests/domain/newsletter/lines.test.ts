import { readLines } from '../../../packages/domain/newsletter/lines';
import { numberOf } from '../../../packages/domain/newsletter/numerals';

const texts = (text: string) => readLines(text).map((line) => `${line.number} ${line.level ?? '-'} ${line.text}`);

describe('readLines', () => {
  it.each([
    ['\n', 'Unix'],
    ['\r\n', 'Windows'],
    ['\r', 'old Mac'],
  ])('counts lines the same with %j (%s)', (end) => {
    expect(texts(['# 题', '', '正文'].join(end))).toEqual(['1 1 题', '3 - 正文']);
  });

  it('drops a byte order mark and zero-width characters', () => {
    expect(texts('\ufeff# 题\u200b目')).toEqual(['1 1 题目']);
  });

  it('makes full-width digits, letters and signs half-width, and leaves Chinese punctuation', () => {
    expect(texts('１１月１４日，ＡＩ＋，９８％')).toEqual(['1 - 11月14日，AI+，98%']);
  });

  it('takes half-width stops among Chinese characters for the Chinese ones, and leaves those of numbers and Latin words', () => {
    expect(texts('7月6日,区总工会开班,首日2,316人;下周"职工之家APP"上线.')).toEqual([
      '1 - 7月6日，区总工会开班，首日2,316人；下周"职工之家APP"上线。',
    ]);
    expect(texts('Mon,Tue a.b 1.5万')).toEqual(['1 - Mon,Tue a.b 1.5万']);
  });

  it('reads headings with full-width and closing marks', () => {
    expect(texts('＃＃ 一周动态 ##\n####思想政治引领')).toEqual(['1 2 一周动态', '2 4 思想政治引领']);
  });

  it('trims ideographic spaces and takes bold marks off', () => {
    expect(texts('　　**一周动态**　')).toEqual(['1 - 一周动态']);
  });

  it('remembers which lines follow an empty one', () => {
    expect(readLines('甲\n乙\n \n丙').map((line) => line.afterBlank)).toEqual([true, false, true]);
  });
});

describe('numberOf', () => {
  it.each([
    ['十六', 16],
    ['二十', 20],
    ['三千二百', 3200],
    ['两亿三千万', 230_000_000],
    ['12', 12],
  ])('reads %s', (text, value) => expect(numberOf(text)).toBe(value));

  it.each(['众', '', '一起'])('does not read %j', (text) => expect(numberOf(text)).toBeNull());
});
