import {
  openHolidays,
  packHolidays,
  sayRow,
  sayState,
  stateAt,
  stateOnArrival,
  weekOf,
} from '@yugong/domain/opening-hours';
import { dayNumber } from '@yugong/domain/opening-hours/days';
import { at, hours, table } from './support';

const said = (written: string | null, clock: string): string =>
  sayState(stateAt(written === null ? null : hours(written), at(clock), table), at(clock));

describe('the state now', () => {
  // 2026-11-23 is a Monday.
  it.each([
    ['24/7', '2026-11-23 03:00', '开着，24 小时'],
    ['Mo-Fr 09:00-18:00', '2026-11-23 08:59', '关着，9:00 开'],
    ['Mo-Fr 09:00-18:00', '2026-11-23 09:00', '开着，18:00 关'],
    ['Mo-Fr 09:00-18:00', '2026-11-23 18:00', '关着，明天 9:00 开'],
    ['Mo-Fr 09:00-18:00', '2026-11-28 12:00', '关着，下周一 9:00 开'],
    ['Mo-Fr 09:00-12:00,14:00-18:00', '2026-11-23 12:30', '关着，14:00 开'],
    ['Mo-Su 22:00-02:00', '2026-11-23 23:30', '开着，明天 2:00 关'],
    ['Mo-Su 22:00-02:00', '2026-11-24 01:30', '开着，2:00 关'],
    ['Mo-Su 08:00-24:00', '2026-11-23 20:00', '开着，24:00 关'],
    ['Mo-Sa 00:00-24:00', '2026-11-22 20:00', '关着，明天 0:00 开'],
    ['Jun 28-Sep 15 Mo-Su 10:00-21:00', '2026-11-23 12:00', '关着，2027年6月28日 周一 10:00 开'],
    ['2025 Jun 28-Sep 15 10:00-21:00', '2026-11-23 12:00', '关着'],
    ['Mo-Fr 09:00-18:00 unknown', '2026-11-23 12:00', '来源说这个时段不一定开'],
    [null, '2026-11-23 12:00', '开放时间未公布'],
  ])('of %s at %s is %s', (written, clock, expected) => {
    expect(said(written, clock)).toBe(expected);
  });
});

describe('holidays', () => {
  const office = 'Mo-Fr 09:00-18:00; PH off';
  it('close what is closed on holidays, and its next opening is after them', () => {
    expect(said(office, '2026-10-01 10:00')).toBe('关着，下周四 9:00 开');
  });
  it('count a weekend worked for them as a working day', () => {
    expect(said(office, '2026-10-10 10:00')).toBe('开着，18:00 关');
    expect(said('Mo-Fr 09:00-18:00', '2026-10-10 10:00')).toBe('关着，下周一 9:00 开');
  });
  it('do not choose a weekday for it where the weekdays differ', () => {
    const uneven = 'Mo-Th 09:00-18:00; Fr 09:00-16:00; PH off';
    expect(said(uneven, '2026-10-10 10:00')).toBe('开着，16:00 关');
    expect(stateAt(hours(uneven), at('2026-10-10 17:00'), table)).toEqual({
      state: 'unknown',
      reason: 'which-weekday',
    });
  });
  it('are told where the hours say nothing of them', () => {
    const everyDay = hours('Mo-Su 09:00-18:00');
    expect(stateAt(everyDay, at('2026-10-01 10:00'), table)).toMatchObject({
      state: 'open',
      special: { kind: 'holiday', name: '国庆节' },
    });
    expect(stateAt(everyDay, at('2026-11-23 10:00'), table)).toMatchObject({ special: null });
    expect(stateAt(hours(office), at('2026-10-01 10:00'), table)).toMatchObject({ special: null });
  });
  it('make unknown after the table ends what depends on them, and nothing else', () => {
    expect(stateAt(hours(office), at('2027-01-05 10:00'), table)).toEqual({
      state: 'unknown',
      reason: 'beyond-holidays',
    });
    expect(stateAt(hours(office), at('2027-01-05 03:00'), table)).toMatchObject({ state: 'closed', opensAt: null });
    expect(stateAt(hours('Mo-Fr 09:00-18:00'), at('2027-01-05 10:00'), table)).toMatchObject({ state: 'open' });
  });
});

