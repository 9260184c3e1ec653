/**
 * Nights belong to the evening that they begin on: at both sides of closed weekdays, of other hours and of every holiday.
 * The oracle goes through a table of evenings; nothing of it knows OpenStreetMap's syntax or the rules of the phone.
 */
import fc from 'fast-check';
import { stateAt, weekOf, sayRow } from '@yugong/domain/opening-hours';
import { dayNumber } from '@yugong/domain/opening-hours/days';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import { clock } from './generators';
import { oracle } from './oracle';
import { at, hours, table } from './support';

const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const isHoliday = (day: string): boolean => table.at(dayNumber(day))?.kind === 'holiday';
const DAYS = [
  ...Array.from({ length: 8 }, (_, step) => `2026-11-${16 + step}`),
  ...['2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-01-01', '2026-01-02'],
  ...Array.from({ length: 7 }, (_, step) => `2026-10-0${step + 1}`),
];

interface Evening {
  days: [from: number, to: number];
  span: [from: number, to: number] | null;
}

const span = fc
  .tuple(fc.integer({ min: 12, max: 47 }), fc.integer({ min: 1, max: 36 }))
  .map(([from, length]): [number, number] => [from * 30, (from + length) * 30]);
const evening: fc.Arbitrary<Evening> = fc.record({
  days: fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  span: fc.option(span, { freq: 3 }),
});
const holiday = fc.constantFrom<'none' | 'closed' | 'own'>('none', 'closed', 'own');

const spanText = ([from, to]: [number, number], write: (minutes: number) => string): string =>
  `${write(from)}-${write(to)}`;

describe('a night', () => {
  it('is open and closed by the evening it begins on, however evenings follow each other', () => {
    fc.assert(
      fc.property(fc.array(evening, { minLength: 1, maxLength: 4 }), holiday, (evenings, onHolidays) => {
        const syntax = evenings.map(({ days, span: hoursOf }) => {
          const names = OSM_DAYS.slice(days[0] - 1, days[1]).join(',');
          return hoursOf ? `${names} ${spanText(hoursOf, clock)}` : `${names} off`;
        });
        const lines = evenings.map(
          ({ days, span: hoursOf }) => `${days.join('-')} ${hoursOf ? spanText(hoursOf, clock) : 'x'}`,
        );
        if (onHolidays !== 'none') {
          syntax.push(onHolidays === 'closed' ? 'PH off' : 'PH 21:00-27:00');
          lines.push(onHolidays === 'closed' ? 'H x' : 'H 21:00-27:00');
        }
        const compiled = hours(syntax.join('; '));
        const expectedAt = oracle(lines.join(' | '), isHoliday);
        for (const day of DAYS) {
          const segments = segmentsOf(compiled, dayNumber(day), table);
          for (let minute = 0; minute < 1440; minute += 30) {
            const ours = segments.find(({ to }) => to > minute)?.state;
            expect([syntax, day, clock(minute), ours]).toEqual([
              syntax,
              day,
              clock(minute),
              expectedAt(at(`${day} 00:00`) + minute * 60_000),
            ]);
          }
        }
      }),
      { numRuns: 120, seed: 23 },
    );
  });

  it.each([
    ['Mo-Su 22:00-06:00; Su off', '2026-11-29 02:00', 'open'],
    ['Mo-Su 22:00-06:00; Su off', '2026-11-30 02:00', 'closed'],
    ['Mo-Su 20:00-08:00; PH off', '2026-10-01 02:00', 'open'],
    ['Mo-Su 20:00-08:00; PH off', '2026-10-08 02:00', 'closed'],
    ['Mo-Su 20:00-08:00; PH off', '2026-10-08 21:00', 'open'],
    ['Tu-Th 07:00-04:00; Fr-Su 09:00-17:00', '2026-11-27 02:00', 'open'],
    ['Tu-Th 07:00-04:00; Fr-Su 09:00-17:00', '2026-11-24 02:00', 'closed'],
    ['Mo-Su 20:00-08:00; Oct 01-03 off', '2026-10-01 02:00', 'open'],
    ['Mo-Su 20:00-08:00; Oct 01-03 off', '2026-10-04 02:00', 'closed'],
  ])('of %s is at %s %s', (written, clockTime, state) => {
    expect(stateAt(hours(written), at(clockTime), table).state).toBe(state);
  });

  it.each([
    ['Mo-Su 20:00-06:00; 02:00-03:00 off', '2026-11-25 02:30', 'closed'],
    ['Mo-Su 20:00-06:00; 02:00-03:00 off', '2026-11-25 03:30', 'open'],
    ['Mo-Su 20:00-06:00; We 00:00-04:00 off', '2026-11-25 03:30', 'closed'],
    ['Mo-Su 20:00-06:00; We 00:00-04:00 unknown', '2026-11-25 03:30', 'unknown'],
  ])('is cut by a stretch of the clock that is closed: %s at %s', (written, clockTime, state) => {
    expect(stateAt(hours(written), at(clockTime), table).state).toBe(state);
  });

  it('stands in the week on its evening, and not on a closed day', () => {
    const week = weekOf(hours('Mo-Su 22:00-06:00; Su off'), at('2026-11-25 10:00'), table) ?? [];
    expect(week.map(sayRow)).toEqual([...Array.from({ length: 6 }, () => '22:00–次日6:00'), '不开']);
  });
});
