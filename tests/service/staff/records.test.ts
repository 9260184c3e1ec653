/** Law, screening rules and other records corrected in the console without a release. */
import type * as v from 'valibot';
import { defined } from '@yugong/domain/narrow';
import type { EditedRecordsWire, RecordPublishedWire } from '@yugong/domain/publication/staff-wire';
import type { VersionsWire } from '@yugong/domain/publication/wire';
import { startService, type TestService } from '../support/service';
import { member } from './support';

let test: TestService;
let token: string;
beforeAll(async () => {
  test = await startService();
  ({ token } = await member(test, ['editor'], { organisation: null, districts: null }));
});
afterAll(() => test.close());

const RECORDS = '/api/v1/staff/content/records';
const recordsOf = async (collection: string) =>
  (await test.ask(`GET ${RECORDS}/${collection}`, { token })).json<EditedRecordsWire>().records;
const put = (collection: string, body: object) => test.ask(`PUT ${RECORDS}/${collection}`, { token, body });
const publishedOf = async (collection: string, body: object) =>
  (await put(collection, body)).json<RecordPublishedWire>();
const feedOf = async (collection: string) => (await test.ask(`GET /api/v1/content/${collection}`)).body;

it('shows what would change before it is published, and phones have it after', async () => {
  const { record, version } = defined((await recordsOf('law-facts'))[0]);
  const changed = { ...record, fact: '改过的一条（示例）。' };
  const preview = await publishedOf('law-facts', { record: changed, seen: version, preview: true });
  expect(preview).toMatchObject({
    done: true,
    version: null,
    changes: [{ field: 'fact', before: record['fact'], after: '改过的一条（示例）。' }],
  });
  expect(await feedOf('law-facts')).not.toContain('改过的一条');
  const published = await publishedOf('law-facts', { record: changed, seen: version, preview: false });
  expect(published).toMatchObject({ done: true, faults: [] });
  expect(await feedOf('law-facts')).toContain('改过的一条');

  const history = (await test.ask('GET /api/v1/staff/content/versions', { token })).json<
    v.InferOutput<typeof VersionsWire>
  >();
  expect(history.versions[0]).toMatchObject({ version: published.version, changed: { 'law-facts': 1 } });
  await test.ask(`POST /api/v1/staff/content/versions/${published.version}/undo`, { token, body: {} });
  expect(await feedOf('law-facts')).not.toContain('改过的一条');
});

it('says of each version whether taking it back would change something, without a request for each', async () => {
  const versions = async () =>
    (await test.ask('GET /api/v1/staff/content/versions', { token })).json<v.InferOutput<typeof VersionsWire>>()
      .versions;
  const { record, version } = defined((await recordsOf('hotlines'))[0]);
  const publish = async (note: unknown, seen: string | null) =>
    (await publishedOf('hotlines', { record: { ...record, note }, seen, preview: false })).version;
  const seenNow = async () => defined((await recordsOf('hotlines')).find((one) => one.record.id === record.id)).version;
  const first = await publish('先改的（示例）', version);
  expect((await versions())[0]).toMatchObject({ version: first, undoneBy: null, undoable: true });
  // Somebody puts back by hand what was there: the first version has nothing left to take back.
  const second = (await publishedOf('hotlines', { record, seen: await seenNow(), preview: false })).version;
  const list = await versions();
  expect(list.find((one) => one.version === first)).toMatchObject({ undoneBy: null, undoable: false });
  expect(list.find((one) => one.version === second)).toMatchObject({ undoneBy: null, undoable: true });
  for (const one of list.filter(({ undoneBy }) => undoneBy === null)) {
    const body = { preview: true };
    const preview = await test.ask(`POST /api/v1/staff/content/versions/${one.version}/undo`, { token, body });
    expect([one.version, preview.json<{ changes: object[] }>().changes.length > 0]).toEqual([
      one.version,
      one.undoable,
    ]);
  }
  // Whether nothing is left is never a matter of what was looked up before.
  const again = await publish('又改的（示例）', await seenNow());
  expect((await versions()).find((one) => one.version === again)).toMatchObject({ undoable: true });
});

it('corrects a minimum wage, and refuses one that no claim could be reckoned by', async () => {
  const { record, version } = defined((await recordsOf('local-wages'))[0]);
  const figures = [
    { scope: '一档（示例）', adcodes: null, yuan: 9999 },
    { scope: '二档（示例）', adcodes: ['500229'], yuan: 9998 },
  ];
  const wrong = { ...record, figures: figures.map((one) => ({ ...one, adcodes: null })) };
  expect(await publishedOf('local-wages', { record: wrong, seen: version, preview: false })).toMatchObject({
    done: false,
    faults: [{ record: record.id, field: 'figures.1.adcodes' }],
  });
  const right = { ...record, figures };
  expect(await publishedOf('local-wages', { record: right, seen: version, preview: false })).toMatchObject({
    done: true,
    changes: [{ field: 'figures' }],
  });
  expect(await feedOf('local-wages')).toContain('9999');
});

it('publishes nothing over what a colleague changed since', async () => {
  const { record, version } = defined((await recordsOf('screening-programmes'))[0]);
  const first = { ...record, note: '先改的（示例）' };
  await publishedOf('screening-programmes', { record: first, seen: version, preview: false });
  const second = { ...record, note: '后改的（示例）' };
  const answer = await publishedOf('screening-programmes', { record: second, seen: version, preview: false });
  expect(answer).toMatchObject({ done: false, version: null, faults: [{ record: record.id }] });
  expect(await feedOf('screening-programmes')).not.toContain('后改的');
});

it.each([true, false])('is checked as content is before it ships, with preview %s', async (preview) => {
  const { record, version } = defined((await recordsOf('screening-programmes'))[0]);
  const broken = { ...record, ageRange: { min: '三十五', max: 64 } };
  const answer = await publishedOf('screening-programmes', { record: broken, seen: version, preview });
  expect(answer).toMatchObject({ done: false, faults: [{ record: record.id, field: 'ageRange.min' }] });
});

it('corrects what there is: a record or a collection that no form makes is refused', async () => {
  const { record, version } = defined((await recordsOf('hotlines'))[0]);
  const body = { record: { ...record, id: 'hotline-none' }, seen: version, preview: true };
  expect((await put('hotlines', body)).statusCode).toBe(404);
  expect((await put('districts', body)).statusCode).toBe(404);
});

it('is nobody’s to publish who works for some districts only, nor who may not publish content', async () => {
  const { record, version } = defined((await recordsOf('hotlines'))[0]);
  const body = { record, seen: version, preview: true };
  const others = [
    await member(test, ['editor'], { organisation: 'main', districts: ['500103'] }),
    await member(test, ['clerk'], { organisation: null, districts: null }),
  ];
  for (const { token: other } of others)
    expect((await test.ask(`PUT ${RECORDS}/hotlines`, { token: other, body })).statusCode).toBe(403);
});
