/** Hours in OpenStreetMap's syntax, generated: what places write, and what people would rather not. */
import fc from 'fast-check';

export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const spanWithinDay = fc
  .tuple(fc.integer({ min: 0, max: 46 }), fc.integer({ min: 1, max: 47 }))
  .map(([from, length]) => `${clock(from * 30)}-${clock(Math.min(1440, (from + length) * 30))}`);

const timesWithinDay = fc.oneof(spanWithinDay, fc.constantFrom('00:00-24:00', '09:00-12:00,14:00-18:00', '13:00+'));
const times = fc.oneof(
  timesWithinDay,
  fc.constantFrom('22:00-02:00', '18:00-26:00', '20:30-06:00', '09:00-12:00,20:00-03:00', '18:00+'),
);

export const plainWeekdays = fc.constantFrom('Mo-Fr', 'Mo-Su', 'Sa,Su', 'Sa', 'Mo,We,Fr', 'Fr-Mo', 'Tu-Th');
const weekdays = fc.oneof(
  { weight: 4, arbitrary: plainWeekdays },
  { weight: 1, arbitrary: fc.constantFrom('Sa[1]', 'Mo,Fr[-1]', 'We[2,4]', 'Mo[1-2]') },
);
const dates = fc.constantFrom(
  ...['', '', '', 'Jun 28-Sep 15 ', 'Nov-Feb ', '2026 Jun 28-2026 Sep 15 ', 'Dec 20-Jan 05 ', 'Oct 01-07 '],
  ...['2025 Dec 20-2026 Jan 05 ', 'Jul,Aug ', '2026 ', 'week 10-20 ', 'week 1-53/2 ', 'week 50-53,1-2 '],
);
const meaning = fc.constantFrom('', '', '', '', ' unknown', ' open "bell"', ' "by appointment"');

const openingWith = (hours: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(dates, weekdays, hours, meaning).map(([when, days, spans, what]) => `${when}${days} ${spans}${what}`);
const closing = fc.tuple(dates, weekdays).map(([when, days]) => `${when}${days} off`);

const rulesOf = (opening: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      opening,
      fc.array(fc.tuple(fc.constantFrom('; ', '; ', ', ', ' || '), fc.oneof(opening, closing)), { maxLength: 3 }),
    )
    .map(([first, rest]) => first + rest.map((pair) => pair.join('')).join(''));

/** Rules joined in every way, nights among them. */
export const rules = rulesOf(openingWith(times));
/** Rules of which no hours go past midnight. */
export const rulesWithinDay = rulesOf(openingWith(timesWithinDay));

const holidayRules = fc.constantFrom('PH off', 'PH 10:00-16:00', 'Sa,PH 10:00-12:00', 'PH Mo-Fr 10:00-12:00');
/** A rule and one for public holidays, which the reference has written out for it. */
export const holidaysWithinDay = fc.tuple(openingWith(timesWithinDay), holidayRules).map((pair) => pair.join('; '));
export const holidays = fc
  .tuple(openingWith(times), fc.oneof(holidayRules, fc.constantFrom('PH 22:00-03:00', 'PH,Su 20:00-26:00')))
  .map((pair) => pair.join('; '));
