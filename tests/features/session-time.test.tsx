import { saySessionTime } from '@/features/shared/say-session-time';

it('gives a session its day once, and both where it goes on past midnight', () => {
  const of = (endsAt: string) => saySessionTime({ startsAt: '2026-11-26T09:00:00+08:00', endsAt }, '2026-11-23');
  expect(of('2026-11-26T11:30:00+08:00')).toBe('本周四 09:00—11:30');
  expect(of('2026-11-27T01:00:00+08:00')).toBe('本周四 09:00—本周五 01:00');
});
