/** Rules said back: the sentence that a clerk compares with what was meant, word for word. */
import { readRules } from '@yugong/domain/opening-hours/compile';
import { describeHours } from '@yugong/domain/opening-hours/describe';
import { writeHours } from '@yugong/domain/opening-hours/write';

/** The sentence, and the syntax as it is written again. */
function saidAndWritten(written: string): [sentence: string, again: string] {
  const read = readRules(written);
  if (!read.ok) throw new Error(read.message);
  return [describeHours(read.rules), writeHours(read.rules)];
}

describe('hours are said back', () => {
  it.each([
    ['24/7', '每天 24 小时'],
    ['Mo-Su 00:00-24:00 unknown', '每天 24 小时 不确定'],
    ['01:00-05:00', '每天 凌晨1:00–5:00'],
    ['00:00-05:00', '每天 0:00–5:00'],
    ['06:00-09:00', '每天 6:00–9:00'],
    ['Mo-Fr,Su 09:00-18:00 open "响铃"', '周一至周五、周日 9:00–18:00（注：响铃）'],
    ['Mo-Su,PH 09:00-18:00', '每天（含节假日） 9:00–18:00'],
    ['PH Mo-Fr 10:00-16:00', '节假日中的周一至周五 10:00–16:00'],
    ['Sa[1],Sa[-1] 10:00-12:00', '每月第1个周六及每月倒数第1个周六 10:00–12:00'],
    ['Mo[1] +2 days off', '每月第1个周一后2天不开'],
    ['Mo[1] -1 days off', '每月第1个周一前1天不开'],
    ['week 10-20/2 Tu 10:00-12:00', '第10至20周每2周周二 10:00–12:00'],
  ])('by their days: %s is %s', (written, sentence) => {
    expect(saidAndWritten(written)).toEqual([sentence, written]);
  });

  it.each([
    ['Jan-Jun 10:00-12:00', '1月至6月每天 10:00–12:00'],
    ['Oct off', '10月每天不开'],
    ['May-Sep 09:00-18:00; Oct-Apr 09:00-17:00', '5月至9月每天 9:00–18:00；10月至次年4月每天 9:00–17:00'],
    ['Jan 10-Jan 31 10:00-12:00', '1月10日至1月31日每天 10:00–12:00'],
    ['Dec 20-Jan 05 off', '12月20日至次年1月5日每天不开'],
    ['2026 Jun 28-2026 Sep 15 10:00-21:00', '2026年6月28日至2026年9月15日每天 10:00–21:00'],
    ['2026 Mar 01 10:00-12:00', '2026年3月1日 10:00–12:00'],
    ['2026+ 10:00-12:00', '2026年1月1日起每天 10:00–12:00'],
    ['Jan 01,Feb 01 off', '1月1日、2月1日不开'],
    ['Jan 31,Mar 31,May 31,Jul 31,Aug 31,Oct 31,Dec 31 10:00-12:00', '每月31日 10:00–12:00'],
  ])('by their dates: %s is %s', (written, sentence) => {
    expect(saidAndWritten(written)).toEqual([sentence, written]);
  });

  it.each([
    ['2026 Dec 20-Jan 05 off', '2026 Dec 20-2027 Jan 05 off'],
    ['2025-2026 10:00-12:00', '2025 Jan 01-2026 Dec 31 10:00-12:00'],
    ['2026 Sep 15-Dec 20 off', '2026 Sep 15-2026 Dec 20 off'],
    ['2026 Mar 01-2028 Mar 01 off', '2026 Mar 01-2028 Mar 01 off'],
    ['Jan 10-20 10:00-12:00', 'Jan 10-Jan 20 10:00-12:00'],
  ])('with both years where one of them is left out: %s', (written, again) => {
    expect(saidAndWritten(written)[1]).toBe(again);
  });

  it.each([
    ['Mo-Fr 09:00-18:00; Sa 10:00-16:00', '周一至周五 9:00–18:00；周六 10:00–16:00'],
    ['Mo-Fr 09:00-18:00; PH 10:00-16:00', '周一至周五 9:00–18:00；节假日改为 10:00–16:00'],
    ['Mo-Fr 09:00-18:00; Jul-Aug Mo-Fr 10:00-17:00', '周一至周五 9:00–18:00；7月至8月周一至周五改为 10:00–17:00'],
    [
      'Jul-Aug Mo-Fr 09:00-18:00; Sep-Oct Mo-Fr 10:00-17:00',
      '7月至8月周一至周五 9:00–18:00；9月至10月周一至周五 10:00–17:00',
    ],
    [
      'Jul-Aug Mo-Fr 09:00-18:00; Aug-Oct Mo-Fr 10:00-17:00',
      '7月至8月周一至周五 9:00–18:00；8月至10月周一至周五改为 10:00–17:00',
    ],
    ['Mo-Fr 09:00-18:00, Fr 20:00-22:00', '周一至周五 9:00–18:00；周五另加 20:00–22:00'],
    ['Mo-Fr 09:00-18:00 || unknown', '周一至周五 9:00–18:00；其余时间里不确定'],
    ['Mo-Fr 09:00-18:00 || Sa unknown', '周一至周五 9:00–18:00；其余时间里周六不确定'],
    ['Mo-Fr 09:00-18:00 || Mo[1] unknown', '周一至周五 9:00–18:00；其余时间里每月第1个周一不确定'],
    [
      'Mo-Fr 09:00-18:00 || Sa 10:00-12:00 unknown "打电话问"',
      '周一至周五 9:00–18:00；其余时间里周六 10:00–12:00 不确定（注：打电话问）',
    ],
  ])('with what a rule does to those before it: %s is %s', (written, sentence) => {
    expect(saidAndWritten(written)).toEqual([sentence, written]);
  });
});
