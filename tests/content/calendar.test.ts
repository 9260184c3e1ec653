/** Recurrence with its exceptions, its faults by name, and the calendar's own table. */
import { deriveContent } from '../../scripts/generate/content';
import { calendarOf, EVENT_BYTES } from '../../scripts/generate/calendar';
import { occurrencesOf, recurrenceFaults } from '@yugong/domain/event/occurrences';
import { loadChecked } from '../../scripts/content/check';
import type { EventItem } from '@yugong/content/bundle';
import { addDays } from '@yugong/domain/calendar';

const { dataset } = loadChecked();
if (!dataset) throw new Error('the dataset is at fault: npm run content -- check');
const starts = (event: Parameters<typeof occurrencesOf>[0]) => occurrencesOf(event).map(({ start }) => start);

describe('recurrence', () => {
  it('leaves out exceptions and adds further days', () => {
    const weekly = { start: '2026-12-18', rrule: 'FREQ=WEEKLY;COUNT=4' };
    expect(starts(weekly)).toEqual(['2026-12-18', '2026-12-25', '2027-01-01', '2027-01-08']);
    expect(starts({ ...weekly, exdates: ['2027-01-01'], rdates: ['2027-01-02'] })).toEqual([
      '2026-12-18',
      '2026-12-25',
      '2027-01-02',
      '2027-01-08',
    ]);
  });

  it('ends a rule with the horizon, and never a day that was given', () => {
    expect(starts({ start: '2035-03-08' })).toEqual(['2035-03-08']);
    expect(starts({ start: '2029-06-01', rrule: 'FREQ=YEARLY', rdates: ['2032-06-02'] })).toEqual([
      '2029-06-01',
      '2030-06-01',
      '2031-06-01',
      '2032-06-01',
      '2032-06-02',
    ]);
    expect(starts({ start: '2029-06-01', rrule: 'FREQ=YEARLY' })).toEqual(['2029-06-01']);
  });

  it('can move the first day itself', () => {
    expect(
      starts({ start: '2026-01-15', rrule: 'FREQ=YEARLY;COUNT=2', exdates: ['2026-01-15'], rdates: ['2026-01-16'] }),
    ).toEqual(['2026-01-16', '2027-01-15']);
  });

  it('keeps its length over the year’s end and in February', () => {
    expect(occurrencesOf({ start: '2027-12-30', end: '2028-01-02', rrule: 'FREQ=YEARLY;COUNT=1' })).toEqual([
      { start: '2027-12-30', end: '2028-01-02' },
    ]);
    expect(starts({ start: '2028-02-29', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2' })).toEqual([
      '2028-02-29',
      '2028-03-31',
    ]);
  });

  it.each<[string, Parameters<typeof recurrenceFaults>[0], string]>([
    ['an end before its start', { start: '2026-05-02', end: '2026-05-01' }, 'end'],
    ['a rule that is none', { start: '2026-05-02', rrule: 'FREQ=SOMETIMES' }, 'rrule'],
    [
      'a first day that the rule leaves out',
      { start: '2026-05-02', rrule: 'FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1' },
      'rrule',
    ],
    [
      'an exception that excepts nothing',
      { start: '2026-05-02', rrule: 'FREQ=YEARLY', exdates: ['2026-05-03'] },
      'exdates',
    ],
    [
      'a further day that is no further',
      { start: '2026-05-02', rrule: 'FREQ=YEARLY', rdates: ['2027-05-02'] },
      'rdates',
    ],
    ['an evening that ends before it begins', { start: '2026-05-02', time: { from: '22:00', to: '01:00' } }, 'time'],
    ['a beginning at the end of the day', { start: '2026-05-02', time: { from: '24:00', to: null } }, 'time'],
  ])('names %s', (_what, event, field) => {
    expect(recurrenceFaults(event).map((fault) => fault.field)).toEqual([field]);
  });

  it.each([
    ['an evening over midnight', { start: '2026-05-02', end: '2026-05-03', time: { from: '22:00', to: '01:00' } }],
    ['an evening to midnight', { start: '2026-05-02', time: { from: '22:00', to: '24:00' } }],
    ['days in a row', { start: '2026-05-02', end: '2026-05-05' }],
  ])('accepts %s', (_what, event) => expect(recurrenceFaults(event)).toEqual([]));
});

describe('the calendar’s table', () => {
  const table = deriveContent(dataset)['pages/calendar/generated/calendar.json'];

  it('has every event, the years of the holidays and their ends', () => {
    expect(table.events).toHaveLength(dataset.events.length);
    expect(table.eventsSince).toBeNull();
    expect([table.holidaysFrom, table.holidaysUntil]).toEqual(['2024-01-01', '2026-12-31']);
    expect(table.events.find(({ id }) => id === 'event-summer-cool')).toMatchObject({ days: 62 });
  });

  it('knows 调休: days off in a row, and the days worked for them', () => {
    expect(table.holidays).toContainEqual({ name: '春节', start: '2026-02-15', end: '2026-02-23' });
    expect(table.workdays.map(({ day }) => day)).toEqual(expect.arrayContaining(['2026-02-14', '2026-02-28']));
  });

  it('stays within its bytes in the main package', () =>
    expect(Buffer.byteLength(JSON.stringify(table))).toBeLessThan(20_000));

  it('of five thousand events keeps what fits, the newest, and says from when on they are all', () => {
    const event = deriveContent(dataset)['features/events/generated/events.json'];
    const [, , , , , sixth] = event;
    if (!sixth) throw new Error('fewer than six events');
    const many = Array.from({ length: 5000 }, (_, at): EventItem => {
      const day = addDays('2026-01-01', at % 365);
      return { ...sixth, id: `event-many-${at}`, occurrences: [{ start: day, end: day }] };
    });
    const { events, eventsSince } = calendarOf({ ...dataset, events: many });
    expect(Buffer.byteLength(JSON.stringify(events))).toBeLessThanOrEqual(EVENT_BYTES);
    expect(eventsSince && eventsSince > '2026-11-01').toBe(true);
    const complete = many.filter(({ occurrences }) => (occurrences[0]?.start ?? '') >= (eventsSince ?? ''));
    expect(events.length).toBeGreaterThanOrEqual(complete.length);
    const kept = new Set(events.map(({ id }) => id));
    expect(complete.filter(({ id }) => !kept.has(id))).toEqual([]);
  });
});
