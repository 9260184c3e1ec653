/**
 * Our evaluation against an independent one: OpenStreetMap's reference library, over rules of the dataset and a
 * generated family, at random instants and at the edges where mistakes live.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { dayNumberAt, openHolidays, packHolidays, stateAt } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { dayNumber, dayOf, instantAt, minutesInto } from '@yugong/domain/opening-hours/days';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import { reference } from '@yugong/content/hours/reference';

const collection = (name: string) =>
  JSON.parse(
    readFileSync(path.join(__dirname, `../../../packages/content/collections/${name}.json`), 'utf8'),
  ) as never[];
const data = packHolidays(collection('holidays'));
const table = openHolidays(data);
const written = (collection('stations') as { openingHours: string | null }[]).map((one) => one.openingHours);

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const times = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 46 }), fc.integer({ min: 1, max: 47 })).map(([from, length]) => `${clock(from * 30)}-${clock(Math.min(1440, (from + length) * 30))}`), // prettier-ignore
  fc.constantFrom('00:00-24:00', '09:00-12:00,14:00-18:00', '22:00-02:00', '18:00-26:00', '20:30-06:00'),
);
const weekdays = fc.constantFrom('Mo-Fr', 'Mo-Su', 'Sa,Su', 'Sa', 'Mo,We,Fr', 'Fr-Mo', 'Tu-Th');
const dates = fc.constantFrom('', '', '', 'Jun 28-Sep 15 ', 'Nov-Feb ', '2026 Jun 28-2026 Sep 15 ', 'Dec 20-Jan 05 ', 'Oct 01-07 ', '2025 Dec 20-2026 Jan 05 ', 'Jul,Aug ', '2026 '); // prettier-ignore
const meaning = fc.constantFrom('', '', '', '', ' unknown');
const opening = fc.tuple(dates, weekdays, times, meaning).map((parts) => parts.join('').replace(/(Mo|Tu|We|Th|Fr|Sa|Su)(?=\d)/, '$1 ')); // prettier-ignore
const closing = fc.tuple(dates, weekdays).map(([when, days]) => `${when}${days} off`);
const joined = fc
  .tuple(
    opening,
    fc.array(fc.tuple(fc.constantFrom('; ', '; ', ', ', ' || '), fc.oneof(opening, closing)), { maxLength: 3 }),
  ) // prettier-ignore
  .map(([first, rest]) => first + rest.map((pair) => pair.join('')).join(''));
// Holidays are written out for the library, which works for normal rules.
const withHolidays = fc
  .tuple(opening, fc.constantFrom('PH off', 'PH 10:00-16:00', 'PH 22:00-03:00', 'Sa,PH 10:00-12:00'))
  .map((pair) => pair.join('; '));
const isSpecial = (day: number): boolean => [day, day - 1].some((one) => table.at(one)?.kind === 'workday');
const edges = data.off.flatMap(([, first, count]) => [dayNumber(first) - 1, dayNumber(first), dayNumber(first) + count - 1, dayNumber(first) + count]); // prettier-ignore
const instants = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: dayNumber('2025-01-02'), max: dayNumber('2026-12-30') }), fc.constantFrom(...edges.filter((day) => day > dayNumber('2025-01-02')))), // prettier-ignore
    fc.oneof(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
    ),
  ),
  { minLength: 20, maxLength: 20 },
);

function expectSame(rules: string, moments: [number, number][]): void {
  const compiled = compileHours(rules);
  if (!compiled.ok) throw new Error(`${rules}: ${compiled.message}`);
  const library = reference(rules, data);
  for (const [day, minute] of moments) {
    if (isSpecial(day)) continue;
    const ours = segmentsOf(compiled.hours, day, table).find(({ to }) => to > minute)?.state;
    const theirs = library.at(day, minute);
    if (theirs !== null) expect([rules, dayOf(day), clock(minute), ours]).toEqual([rules, dayOf(day), clock(minute), theirs]); // prettier-ignore
  }
}

describe('what is said to change next', () => {
  // Behind the holidays that the table knows, and over a whole year of seasons.
  const days = fc.integer({ min: dayNumber('2025-01-02'), max: dayNumber('2025-12-01') });

  it('is the first minute at which the reference says otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(joined, withHolidays), days, fc.integer({ min: 0, max: 47 }), (rules, day, half) => {
        const compiled = compileHours(rules);
        if (!compiled.ok) throw new Error(compiled.message);
        const library = reference(rules, data);
        const now = instantAt(day, half * 30);
        const state = stateAt(compiled.hours, now, table);
        if (state.state === 'unknown') return;
        const change = state.state === 'open' ? state.until : state.opensAt;
        // A month is looked through minute by minute at the half hours, where all of these rules change.
        for (let step = 1; step < 31 * 48; step++) {
          const at = now + step * 1_800_000;
          const on = dayNumberAt(at);
          if (isSpecial(on) || isSpecial(on - 1)) return;
          const theirs = library.at(on, Math.round(minutesInto(on, at)));
          if (theirs === null) return;
          if (theirs === state.state) {
            expect([rules, dayOf(day), change === at]).toEqual([rules, dayOf(day), false]);
            continue;
          }
          // Unknown time that comes first is no opening and no closing that could be named.
          const expected = theirs === 'unknown' && state.state === 'closed' ? null : at;
          expect([rules, dayOf(day), half, change]).toEqual([rules, dayOf(day), half, expected]);
          return;
        }
      }),
      { numRuns: 80, seed: 17 },
    );
  }, 60_000);
});

describe('our evaluation equals the reference', () => {
  it('for every rule of the dataset', () => {
    const all = [...new Set(written.filter((rule) => rule !== null))];
    expect(all.length).toBeGreaterThan(0);
    for (const rule of all)
      fc.assert(fc.property(instants, (moments) => expectSame(rule, moments)), { numRuns: 20, seed: 5 }); // prettier-ignore
  });

  it('for generated rules of weekdays, dates and times, however they are joined', () => {
    fc.assert(fc.property(joined, instants, expectSame), { numRuns: 300, seed: 7 });
  });

  it('for generated rules with public holidays', () => {
    fc.assert(fc.property(withHolidays, instants, expectSame), { numRuns: 300, seed: 11 });
  });

  it('on a worked weekend, as on any Monday to Friday where they are alike, and is unknown where they differ', () => {
    const workdays = data.work.map(([, day]) => dayNumber(day)).filter((day) => dayOf(day).startsWith('2026'));
    // A whole working week far from holidays.
    const plain = [0, 1, 2, 3, 4].map((step) => dayNumber('2026-11-23') + step);
    const noNights = fc.constantFrom('00:00-24:00', '09:00-12:00,14:00-18:00', '08:00-20:30');
    const rule = fc.tuple(weekdays, noNights, weekdays, noNights).map(([a, b, c, d]) => `${a} ${b}; ${c} ${d}; PH off`);
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(rule, fc.constantFrom(...workdays), minutes, (rules, day, minute) => {
        const compiled = compileHours(rules);
        if (!compiled.ok) throw new Error(compiled.message);
        const library = reference(rules, data);
        const said = new Set(plain.map((one) => library.at(one, minute)));
        const ours = segmentsOf(compiled.hours, day, table).find(({ to }) => to > minute)?.state;
        expect(ours).toBe(said.size === 1 ? [...said][0] : 'unknown');
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});
