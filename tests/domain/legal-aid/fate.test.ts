/** Which request for legal aid goes before others. */
import { daysUntilDue, isUrgent } from '@yugong/domain/legal-aid';

const asked = { status: 'received', askedOn: '2026-03-01' } as const;

describe('a request is urgent', () => {
  it.each([
    ['with six days left', '2026-03-07', '2026-03-01', true],
    ['not with seven', '2026-03-08', '2026-03-01', false],
    ['on its last day', '2026-03-07', '2026-03-07', true],
    ['still, where the day passed while it waited', '2026-03-07', '2026-03-20', true],
    ['on the very day that it came', '2026-03-01', '2026-03-01', true],
    ['not where the day was over when it came', '2026-02-28', '2026-03-01', false],
    ['not without a day', null, '2026-03-01', false],
  ])('%s', (_, dueDay, today, urgent) => {
    expect(isUrgent({ ...asked, dueDay }, today)).toBe(urgent);
  });

  it('no more once it is settled', () => {
    expect(isUrgent({ ...asked, status: 'closed', dueDay: '2026-03-02' }, '2026-03-01')).toBe(false);
  });
});

it('counts the days that are left: none on the last, fewer after it', () => {
  expect([daysUntilDue('2026-03-07', '2026-03-01'), daysUntilDue('2026-03-07', '2026-03-07')]).toEqual([6, 0]);
  expect([daysUntilDue('2026-03-07', '2026-03-09'), daysUntilDue(null, '2026-03-09')]).toEqual([-2, null]);
});
