/** What pages read as a constant: the law, screening. What was published is there at the next start, holidays at once. */
import { minimumWageSuggestions, nextWorkingDay } from '@yugong/domain/labour-law';
import { member } from './staff/support';
import { publishChanges } from './support/publishing';
import { kept, restart, withFeedPhone, world } from './support/feed-phone';

withFeedPhone();

const put = async (collection: Parameters<typeof publishChanges>[1]['collection'], record: object) =>
  expect(
    await publishChanges(world.api.service, { collection, put: [record as { id: string }], remove: [], by: 's' }),
  ).toMatchObject({ done: true });
const shipped = () => world.api.service.content.base();
/** Until the phone keeps it: nobody waits for that but a test. */
async function until(collection: string, again = (): void => undefined): Promise<void> {
  for (let tries = 0; kept(collection) === undefined; tries += 1) {
    if (tries === 300) throw new Error(`${collection} was never kept: ${world.asked.join(' ')}`);
    // A question that is on its way was put before the year was published.
    again();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('moves deadlines by the next year’s holidays, and the calendar knows them', async () => {
  const [year] = shipped().holidays;
  if (!year) throw new Error('no holidays');
  const days = [{ date: '2027-10-04', name: '国庆节', off: true }];
  await put('holidays', { ...year, id: 'holidays-2027', year: 2027, title: '2027 年放假安排', days });
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
  const { restDaysNow } = await import('@/features/legal-aid/model');
  const { calendarTableNow } = await import('@/pages/calendar/table');
  // Without a start in between.
  expect(restDaysNow().years).toContain(2027);
  expect(nextWorkingDay(restDaysNow(), '2027-10-04')).toBe('2027-10-05');
  const table = calendarTableNow();
  expect(table.holidaysUntil).toBe('2027-12-31');
  expect(table.holidays).toContainEqual({ name: '国庆节', start: '2027-10-04', end: '2027-10-04' });
  expect(table.fixedHolidays.filter(({ start }) => start < '2028')).toEqual([]);
  expect(table.events.find(({ id }) => id === 'event-2027-walk')).toMatchObject({ starts: ['2027-05-01'], days: 1 });
});

it('answers right about a day of the next year with the bundle of this one, once the console published the year', async () => {
  await restart();
  const [{ stationsNow, refreshHolidays }, { restDaysNow }, { stateAt }, { lastDay }] = await Promise.all([
    import('@/features/stations/model'),
    import('@/features/legal-aid/model'),
    import('@yugong/domain/opening-hours'),
    import('@yugong/domain/labour-law'),
  ]);
  // 09:00 to 18:00, closed on public holidays.
  const hours = [
    { d: 127, t: [540, 1080] },
    { d: 128, h: 1 as const, m: 'off' as const },
  ];
  const stateOn = (day: string) => stateAt(hours, Date.parse(`${day}T10:00+08:00`), stationsNow().holidays);
  // By the law alone, before the notice: New Year is closed, and of the Monday after nobody knows.
  expect(stateOn('2027-01-01')).toMatchObject({ state: 'closed' });
  expect(stateOn('2027-01-04')).toEqual({ state: 'unknown', reason: 'beyond-holidays' });
  expect(lastDay(restDaysNow(), '2027-01-04', '2026-12-01')).toMatchObject({
    due: '2027-01-04',
    caveat: expect.stringContaining('2027年的调休安排还没公布'),
  });

  const { token } = await member(world.api, ['editor'], { organisation: null, districts: null });
  // Invented: 2027's notice isn't out.
  const body = {
    year: 2027,
    notice: '关于2027年部分节假日安排的通知（示例）',
    url: 'https://www.gov.cn/zhengce/',
    published: '2026-11-01',
    days: ['2027-01-01', '2027-01-04'].map((date) => ({ date, name: '元旦', off: true })),
  };
  expect((await world.api.ask('POST /api/v1/staff/content/holidays', { token, body })).json()).toMatchObject({
    done: true,
  });
  await until('holidays', () => refreshHolidays(true));
  expect(stateOn('2027-01-04')).toMatchObject({ state: 'closed' });
  expect(stateOn('2027-01-05')).toMatchObject({ state: 'open' });
  expect(lastDay(restDaysNow(), '2027-01-04', '2026-12-01')).toMatchObject({ due: '2027-01-05' });
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
  await Promise.all(all.map((one) => until(one)));
  await restart();
  const { facts, hotlines, places } = await import('@/features/legal-aid/model');
  const { clinics, programmes } = await import('@/features/screening/model');
  const titles = [hotlines, facts, places, programmes, clinics].map(([first]) => first?.title);
  expect(titles).toEqual(all.map((collection) => `改过：${collection}`));
});

it('reckons by a minimum wage that the union published, without a start in between', async () => {
  const [first] = shipped()['local-wages'];
  await put('local-wages', {
    ...first,
    id: 'wage-monthly-minimum-2099-01',
    from: '2099-01-01',
    figures: [{ scope: '全市（示例）', adcodes: null, yuan: 9999 }],
  });
  await restart();
  const { localWagesNow } = await import('@/features/legal-aid/model');
  await until('local-wages', () => void localWagesNow());
  const of = (day: string) =>
    minimumWageSuggestions(localWagesNow(), { per: 'monthly', day, adcode: '500103' }).map(({ fen }) => fen);
  expect(of('2099-01-01')).toEqual([999_900]);
  expect(of('2026-11-01')).toEqual([233_000]);
});
