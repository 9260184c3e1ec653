/** Ten thousand random stories: every figure and every last day agrees with a second implementation of the statutes. */
import fc from 'fast-check';
import {
  doubleWage,
  overtimePay,
  rightsClock,
  severance,
  severanceAndNotice,
  unlawfulTermination,
  unpaidWages,
  unusedLeave,
  type Amount,
  type ClockFacts,
} from '@yugong/domain/labour-law';
import { number, text } from './independent';
import { rest } from './rest';
import { doubled, lastDayOf, leave, limit, n, overtime, twoN } from './statutes';

const day = (from: string, to: string) => fc.integer({ min: number(from), max: number(to) }).map(text);
const money = (max: number) => fc.integer({ min: 10_000, max });
const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2, nil: null });

const story = fc.record({
  first: fc.oneof(
    { weight: 5, arbitrary: day('2019-01-01', '2026-10-31') },
    { weight: 1, arbitrary: day('2003-01-01', '2018-12-31') },
  ),
  served: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 1500 }) },
    { weight: 1, arbitrary: fc.constantFrom(180, 181, 183, 364, 365, 546) },
  ),
  since: fc.integer({ min: 0, max: 900 }),
  goesOn: fc.boolean(),
  signedAfter: seldom(fc.integer({ min: 1, max: 500 })),
  totalFen: money(80_000_000),
  months: fc.integer({ min: 1, max: 12 }),
  minimumFen: seldom(money(300_000)),
  averageFen: seldom(money(1_200_000)),
  monthlyFen: money(3_000_000),
  previousFen: money(3_000_000),
  dueBefore2008: fc.boolean(),
  asked: fc.array(fc.record({ after: fc.integer({ min: -100, max: 900 }), proven: fc.boolean() }), { maxLength: 3 }),
  stop: fc.option(fc.record({ after: fc.integer({ min: -100, max: 500 }), length: fc.integer({ min: 1, max: 15 }) }), {
    freq: 1,
    nil: null,
  }),
  leaveYearsAgo: fc.integer({ min: 0, max: 3 }),
  career: fc.integer({ min: 0, max: 30 }),
  takenHalves: fc.integer({ min: 0, max: 20 }),
  quarters: fc.tuple(fc.nat(800), fc.nat(800), fc.nat(400)),
  paidFen: fc.nat(500_000),
  wages: fc.array(fc.tuple(fc.nat(2_000_000), fc.nat(2_000_000)), { minLength: 1, maxLength: 6 }),
  awardAfter: fc.nat(40),
});

const figures = ({ fen, other }: Amount) => ({ lower: fen, higher: other?.fen ?? fen });
const local = (fen: number | null) => (fen === null ? null : { fen, asOf: '2025' });

it('agrees with a second implementation, written from the statutes, on 10,000 stories', () => {
  fc.assert(
    fc.property(story, (told) => {
      const { first, monthlyFen, totalFen, months, minimumFen, averageFen } = told;
      const last = text(number(first) + told.served);
      const today = text(number(last) + told.since);
      const ended = told.goesOn ? null : last;
      const after = (days: number) => text(number(first) + days);
      const interruptions = told.asked.map((one) => ({
        on: after(one.after),
        kind: 'asked' as const,
        proven: one.proven,
      }));
      const proven = interruptions.filter((one) => one.proven).map(({ on }) => on);
      const stops = told.stop ? [{ from: after(told.stop.after), to: after(told.stop.after + told.stop.length) }] : [];
      const signed = told.signedAfter === null ? null : after(told.signedAfter);

      const work = {
        first,
        last,
        earnings: { totalFen, months },
        minimum: local(minimumFen),
        localAverage: local(averageFen),
      };
      const service = { first, last, totalFen, months, minimumFen, averageFen };
      const severed = n(service, told.dueBefore2008);
      const employment = { ...work, dueBefore2008: told.dueBefore2008 };
      const noContract = { first, last: ended, signed, monthlyFen, claimedOn: today };
      const [workdays, restDays, holidays] = told.quarters.map((quarters) => quarters * 2.5) as [
        number,
        number,
        number,
      ];
      const { paidFen, previousFen } = told;
      const year = Number(today.slice(0, 4)) - told.leaveYearsAgo;
      const unused = { year, first, last: ended, monthlyFen, claimedOn: today };
      const wages = told.wages.map(([dueFen, paid], at) => ({ month: `2025-0${at + 1}`, dueFen, paidFen: paid }));
      const received = after(told.served + told.awardAfter);
      const facts: ClockFacts = {
        today,
        troubles: ['wages', 'dismissed', 'leave'],
        started: first,
        left: !told.goesOn,
        ended,
        knew: last,
        signed,
        leaveYears: [year],
        interruptions,
        suspensions: stops,
        injury: null,
        filed: null,
        accepted: null,
        award: { received, final: false },
      };
      const due = new Map(rightsClock(facts, rest).map((deadline) => [deadline.id, deadline.due]));
      const settled = (start: string) => lastDayOf(limit(start, proven, stops), today, rest);
      const yearsEnd = `${year}-12-31`;
      const events = { interruptions, suspensions: stops };

      const computed = {
        n: figures(severance(employment)),
        nAndNotice: figures(severanceAndNotice(employment, previousFen)),
        twoN: unlawfulTermination(work).fen,
        doubled: figures(doubleWage({ ...noContract, ...events }, rest)),
        overtime: overtimePay({ monthlyFen, workdays, restDays, holidays, paidFen, minimum: local(minimumFen) }).fen,
        leave: figures(
          unusedLeave({ ...unused, ...events, careerYears: told.career, takenDays: told.takenHalves / 2 }),
        ),
        wages: unpaidWages(wages, null).fen,
        due: ['wages', 'dismissed', `leave-${year}`, 'sue'].map((id) => due.get(id)),
      };
      expect(computed).toEqual({
        n: severed,
        nAndNotice: { lower: severed.lower + previousFen, higher: severed.higher + previousFen },
        twoN: twoN(service),
        doubled: doubled(noContract, proven, stops, rest),
        overtime: overtime(monthlyFen, minimumFen, told.quarters, paidFen),
        leave: leave({ ...unused, career: told.career, takenHalves: told.takenHalves }, proven, stops),
        wages: told.wages.map(([owed, paid]) => (owed > paid ? owed - paid : 0)).reduce((a, b) => a + b, 0),
        due: [
          ended === null ? null : settled(ended),
          settled(last),
          settled(ended !== null && ended < yearsEnd ? ended : yearsEnd),
          lastDayOf(text(number(received) + 15), today, rest),
        ],
      });
    }),
    { numRuns: 10_000, seed: 20261129 },
  );
}, 60_000);
