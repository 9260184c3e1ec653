/** What a reader sees of the calendar: filters, a day's order, pages of a long list. */
import {
  filterItems,
  isFiltered,
  itemsByDay,
  itemsOn,
  noFilter,
  sliceFrom,
  type AgendaItem,
} from '@yugong/domain/agenda';

const item = (key: string, fields: Partial<AgendaItem> = {}): AgendaItem => ({
  key,
  kind: 'event',
  title: key,
  start: '2026-11-23',
  end: fields.start ?? '2026-11-23',
  time: null,
  venue: null,
  adcode: null,
  url: null,
  joinable: false,
  state: null,
  demo: false,
  ...fields,
});
const keys = (items: readonly AgendaItem[]) => items.map(({ key }) => key);

describe('filters', () => {
  const items = [
    item('city'),
    item('yuzhong', { adcode: '500103', joinable: true }),
    item('wanzhou', { adcode: '500101', kind: 'screening', joinable: true }),
    item('mine', { kind: 'registration' }),
    item('deadline', { kind: 'deadline' }),
    item('off', { kind: 'holiday' }),
    item('work', { kind: 'workday' }),
  ];
  it.each([
    [{}, ['city', 'yuzhong', 'wanzhou', 'mine', 'deadline', 'off', 'work']],
    [{ kind: 'mine' as const }, ['mine', 'deadline']],
    [{ kind: 'holiday' as const }, ['off', 'work']],
    [{ kind: 'event' as const, adcode: '500103' }, ['city', 'yuzhong']],
    [{ joinable: true }, ['yuzhong', 'wanzhou']],
    [{ joinable: true, adcode: '500101' }, ['wanzhou']],
  ])('%j', (filter, wanted) => expect(keys(filterItems(items, { ...noFilter, ...filter }))).toEqual(wanted));

  it.each([
    [{}, false],
    [{ kind: 'mine' as const }, true],
    [{ adcode: '500103' }, true],
    [{ joinable: true }, true],
  ])('are said to be on where there is one: %j', (filter, isOn) => {
    expect(isFiltered({ ...noFilter, ...filter })).toBe(isOn);
  });

  it('a district never hides what is the whole city’s or one’s own', () => {
    expect(keys(filterItems(items, { ...noFilter, adcode: '500110' }))).toEqual([
      'city',
      'mine',
      'deadline',
      'off',
      'work',
    ]);
  });
});

describe('a day', () => {
  const night = item('night', { start: '2026-11-22', end: '2026-11-23', time: { from: '22:00', to: '02:00' } });
  const early = item('early', { time: { from: '08:00', to: '09:00' } });
  const mine = item('mine', { kind: 'registration', time: { from: '08:00', to: '09:00' } });
  const late = item('late', { time: { from: '19:00', to: null } });

  it('has what goes on first, then by time, one’s own first', () => {
    expect(keys(itemsOn([late, early, mine, item('whole'), night], '2026-11-23'))).toEqual([
      'night',
      'whole',
      'mine',
      'early',
      'late',
    ]);
  });

  it('is the same day by day as over a range', () => {
    const items = [late, early, mine, night, item('long', { start: '2026-10-01', end: '2027-02-01' })];
    const days = itemsByDay(items, '2026-11-20', '2026-11-25');
    for (const [day, there] of days) expect(there).toEqual(itemsOn(items, day));
    expect([...days.keys()].sort()).toEqual([
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ]);
  });
});

describe('a long list', () => {
  const items = Array.from({ length: 50 }, (_, at) =>
    item(`d${String(at).padStart(2, '0')}`, { start: `2026-11-${String((at % 25) + 1).padStart(2, '0')}` }),
  );
  const going = item('going', { start: '2026-10-30', end: '2026-11-30' });

  it('begins with what goes on, then what begins', () => {
    const { items: page, before, after } = sliceFrom([...items, going], '2026-11-20', 0, 5);
    expect(keys(page)).toEqual(['going', 'd19', 'd44', 'd20', 'd45']);
    expect([before, after]).toEqual([38, 8]);
  });

  it('shows every item once, page after page, both ways', () => {
    const seen: string[] = [];
    for (let page = -8; page <= 3; page += 1) seen.push(...keys(sliceFrom(items, '2026-11-20', page, 5).items));
    expect([...seen].sort()).toEqual(keys(items).sort());
    expect(seen).toHaveLength(50);
  });

  it('has nothing beyond its ends', () => {
    expect(sliceFrom(items, '2027-01-01', 0, 5)).toEqual({ items: [], before: 50, after: 0 });
    expect(sliceFrom(items, '2026-01-01', -1, 5)).toEqual({ items: [], before: 0, after: 50 });
    expect(sliceFrom([], '2026-01-01', 0, 5)).toEqual({ items: [], before: 0, after: 0 });
  });
});
