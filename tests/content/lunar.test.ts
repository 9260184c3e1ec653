/** The lunar table against an independent calendar, ICU's, day by day; and the days everybody knows. */
import { addDays } from '@yugong/domain/calendar';
import { festivalOf, lunarOf, sayLunarDate, sayUnderDay, solarTermOf } from '@yugong/domain/lunar';
import { lunarTable } from '../../scripts/generate/lunar';

const table = lunarTable(2024, 2029);

/**
 * The new moon of February 2027 is at 23:56 in Beijing on the 6th, which is 正月初一 by the Hong Kong Observatory's
 * tables; ICU's own astronomy misses midnight by those minutes and begins the month on the 7th.
 */
const icuIsWrong = (day: string): boolean => day >= '2027-02-06' && day <= '2027-03-07';

it('agrees with ICU on every day from 2024 to 2029', () => {
  // Its leap months are called 6bis.
  const icu = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  const wrong: string[] = [];
  for (let day = '2024-01-01'; day <= '2029-12-31'; day = addDays(day, 1)) {
    if (icuIsWrong(day)) continue;
    const parts = icu.formatToParts(new Date(`${day}T00:00:00Z`));
    const [month, number] = ['month', 'day'].map((type) => parts.find((part) => part.type === type)?.value);
    const lunar = lunarOf(table, day);
    if (lunar === null || `${lunar.month}${lunar.leap ? 'bis' : ''}-${lunar.day}` !== `${month}-${number}`)
      wrong.push(`${day}: ${month}-${number}, the table has ${JSON.stringify(lunar)}`);
  }
  expect(wrong).toEqual([]);
});

it.each([
  ['2024-02-09', '除夕'],
  ['2024-02-10', '春节'],
  ['2025-01-28', '除夕'],
  ['2025-05-31', '端午节'],
  ['2025-10-06', '中秋节'],
  ['2026-02-16', '除夕'],
  ['2026-02-17', '春节'],
  ['2026-05-01', '劳动节'],
  ['2026-09-25', '中秋节'],
  ['2026-10-01', '国庆节'],
  ['2027-02-06', '春节'],
])('%s is %s', (day, name) => expect(festivalOf(table, day)).toBe(name));

it('does not keep a festival twice in a leap month', () => {
  // 2025 has a leap sixth month, 2028 a leap fifth: 端午 is in the first of the two.
  expect(lunarOf(table, '2025-07-25')).toEqual({ month: 6, leap: true, day: 1, length: 29 });
  const festivals = Array.from({ length: 366 }, (_, at) => festivalOf(table, addDays('2028-01-01', at)));
  expect(festivals.filter((name) => name === '端午节')).toHaveLength(1);
});

it.each([
  ['2024-04-04', '清明'],
  ['2025-12-21', '冬至'],
  ['2026-02-04', '立春'],
  ['2026-02-18', '雨水'],
  ['2026-11-22', '小雪'],
])('%s is %s', (day, term) => expect(solarTermOf(table, day)).toBe(term));

it('writes the few characters under a number', () => {
  expect(['2026-11-09', '2026-11-10', '2026-11-22', '2026-01-01'].map((day) => sayUnderDay(table, day))).toEqual([
    '十月',
    '初二',
    '小雪',
    '元旦',
  ]);
});

it('is silent outside the table instead of guessing', () => {
  expect(lunarOf(table, '2023-11-01')).toBeNull();
  expect(sayUnderDay(table, '2031-03-03')).toBe('');
  expect(sayLunarDate(table, '2031-03-03')).toBeNull();
});

it('stays within its bytes', () => expect(JSON.stringify(table).length).toBeLessThan(1600));
