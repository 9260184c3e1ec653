/** Records that a union writes, corrects, takes down and brings back itself, now or at a time. On both engines. */
import { defined } from '@yugong/domain/narrow';
import type {
  EditedRecordsWire,
  RecordHistoryWire,
  RecordPlanSaved,
  RecordPlanWire,
  RecordPublishedWire,
} from '@yugong/domain/publication/staff-wire';
import type { UndoneWire } from '@yugong/domain/publication/wire';
import { dayAt } from '@yugong/domain/calendar';
import { MINUTE } from '@yugong/domain/time';
import type { FeedWire } from '@yugong/domain/publication/feed';
import { sweepRecordPlans } from '../../../server/src/staff/content/due-plans';
import { statement } from '../../../server/src/kernel/store';
import { startService, type TestService } from '../support/service';
import { postgresEngine } from '../support/stores';
import { engines, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let editor: TestMember;
  let other: TestMember;
  const start = async (): Promise<TestService> =>
    startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
  const invite = async (): Promise<void> => {
    const { read } = test.service.store;
    await test.service.store.write([
      statement(
        read
          .insertInto('organisations')
          .values({ id: 'yuzhong', title: '渝中区总工会', created_at: 0 })
          .onConflict((on) => on.doNothing()),
      ),
    ]);
    editor = await member(test, ['editor'], { organisation: 'yuzhong', districts: null });
    other = await member(test, ['editor'], { organisation: 'main', districts: null });
  };
  beforeAll(async () => {
    test = await start();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    const { store, content } = test.service;
    const { read } = store;
    await store.write([
      statement(read.deleteFrom('content_versions')),
      statement(read.deleteFrom('content_publications')),
    ]);
    await content.refresh({ now: true });
    await invite();
  });

  const ask = (line: string, body?: unknown, who = editor) =>
    test.ask(line.replace(' ', ' /api/v1/staff/content'), {
      token: who.token,
      ...(body === undefined ? {} : { body }),
    });
  const today = () => dayAt(test.clock.now);
  const base = () => ({
    id: '',
    title: '渝中区总工会办了一期消防课（示例）',
    publishedAt: today(),
    figures: [],
    source: { title: '消防课（示例）', publisher: '渝中区总工会', published: today(), kind: 'official' },
    confidence: 'high',
  });
  const news = (more: object = {}) => ({ ...base(), happenedOn: today(), paragraphs: ['这是一个例子。'], ...more });
  const put = async (record: object, more: object = {}, who = editor) =>
    (await ask('PUT /records/news', { record, seen: null, preview: false, ...more }, who)).json<RecordPublishedWire>();
  const feed = async (collection = 'news') => (await test.ask(`GET /api/v1/content/${collection}`)).json<FeedWire>();
  const listed = async (title: string, who = editor) =>
    (await ask('GET /records/news', undefined, who))
      .json<EditedRecordsWire>()
      .records.find(({ record }) => record['title'] === title);
  const published = async (more: object = {}, options: object = {}) => {
    expect(await put(news(more), options)).toMatchObject({ done: true, faults: [] });
    return defined(await listed(news(more).title));
  };
  const takeDown = (id: string, seen: string, who = editor) => ask(`POST /records/news/${id}/take-down`, { seen }, who);

  it('publishes a new record under an id of its own, and the feed says which union did it on which day', async () => {
    const { record, own } = await published();
    expect([record.id, own]).toEqual([expect.stringMatching(/^news-\d{4}-\d\d-\d\d-[0-9a-f]{8}$/), true]);
    const { records, names } = await feed();
    expect(records.some(({ id }) => id === record.id)).toBe(true);
    expect(names.published).toEqual({ [record.id]: { by: '渝中区总工会', on: today() } });
    const foreign = await listed(news().title, other);
    expect(foreign).toMatchObject({ own: false, published: { by: '渝中区总工会', on: today() } });
  });

  it('publishes a case of a union’s own with its category and without a period', async () => {
    const title = '一件事一次办（示例）';
    const own = {
      ...base(),
      title,
      period: null,
      category: 15,
      unit: '渝中区总工会',
      lead: '例子。',
      points: [],
      context: [],
    };
    const answer = await ask('PUT /records/cases', { record: own, seen: null, preview: false });
    expect(answer.json<RecordPublishedWire>()).toMatchObject({ done: true, faults: [] });
    expect((await feed('cases')).records.at(-1)).toMatchObject({ title: '一件事一次办（示例）', period: null });
  });

  it('says what is at fault by field, and publishes nothing', async () => {
    const answer = await put(news({ happenedOn: '2026-02-30' }));
    expect(answer).toMatchObject({ done: false, faults: [{ field: 'happenedOn' }] });
    expect((await feed()).names.published).toBeUndefined();
  });

  it('takes a record down at once with every link to it, and says so to phones', async () => {
    const { record, version } = await published();
    expect(await put(news({ title: '后来又讲了一次（示例）', related: [record.id] }))).toMatchObject({ done: true });
    expect((await takeDown(record.id, 'another')).json<RecordPublishedWire>()).toMatchObject({ done: false });
    expect((await takeDown(record.id, version, other)).statusCode).toBe(404);
    expect((await takeDown(record.id, version)).json<RecordPublishedWire>()).toMatchObject({ done: true });
    const { records, names } = await feed();
    expect(records.some(({ id }) => id === record.id)).toBe(false);
    expect(names.gone).toEqual([record.id]);
    expect(records.find((one) => one['title'] === '后来又讲了一次（示例）')).not.toHaveProperty('related');
  });

  it('publishes with an end that is to come, and refuses one that has passed', async () => {
    const end = (ms: number) => ({ expiresAt: new Date(test.clock.now + ms).toISOString() });
    const past = { record: news(), seen: null, preview: false, ...end(-MINUTE) };
    expect((await ask('PUT /records/news', past)).statusCode).toBe(422);
    expect((await published({}, end(MINUTE))).expiresAt).toMatch(/^\d{4}-/);
  });

  it('lists what was taken down to the union whose it was alone', async () => {
    const { record, version } = await published();
    await takeDown(record.id, version);
    const goneFor = async (who = editor) =>
      (await ask('GET /records/news', undefined, who)).json<EditedRecordsWire>().gone.map(({ id }) => id);
    expect(await goneFor()).toEqual([record.id]);
    expect(await goneFor(other)).toEqual([]);
  });

  it('takes a shipped record down for the first union only, and brings it back as nobody’s publication', async () => {
    const shipped = defined(test.service.content.base().news[0]);
    const { version } = defined(await listed(shipped.title, other));
    expect((await takeDown(shipped.id, version)).statusCode).toBe(404);
    expect((await takeDown(shipped.id, version, other)).json()).toMatchObject({ done: true });
    expect((await feed()).names.gone).toEqual([shipped.id]);
    const restore = { revision: 0, seen: null, preview: false };
    expect((await ask(`POST /records/news/${shipped.id}/restore`, restore)).statusCode).toBe(404);
    expect((await ask(`POST /records/news/${shipped.id}/restore`, restore, other)).json()).toMatchObject({
      done: true,
    });
    const { names, records } = await feed();
    expect([names.gone, names.published]).toEqual([undefined, undefined]);
    expect(records.some(({ id }) => id === shipped.id)).toBe(true);
  });

  it('brings back any earlier version of a record, whatever came after', async () => {
    const first = await published();
    const id = first.record.id;
    const second = { ...first.record, title: '第二版（示例）' };
    await put(second, { seen: first.version });
    await put(news({ title: '别的一条（示例）' }));
    const { version } = defined(await listed('第二版（示例）'));
    await put({ ...second, title: '第三版（示例）' }, { seen: version });
    const history = (await ask(`GET /records/news/${id}/history`)).json<RecordHistoryWire>();
    expect(history.revisions.map(({ title, restorable }) => [title, restorable])).toEqual([
      ['第三版（示例）', false],
      ['第二版（示例）', true],
      [news().title, true],
    ]);
    expect(history.revisions[1]?.changes).toEqual([{ field: 'title', before: news().title, after: '第二版（示例）' }]);
    const oldest = defined(history.revisions.at(-1));
    const restore = { revision: oldest.revision, seen: history.version, preview: true };
    const preview = (await ask(`POST /records/news/${id}/restore`, restore)).json<RecordPublishedWire>();
    expect(preview.changes).toEqual([{ field: 'title', before: '第三版（示例）', after: news().title }]);
    await ask(`POST /records/news/${id}/restore`, { ...restore, preview: false });
    expect(await listed(news().title)).toMatchObject({ record: { id } });
  });

  describe('a draft', () => {
    const plan = async (more: object = {}, line = 'POST /plans') =>
      (
        await ask(line, {
          collection: 'news',
          record: news(),
          seen: null,
          publishAt: null,
          expiresAt: null,
          ...more,
        })
      ).json<RecordPlanSaved>();
    const plans = async (who = editor) =>
      (await ask('GET /plans', undefined, who)).json<{ plans: RecordPlanWire[] }>().plans;
    const at = (ms: number): string => new Date(test.clock.now + ms).toISOString();
    const later = async (ms: number): Promise<void> => {
      test.clock.now += ms;
      await sweepRecordPlans(test.service);
    };

    it('may be unfinished, is its union’s only, and is gone once it is published', async () => {
      const { plan: draft } = await plan({ record: { id: '', title: '还没写完' } });
      const id = defined(draft).id;
      expect((await plans()).map(({ title }) => title)).toEqual(['还没写完']);
      expect(await plans(other)).toEqual([]);
      expect((await ask(`DELETE /plans/${id}`, {}, other)).statusCode).toBe(404);
      const finished = await plan(
        { record: { ...news(), id: defined(draft).record?.id }, seenPlan: 1 },
        `PUT /plans/${id}`,
      );
      const record = defined(finished.plan).record;
      expect(await put(defined(record), { plan: id })).toMatchObject({ done: true });
      expect(await plans()).toEqual([]);
      expect((await feed()).records.at(-1)).toMatchObject({ id: record?.id, title: news().title });
    });

    it('publishes itself at its time and takes itself down at its end', async () => {
      await plan({ publishAt: at(10 * MINUTE), expiresAt: at(20 * MINUTE) });
      await later(9 * MINUTE);
      expect(await listed(news().title)).toBeUndefined();
      await later(MINUTE);
      expect(await listed(news().title)).toMatchObject({
        published: { by: '渝中区总工会', on: today() },
        expiresAt: expect.any(String),
      });
      await later(10 * MINUTE);
      expect(await listed(news().title)).toBeUndefined();
      expect((await feed()).names.gone).toHaveLength(1);
      expect(await plans()).toEqual([]);
    });

    it('is published once by two processes that sweep at the same moment', async () => {
      await plan({ publishAt: at(MINUTE) });
      test.clock.now += MINUTE;
      await Promise.all([sweepRecordPlans(test.service), sweepRecordPlans(test.service)]);
      const rows = await test.service.store.read.selectFrom('content_publications').selectAll().execute();
      expect([rows.length, await plans()]).toEqual([1, []]);
    });

    it('with a time is refused where it could not be published then, or where the time is past', async () => {
      expect(await plan({ publishAt: at(MINUTE), record: { id: '', title: '还没写完' } })).toMatchObject({
        plan: null,
        faults: expect.arrayContaining([expect.objectContaining({ field: 'paragraphs' })]),
      });
      const past = { collection: 'news', record: news(), seen: null, publishAt: at(-MINUTE), expiresAt: null };
      expect((await ask('POST /plans', past)).json()).toMatchObject({ errors: [{ pointer: '/publishAt' }] });
      expect(await plans()).toEqual([]);
    });

    it('that somebody overtook stays and says why', async () => {
      const first = await published();
      await plan({ record: { ...first.record, title: '定时改（示例）' }, seen: first.version, publishAt: at(MINUTE) });
      await put({ ...first.record, title: '先改了（示例）' }, { seen: first.version });
      await later(MINUTE);
      expect(await plans()).toEqual([expect.objectContaining({ failure: expect.stringContaining('别人刚发布过') })]);
      expect(await listed('先改了（示例）')).toBeDefined();
    });
  });

  describe('taking an old publication back', () => {
    // What a publication changed is kept by its number, since nothing takes a revision away but this file.
    beforeEach(async () => {
      await test.close();
      test = await start();
      await invite();
    });
    const undo = async (version: number | null, body: object = {}) =>
      (await ask(`POST /versions/${version}/undo`, body)).json<UndoneWire>();
    const edit = async (record: object, seen: string) => (await put(record, { seen })).version;

    it('takes back what nobody touched, whatever was published since', async () => {
      const { version } = await put(news());
      await put(news({ title: '后来的一条（示例）' }));
      const look = await undo(version, { preview: true });
      expect(look.changes).toMatchObject([{ title: news().title, effect: 'leaves', conflicts: [] }]);
      expect(await listed(news().title)).toBeDefined();
      expect(await undo(version)).toMatchObject({ done: true });
      expect(await listed(news().title)).toBeUndefined();
      expect(await listed('后来的一条（示例）')).toBeDefined();
    });

    it('merges by field, and asks about a field that was changed since', async () => {
      const first = await published();
      const id = first.record.id;
      const second = { ...first.record, title: '改了标题（示例）', paragraphs: ['改了正文。'] };
      const version = await edit(second, first.version);
      const third = { ...second, paragraphs: ['正文又改了。'] };
      await edit(third, defined(await listed('改了标题（示例）')).version);
      const asked = await undo(version);
      expect(asked).toMatchObject({ done: false, changes: [{ record: id, conflicts: ['paragraphs'] }] });
      expect(await listed('改了标题（示例）')).toBeDefined();
      expect(await undo(version, { decisions: { [id]: 'keep' } })).toMatchObject({ done: true });
      expect(await listed(news().title)).toMatchObject({ record: { paragraphs: ['正文又改了。'] } });
    });

    it('puts everything back where that is what was decided', async () => {
      const first = await published();
      const id = first.record.id;
      const second = { ...first.record, paragraphs: ['改了正文。'] };
      const version = await edit(second, first.version);
      await edit({ ...second, paragraphs: ['正文又改了。'] }, defined(await listed(news().title)).version);
      expect(await undo(version, { decisions: { [id]: 'revert' } })).toMatchObject({ done: true });
      expect(await listed(news().title)).toMatchObject({ record: { paragraphs: ['这是一个例子。'] } });
    });
  });
});
