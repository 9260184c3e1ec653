/** Days and times at +08:00: midnight, several days, the year's end. Other zones: zones.test.ts. */
import { endsAtOf, isOnDay, hasEnded, sayTimeOn, spanOf, startsAtOf, type Span } from '@yugong/domain/agenda';

const at = (text: string) => Date.parse(`${text}+08:00`);
const span = (from: string, to: string): Span => spanOf(at(from), at(to));
const days = (start: string, end = start): Span => ({ start, end, time: null });

describe('at +08:00', () => {
  it('counts days as Chongqing does', () => {
    expect(span('2026-11-23T00:10:00', '2026-11-23T23:50:00')).toEqual({
      start: '2026-11-23',
      end: '2026-11-23',
      time: { from: '00:10', to: '23:50' },
    });
  });

  it('gives what ends at midnight to the day before', () => {
    expect(span('2026-12-31T19:00:00', '2027-01-01T00:00:00')).toEqual({
      start: '2026-12-31',
      end: '2026-12-31',
      time: { from: '19:00', to: '24:00' },
    });
  });

  it('lets what goes past midnight be on both days, over the year’s end too', () => {
    const night = span('2026-12-31T22:00:00', '2027-01-01T00:30:00');
    expect([night.start, night.end]).toEqual(['2026-12-31', '2027-01-01']);
    expect([sayTimeOn(night, '2026-12-31'), sayTimeOn(night, '2027-01-01')]).toEqual(['22:00 起', '到 00:30']);
    expect([isOnDay(night, '2026-12-30'), isOnDay(night, '2027-01-01'), isOnDay(night, '2027-01-02')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('goes back to the instants it came from', () => {
    for (const [from, to] of [
      ['2026-12-31T22:00:00', '2027-01-01T00:30:00'],
      ['2026-12-31T19:00:00', '2027-01-01T00:00:00'],
      ['2026-02-28T00:00:00', '2026-03-02T12:00:00'],
    ] as const) {
      expect([startsAtOf(span(from, to)), endsAtOf(span(from, to))]).toEqual([at(from), at(to)]);
    }
  });

  it('ends whole days with their last minute, and what has no end an hour after its beginning', () => {
    expect(endsAtOf(days('2026-12-30', '2026-12-31'))).toBe(at('2026-12-31T23:59:00'));
    expect(endsAtOf({ ...days('2026-12-31'), time: { from: '23:30', to: null } })).toBe(at('2027-01-01T00:30:00'));
  });

  it('is over when its last minute is, and not before', () => {
    const evening = span('2026-11-23T19:00:00', '2026-11-23T21:00:00');
    expect([hasEnded(evening, at('2026-11-23T20:59:00')), hasEnded(evening, at('2026-11-23T21:00:00'))]).toEqual([
      false,
      true,
    ]);
    expect([
      hasEnded(days('2026-11-23'), at('2026-11-23T23:59:00')),
      hasEnded(days('2026-11-23'), at('2026-11-24T00:00:00')),
    ]).toEqual([false, true]);
    const toMidnight = span('2026-11-23T19:00:00', '2026-11-24T00:00:00');
    expect(hasEnded(toMidnight, at('2026-11-23T23:59:00'))).toBe(false);
  });
});

it('says the time as far as it concerns a day', () => {
  expect(sayTimeOn(days('2026-11-23'), '2026-11-23')).toBe('全天');
  expect(sayTimeOn(days('2026-07-01', '2026-08-31'), '2026-07-01')).toBe('共 62 天');
  expect(sayTimeOn(days('2026-07-01', '2026-08-31'), '2026-07-03')).toBe('第 3 天');
  expect(sayTimeOn(span('2026-11-23T09:00:00', '2026-11-23T11:30:00'), '2026-11-23')).toBe('09:00–11:30');
  expect(sayTimeOn({ ...days('2026-11-23'), time: { from: '09:00', to: null } }, '2026-11-23')).toBe('09:00 起');
  expect(sayTimeOn(span('2026-11-23T09:00:00', '2026-11-25T11:30:00'), '2026-11-24')).toBe('第 2 天');
});
