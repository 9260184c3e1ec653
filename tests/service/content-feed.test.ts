/** The phone's side of the content feed against the service itself, and against answers that were tampered with. */
import { dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { MINUTE } from '@yugong/domain/time';
import { publishChanges, republish } from './support/publishing';
import type { NewsItem } from '@yugong/content/bundle';
import { phone } from '../setup/taro';
import { kept, restart, withFeedPhone, world } from './support/feed-phone';

withFeedPhone();

const ID = 'news-2026-11-20-test';
const record = (title: string) => ({
  id: ID,
  title,
  happenedOn: '2026-11-20',
  publishedAt: '2026-11-20',
  adcode: '500103',
  related: [world.api.service.content.base().cases[0]?.id],
  paragraphs: ['这是测试里写的一条动态。'],
  figures: [],
  source: { title: '测试', publisher: '测试', published: '2026-11-20', kind: 'newsletter' },
  confidence: 'high',
});
const publish = (title = '新发布的') =>
  publishChanges(world.api.service, { collection: 'news', put: [record(title)], remove: [], by: 'staff-1' });

/** The app, started anew on the same phone. */
async function startApp() {
  const fresh = await restart();
  const { refreshCollection } = await import('@/platform/content-feed');
  const { valueOf } = await import('@/platform/content-feed/feed');
  const { newsSource } = await import('@/features/news/model');
  return {
    news: () => valueOf(newsSource),
    one: (): NewsItem | undefined => valueOf(newsSource).find(({ id }) => id === ID),
    bundled: newsSource.bundled,
    ask: () => refreshCollection(newsSource, { now: true }),
    askNow: () => refreshCollection(newsSource),
    isFull: (full: boolean) => (fresh.storageFull = full),
  };
}

it('shows the bundle while the service has nothing else, and keeps nothing', async () => {
  const app = await startApp();
  await app.ask();
  expect(app.news()).toBe(app.bundled);
  expect(world.asked[0]).toMatch(/^\/api\/v1\/content\/news\?since=[\w-]{16}$/);
  expect(kept('news')).toBeUndefined();
});

it('shows what was published, with its district and links, and still does after a start without a network', async () => {
  const app = await startApp();
  await publish();
  await app.ask();
  expect(app.news()).toHaveLength(app.bundled.length + 1);
  expect(app.one()).toMatchObject({
    title: '新发布的',
    district: { adcode: '500103', name: '渝中区', now: null },
    links: [{ collection: 'cases', title: world.api.service.content.base().cases[0]?.title }],
  });
  expect(app.news()).toBe(app.news());
  // What was bundled and is unchanged looks the same, field by field.
  const others = app.news().filter(({ id }) => id !== ID);
  expect(others).toEqual(app.bundled);

  world.reach(false);
  const later = await startApp();
  expect(later.one()?.title).toBe('新发布的');
  await later.ask();
  expect(later.one()?.title).toBe('新发布的');
});

it('asks for what is newer than what it keeps, and not twice within five minutes', async () => {
  const app = await startApp();
  await publish('一');
  await Promise.all([app.ask(), app.ask()]);
  await app.askNow();
  expect(world.asked).toHaveLength(1);
  await publish('二');
  await app.ask();
  expect(app.one()?.title).toBe('二');
  expect(world.asked[1]).not.toBe(world.asked[0]);
});

it('goes back to the bundle where the union has undone everything', async () => {
  const app = await startApp();
  await publish();
  await app.ask();
  await republish(world.api.service, { collection: 'news', revision: 0, by: 'staff-1' });
  await app.ask();
  expect(app.news()).toBe(app.bundled);
  expect(kept('news')).toBeUndefined();
});

it('says of whom a record is and of when, and forgets a favourite whose record was taken down', async () => {
  const app = await startApp();
  const { useFavourites } = await import('@/platform/favourites');
  await publish();
  await app.ask();
  expect(app.one()).toMatchObject({ publication: { by: null, on: dayAt(world.api.clock.now) } });
  expect(app.news().filter(({ publication }) => publication)).toHaveLength(1);
  const other = defined(app.bundled[0]);
  for (const { id, title } of [defined(app.one()), other])
    useFavourites.getState().toggle({ collection: 'news', id, title });
  await publishChanges(world.api.service, { collection: 'news', put: [], remove: [ID], by: 'staff-1' });
  // The collection is as it was bundled again: phones hear of it all the same.
  await app.ask();
  expect(useFavourites.getState().items.map(({ id }) => id)).toEqual([other.id]);
});

it('no longer finds a rule or a place that was taken down, and finds a hotline by its new name', async () => {
  const base = world.api.service.content.base();
  const [fact, place, hotline] = [base['law-facts'][0], base['legal-places'][0], base.hotlines[0]].map(defined);
  await restart();
  const { searchedLaw } = await import('@/features/search/published');
  const { valueOf, refresh } = await import('@/platform/content-feed/feed');
  const sources = Object.values(searchedLaw);
  const titles = () => sources.flatMap((source) => valueOf(source).map(({ title }) => title));
  const shipped = titles();
  expect(shipped).toEqual(expect.arrayContaining([fact?.title, place?.title, hotline?.title]));
  const publishOne = (
    collection: 'law-facts' | 'legal-places' | 'hotlines',
    put: { id: string; title: string }[],
    remove: string[],
  ) => publishChanges(world.api.service, { collection, put, remove, by: 'staff-1' });
  await publishOne('law-facts', [], [defined(fact).id]);
  await publishOne('legal-places', [], [defined(place).id]);
  await publishOne('hotlines', [{ ...defined(hotline), title: '改过名的热线' }], []);
  for (const source of sources) await refresh(source, { now: true });
  const gone = shipped.filter((title) => !titles().includes(title));
  expect(new Set(gone)).toEqual(new Set([fact?.title, place?.title, hotline?.title]));
  expect(titles()).toContain('改过名的热线');
});

type Body = Record<string, unknown> & { records: Record<string, unknown>[] };

describe('reads what a newer release of the service says, as far as it can', () => {
  it('ignores a field that it does not know', async () => {
    await publish('明天的');
    const widened = (record: Record<string, unknown>) => ({ ...record, hologram: 'couriers' });
    world.onTheWay = (body) => ({ ...(body as Body), records: (body as Body).records.map(widened) });
    const app = await startApp();
    await app.ask();
    expect(app.one()?.title).toBe('明天的');
    expect(JSON.stringify(kept('news'))).not.toContain('hologram');
  });

  it('leaves out a record that it cannot make sense of, and shows the others', async () => {
    await publish('读得懂的');
    const strange = { id: 'news-2030-01-01-strange', hologram: true };
    world.onTheWay = (body) => ({ ...(body as Body), records: [...(body as Body).records, strange, null] });
    const app = await startApp();
    await app.ask();
    expect(app.one()?.title).toBe('读得懂的');
    expect(app.news().some(({ id }) => id === strange.id)).toBe(false);
  });
});

describe('keeps to what it has where an answer is', () => {
  const tampered: [string, (body: Body) => unknown][] = [
    ['cut off', (body) => JSON.stringify(body).slice(0, 900)],
    ['a gateway’s page', () => '<html>502</html>'],
    ['of another collection', (body) => ({ ...body, collection: 'cases' })],
    ['of another form', (body) => ({ ...body, schema: 2 })],
    ['older than the bundle', (body) => ({ ...body, edition: '2020-01-01' })],
    ['without a date', (body) => ({ ...body, edition: '' })],
    ['with a record that lacks something', (body) => ({ ...body, records: [{ id: 'x-y', title: 'x' }] })],
    [
      'with a dangerous address',
      (body) => ({
        ...body,
        records: body.records.map((r) => ({
          ...r,
          source: { ...(r['source'] as object), url: 'javascript:alert(1)' },
        })),
      }),
    ],
    ['with one record twice', (body) => ({ ...body, records: [...body.records, body.records[0]] })],
    ['without names', (body) => ({ ...body, names: null })],
    ['said to be unchanged and isn’t', (body) => ({ ...body, changed: false, records: [] })],
    [
      'too large to keep',
      (body) => ({
        ...body,
        records: body.records.flatMap((r) =>
          Array.from({ length: 40 }, (_, n) => ({ ...r, id: `${String(r['id'])}-${n}` })),
        ),
      }),
    ],
  ];
  it.each(tampered)('%s', async (_, tamper) => {
    await publish('一');
    world.onTheWay = (body) => tamper(body as Body);
    const app = await startApp();
    await app.ask();
    expect(app.news()).toBe(app.bundled);
    expect(kept('news')).toBeUndefined();
    // The same against something that was taken before.
    world.onTheWay = (body) => body;
    await app.ask();
    expect(app.one()?.title).toBe('一');
    await publish('二');
    world.onTheWay = (body) => tamper(body as Body);
    await app.ask();
    expect(app.one()?.title).toBe('一');
    expect((await startApp()).one()?.title).toBe('一');
  });
});

it('never goes backwards, as to a service that was restored from a backup', async () => {
  const app = await startApp();
  await publish('一');
  const early = (await world.api.ask('GET /api/v1/content/news')).json();
  world.api.clock.now += MINUTE;
  await publish('二');
  await app.ask();
  world.onTheWay = () => early;
  await app.ask();
  expect(app.one()?.title).toBe('二');
});

describe('what is kept is given up where', () => {
  const spoilt: [string, (value: { version: number; value: Record<string, unknown> }) => unknown][] = [
    ['it is damaged', () => 'x'],
    ['a record of it is', ({ value, ...rest }) => ({ ...rest, value: { ...value, records: [{ id: ID }] } })],
    ['it is of another form', ({ value, ...rest }) => ({ ...rest, value: { ...value, schema: 0 } })],
    [
      'the app has been updated past it',
      ({ value, ...rest }) => ({ ...rest, value: { ...value, edition: '2026-01-01' } }),
    ],
  ];
  it.each(spoilt)('%s', async (_, spoil) => {
    const app = await startApp();
    await publish();
    await app.ask();
    phone.storage.set('content-news', spoil(kept('news') as never));
    world.reach(false);
    const later = await startApp();
    expect(later.news()).toBe(later.bundled);
    expect(kept('news')).toBeUndefined();
    world.reach(true);
    await later.ask();
    expect(later.one()?.title).toBe('新发布的');
  });
});

it('shows what came on a full phone, and the bundle after a start', async () => {
  const app = await startApp();
  await publish();
  app.isFull(true);
  await app.ask();
  expect(app.one()?.title).toBe('新发布的');
  expect(kept('news')).toBeUndefined();
  const later = await startApp();
  expect(later.news()).toBe(later.bundled);
});
