/** Publishing without a release, on both engines. */
import { openService } from '../../server/src/service';
import { readConfig } from '../../server/src/config';
import { publishedHistory } from '../../server/src/content';
import { publicationFaults } from '../../server/src/content/faults';
import { publishChanges, publishCollection, republish } from './support/publishing';
import type { FeedWire } from '@yugong/domain/publication/feed';
import { defined } from '@yugong/domain/narrow';
import { startPostgres, type Postgres } from './support/postgres';
import { startService, type TestService } from './support/service';

const NEWS = 'news-2026-11-20-test';
const record = (title: string, related: string[]) => ({
  id: NEWS,
  title,
  happenedOn: '2026-11-20',
  publishedAt: '2026-11-20',
  adcode: '500103',
  related,
  paragraphs: ['这是测试里写的一条动态。'],
  figures: [],
  source: { title: '测试', publisher: '测试', published: '2026-11-20', kind: 'newsletter' },
  confidence: 'high',
});

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let test: TestService;
  let url: string | null;
  beforeEach(async () => {
    url = engine === 'postgres' ? await postgres.database() : null;
    test = await startService({ config: { databaseUrl: url } });
  });
  afterEach(() => test.close());

  const feed = async (since = '') => (await test.ask(`GET /api/v1/content/news${since}`)).json<FeedWire>();
  const put = (one: { id: string }, over: object = {}) =>
    publishChanges(test.service, { collection: 'news', put: [one], remove: [], by: 'staff-1', ...over });
  const known = () => defined(test.service.content.dataset().cases[0]);
  const good = (title = '服务上发布的动态') => record(title, [known().id]);

  it('serves a published record at once, with the names it refers to, as the newest edition', async () => {
    const before = await feed();
    expect(await put(good())).toMatchObject({ done: true, revision: 1 });
    const after = await feed(`?since=${before.version}`);
    expect(after).toMatchObject({ collection: 'news', schema: 1, changed: true });
    expect(after.records).toHaveLength(before.records.length + 1);
    expect(after.edition > before.edition).toBe(true);
    expect(after.names.districts['500103']).toBe('渝中区');
    expect(after.names.links[known().id]).toEqual({ collection: 'cases', title: known().title });
    expect(await feed(`?since=${after.version}`)).toMatchObject({ changed: false, records: [] });
  });

  it('refuses what the content check refuses, and changes nothing', async () => {
    const before = await feed();
    const bad = { ...good(), title: ' ', adcode: '500199', colour: 'red' };
    const outcome = await put(bad);
    expect(outcome).toMatchObject({ done: false, code: 'invalid' });
    if (!('faults' in outcome)) throw new Error('no faults');
    expect(outcome.faults.map(({ id, path }) => [id, path.join('.')])).toEqual(
      expect.arrayContaining([
        [NEWS, 'title'],
        [NEWS, 'colour'],
      ]),
    );
    expect(await put(record('指向没有的', ['case-nobody-none']))).toMatchObject({ code: 'invalid' });
    expect(await publishCollection(test.service, { collection: 'events', by: 's', records: 'none' })).toMatchObject({
      code: 'invalid',
    });
    expect(await publishCollection(test.service, { collection: 'holidays', by: 's', records: [] })).toMatchObject({
      faults: [{ collection: 'holidays', index: -1 }],
    });
    const [event, ...rest] = test.service.content.dataset().events;
    const never = [{ ...event, rrule: 'FREQ=SOMETIMES' }, ...rest];
    expect(await publishCollection(test.service, { collection: 'events', by: 's', records: never })).toMatchObject({
      faults: [{ collection: 'events', path: ['rrule'] }],
    });
    expect(await feed()).toEqual(before);
  });

  it('refuses a day that is still to come', async () => {
    const outcome = await put(Object.assign(good(), { publishedAt: '2126-01-01' }));
    expect(outcome).toMatchObject({ code: 'invalid', faults: [{ id: NEWS, path: ['publishedAt'] }] });
  });

  it('lets a record be published beside one that made no sense before, until that one changes', () => {
    const sound = test.service.content.dataset();
    const [first, ...others] = sound.stations;
    if (!first) throw new Error('no stations are shipped');
    const current = { ...sound, stations: [{ ...first, openingHours: 'Mo-Su off' }, ...others] };
    const now = test.service.now();
    expect(publicationFaults({ ...current, news: [...sound.news, good()] }, current, now)).toEqual([]);
    expect(publicationFaults(current, sound, now)).toMatchObject([{ id: first.id, path: ['openingHours'] }]);
  });

  it('lets one of two editors publish who looked at the same revision', async () => {
    const outcomes = await Promise.all([
      put(good('一'), { expected: 0 }),
      put(good('二'), { expected: 0 }),
      put(good('三'), { expected: 0 }),
    ]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.done && one.code === 'stale')).toHaveLength(2);
    expect(await put(good('四'), { expected: 0 })).toEqual({ done: false, code: 'stale' });
    expect(await publishedHistory(test.service.store.read, 'news')).toHaveLength(1);
  });

  it('undoes by publishing an earlier revision again, down to the repository’s', async () => {
    const shipped = await feed();
    await put(good('一'));
    await put(good('二'));
    expect(await put(good('二'))).toEqual({ done: false, code: 'same' });
    const undo = (revision: number) => republish(test.service, { collection: 'news', revision, by: 'staff-2' });
    expect(await undo(1)).toMatchObject({ done: true, revision: 3 });
    expect((await feed()).records.find(({ id }) => id === NEWS)?.['title']).toBe('一');
    expect(await undo(0)).toMatchObject({ done: true, revision: 4 });
    expect(await feed()).toMatchObject({ version: shipped.version, records: shipped.records });
    expect(await undo(9)).toEqual({ done: false, code: 'not-found' });
    const history = await publishedHistory(test.service.store.read, 'news');
    expect(history.map((one) => [one.revision, one.by_whom, one.undoes])).toEqual([
      [4, 'staff-2', 0],
      [3, 'staff-2', 1],
      [2, 'staff-1', null],
      [1, 'staff-1', null],
    ]);
    const audited = await test.service.store.read
      .selectFrom('audit')
      .select(['actor', 'subject'])
      .where('action', '=', 'content.published')
      .execute();
    expect(audited).toHaveLength(4);
    expect(audited[0]).toEqual({ actor: 'staff:staff-1', subject: 'news' });
  });

  it('takes records away, and those that others refer to not', async () => {
    await put(good());
    const gone = (id: string) =>
      publishChanges(test.service, { collection: 'news', put: [], remove: [id], by: 'staff-1' });
    expect(await gone('news-nobody')).toEqual({ done: false, code: 'not-found' });
    expect(await gone(NEWS)).toMatchObject({ done: true });
    const referred = test.service.content
      .dataset()
      .cases.find(({ id }) => test.service.content.dataset().news.some(({ related = [] }) => related.includes(id)));
    const dropped = publishChanges(test.service, {
      collection: 'cases',
      put: [],
      remove: [referred?.id ?? ''],
      by: 's',
    });
    expect(await dropped).toMatchObject({ code: 'invalid' });
  });

  it('keeps what was published over a start, and is seen by another process', async () => {
    await put(good('留着'));
    const config = { ...readConfig({}), dataDir: test.folder, databaseUrl: url };
    if (engine === 'sqlite') {
      await test.app.close();
      await test.service.close();
    }
    const other = await openService(config, { maintenance: false });
    try {
      await other.content.refresh();
      expect(other.content.dataset().news.find(({ id }) => id === NEWS)?.title).toBe('留着');
      if (engine === 'postgres') {
        await publishChanges(other, { collection: 'news', put: [good('改了')], remove: [], by: 'staff-9' });
        await test.service.content.refresh({ now: true });
        expect(test.service.content.dataset().news.find(({ id }) => id === NEWS)?.title).toBe('改了');
      }
    } finally {
      await other.close();
    }
    if (engine === 'sqlite') test = await startService();
  });
});
