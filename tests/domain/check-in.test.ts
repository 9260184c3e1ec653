/** When people may be checked in, and the number that is read out at the door. */
import { isCheckInOpen, readReference } from '@yugong/domain/check-in';
import { sayReference } from '@yugong/domain/registration/words';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const morning = { startsAt: at('2026-11-25T09:00'), endsAt: at('2026-11-25T11:00') };

it('opens with the day, or two hours before what begins soon after midnight', () => {
  expect(isCheckInOpen(morning, at('2026-11-24T23:59'))).toBe(false);
  expect(isCheckInOpen(morning, at('2026-11-25T00:00'))).toBe(true);
  expect(isCheckInOpen(morning, at('2026-11-25T23:59'))).toBe(true);
  expect(isCheckInOpen(morning, at('2026-11-26T00:00'))).toBe(false);
  const night = { startsAt: at('2026-11-25T00:30'), endsAt: at('2026-11-25T02:00') };
  expect(isCheckInOpen(night, at('2026-11-24T22:29'))).toBe(false);
  expect(isCheckInOpen(night, at('2026-11-24T22:30'))).toBe(true);
});

it('reads the number that a ticket shows, and nothing else', () => {
  const id = '01JD7Q9Z3K4M5N6P7Q8R9S0T1V';
  expect(readReference(sayReference(id))).toBe('8R9S0T1V');
  expect(readReference('8r9s－ot1v')).toBe('8R9S0T1V');
  expect(readReference('８r9s ot1v')).toBe('8R9S0T1V');
  for (const typed of ['', '8R9S', '8R9S 0T1V 2', '19900001001', '赵 0001', '8R9S 0T1U'])
    expect(readReference(typed)).toBeNull();
});
