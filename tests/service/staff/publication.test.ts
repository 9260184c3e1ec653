/** What is published at once, in several collections, is there whole or not at all, and is undone so. On both engines. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DraftEntryWire } from '@yugong/domain/publication/wire';
import { publishChanges } from '../support/publishing';
import { statement } from '../../../server/src/kernel/store';
import { startService, type TestService } from '../support/service';
import { postgresEngine } from '../support/stores';
import { engines, everywhere, member, type TestMember } from './support';

const newsletter = readFileSync(path.join(__dirname, '../../fixtures/newsletters/plain.txt'), 'utf8');
const raw = (sql: string) => ({ sql, parameters: [] });

/** The database itself refuses the second of a publication's collections. */
const fault = {
  sqlite: {
    make: [
      raw(
        `create trigger full before insert on content_versions when new.collection = 'events' begin select raise(abort, 'no room'); end`,
      ),
    ],
    mend: [raw('drop trigger full')],
  },
  postgres: {
    make: [
      raw(
        `create function full_up() returns trigger language plpgsql as $$ begin if new.collection = 'events' then raise exception 'no room'; end if; return new; end $$`,
      ),
      raw('create trigger full_up before insert on content_versions for each row execute function full_up()'),
    ],
    mend: [raw('drop trigger full_up on content_versions'), raw('drop function full_up')],
  },
};

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let chief: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    // The newsletter is of March 2030: before that day none of it can have been published.
    test.clock.now = Date.parse('2030-03-21T10:00:00+08:00');
    const { store } = test.service;
    await store.write([
      statement(store.read.deleteFrom('content_versions')),
      statement(store.read.deleteFrom('content_publications')),
    ]);
    await test.service.content.refresh({ now: true });
    chief = await member(test, ['editor'], everywhere);
  });
  const ask = (line: string, body?: unknown) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), {
      token: chief.token,
      ...(body === undefined ? {} : { body }),
    });
  const feeds = async () =>
    Promise.all(['cases', 'news', 'events'].map(async (name) => (await test.ask(`GET /api/v1/content/${name}`)).body));
  const versions = async () => (await ask('GET /content/versions')).json<{ versions: object[] }>().versions;
  const draft = async (): Promise<{ id: string; entries: string[] }> => {
    const made = await ask('POST /content/drafts', { text: newsletter });
    const { id, entries } = made.json<{ id: string; entries: DraftEntryWire[] }>();
    const fresh = entries.filter(({ status }) => status === 'new');
    expect(new Set(fresh.map(({ kind }) => kind))).toEqual(new Set(['cases', 'news', 'events']));
    return { id, entries: fresh.map((one) => one.id) };
  };
  const broken = async <T>(what: () => Promise<T>): Promise<T> => {
    await test.service.store.write(fault[engine].make);
    try {
      return await what();
    } finally {
      await test.service.store.write(fault[engine].mend);
    }
  };

  it('leaves nothing of a publication that fails in the middle, and publishes it all when asked again', async () => {
    const before = await feeds();
    const { id, entries } = await draft();
    const failed = await broken(() => ask(`POST /content/drafts/${id}/publish`, { entries }));
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    expect([await feeds(), await versions()]).toEqual([before, []]);
    expect((await ask(`GET /content/drafts/${id}`)).json().publishedVersion).toBeNull();
    const again = await ask(`POST /content/drafts/${id}/publish`, { entries });
    expect(again.json()).toEqual({ done: true, version: 1, faults: [] });
    expect(await versions()).toMatchObject([{ version: 1, changed: { news: 2, events: 1 } }]);
    expect((await ask(`GET /content/drafts/${id}`)).json().publishedVersion).toBe(1);
  });

  it('undoes all of it or nothing', async () => {
    const records = async () => (await feeds()).map((one) => (JSON.parse(one) as { records: unknown }).records);
    const shipped = await records();
    const { id, entries } = await draft();
    await ask(`POST /content/drafts/${id}/publish`, { entries });
    const after = await feeds();
    const failed = await broken(() => ask('POST /content/versions/1/undo'));
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    expect(await feeds()).toEqual(after);
    expect(await versions()).toMatchObject([{ version: 1, undoneBy: null }]);
    expect((await ask('POST /content/versions/1/undo')).json()).toMatchObject({ done: true, version: 2 });
    expect(await records()).toEqual(shipped);
    expect(await versions()).toMatchObject([{ version: 2 }, { version: 1, undoneBy: 2 }]);
  });

  it('lets several publish at the same moment: each is checked with what the others published', async () => {
    const { dataset } = test.service.content;
    const renamed = dataset()
      .cases.slice(0, 3)
      .map((one) => ({ ...one, title: `改过的 ${one.title}` }));
    const outcomes = await Promise.all(
      renamed.map((record) =>
        publishChanges(test.service, { collection: 'cases', put: [record], remove: [], by: 'staff-1' }),
      ),
    );
    expect(outcomes.every(({ done }) => done)).toBe(true);
    expect(dataset().cases.slice(0, 3)).toEqual(renamed);
    expect(await versions()).toHaveLength(3);
  });

  it('can publish again what gave way to the repository’s because it no longer passed', async () => {
    const { store, content } = test.service;
    const row = {
      collection: 'news' as const,
      revision: 1,
      at: 1,
      by_whom: 's',
      version: 'x',
      note: null,
      undoes: null,
      record_count: 1,
    };
    await store.write([statement(store.read.insertInto('content_versions').values({ ...row, records: '[{"id":7}]' }))]);
    await content.refresh({ now: true });
    const [first] = content.dataset().news;
    if (!first) throw new Error('no news');
    const put = [{ ...first, title: '改过的标题' }];
    expect(await publishChanges(test.service, { collection: 'news', put, remove: [], by: 's' })).toEqual({
      done: true,
      revision: 2,
    });
  });
});
