/** Stations, content, figures and the trail: what staff change for everybody. On both engines. */
import readExcelFile from 'read-excel-file/node';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { statement } from '../../../server/src/kernel/store';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, everywhere, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let chief: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    const { store } = test.service;
    await store.write([
      statement(store.read.deleteFrom('content_versions')),
      statement(store.read.deleteFrom('content_publications')),
    ]);
    await test.service.content.refresh({ now: true });
    chief = await member(test, ['administrator'], everywhere);
  });
  const as = (who: TestMember) => (line: string, body?: unknown) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), { token: who.token, ...(body === undefined ? {} : { body }) });
  const ask = (line: string, body?: unknown) => as(chief)(line, body);
  const published = async (collection: string) =>
    (await test.ask(`GET /api/v1/content/${collection}`)).json<{ records: { id: string; title: string }[] }>().records;

  describe('stations', () => {
    const report = async (station: string, kind: string, note: string) => {
      const token = await test.login();
      return {
        token,
        id: (await test.ask(`POST /api/v1/stations/${station}/reports`, { token, body: { kind, note } })).json<{
          id: string;
        }>().id,
      };
    };
    const district = () =>
      test.service.content.dataset().stations.find(({ adcode }) => adcode !== undefined) as {
        id: string;
        adcode: string;
        title: string;
      };

    it('are grouped by place, moved on with a word to who told it, and nobody is named', async () => {
      const { id, title, adcode } = district();
      const one = await report(id, 'no-water', '没有水');
      test.clock.now += 1000;
      await report(id, 'locked', '锁着');
      const clerk = await member(test, ['clerk'], { organisation: 'main', districts: [adcode] });
      const { stations } = (await as(clerk)('GET /station-reports')).json();
      expect(stations).toMatchObject([
        {
          stationId: id,
          title,
          standing: 'noted',
          reports: [{ kind: 'locked', note: '锁着' }, { kind: 'no-water' }],
        },
      ]);
      const move = (body: object) => as(clerk)(`PUT /station-reports/${one.id}`, { ...body, seen: 'received' });
      expect((await move({ to: 'declined' })).json().errors).toEqual([{ pointer: '/reply', code: 'required' }]);
      expect((await move({ to: 'fixed', reply: '换了饮水机' })).json()).toEqual({ id: one.id, state: 'fixed' });
      const { reports } = (await test.ask('GET /api/v1/me/reports', { token: one.token })).json();
      expect(reports).toMatchObject([{ state: 'fixed', reply: '换了饮水机' }]);
      expect((await as(clerk)('GET /station-reports')).json().stations[0].reports).toHaveLength(1);
      expect((await as(clerk)('GET /station-reports?show=all')).json().stations[0].reports).toHaveLength(2);
    });

    it('get one answer together, each with its entry, each sender with one notice a place', async () => {
      const [one, other] = test.service.content.dataset().stations.filter(({ adcode }) => adcode !== undefined);
      if (!one || !other) throw new Error('too few stations');
      const clerk = as(await member(test, ['clerk'], { organisation: 'main', districts: [one.adcode ?? ''] }));
      const boss = as(await member(test, ['clerk']));
      const loud = await report(one.id, 'locked', '吵一');
      const send = (station: string, kind: string) =>
        test.ask(`POST /api/v1/stations/${station}/reports`, { token: loud.token, body: { kind } });
      await send(one.id, 'closed');
      await send(other.id, 'moved');
      const quiet = await report(one.id, 'no-water', '没有水');
      const { stations } = (await boss('GET /station-reports')).json<{
        stations: { reports: { id: string; sender: string | null }[] }[];
      }>();
      const all = stations.flatMap(({ reports }) => reports);
      const { sender } = defined(all.find(({ id }) => id === loud.id));
      const mine = all.filter((told) => told.sender === sender).map(({ id }) => id);
      expect(mine).toHaveLength(3);
      expect(all.find(({ id }) => id === quiet.id)?.sender).toBeNull();
      const seen = Object.fromEntries([...mine, quiet.id].map((id) => [id, 'received']));
      const answer = { ids: mine, to: 'declined', reply: '去看过了，一直开着', seen };
      if (other.adcode !== one.adcode) expect((await clerk('PUT /station-reports', answer)).statusCode).toBe(404);
      expect((await boss('PUT /station-reports', { ...answer, reply: ' ' })).statusCode).toBe(422);
      expect((await boss('PUT /station-reports', answer)).json()).toEqual({ state: 'declined', count: 3 });
      // Sent again it says the same and does nothing.
      expect((await boss('PUT /station-reports', answer)).json()).toEqual({ state: 'declined', count: 3 });
      const { reports } = (await test.ask('GET /api/v1/me/reports', { token: loud.token })).json();
      expect(reports.map((told: { reply: string }) => told.reply)).toEqual(Array(3).fill('去看过了，一直开着'));
      const { notices } = (await test.ask('GET /api/v1/me/notices', { token: loud.token })).json();
      expect(notices).toHaveLength(2);
      const audit = await test.service.store.read
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'station.report-moved')
        .execute();
      expect(audit.filter(({ detail }) => detail.includes('"together":3'))).toHaveLength(3);
      expect((await boss('PUT /station-reports', { ...answer, to: 'fixed' })).json().code).toBe('stale');
      const known = Object.fromEntries(mine.map((id) => [id, 'declined']));
      expect((await boss('PUT /station-reports', { ...answer, to: 'fixed', seen: known })).statusCode).toBe(422);
      // One that somebody else's answer reached first keeps the others as they are.
      expect((await boss('PUT /station-reports', { ...answer, ids: [quiet.id, 'nobody'] })).statusCode).toBe(404);
    });

    it('are verified by who works there, seen by phones at once, and undone as one version', async () => {
      const { id, adcode } = district();
      const clerk = await member(test, ['clerk'], { organisation: 'main', districts: [adcode] });
      const stranger = await member(test, ['clerk'], {
        organisation: 'main',
        districts: [adcode === '500101' ? '500102' : '500101'],
      });
      const day = new Date(test.clock.now).toISOString().slice(0, 10);
      const verify = (who: TestMember, date = day) =>
        as(who)(`PUT /stations/${id}/verification`, { date, by: '示例区总工会', seen: null });
      expect((await verify(stranger)).statusCode).toBe(404);
      expect((await verify(clerk, '2099-01-01')).json().errors).toEqual([{ pointer: '/date', code: 'future' }]);
      expect((await verify(clerk)).json()).toMatchObject({ done: true, version: 1, faults: [] });
      const seen = async () => (await test.ask(`GET /api/v1/stations/${id}`)).json().station;
      expect(await seen()).toMatchObject({ verifiedAt: day, verifiedBy: '示例区总工会' });
      expect((await ask('POST /content/versions/1/undo')).json()).toMatchObject({ done: true, version: 2 });
      expect((await seen()).verifiedBy).not.toBe('示例区总工会');
    });

    it('are imported with the command line’s own words, and exported so that they go in again', async () => {
      const run = async (body: object) => {
        const { jobId } = (await ask('POST /stations/import', body)).json();
        await runJobs(test.service);
        return (await ask(`GET /jobs/${jobId}`)).json();
      };
      const file = (...rows: string[]) => ({
        name: '驿站.csv',
        data: Buffer.from(['名称,类型,区县,地址', ...rows].join('\n')).toString('base64'),
      });
      const bad = await run({ file: file('示例驿站一,工会驿站,成都,示例路1号'), write: true });
      expect(bad).toMatchObject({
        state: 'done',
        result: { written: false, faults: [{ row: 2, column: '区县', message: '认不出「成都」' }] },
      });
      const good = await run({ file: file('示例驿站一,工会驿站,渝中区,示例路1号'), write: true });
      expect(good.result).toMatchObject({ written: true, counts: { new: 1, bad: 0 }, faults: [] });
      expect((await published('stations')).some(({ title }) => title === '示例驿站一')).toBe(true);
      const { jobId } = (await ask('POST /stations/export')).json();
      await runJobs(test.service);
      const bytes = (await ask(`GET /jobs/${jobId}/file`)).rawPayload;
      const again = await run({ file: { name: '驿站.xlsx', data: bytes.toString('base64') }, write: false });
      expect(again.result.counts).toMatchObject({ new: 0, changed: 0 });
      const [{ data }] = (await readExcelFile(bytes)) as unknown as [{ data: unknown[][] }];
      expect(data.length).toBeGreaterThan(10);
    });
  });

  describe('content', () => {
    const newsletter = [
      '# 重庆工会通讯（示例）',
      '## 一周动态',
      '◆11月14日，示例区总工会在示例职工之家举办示例技能比武，一百人参加了这场比武。',
      '◆11月15日，示例县总工会开办示例夜校，三十名职工走进了课堂，学习示例手艺。',
    ].join('\n');
    const draft = async () => (await ask('POST /content/drafts', { text: newsletter, issueDate: '2026-11-20' })).json();

    it('goes from a pasted newsletter to the app’s feed, corrected by hand, and back', async () => {
      const before = await published('news');
      const { id, entries, lines } = await draft();
      const fresh = entries.filter(
        ({ status, kind }: { status: string; kind: string }) => status === 'new' && kind === 'news',
      );
      expect([fresh.length, lines.length]).toEqual([2, 4]);
      const [one] = fresh;
      const edit = (record: object) =>
        ask(`PUT /content/drafts/${id}/entries/${one.id}`, { record, seen: one.recordVersion });
      expect((await edit({ ...one.record, paragraphs: 7 })).json().errors[0].pointer).toBe('/record/paragraphs');
      const corrected = (await edit({ ...one.record, title: '改过的标题' })).json();
      expect(corrected.entries.find((entry: { id: string }) => entry.id === one.id)).toMatchObject({
        edited: true,
        record: { title: '改过的标题' },
      });
      const done = (await ask(`POST /content/drafts/${id}/publish`, { entries: [one.id] })).json();
      expect(done).toEqual({ done: true, version: 1, faults: [] });
      const now = await published('news');
      expect([now.length - before.length, now.some(({ title }) => title === '改过的标题')]).toEqual([1, true]);
      expect((await ask('GET /content/versions')).json().versions).toMatchObject([
        { version: 1, by: '演示人', changed: { news: 1 }, undoneBy: null },
      ]);
      expect((await ask(`GET /content/drafts/${id}`)).json().publishedVersion).toBe(1);
      await ask('POST /content/versions/1/undo');
      expect(await published('news')).toEqual(before);
      expect((await ask('POST /content/versions/1/undo')).json().code).toBe('stale');
    });

    it('publishes nothing over what another editor has published since, and then shows the difference', async () => {
      const [hers, his] = [await draft(), await draft()];
      const [{ id: entry, record, recordVersion }] = hers.entries;
      const edit = (of: { id: string }, title: string) =>
        ask(`PUT /content/drafts/${of.id}/entries/${entry}`, {
          record: { ...record, title },
          seen: recordVersion,
        });
      await edit(hers, '她改的标题');
      await edit(his, '他改的标题');
      const seen = { [entry]: null };
      const publish = (of: { id: string }, what: object) =>
        ask(`POST /content/drafts/${of.id}/publish`, { entries: [entry], seen: what });
      expect((await publish(hers, seen)).json()).toMatchObject({ done: true, version: 1 });
      expect((await publish(his, seen)).json()).toEqual({
        done: false,
        version: null,
        faults: [{ record: record.id, field: '', message: expect.stringContaining('别人刚发布过') }],
      });
      expect((await published('news')).find(({ id }) => id === record.id)?.title).toBe('她改的标题');
      const [now] = (await ask(`GET /content/drafts/${his.id}`)).json().entries;
      expect(now.changes).toEqual([{ field: 'title', before: '她改的标题', after: '他改的标题' }]);
      expect((await publish(his, { [entry]: now.currentVersion })).json()).toMatchObject({ done: true, version: 2 });
    });

    it('publishes no draft a second time over what somebody has reworded since', async () => {
      const { id, entries } = await draft();
      const one = entries[0];
      const publish = () => ask(`POST /content/drafts/${id}/publish`, { entries: [one.id] });
      expect((await publish()).json()).toMatchObject({ done: true, version: 1 });
      const again = async () =>
        (await ask(`GET /content/drafts/${id}`)).json().entries.find((entry: { id: string }) => entry.id === one.id);
      expect(await again()).toMatchObject({ status: 'same', reworded: false });
      // Her own correction in the draft may go out.
      const corrected = { record: { ...one.record, title: '草稿里又改了' }, seen: (await again()).recordVersion };
      expect((await ask(`PUT /content/drafts/${id}/entries/${one.id}`, corrected)).statusCode).toBe(200);
      expect((await publish()).json()).toMatchObject({ done: true, version: 2 });
      const { currentVersion: seen } = await again();
      const record = { ...one.record, title: '同事改过的标题' };
      const put = await ask('PUT /content/records/news', { record, seen, preview: false });
      expect(put.json()).toMatchObject({ done: true });
      expect(await again()).toMatchObject({ status: 'changed', reworded: true });
      expect((await publish()).json()).toMatchObject({
        done: false,
        faults: [{ record: one.record.id, message: expect.stringContaining('有人改过这一条') }],
      });
      expect((await published('news')).find((news) => news.id === one.record.id)?.title).toBe('同事改过的标题');
    });

    it('parts the items of one paragraph into entries of their own, each with its event', async () => {
      const text =
        '工会动态\n\n11月14日，渝中区总工会在文化宫举办职工书画展，展出60幅。11月15日，南岸区总工会在体育馆举办职工篮球赛，8支队伍参加。';
      const { id, entries } = (await ask('POST /content/drafts', { text, issueDate: '2026-11-20' })).json();
      expect(entries.map((one: { id: string }) => one.id)).toEqual(['news-3', 'news-3-2', 'events-3', 'events-3-2']);
      const [first, second, , event] = entries;
      expect(event.record.related).toEqual([second.record.id]);
      const record = { ...second.record, title: '南岸职工打篮球' };
      const put = await ask(`PUT /content/drafts/${id}/entries/${second.id}`, { record, seen: second.recordVersion });
      expect(put.statusCode).toBe(200);
      const again = (await ask(`GET /content/drafts/${id}`)).json();
      const titles = again.entries.map((one: { record: { title: string } }) => one.record.title);
      expect(titles.slice(0, 2)).toEqual([first.record.title, '南岸职工打篮球']);
    });

    it('publishes nothing that the check refuses, and is not for who works for some districts', async () => {
      const { id, entries } = await draft();
      const unsure = { ...entries[0].record, related: ['nowhere-at-all'] };
      const edited = await ask(`PUT /content/drafts/${id}/entries/${entries[0].id}`, {
        record: unsure,
        seen: entries[0].recordVersion,
      });
      expect(edited.statusCode).toBe(422);
      const editor = await member(test, ['editor'], { organisation: 'main', districts: ['500103'] });
      expect((await as(editor)('POST /content/drafts', { text: newsletter })).json().code).toBe('staff-forbidden');
      expect((await ask('GET /content/versions')).json().versions).toEqual([]);
    });
  });

  /** Twelve in one district, three in another. */
  async function signUpFifteen(): Promise<void> {
    for (let n = 1; n <= 12; n += 1)
      await test.ask('POST /api/v1/sessions/demo-event-badminton/registrations', {
        token: await test.login(),
        body: eventBody(n),
      });
    for (let n = 20; n <= 22; n += 1)
      await test.ask('POST /api/v1/sessions/demo-event-lecture/registrations', {
        token: await test.login(),
        body: eventBody(n),
      });
  }

  it('counts a month and hides whoever could be found', async () => {
    await signUpFifteen();
    const month = dayAt(test.clock.now).slice(0, 7);
    const figures = (await ask(`GET /figures?month=${month}&kind=event`)).json();
    // Three in one district and twelve in the other: either would tell the other.
    expect(figures.signUps.byDistrict).toMatchObject({
      total: 15,
      cells: [
        { key: '500103', count: null, hidden: 'few' },
        { key: '500107', count: null, hidden: 'cover' },
      ],
    });
    expect(figures.signUps.bySource.cells.find(({ key }: { key: string }) => key === 'browser').count).toBe(15);
    expect(figures).toMatchObject({ showRate: null, waiting: { people: 0 }, attendance: { total: 0 } });
    expect((await ask(`GET /figures?month=${month}&kind=screening`)).json().signUps.byDay.total).toBe(0);
    const before = addDays(`${month}-01`, -1).slice(0, 7);
    expect((await ask(`GET /figures?month=${before}&kind=event`)).json().signUps.byDay.total).toBe(0);
    const csv = (await ask(`GET /figures/file?month=${month}&kind=event&format=csv`)).body;
    expect(csv).toContain('"报名（按区县）","合计","15"');
    expect(csv).not.toMatch(/"3"|"12"/);
    const clerk = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] });
    expect((await as(clerk)(`GET /figures?month=${month}&kind=event`)).json().signUps.byDistrict).toEqual({
      total: null,
      cells: [{ key: '500103', label: '渝中区', count: null, hidden: 'group' }],
    });
  });

  it('counts who came by district, and withholds it where the sum would tell a hidden number', async () => {
    const { store } = test.service;
    await signUpFifteen();
    const registrations = await store.read
      .selectFrom('registrations')
      .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
      .select(['registrations.id', 'session_id', 'adcode'])
      .where('sessions.kind', '=', 'event')
      .orderBy('registrations.id')
      .execute();
    const large = registrations.filter(({ adcode }) => adcode === '500107');
    const attend = async (came: number): Promise<void> => {
      await store.write([
        statement(store.read.updateTable('sessions').set({ ends_at: test.clock.now }).where('kind', '=', 'event')),
        ...large.map(({ id }, at) =>
          statement(
            store.read
              .updateTable('registrations')
              .set({ status: at < came ? 'fulfilled' : 'noshow' })
              .where('id', '=', id),
          ),
        ),
      ]);
    };
    const month = dayAt(test.clock.now).slice(0, 7);
    const figures = async () => (await ask(`GET /figures?month=${month}&kind=event`)).json();
    await attend(7);
    expect(large).toHaveLength(12);
    expect(await figures()).toMatchObject({
      attendance: { total: 12, cells: [{ count: 7 }, { count: 5 }] },
      attendanceByDistrict: {
        came: { total: 7, cells: [{ key: '500107', label: '九龙坡区', count: 7 }] },
        missed: { total: 5, cells: [{ key: '500107', count: 5 }] },
      },
    });
    // Three who didn't come are hidden, and so is whoever came: by district both would be told.
    await attend(9);
    expect(await figures()).toMatchObject({
      attendance: {
        total: 12,
        cells: [
          { count: null, hidden: 'cover' },
          { count: null, hidden: 'few' },
        ],
      },
      attendanceByDistrict: {
        came: { total: null, cells: [{ key: '500107', count: null, hidden: 'group' }] },
        missed: { total: null, cells: [{ key: '500107', count: null, hidden: 'group' }] },
      },
    });
    const csv = (await ask(`GET /figures/file?month=${month}&kind=event&format=csv&against=2026-01`)).body;
    expect(csv).toContain(`"${month}","2026-01"`);
    expect(csv).toContain('"到场","到场","不显示，避免推算","0"');
    expect(csv).toContain('"到场","没有来","少于 5","0"');
    expect(csv.split('\r\n')[0]).toMatch(/演示人 \d{4}-\d\d-\d\d \d\d:\d\d 导出/);
  });

  it('shows who did what, and that nobody has changed the trail', async () => {
    await ask('GET /station-reports');
    const audit = async () => (await ask(`GET /audit?action=station-report&staff=${chief.id}`)).json();
    expect(await audit()).toMatchObject({
      intact: true,
      rows: [{ staff: { id: chief.id, name: '演示人' }, action: 'station-report.seen' }],
    });
    expect((await ask(`GET /audit?page=stations&staff=${chief.id}`)).json().rows).toHaveLength(1);
    expect((await ask(`GET /audit?page=figures&staff=${chief.id}`)).json().rows).toEqual([]);
    expect((await audit()).staff).toContainEqual({ id: chief.id, name: '演示人' });
    const small = await member(test, ['administrator'], { organisation: 'main', districts: ['500103'] });
    const { rows } = (await as(small)('GET /audit')).json();
    expect(rows.filter(({ staff }: { staff: { id: string } | null }) => staff?.id === chief.id)).toEqual([]);
    const { store } = test.service;
    await store.write([
      statement(
        store.read
          .updateTable('audit')
          .set({ detail: '{"rows":9}' })
          .where('actor', '=', `staff:${chief.id}`)
          .where('action', '=', 'station-report.seen'),
      ),
    ]);
    expect((await audit()).intact).toBe(false);
  });
});
