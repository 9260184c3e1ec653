/** Ten thousand random stories: every figure and every last day agrees with a second implementation of the statutes. */
import fc from 'fast-check';
import {
  doubleWage,
  doubleWagePeriod,
  finality,
  overtimeKind,
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
import {
  doubled,
  finalFor,
  lastDayOf,
  leave,
  limit,
  limitFromEnds,
  missingWages,
  n,
  overtime,
  percentOf,
  secondWageByMonth,
  twoN,
} from './statutes';

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

/** Every run tells ten thousand; `STORIES=100000` tells more, and the second kind in proportion. */
const STORIES = Number(process.env.STORIES ?? 10_000);
jest.setTimeout(18 * STORIES);

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
      const settled = (start: string) => lastDayOf(limit(start, proven, stops, rest), today, rest);
      const yearsEnd = `${year}-12-31`;
      const events = { interruptions, suspensions: stops };

      const computed = {
        n: figures(severance(employment)),
        nAndNotice: figures(severanceAndNotice(employment, previousFen)),
        twoN: unlawfulTermination(work).fen,
        doubled: figures(doubleWage({ ...noContract, ...events }, rest)),
        overtime: overtimePay({ monthlyFen, workdays, restDays, holidays, paidFen, minimum: local(minimumFen) }).fen,
        leave: figures(
          unusedLeave({ ...unused, ...events, careerYears: told.career, takenDays: told.takenHalves / 2 }, rest),
        ),
        wages: figures(unpaidWages(wages, local(minimumFen))),
        due: ['wages', 'dismissed', `leave-${year}`, 'sue'].map((id) => due.get(id)),
      };
      expect(computed).toEqual({
        n: severed,
        nAndNotice: { lower: severed.lower + previousFen, higher: severed.higher + previousFen },
        twoN: twoN(service),
        doubled: doubled(noContract, proven, stops, rest),
        overtime: overtime(monthlyFen, minimumFen, told.quarters, paidFen),
        leave: leave({ ...unused, career: told.career, takenHalves: told.takenHalves }, proven, stops, rest),
        wages: missingWages(told.wages, minimumFen),
        due: [
          ended === null ? null : settled(ended),
          settled(last),
          settled(ended !== null && ended < yearsEnd ? ended : yearsEnd),
          lastDayOf(text(number(received) + 15), today, rest),
        ],
      });
    }),
    { numRuns: STORIES, seed: 20261129 },
  );
});

const event = fc.record({
  after: fc.integer({ min: -400, max: 1200 }),
  proven: fc.boolean(),
  /** Days that a procedure took; null while it goes on, undefined where there was none. */
  took: fc.option(fc.option(fc.nat(500), { freq: 3, nil: null }), { freq: 2, nil: undefined }),
});
const secondStory = fc.record({
  first: day('2006-01-01', '2026-06-30'),
  served: fc.integer({ min: 40, max: 900 }),
  since: fc.integer({ min: 0, max: 900 }),
  events: fc.array(event, { maxLength: 5 }),
  stop: seldom(
    fc.record({ after: fc.integer({ min: -50, max: 900 }), length: seldom(fc.integer({ min: 1, max: 90 })) }),
  ),
  mergedBefore: fc.integer({ min: 0, max: 3000 }),
  totalFen: money(80_000_000),
  monthlyFen: money(2_000_000),
  wages: fc.array(fc.tuple(fc.nat(14), money(2_000_000)), { minLength: 1, maxLength: 5 }),
  overtimeOn: fc.array(day('2008-01-01', '2026-12-31'), { minLength: 1, maxLength: 4 }),
  awarded: fc.nat(6_000_000),
  minimums: fc.array(money(300_000), { minLength: 1, maxLength: 2 }),
});
const percents = { workdays: 150, restDays: 200, holidays: 300 } as const;

/** Walking days takes its time: everything under `PROOF=full`, a sample otherwise. */
const SECOND_STORIES = process.env.PROOF === 'full' ? STORIES : STORIES / 5;

it('agrees on procedures that ended or go on, obstacles that last, merged service, months of their own wage and days of overtime', () => {
  fc.assert(
    fc.property(secondStory, (told) => {
      const { first, monthlyFen, totalFen } = told;
      const last = text(number(first) + told.served);
      const today = text(number(last) + told.since);
      const after = (days: number) => text(number(first) + days);
      const isPast = (on: string) => on <= today;
      const interruptions = told.events
        .map(({ after: days, proven, took }) => {
          const on = after(days);
          const base = { on, kind: took === undefined ? ('asked' as const) : ('complained' as const), proven };
          if (took === undefined) return base;
          const until = took === null ? null : text(number(on) + took);
          return { ...base, until: until !== null && isPast(until) ? until : null };
        })
        .filter(({ on }) => isPast(on));
      const from = told.stop && after(told.stop.after);
      const suspensions =
        from !== null && isPast(from)
          ? [{ from, to: told.stop?.length ? text(number(from) + told.stop.length) : null }]
          : [];
      const stops = suspensions.map((stop) => ({ from: stop.from, to: stop.to ?? today }));
      const facts: ClockFacts = {
        today,
        troubles: ['dismissed'],
        started: first,
        left: true,
        ended: last,
        knew: null,
        signed: null,
        interruptions,
        suspensions,
        injury: null,
        filed: null,
        accepted: null,
        award: null,
      };
      const [dismissed] = rightsClock(facts, rest);
      const proven = interruptions.filter((one) => one.proven).map(({ on }) => on);
      const ends = interruptions.map((one) => ({ on: one.on, end: ('until' in one ? one.until : one.on) ?? today }));
      const earliest = lastDayOf(limit(last, proven, stops, rest), today, rest);
      const latest = lastDayOf(limitFromEnds(last, ends, stops, rest), today, rest);

      const merged = text(number(first) - told.mergedBefore);
      const work = { first: merged, last, earnings: { totalFen, months: 12 }, minimum: null, localAverage: null };
      const service = { first: merged, last, totalFen, months: 12, minimumFen: null, averageFen: null };

      const months = Object.fromEntries(told.wages.map(([at, fen]) => [after(31 * at).slice(0, 7), fen]));
      const wageOf = (month: string) => months[month] ?? monthlyFen;
      const noContract = { first, signed: null, last, claimedOn: today };
      const period = doubleWagePeriod(noContract);
      const differs = Object.entries(months).some(
        ([month, fen]) =>
          period !== null && month >= period.from.slice(0, 7) && month <= period.to.slice(0, 7) && fen !== monthlyFen,
      );
      const whole = (): number => {
        if (period === null) return 0;
        const most = 11 * Math.max(monthlyFen, ...Object.values(months));
        return Math.min(most, secondWageByMonth(period.from, period.to, wageOf, rest));
      };
      const amount = doubleWage({ ...noContract, monthlyFen, monthsFen: months, interruptions, suspensions }, rest);

      expect({
        due: dismissed?.due,
        later: dismissed?.later?.day ?? null,
        severed: figures(severance(work)),
        doubled: differs ? figures(amount).higher : 0,
        overtime: told.overtimeOn.map((on) => percents[overtimeKind(rest, on)]),
        final: finality(
          told.awarded,
          told.minimums.map((fen) => ({ fen })),
        ),
      }).toEqual({
        due: earliest,
        later: latest > earliest ? latest : null,
        severed: n(service, true),
        doubled: differs ? whole() : 0,
        overtime: told.overtimeOn.map((on) => percentOf(on, rest)),
        final: finalFor(told.awarded, told.minimums),
      });
    }),
    { numRuns: SECOND_STORIES, seed: 20261130 },
  );
});
