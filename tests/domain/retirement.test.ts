/** The age of retirement: the whole table by month of birth, against one written out from the rules of 2024 by walking. */
import guides from '@yugong/content/collections/rights-guides.json';
import { defined } from '@yugong/domain/narrow';
import { contributionsFor, retirementOf, sayAge, sayYears, type RetirementRule } from '@yugong/domain/retirement';

const rules = defined(guides.find(({ id }) => id === 'right-retirement')?.retirement);
const [man, woman55, woman50]: readonly RetirementRule[] = rules;

const DAY_ONE = 15;

/** The month after another, by the calendar of JavaScript. */
const next = (month: string, count = 1): string => {
  const date = new Date(`${month}-${DAY_ONE}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
};

/**
 * The annex of a group, written out row by row: whoever reaches the original age in the first months from January 2025
 * on is a month later, the next ones two, until nothing is added any more.
 */
function annex(
  originalYears: number,
  group: number,
  finalYears: number,
): Map<string, { years: number; months: number }> {
  const table = new Map<string, { years: number; months: number }>();
  let born = next('2025-01', -12 * originalYears);
  for (let before = next(born, -240); before < born; before = next(before))
    table.set(before, { years: originalYears, months: 0 });
  let [years, months] = [originalYears, 0];
  while (years < finalYears) {
    months += 1;
    if (months === 12) [years, months] = [years + 1, 0];
    for (let row = 0; row < group; row++) {
      table.set(born, { years, months });
      born = next(born);
    }
  }
  for (; born <= '2012-12'; born = next(born)) table.set(born, { years: finalYears, months: 0 });
  return table;
}

describe.each([
  ['men, from 60 to 63', defined(man), annex(60, 4, 63)],
  ['women who retired at 55, to 58', defined(woman55), annex(55, 4, 58)],
  ['women who retired at 50, to 55', defined(woman50), annex(50, 2, 55)],
] as const)('%s', (_who, rule, table) => {
  it('retire at the age of the table, whatever the month of birth', () => {
    expect(table.size).toBeGreaterThan(690);
    for (const [born, { years, months }] of table) {
      const { age, on } = retirementOf(rule, born);
      expect([born, Math.floor(age / 12), age % 12, on]).toEqual([
        born,
        years,
        months,
        next(born, 12 * years + months),
      ]);
    }
  });

  it('retire three years earlier at most, never before the original age, and three later', () => {
    for (const [born] of table) {
      const { on, earliest, latest } = retirementOf(rule, born);
      const original = next(born, 12 * rule.originalAge);
      const threeBefore = next(on, -36);
      expect(earliest).toBe(threeBefore > original ? threeBefore : original);
      expect(latest).toBe(next(on, 36));
    }
  });
});

/** Published examples, and the first and last rows of the annexes. */
it.each([
  [defined(man), '1967-05', '60 岁 8 个月', '2028-01'],
  [defined(man), '1983-02', '63 岁', '2046-02'],
  [defined(man), '1964-12', '60 岁', '2024-12'],
  [defined(man), '1965-01', '60 岁 1 个月', '2025-02'],
  [defined(woman55), '1974-10', '56 岁 3 个月', '2031-01'],
  [defined(woman50), '1984-11', '55 岁', '2039-11'],
  [defined(woman50), '1975-01', '50 岁 1 个月', '2025-02'],
])('is as published: %#', (rule, born, age, on) => {
  const found = retirementOf(rule, born);
  expect([sayAge(found.age), found.on]).toEqual([age, on]);
});

it.each([
  ['2029-12', '15 年'],
  ['2030-01', '15 年半'],
  ['2031-06', '16 年'],
  ['2038-12', '19 年半'],
  ['2039-01', '20 年'],
  ['2050-01', '20 年'],
])('who retires in %s needs contributions of %s (article 2)', (month, years) =>
  expect(sayYears(contributionsFor(month))).toBe(years),
);
