/**
 * Long work with 2,000 people, and the service killed in the middle of it: the page shows how far it is, also after a
 * reload; the work goes on where it was; nobody is told twice. In Chromium, on both engines.
 */
import type { Store } from '../../server/src/kernel/store';
import { dayAt, addDays } from '@yugong/domain/calendar';
import { sendTo } from '../service/support/process';
import { screeningBody, type TestService } from '../service/support/service';
import { member, type TestMember } from '../service/staff/support';
import { axe, openPageAs, settled } from './support/console';
import { openKillable, type Killable } from './support/killable';
import { makeSession, type MadeSession } from './support/made';
import { readSheet } from './support/sheet';

const PEOPLE = 2000;
const AT_ONCE = 50;

/** Everybody from a phone of their own. */
async function fill(test: TestService, session: string): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, n) => n + 1);
  for (let at = 0; at < PEOPLE; at += AT_ONCE)
    await Promise.all(
      people.slice(at, at + AT_ONCE).map(async (n) => {
        const line = `POST /api/v1/sessions/${session}/registrations`;
        const { statusCode } = await test.ask(line, { token: await test.login(), body: screeningBody(n) });
        expect(statusCode).toBe(201);
      }),
    );
}

/** A figure of a job, asked as the page asks; null while nobody answers, or while it isn't known. */
async function figureOf(
  site: Killable,
  { token }: TestMember,
  job: string,
  figure: 'done' | 'total',
): Promise<number | null> {
  const value = (await sendTo(site.origin, `GET /api/v1/staff/jobs/${job}`, { token }))?.body[figure];
  return typeof value === 'number' ? value : null;
}

/** Waits for a figure above 0, without a pause: all of it takes less than the second between the page's questions. */
async function inTheMiddle(far: () => Promise<number | null>): Promise<number> {
  for (;;) {
    const done = await far();
    if (done !== null && done > 0) return done;
  }
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let site: Killable;
  let chief: TestMember;
  let session: MadeSession;
  beforeAll(async () => {
    site = await openKillable(engine, async (test) => {
      chief = await member(test, ['administrator']);
      session = await makeSession({ test }, { capacity: PEOPLE, title: '演示大场', inDays: 2 });
      await fill(test, session.id);
    });
  }, 300_000);
  afterAll(() => site?.close());

  it('exports all of a roster after having been killed', async () => {
    const { page, context } = await openPageAs(site.browser, chief);
    await page.goto(`${site.origin}/staff/sessions/${session.id}`);
    await page.getByRole('button', { name: '导出表格' }).click();
    await page.getByRole('dialog').getByLabel('给承办的医院或场馆名单').check();
    await page.getByRole('dialog').getByRole('button', { name: '导出' }).click();
    await page.waitForURL(/job=/);
    await site.kill();
    await site.start();
    const button = page.getByRole('button', { name: /^下载/ });
    await button.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const rows = await readSheet(await download.path());
    expect(rows.filter(([place]) => typeof place === 'number')).toHaveLength(PEOPLE);
    await context.close();
  }, 120_000);

  it('imports 2,000 sessions once', async () => {
    const day = addDays(dayAt(Date.now()), 40);
    const rows = Array.from({ length: PEOPLE }, (_, n) => `导入 ${n + 1},演示教室,渝中区,${day},9:00,11:00,20`);
    const buffer = Buffer.from(['名称,地点,区县,日期,开始,结束,名额', ...rows].join('\n'));
    const { page, context } = await openPageAs(site.browser, chief);
    await page.goto(`${site.origin}/staff/sessions/import?programme=${session.programmeId}`);
    await page.locator('input[type=file]').setInputFiles({ name: '两千场.csv', mimeType: 'text/csv', buffer });
    const write = page.getByRole('button', { name: '写入这 2000 场' });
    await write.waitFor({ timeout: 60_000 });
    const checking = page.url();
    await write.click();
    await page.waitForURL((url) => url.href !== checking);
    const job = new URL(page.url()).searchParams.get('job') ?? '';
    // A process that dies over a file isn't given it again, so the file must have been read.
    await inTheMiddle(() => figureOf(site, chief, job, 'total'));
    await site.kill();
    await site.start();
    await page.getByText('已写入 2000 场').waitFor({ timeout: 60_000 });
    await context.close();
    const imported = await site.look((store) =>
      store.read.selectFrom('sessions').select('id').where('title', 'like', '导入 %').execute(),
    );
    expect(imported).toHaveLength(PEOPLE);
    await site.start();
  }, 120_000);

  it('calls a session of 2,000 off, through a reload and a kill, and tells each of them once', async () => {
    const { page, context } = await openPageAs(site.browser, chief);
    await page.goto(`${site.origin}/staff/sessions/${session.id}`);
    await settled(page);
    await page.getByRole('button', { name: '取消场次' }).click();
    await page.getByRole('dialog').getByLabel('给报名者的通知').fill('医院停电，改期另行通知。');
    await page.getByRole('dialog').getByRole('button', { name: '取消 2000 人的报名' }).click();
    await page.waitForURL(/job=/);
    const job = new URL(page.url()).searchParams.get('job') ?? '';
    const far = () => figureOf(site, chief, job, 'done');
    const before = await inTheMiddle(far);
    await site.kill();
    expect(before).toBeLessThan(PEOPLE);
    await page.getByText('暂时无法连接服务').or(page.getByText('服务没有应答')).first().waitFor({ timeout: 30_000 });
    expect(await axe(page)).toEqual([]);
    await site.start();
    // Not from the beginning again: what was done stays done.
    expect(await far()).toBeGreaterThanOrEqual(before);
    await page.reload();
    await page.getByText('已取消 2000 人的报名').waitFor({ timeout: 60_000 });
    await page.reload();
    await page.getByText('已取消 2000 人的报名').waitFor();
    await context.close();
    expect(await site.look((store) => fates(store, session.id))).toEqual({
      cancelled: PEOPLE,
      notified: PEOPLE,
      notices: PEOPLE,
    });
    await site.start();
  }, 180_000);
});

/** What became of a session's people, and how many notices were written to how many of them. */
async function fates({ read }: Store, session: string) {
  const people = await read.selectFrom('registrations').select('status').where('session_id', '=', session).execute();
  const notices = await read
    .selectFrom('notices')
    .select('registration_id')
    .where('session_id', '=', session)
    .where('kind', '=', 'cancelled')
    .execute();
  return {
    cancelled: people.filter(({ status }) => status === 'cancelled').length,
    notified: new Set(notices.map(({ registration_id }) => registration_id)).size,
    notices: notices.length,
  };
}
