/** Hours said back to the clerk: the sentence, read again, gives the same hours on every kind of day. */
import fc from 'fast-check';
import { readRules, type WrittenRule } from '@yugong/domain/opening-hours/compile';
import { describeHours } from '@yugong/domain/opening-hours/describe';
import { differingDay, isEverOpen, plainHours } from '@yugong/domain/opening-hours/plain';
import { writeHours } from '@yugong/domain/opening-hours/write';
import { holidays, rules } from './generators';

function rulesOf(written: string): WrittenRule[] {
  const read = readRules(written);
  if (!read.ok) throw new Error(`${written}: ${read.message}`);
  return read.rules;
}

/** A rule that later ones leave nothing of; the sense check refuses such a sentence. */
const hasDeadRule = (given: readonly WrittenRule[]): boolean =>
  given.length > 1 &&
  given.some((_, at) => {
    const without = given.filter((__, other) => other !== at);
    return differingDay(writeHours(given), writeHours(without)) === null;
  });

describe('hours said back', () => {
  it.each([
    ['24/7', '每天 24 小时'],
    ['Mo-Fr 09:00-12:00,14:00-18:00; PH off', '周一至周五 9:00–12:00、14:00–18:00；节假日不开'],
    ['Mo-Su 22:00-06:00; Su off', '每天 22:00–次日6:00；周日不开'],
    ['Mo-Su,PH 07:00-23:00', '每天（含节假日） 7:00–23:00'],
    ['Sa,Su,PH 02:00-05:00', '周六、周日及节假日 凌晨2:00–5:00'],
    ['Oct-Apr 09:00-17:00; May-Sep 09:00-18:00', '10月至次年4月每天 9:00–17:00；5月至9月每天 9:00–18:00'],
    ['Mo-Su 09:00-18:00; Fr 09:00-16:00, Fr 19:00-21:00', '每天 9:00–18:00；周五改为 9:00–16:00；周五另加 19:00–21:00'],
    ['Sa[1] 09:00-12:00; Su[-1] off', '每月第1个周六 9:00–12:00；每月倒数第1个周日不开'],
    ['week 10-20 Mo 10:00-12:00 open "bell" || unknown', '第10至20周周一 10:00–12:00（注：bell）；其余时间里不确定'],
    ['2026 Jul 01-2026 Aug 31 Mo-Fr 10:00-12:00', '2026年7月1日至2026年8月31日周一至周五 10:00–12:00'],
    ['Mo-Su 09:00-17:00; Mo off; PH Mo 09:00-17:00', '每天 9:00–17:00；周一不开；节假日中的周一改为 9:00–17:00'],
  ])('%s', (written, sentence) => {
    expect(describeHours(rulesOf(written))).toBe(sentence);
  });

  it('give the same hours again, whatever the rules and however they are joined', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(rules, holidays), (written) => {
        const given = rulesOf(written);
        if (!isEverOpen(given) || hasDeadRule(given)) return;
        const sentence = describeHours(given);
        const again = plainHours(sentence);
        expect([written, sentence, again.ok || again.message]).toEqual([written, sentence, true]);
        if (again.ok)
          expect([written, sentence, again.written, differingDay(written, again.written)]).toEqual([
            written,
            sentence,
            again.written,
            null,
          ]);
        read++;
      }),
      { numRuns: 150, seed: 29 },
    );
    expect(read).toBeGreaterThan(100);
  }, 60_000);
});
