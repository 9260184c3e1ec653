/** What pages read as a constant: the law, screening, the calendar. What was published is there at the next start. */
import { publishChanges } from './support/publishing';
import { kept, restart, withFeedPhone, world } from './support/feed-phone';

withFeedPhone();

const put = async (collection: Parameters<typeof publishChanges>[1]['collection'], record: object) =>
  expect(
    await publishChanges(world.api.service, { collection, put: [record as { id: string }], remove: [], by: 's' }),
  ).toMatchObject({ done: true });
const shipped = () => world.api.service.content.base();
/** Until the phone keeps it: nobody waits for that but a test. */
async function until(collection: string): Promise<void> {
  for (let tries = 0; kept(collection) === undefined; tries += 1) {
    if (tries === 300) throw new Error(`${collection} was never kept: ${world.asked.join(' ')}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('moves deadlines by the next year’s holidays, and the calendar knows them', async () => {
  const [year] = shipped().holidays;
  if (!year) throw new Error('no holidays');
  const days = [{ date: '2031-10-01', name: '国庆节', off: true }];
  await put('holidays', { ...year, id: 'holidays-2031', year: 2031, title: '2031 年放假安排', days });
  const [event] = shipped().events;
  await put('events', {
    ...event,
    id: 'event-2027-walk',
    title: '健步走',
    start: '2027-05-01',
    end: undefined,
    rrule: undefined,
  });
  await restart();
  await import('@/features/legal-aid/model');
  await import('@/pages/calendar/table');
  await Promise.all([until('holidays'), until('events')]);
  // Asked once by the two that show it.
  expect(world.asked.filter((path) => path.includes('holidays'))).toHaveLength(1);
  await restart();
  const { restDays } = await import('@/features/legal-aid/model');
  const { calendarTable: table } = await import('@/pages/calendar/table');
  expect(restDays.years).toContain(2031);
  expect(restDays.off).toContain('2031-10-01');
  expect(table.holidaysUntil).toBe('2031-12-31');
  expect(table.holidays).toContainEqual({ name: '国庆节', start: '2031-10-01', end: '2031-10-01' });
  expect(table.events.find(({ id }) => id === 'event-2027-walk')).toMatchObject({ starts: ['2027-05-01'], days: 1 });
});

it('shows what the union says of hotlines, rules, places, programmes and clinics', async () => {
  const edit = async (collection: 'hotlines' | 'law-facts' | 'legal-places' | 'screening-programmes' | 'clinics') => {
    const [first] = shipped()[collection];
    await put(collection, { ...first, title: `改过：${collection}` });
  };
  const all = ['hotlines', 'law-facts', 'legal-places', 'screening-programmes', 'clinics'] as const;
  for (const collection of all) await edit(collection);
  await restart();
  await import('@/features/legal-aid/model');
  await import('@/features/screening/model');
  await Promise.all(all.map(until));
  await restart();
  const { facts, hotlines, places } = await import('@/features/legal-aid/model');
  const { clinics, programmes } = await import('@/features/screening/model');
  const titles = [hotlines, facts, places, programmes, clinics].map(([first]) => first?.title);
  expect(titles).toEqual(all.map((collection) => `改过：${collection}`));
});
