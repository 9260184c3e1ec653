/**
 * Our evaluation against an independent one: OpenStreetMap's reference library, over rules of the dataset and a
 * generated family, at random instants and at the edges where mistakes live. The library cuts a night where the next day
 * has hours of its own, so what a night may reach is held against the oracle instead (`nights.test.ts`).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { HolidayYearRecord } from '@yugong/domain/district/record';
import { readJson } from '@yugong/domain/narrow/json';
import { dayNumberAt, openHolidays, packHolidays, stateAt } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { dayNumber, dayOf, instantAt, minutesInto } from '@yugong/domain/opening-hours/days';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import { StationRecord } from '@yugong/domain/station/record';
import { clock, holidays, holidaysWithinDay, plainWeekdays, rules, rulesWithinDay } from './generators';
import { reference } from '@yugong/content/hours/reference';

const collection = <T>(name: string, record: v.GenericSchema<unknown, T>) =>
  readJson(
    v.array(record),
    readFileSync(path.join(__dirname, `../../../packages/content/collections/${name}.json`), 'utf8'),
  );
const data = packHolidays(collection('holidays', HolidayYearRecord));
const table = openHolidays(data);
const bundled = collection('stations', StationRecord).map(({ openingHours }) => openingHours);

const isSpecial = (day: number): boolean => [day, day - 1].some((one) => table.at(one)?.kind === 'workday');
const edges = data.off.flatMap(([, first, count]) => [
  dayNumber(first) - 1,
  dayNumber(first),
  dayNumber(first) + count - 1,
  dayNumber(first) + count,
]);
const instants = fc.array(
  fc.tuple(
    fc.oneof(
      fc.integer({ min: dayNumber('2025-01-02'), max: dayNumber('2026-12-30') }),
      fc.constantFrom(...edges.filter((day) => day > dayNumber('2025-01-02'))),
    ),
    fc.oneof(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
    ),
  ),
  { minLength: 20, maxLength: 20 },
);

function expectSame(syntax: string, moments: [number, number][]): void {
  const compiled = compileHours(syntax);
  if (!compiled.ok) throw new Error(`${syntax}: ${compiled.message}`);
  const library = reference(syntax, data);
  const nightEnd = Math.max(0, ...compiled.hours.flatMap(({ t = [] }) => t.map((minute) => minute - 1440)));
  for (const [day, minute] of moments) {
    if (isSpecial(day) || minute < nightEnd) continue;
    const ours = segmentsOf(compiled.hours, day, table).find(({ to }) => to > minute)?.state;
    const theirs = library.at(day, minute);
    if (theirs !== null)
      expect([syntax, dayOf(day), clock(minute), ours]).toEqual([syntax, dayOf(day), clock(minute), theirs]);
  }
}

describe('what is said to change next', () => {
  // Behind the holidays that the table knows, and over a whole year of seasons.
  const days = fc.integer({ min: dayNumber('2025-01-02'), max: dayNumber('2025-12-01') });

  it('is the first minute at which the reference says otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(rulesWithinDay, holidaysWithinDay),
        days,
        fc.integer({ min: 0, max: 47 }),
        (written, day, half) => {
          const compiled = compileHours(written);
          if (!compiled.ok) throw new Error(compiled.message);
          const library = reference(written, data);
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
              expect([written, dayOf(day), change === at]).toEqual([written, dayOf(day), false]);
              continue;
            }
            // Unknown time that comes first is no opening and no closing that could be named.
            const expected = theirs === 'unknown' && state.state === 'closed' ? null : at;
            expect([written, dayOf(day), half, change]).toEqual([written, dayOf(day), half, expected]);
            return;
          }
        },
      ),
      { numRuns: 80, seed: 17 },
    );
  }, 60_000);
});

describe('our evaluation equals the reference', () => {
  it.each([
    'Mo-Fr 09:00-18:00 "by appointment"',
    'Mo-Fr "by appointment"',
    '"by appointment"',
    'Mo-Fr 09:00-18:00 || "call"',
    'Mo 17:30+',
    'Mo 23:00+',
    'Mo[-1] -2 days 09:00-10:00',
    'Mo[1] +2 days 09:00-10:00',
    'week 5 Mo-Fr 09:00-12:00',
    'PH Mo-Fr 10:00-16:00',
    'Mo-Fr,PH 10:00-16:00',
    'Sa[1],PH 10:00-16:00',
    '2026+ Mo 10:00-12:00',
  ])('for %s', (syntax) => {
    fc.assert(
      fc.property(instants, (moments) => expectSame(syntax, moments)),
      { numRuns: 60, seed: 3 },
    );
  });

  it('for every rule of the dataset', () => {
    const all = [...new Set(bundled.filter((rule) => rule !== null))];
    expect(all.length).toBeGreaterThan(0);
    for (const rule of all)
      fc.assert(
        fc.property(instants, (moments) => expectSame(rule, moments)),
        { numRuns: 20, seed: 5 },
      );
  });

  it('for generated rules of weekdays, dates and times, however they are joined', () => {
    fc.assert(fc.property(rules, instants, expectSame), { numRuns: 300, seed: 7 });
  });

  it('for generated rules with public holidays', () => {
    fc.assert(fc.property(holidays, instants, expectSame), { numRuns: 300, seed: 11 });
  });

  it('on a worked weekend, as on any Monday to Friday where they are alike, and is unknown where they differ', () => {
    const workdays = data.work.map(([, day]) => dayNumber(day)).filter((day) => dayOf(day).startsWith('2026'));
    // A whole working week far from holidays.
    const plain = [0, 1, 2, 3, 4].map((step) => dayNumber('2026-11-23') + step);
    const noNights = fc.constantFrom('00:00-24:00', '09:00-12:00,14:00-18:00', '08:00-20:30');
    const rule = fc
      .tuple(plainWeekdays, noNights, plainWeekdays, noNights)
      .map(([a, b, c, d]) => `${a} ${b}; ${c} ${d}; PH off`);
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
