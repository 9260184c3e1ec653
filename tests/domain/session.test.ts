/** A session's times: what contradicts itself, and what is allowed and seldom meant, to the minute. */
import { sessionFaults, sessionTimesOf, sessionWarnings, type SessionTimes } from '@yugong/domain/session';
import { DAY, HOUR, instantOf, MINUTE } from '@yugong/domain/time';

const now = instantOf('2026-11-23', '12:00');
const at = (day: string, time: string): number => instantOf(day, time);
const times: SessionTimes = {
  opensAt: at('2026-11-24', '09:00'),
  closesAt: at('2026-12-04', '18:00'),
  cancelUntil: at('2026-12-04', '18:00'),
  startsAt: at('2026-12-05', '09:00'),
  endsAt: at('2026-12-05', '11:30'),
};
const said = (faults: ReturnType<typeof sessionFaults>): string[] =>
  faults.map(({ pointer, code }) => `${pointer} ${code}`);
const faultsOf = (more: Partial<SessionTimes>, isNew = true): string[] =>
  said(sessionFaults({ ...times, ...more }, { now, isNew }));
const warningsOf = (more: Partial<SessionTimes>, capacity = 30): string[] =>
  said(sessionWarnings({ ...times, ...more }, { now, capacity }));

describe('a session’s times', () => {
  it('are read from what was sent', () => {
    const text = (instant: number): string => new Date(instant).toISOString();
    const sent = {
      opensAt: text(times.opensAt),
      closesAt: text(times.closesAt),
      cancelUntil: text(times.cancelUntil),
      startsAt: text(times.startsAt),
      endsAt: text(times.endsAt),
    };
    expect(sessionTimesOf(sent)).toEqual(times);
  });

  it.each<[string, Partial<SessionTimes>, string[]]>([
    ['in their order', {}, []],
    ['an end at its beginning', { endsAt: times.startsAt }, ['/endsAt order']],
    ['thirty-one days', { endsAt: times.startsAt + 31 * DAY }, []],
    ['more than thirty-one days', { endsAt: times.startsAt + 31 * DAY + MINUTE }, ['/endsAt value']],
    ['a sign-up that closes as it opens', { closesAt: times.opensAt }, ['/closesAt order']],
    ['a sign-up to the end', { closesAt: times.endsAt }, []],
    ['a sign-up beyond the end', { closesAt: times.endsAt + MINUTE }, ['/closesAt order']],
    ['cancelling to the end', { cancelUntil: times.endsAt }, []],
    ['cancelling beyond the end', { cancelUntil: times.endsAt + MINUTE }, ['/cancelUntil order']],
    ['a beginning this minute', { startsAt: now, opensAt: now - DAY, closesAt: now }, ['/startsAt past']],
    ['a beginning in a minute', { startsAt: now + MINUTE, opensAt: now - DAY, closesAt: now }, []],
  ])('with %s', (_, more, faults) => expect(faultsOf(more)).toEqual(faults));

  it('may lie in the past where the session is there already', () => {
    expect(faultsOf({ startsAt: now, opensAt: now - DAY, closesAt: now }, false)).toEqual([]);
  });
});

describe('one looks again at a session', () => {
  it.each<[string, Partial<SessionTimes>, string[]]>([
    ['of a usual kind', {}, []],
    ['at six in the morning', { startsAt: at('2026-12-05', '06:00') }, []],
    ['before six in the morning', { startsAt: at('2026-12-05', '05:59') }, ['/startsAt night']],
    [
      'at ten in the evening',
      { startsAt: at('2026-12-05', '22:00'), endsAt: at('2026-12-05', '23:00') },
      ['/startsAt night'],
    ],
    ['tomorrow at this time', { startsAt: now + DAY, endsAt: now + DAY + HOUR, closesAt: now }, []],
    ['within a day', { startsAt: now + DAY - MINUTE, endsAt: now + DAY + HOUR, closesAt: now }, ['/startsAt soon']],
    ['within two years', { startsAt: now + 366 * DAY + MINUTE, endsAt: now + 366 * DAY + HOUR }, ['/startsAt far']],
    ['of a day', { endsAt: times.startsAt + DAY }, []],
    ['of more than a day', { endsAt: times.startsAt + DAY + MINUTE }, ['/endsAt long']],
    ['that is open until it begins', { closesAt: times.startsAt }, []],
    ['that is open after it begins', { closesAt: times.startsAt + MINUTE }, ['/closesAt after-start']],
    ['that can be cancelled until a week before it closes', { cancelUntil: times.closesAt - 7 * DAY }, []],
    ['that can be cancelled no later', { cancelUntil: times.closesAt - 7 * DAY - MINUTE }, ['/cancelUntil early']],
  ])('%s', (_, more, warnings) => expect(warningsOf(more)).toEqual(warnings));

  it('for more than two thousand', () => {
    expect(warningsOf({}, 2000)).toEqual([]);
    expect(warningsOf({}, 2001)).toEqual(['/capacity many']);
  });
});
