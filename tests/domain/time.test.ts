/** Instants and Chongqing's clock. */
import { DAY, HOUR, instantOf, isoAt, isoOf } from '@yugong/domain/time';

describe('an instant', () => {
  it('is written in Chongqing’s time with its offset', () => {
    expect(isoAt(0)).toBe('1970-01-01T08:00:00.000+08:00');
    expect(isoAt(Date.UTC(2026, 11, 31, 16, 0, 0, 7))).toBe('2027-01-01T00:00:00.007+08:00');
  });

  it('comes back from the text it was written as', () => {
    const instant = Date.UTC(2026, 10, 25, 1, 30);
    expect(Date.parse(isoAt(instant))).toBe(instant);
  });
});

describe('a day and a time of day', () => {
  it.each([
    [['2026-11-25'], '2026-11-25T00:00:00+08:00'],
    [['2026-11-25', '09:30'], '2026-11-25T09:30:00+08:00'],
    [['2026-11-25', '09:30:15.250'], '2026-11-25T09:30:15.250+08:00'],
  ] as const)('%j are written as %s', ([day, time], text) => {
    expect(isoOf(day, time)).toBe(text);
  });

  it('are an instant, eight hours before the same clock time in UTC', () => {
    expect(instantOf('2026-11-25', '09:30')).toBe(Date.UTC(2026, 10, 25, 1, 30));
    expect(instantOf('2026-11-25')).toBe(Date.UTC(2026, 10, 24, 16));
  });

  it('end the day at 24:00, where the next begins', () => {
    expect(instantOf('2026-12-31', '24:00')).toBe(instantOf('2027-01-01'));
    expect(instantOf('2027-01-01') - instantOf('2026-12-31')).toBe(DAY);
    expect(DAY).toBe(24 * HOUR);
  });

  it('are no instant where there is no such day or time', () => {
    expect(instantOf('2026-13-01')).toBeNaN();
    expect(instantOf('2026-11-25', '25:00')).toBeNaN();
  });
});
