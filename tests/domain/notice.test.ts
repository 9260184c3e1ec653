/** When somebody calls about a notice: no clock runs in the quiet hours. */
import {
  afterWakingTime,
  callableKinds,
  callDueAt,
  isCallable,
  nextCallAt,
  quietHours,
  stillCounts,
  templateKindOf,
} from '@yugong/domain/notice';
import { defined } from '@yugong/domain/narrow';
import { HOUR, instantOf, isoAt, MINUTE } from '@yugong/domain/time';

const at = (time: string, day = '2026-12-01') => instantOf(day, time);
const due = (from: number, span: number) => isoAt(afterWakingTime(from, span)).slice(0, 16);

describe('waking time', () => {
  it('counts the hours between 8:00 and 21:00', () => {
    expect(due(at('10:00'), 2 * HOUR)).toBe('2026-12-01T12:00');
    expect(due(at('20:00'), HOUR)).toBe('2026-12-01T21:00');
  });

  it('stands still from the evening to the morning', () => {
    expect(due(at('20:30'), HOUR)).toBe('2026-12-02T08:30');
    expect(due(at('21:00'), MINUTE)).toBe('2026-12-02T08:01');
    expect(due(at('03:00'), MINUTE)).toBe('2026-12-01T08:01');
    expect(due(at('07:59'), 0)).toBe('2026-12-01T08:00');
    expect(due(at('20:30', '2026-12-31'), 14 * HOUR)).toBe('2027-01-02T08:30');
  });
});

it('calls about an offer after half an hour, about all else after two, and never in the quiet hours', () => {
  expect(callDueAt('offered', at('10:00'))).toBe(at('10:30'));
  expect(callDueAt('cancelled', at('10:00'))).toBe(at('12:00'));
  for (const kind of callableKinds)
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const time = isoAt(callDueAt(kind, at('00:00') + minute * MINUTE)).slice(11, 16);
      expect([time >= quietHours.to, time <= quietHours.from]).toEqual([true, true]);
    }
});

it('calls about a place that was offered, lost or changed, and about nothing else', () => {
  for (const kind of callableKinds) expect(isCallable(kind)).toBe(true);
  for (const kind of ['promoted', 'day-before', 'complaint-answer', 'sign-up-opens'] as const)
    expect(isCallable(kind)).toBe(false);
});

it('calls again two waking hours after nobody answered, and not at all by a wrong number', () => {
  expect(nextCallAt('no-answer', at('10:00'))).toBe(at('12:00'));
  expect(nextCallAt('no-answer', at('20:30'))).toBe(at('09:30', '2026-12-02'));
  expect(nextCallAt('wrong-number', at('10:00'))).toBeNull();
});

it.each([
  ['offered', 'offer'],
  ['promoted', 'offer'],
  ['moved', 'change'],
  ['day-before', 'reminder'],
  ['due-again', 'reminder'],
  ['report-answer', 'reply'],
] as const)('tells of %s by the template for %s', (kind, template) => {
  expect(templateKindOf(kind)).toBe(template);
});

describe('a notice is still worth telling', () => {
  const [booked, waiting, offered, cancelled, attended] = (
    ['booked', 'waitlist', 'waitlist', 'cancelled', 'checked-in'] as const
  ).map((status, index) => ({ status, offerUntil: index === 2 ? at('12:00') : null }));
  it.each([
    ['cancelled', [false, false, false, true, false]],
    ['offered', [false, false, true, false, false]],
    ['displaced', [false, true, true, false, false]],
    ['passed-on', [false, true, true, false, false]],
    ['promoted', [true, false, false, false, false]],
    ['moved', [true, true, true, false, false]],
    ['changed', [true, true, true, false, false]],
    ['day-before', [true, true, true, true, true]],
    ['complaint-answer', [true, true, true, true, true]],
  ] as const)('of %s, booked, waiting, offered a place, cancelled or there: %j', (kind, expected) => {
    const registrations = [booked, waiting, offered, cancelled, attended].map(defined);
    expect(registrations.map((registration) => stillCounts(kind, registration))).toEqual(expected);
  });
});
