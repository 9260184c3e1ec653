/** Events with everything that a calendar can get wrong, for tests that read the feed back. */
import type { RecordOf } from '@yugong/content/schema';

type Event = RecordOf<'events'>;

const source = { title: '试', publisher: '试', published: null, kind: 'official' as const };
const event = (id: string, fields: Partial<Event>): Event => ({
  id,
  title: id,
  publishedAt: '2026-01-01',
  source,
  confidence: 'high',
  start: '2026-12-18',
  place: null,
  organiser: null,
  summary: '试一试。',
  figures: [],
  ...fields,
});

/** Everything that has to survive: rules, exceptions, midnight, the year's end, text that must be escaped. */
export const difficultEvents: Event[] = [
  event('event-weekly', { rrule: 'FREQ=WEEKLY;COUNT=4', exdates: ['2027-01-01'], rdates: ['2027-01-02'] }),
  event('event-days', { start: '2026-12-30', end: '2027-01-02' }),
  event('event-evening', { time: { from: '19:00', to: '21:30' } }),
  event('event-night', { start: '2026-12-31', end: '2027-01-01', time: { from: '22:00', to: '00:30' } }),
  event('event-to-midnight', { time: { from: '19:00', to: '24:00' } }),
  // In UTC this is still the day before: a rule by weekday would slip by one.
  event('event-early', {
    start: '2026-12-19',
    time: { from: '07:30', to: '09:00' },
    rrule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=3',
    exdates: ['2026-12-26'],
  }),
  event('event-text', { title: '“一函两书”；培训, 第1期\\2', place: '渝中区, 解放碑; 3楼', adcode: '500103' }),
  event('event-long', { title: '很长的名字'.repeat(30), summary: '第一行\n第二行' }),
];