describe('the table of holidays', () => {
  const packed = packHolidays([
    {
      year: 2026,
      days: [
        { date: '2026-10-02', name: '国庆节', off: true },
        { date: '2026-10-01', name: '国庆节', off: true },
        { date: '2026-10-10', name: '国庆节', off: false },
        { date: '2026-01-01', name: '元旦', off: true },
      ],
    },
  ]);
  const opened = openHolidays(packed);
  const kindOf = (day: string) => {
    const special = opened.at(dayNumber(day));
    return special ? `${special.kind} ${special.name}` : special;
  };

  it('is packed in runs, in the order of days', () => {
    expect(packed.off).toEqual([
      ['元旦', '2026-01-01', 1],
      ['国庆节', '2026-10-01', 2],
    ]);
    expect(packed.work).toEqual([['国庆节', '2026-10-10']]);
  });

  it('knows every day of an announced year', () => {
    expect(['2026-10-02', '2026-10-03', '2026-10-10', '2026-10-12'].map(kindOf)).toEqual([
      'holiday 国庆节',
      null,
      'workday 国庆节',
      null,
    ]);
  });

  it('knows of other years only the holidays that the law itself fixes', () => {
    expect(['2027-10-01', '2027-10-02', '2027-05-01'].map(kindOf)).toEqual([
      'holiday 国庆节',
      'holiday 国庆节',
      'holiday 劳动节',
    ]);
    expect(['2027-10-08', '2027-10-09', '2025-03-03'].map(kindOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the state on arrival', () => {
  it('is the one found after the way', () => {
    const late = hours('Mo-Su 09:00-18:00');
    expect(stateOnArrival(late, at('2026-11-23 17:50'), 15, table).state).toBe('closed');
    expect(stateOnArrival(late, at('2026-11-23 17:50'), 9, table).state).toBe('open');
    expect(stateOnArrival(late, at('2026-11-23 08:50'), 15, table).state).toBe('open');
  });
});

describe('the week', () => {
  const rows = (written: string, clock: string) => weekOf(hours(written), at(clock), table) ?? [];
  it('begins on Monday and says each day as people write it', () => {
    expect(rows('Mo-Fr 09:00-12:00,14:00-18:00; Sa 00:00-24:00', '2026-11-25 10:00').map(sayRow)).toEqual([
      ...Array.from({ length: 5 }, () => '9:00–12:00，14:00–18:00'),
      '24 小时',
      '不开',
    ]);
  });
  it('puts a night on the evening that it begins', () => {
    expect(rows('Fr 22:00-02:00', '2026-11-25 10:00').map(sayRow)).toEqual([
      '不开',
      '不开',
      '不开',
      '不开',
      '22:00–次日2:00',
      '不开',
      '不开',
    ]);
  });
  it('leaves a day that is open right through by itself behind an evening that ends at midnight', () => {
    expect(rows('Mo 10:00-24:00; Tu 00:00-24:00; We 00:00-06:00', '2026-11-25 10:00').slice(0, 3).map(sayRow)).toEqual([
      '10:00–24:00',
      '24 小时',
      '0:00–6:00',
    ]);
  });
  it('says of which hours the source is not sure, and only that where it is the whole day', () => {
    expect(
      rows('Mo 09:00-12:00, Mo 14:00-18:00 unknown; Tu 00:00-24:00 unknown', '2026-11-25 10:00')
        .slice(0, 3)
        .map(sayRow),
    ).toEqual(['9:00–12:00，14:00–18:00不确定', '不确定', '不开']);
  });
  it('names holidays and marks today', () => {
    const week = rows('Mo-Fr 09:00-18:00; PH off', '2026-10-08 10:00');
    expect(week.map(({ special }) => special?.kind ?? null)).toEqual([
      'holiday',
      'holiday',
      'holiday',
      null,
      null,
      'workday',
      null,
    ]);
    expect(week.map(sayRow)).toEqual(['不开', '不开', '不开', '9:00–18:00', '9:00–18:00', '9:00–18:00', '不开']);
    expect(week.findIndex(({ isToday }) => isToday)).toBe(3);
  });
  it('is null where no source gives hours', () => {
    expect(weekOf(null, at('2026-11-25 10:00'), table)).toBeNull();
  });
});
