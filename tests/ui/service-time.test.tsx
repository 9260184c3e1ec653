/** The service's clock as this phone knows it. */
import { renderHook } from '@testing-library/react';
import { HOUR, MINUTE } from '@yugong/domain/time';
import { aheadBy, hearTime, serviceNow, useClockOff } from '@/platform/service-time';

const noon = Date.UTC(2026, 1, 10, 4);
const NOON = 'Tue, 10 Feb 2026 04:00:00 GMT';

afterEach(() => {
  jest.useRealTimers();
});

describe('how far the service is ahead', () => {
  it.each([
    // A header is exact to a second: half of one is added. Both ways of the network take as long.
    ['a phone an hour behind', noon - HOUR, noon - HOUR, HOUR + 500],
    ['a phone an hour ahead', noon + HOUR, noon + HOUR, 500 - HOUR],
    ['an answer that took four seconds', noon - HOUR, noon - HOUR + 4000, HOUR + 500 - 2000],
    ['a minute, which is told', noon - MINUTE + 500, noon - MINUTE + 500, MINUTE],
    ['less than a minute, which is the network’s', noon - MINUTE + 501, noon - MINUTE + 501, 0],
    ['an answer after exactly ten seconds', noon - HOUR, noon - HOUR + 10_000, HOUR + 500 - 5000],
    ['an answer after more than ten seconds', noon - HOUR, noon - HOUR + 10_001, null],
    ['a clock that was set back meanwhile', noon, noon - 1, null],
  ])('%s', (_, asked, answered, ahead) => expect(aheadBy(NOON, asked, answered)).toBe(ahead));

  it.each([undefined, '', 'yesterday'])('is unknown of the date %p', (header) => {
    expect(aheadBy(header, noon, noon)).toBeNull();
  });
});

it('goes by what was heard last, but for a difference of less than a minute', () => {
  jest.useFakeTimers({ now: noon - HOUR });
  hearTime(NOON, noon - HOUR, noon - HOUR);
  expect(serviceNow()).toBe(noon + 500);
  hearTime(NOON, noon - HOUR + 30_000, noon - HOUR + 30_000);
  expect(serviceNow()).toBe(noon + 500);
  hearTime(undefined, noon - HOUR, noon - HOUR);
  expect(serviceNow()).toBe(noon + 500);
  expect(renderHook(() => useClockOff()).result.current).toBe(1);
  hearTime(NOON, noon, noon);
  expect(serviceNow()).toBe(noon - HOUR);
  expect(renderHook(() => useClockOff()).result.current).toBe(0);
});
