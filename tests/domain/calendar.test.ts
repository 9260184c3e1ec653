import {
  addDays,
  dayAt,
  daysBetween,
  sayDate,
  sayDay,
  sayDistance,
  saySpan,
  weekGroup,
  weekStart,
} from '@yugong/domain/calendar';

describe('dayAt', () => {
  it('is the day in Chongqing, not the day of the phone or of UTC', () => {
    expect(dayAt(Date.UTC(2026, 0, 1, 15, 59, 59))).toBe('2026-01-01');
    expect(dayAt(Date.UTC(2026, 0, 1, 16, 0, 0))).toBe('2026-01-02');
  });

  it('turns the year at midnight in Chongqing', () => {
    expect(dayAt(Date.UTC(2025, 11, 31, 16, 0, 0))).toBe('2026-01-01');
  });
});

describe('days', () => {
  it('counts over a leap day and backwards', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
  });

  it('begins weeks on Monday', () => {
    expect(weekStart('2024-11-17')).toBe('2024-11-11');
    expect(weekStart('2024-11-18')).toBe('2024-11-18');
  });
});

describe('saying dates', () => {
  const today = '2026-11-23';

  it.each([
    ['2026-11-23', '今天'],
    ['2026-11-24', '明天'],
    ['2026-11-22', '昨天'],
    ['2026-11-26', '本周四'],
    ['2026-12-01', '下周二'],
    ['2026-12-10', '12月10日 周四'],
    ['2024-11-13', '2024年11月13日 周三'],
  ])('says %s as %s', (day, said) => {
    expect(sayDay(day, today)).toBe(said);
  });

  it('is never more exact than the source', () => {
    expect(sayDate('2024-11', today)).toBe('2024年11月');
    expect(sayDate('2024', today)).toBe('2024年');
    expect(sayDate('2026', today)).toBe('2026年');
  });

  it('leaves out of the second day what the first has said', () => {
    expect(saySpan('2026-07-01', '2026-08-31', today)).toBe('7月1日至8月31日');
    expect(saySpan('2026-10-01', '2026-10-07', today)).toBe('10月1日至7日');
    expect(saySpan('2026-12-30', '2027-01-02', today)).toBe('12月30日至2027年1月2日');
    expect(saySpan('2026-11-24', '2026-11-24', today)).toBe('明天');
  });

  it('gives no distance to the past or beyond a year', () => {
    expect(sayDistance('2026-11-22', today)).toBeNull();
    expect(sayDistance('2028-01-01', today)).toBeNull();
    expect(sayDistance('2026-12-05', today)).toBe('还有 12 天');
  });

  it('groups by week where the day is known, else under the month', () => {
    expect(weekGroup('2026-11-25', today)).toEqual({ key: '2026-11-23', heading: '本周' });
    expect(weekGroup('2026-11-16', today).heading).toBe('上周');
    expect(weekGroup('2024-11-14', today).heading).toBe('2024年11月11日起的一周');
    expect(weekGroup('2024-11', today)).toEqual({ key: '2024-11', heading: '2024年11月' });
  });
});
