/**
 * A week of a union's house: imported, published, changed by two at once, telephoned, answered, let in at the door and
 * asked to come again, and through it the service is killed once and the network goes once, each in the middle of a
 * dialog. A day is a test, and each goes on where the one before it ended. In Chromium on both engines; what became of it
 * is read in the worker's own answers and, while the service is down, in the database.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { sayReference } from '@yugong/domain/registration/words';
import { DAY, HOUR, MINUTE } from '@yugong/domain/time';
import { statement, type Store } from '../../server/src/kernel/store';
import { sendTo } from '../service/support/process';
import { consents, type TestService } from '../service/support/service';
import { member, type TestMember } from '../service/staff/support';
import { openPageAs, PHONE, settled } from './support/console';
import { openKillable, type Killable } from './support/killable';
import { makeSession, signUpPerson, type MadeSession } from './support/made';
import { readSheet } from './support/sheet';

const newsletter = readFileSync(path.join(__dirname, '../fixtures/newsletters/headings.md'), 'utf8')
  // What is still to come can't have been published.
  .replaceAll('2030', '2026');
const SEATS = 6;
const NAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王'] as const;
const VENUE = '演示医院一楼';
const NEW_VENUE = '演示医院三楼';
const MESSAGE = '演示：请从东门进，带上身份证。';
const REPLY = '演示：饮水机换好了。';
const ANSWER = '演示：可以申请支付令。';
const LAST_ANSWER = '演示：法院已受理，有事再来。';

const Registrations = v.object({
  registrations: v.array(v.looseObject({ sessionId: v.string(), status: v.string() })),
});
const Notices = v.object({ notices: v.array(v.looseObject({ id: v.string() })) });

type Person = Awaited<ReturnType<typeof signUpPerson>>;
type Who = 'clerk' | 'colleague' | 'editor' | 'lawyer' | 'otherLawyer' | 'nurse' | 'chief';

/** How the phone number of one of the people ends: the first who signed up is 1. */
const tail = (nth: number): string => `099${nth}`;

const rowOf = (page: Page, ending: string): Locator => page.getByRole('row').filter({ hasText: ending });

async function choose(page: Page, ending: string, step: string): Promise<void> {
  await rowOf(page, ending).getByRole('button', { name: /^办理/ }).press('Enter');
  await page.getByRole('menuitem', { name: step }).click();
}

/** Moves a session's beginning to so many milliseconds from now. */
async function startIn(store: Store, session: string, ms: number): Promise<void> {
  const starts_at = Math.round((Date.now() + ms) / MINUTE) * MINUTE;
  const times = {
    opens_at: starts_at - 5 * DAY,
    closes_at: starts_at - 5 * MINUTE,
    cancel_until: starts_at - 10 * MINUTE,
    starts_at,
    ends_at: starts_at + 2 * HOUR,
  };
  await store.write([statement(store.read.updateTable('sessions').set(times).where('id', '=', session), 1)]);
}

/** A day goes by: what people were told is a day old, and what was to be published has its time. */
async function passNight(store: Store): Promise<void> {
  const { read } = store;
  await store.write([
    statement(read.updateTable('notices').set(({ eb }) => ({ created_at: eb('created_at', '-', DAY) }))),
    statement(read.updateTable('record_plans').set({ publish_at: Date.now() }).where('publish_at', 'is not', null), 1),
  ]);
}

/** A session of the programme at a set time of a day, as a clerk makes it. */
async function plan(test: TestService, programmeId: string, body: object): Promise<string> {
  const { token } = await member(test, ['clerk']);
  const answer = await test.ask('POST /api/v1/staff/sessions', {
    token,
    body: { programmeId, place: VENUE, adcode: '500103', note: null, capacity: 20, waitlistSize: 5, ...body },
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  const nextWeek = addDays(dayAt(Date.now()), 9);
  const at = (time: string, day = nextWeek): string => `${day}T${time}:00+08:00`;
  let site: Killable;
  let staff: Record<Who, TestMember>;
  let friday: MadeSession;
  let other: string;
  let draft: string;
  let station: { id: string; title: string };
  let signedUpOn: string;
  const people: Person[] = [];
  let clerk: Page;

  beforeAll(async () => {
    site = await openKillable(engine, async (test) => {
      staff = {
        clerk: await member(test, ['clerk']),
        colleague: await member(test, ['clerk']),
        editor: await member(test, ['editor']),
        lawyer: await member(test, ['lawyer']),
        otherLawyer: await member(test, ['lawyer']),
        nurse: await member(test, ['check-in']),
        chief: await member(test, ['administrator']),
      };
      friday = await makeSession({ test }, { title: '演示周五场', inDays: 4, capacity: SEATS });
      const soon = { opensAt: at('00:00', dayAt(Date.now())), closesAt: at('07:00'), cancelUntil: at('07:00') };
      const times = { ...soon, startsAt: at('09:00'), endsAt: at('11:00') };
      other = await plan(test, friday.programmeId, { title: '演示下周场', ...times });
      const afternoon = { ...soon, startsAt: at('14:00'), endsAt: at('16:00') };
      draft = await plan(test, friday.programmeId, { title: '演示草稿场', ...afternoon, publicFrom: null });
      signedUpOn = dayAt(Date.now());
      for (const [nth, name] of NAMES.entries())
        people.push(await signUpPerson({ test }, friday.id, 991 + nth, `${name}演示`));
      const [first] = test.service.content.dataset().stations.filter(({ adcode }) => adcode !== undefined);
      if (!first) throw new Error('no station');
      station = { id: first.id, title: first.title };
    });
    clerk = await open('clerk');
  }, 300_000);
  afterAll(() => site?.close());

  const open = async (who: Who, options: BrowserContextOptions = {}): Promise<Page> =>
    (await openPageAs(site.browser, staff[who], options)).page;
  const go = async (page: Page, to: string): Promise<void> => {
    await page.goto(`${site.origin}/staff${to}`);
    await settled(page);
  };
  /** What the worker's own app is told. */
  const asked = async (line: string, token?: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await sendTo(site.origin, line, {
      ...(token === undefined ? {} : { token }),
      ...(body === undefined ? {} : { body, key: `week.${line.replaceAll(/\W/g, '').slice(-40)}` }),
    });
    if (!answer || answer.status >= 300) throw new Error(`${line}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
    return answer.body;
  };
  const person = (nth: number): Person => defined(people[nth - 1]);
  const registration = async (nth: number) =>
    v.parse(Registrations, await asked('GET /api/v1/me/registrations', person(nth).token)).registrations;
  const notices = async (nth: number) =>
    v.parse(Notices, await asked('GET /api/v1/me/notices', person(nth).token)).notices;
  const publicSessions = async (): Promise<string> => JSON.stringify(await asked('GET /api/v1/sessions'));
  const news = async (): Promise<string> => JSON.stringify(await asked('GET /api/v1/content/news'));
  /** The service is down meanwhile. */
  const whileDown = async <T>(look: (store: Store) => Promise<T>): Promise<T> => {
    const seen = await site.look(look);
    await site.start();
    return seen;
  };
  const rows = (store: Store, table: 'check_ins' | 'outcomes') =>
    store.read.selectFrom(table).selectAll().where('session_id', '=', friday.id).execute();

  it('Monday: takes a list in without what is there already, and publishes a draft, a newsletter and one item for later', async () => {
    await go(clerk, `/sessions/import?programme=${friday.programmeId}`);
    const lines = [
      '名称,地点,区县,日期,开始,结束,名额',
      ...['9:00,11:00', '15:00,17:00'].map((time) => `演示导入场,${VENUE},渝中区,${nextWeek},${time},20`),
    ];
    const buffer = Buffer.from(`\ufeff${lines.join('\r\n')}`);
    await clerk.getByLabel('选择表格').setInputFiles({ name: '场次.csv', mimeType: 'text/csv', buffer });
    await clerk.getByRole('heading', { name: '1 场像是已有的' }).waitFor({ timeout: 30_000 });
    await clerk.getByRole('link', { name: '演示下周场' }).waitFor();
    await clerk.getByRole('button', { name: '写入这 1 场' }).click();
    await clerk.getByText('已写入 1 场').waitFor({ timeout: 30_000 });

    // The desk leads to what waits.
    expect(await publicSessions()).not.toContain(draft);
    await go(clerk, '/');
    await clerk.getByRole('list', { name: '要办的事' }).getByRole('link', { name: '「演示草稿场」还没公开' }).click();
    await clerk.getByRole('button', { name: '公开这一场' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await clerk.getByRole('button', { name: '立即停止报名' }).waitFor();
    const listed = await publicSessions();
    expect(listed).toContain(draft);
    expect(listed.match(/演示导入场/g)).toHaveLength(1);
    await go(clerk, '/');
    await clerk.getByText('还没公开').waitFor({ state: 'detached' });

    const editor = await open('editor');
    await go(editor, '/');
    await editor.getByRole('link', { name: '还没有发布过内容' }).click();
    await editor.getByLabel('通讯全文').fill(newsletter);
    await editor.getByLabel('发布日期（选填）').fill('2026-03-20');
    await editor.getByRole('button', { name: '识别内容' }).click();
    await editor.waitForURL(/drafts/);
    const fresh = editor.getByRole('region').filter({ hasText: '动态，原文第' }).filter({ hasText: '新增' }).first();
    const title = await fresh.getByRole('heading', { level: 2 }).first().innerText();
    await fresh.getByRole('checkbox').check();
    await editor.getByRole('button', { name: '发布选中的 1 条' }).click();
    await editor.getByText('已作为第 1 版发布').waitFor();
    expect(await news()).toContain(title);

    await go(editor, '/content/records/news/new');
    await editor.getByLabel('标题', { exact: true }).first().fill('演示：明天才发的一条');
    await editor.getByLabel('正文').fill('演示区总工会的职工书屋明天开放。');
    await editor.getByLabel('发布单位').first().fill('演示区总工会');
    await editor.getByLabel('发布时间（选填）').fill('明天 9:00');
    await editor.getByRole('button', { name: '预览改动' }).click();
    await editor.getByRole('button', { name: '定时发布' }).click();
    await editor.getByRole('row').filter({ hasText: '演示：明天才发的一条' }).getByText('发布').first().waitFor();
    expect(await news()).not.toContain('明天才发的一条');
    await editor.context().close();
  }, 60_000);

  it('Tuesday: moves to another floor while a colleague writes into the same session, and calls who hasn’t read it', async () => {
    const colleague = await open('colleague');
    for (const page of [clerk, colleague]) {
      await go(page, `/sessions/${friday.id}/edit`);
      await page.getByLabel('地点').waitFor();
    }
    await clerk.getByLabel('地点').fill(NEW_VENUE);
    await clerk.getByRole('button', { name: '保存' }).click();
    await clerk.getByRole('heading', { name: '演示周五场' }).waitFor();
    await colleague.getByLabel('提醒').fill('从东门进');
    await colleague.getByRole('button', { name: '保存' }).click();
    await colleague.getByText(`别人刚改过：地点 ${VENUE}→${NEW_VENUE}`).waitFor();
    expect(await colleague.getByLabel('提醒').inputValue()).toBe('从东门进');
    await colleague.getByRole('button', { name: '保存' }).click();
    await colleague.getByRole('heading', { name: '演示周五场' }).waitFor();
    await colleague.context().close();
    expect(await asked(`GET /api/v1/sessions/${friday.id}`)).toMatchObject({ place: NEW_VENUE, note: '从东门进' });
    // The first one reads of it on the phone; the others don't.
    expect(await notices(1)).toMatchObject([{ kind: 'changed' }]);
    const ids = (await notices(1)).map(({ id }) => id);
    await asked('POST /api/v1/me/notices/read', person(1).token, { ids });

    await whileDown(passNight);
    // The service gives up on one channel after the other, at its own pace, for each of them.
    const toCall = clerk.getByRole('link', { name: '7 人待电话联系' });
    do await go(clerk, '/');
    while (!(await toCall.isVisible()));
    await toCall.click();
    const second = rowOf(clerk, tail(2));
    await second.getByText(`地点`).first().waitFor();
    await second.getByRole('button', { name: /^显示/ }).click();
    await second.getByRole('link', { name: `1990000${tail(2)}` }).waitFor();
    await second.getByRole('button', { name: /打通了$/ }).click();
    await second.waitFor({ state: 'detached' });
    await rowOf(clerk, tail(3)).getByRole('button', { name: /没接$/ }).click();
    await rowOf(clerk, tail(3)).getByText('没接（第 1 次）').waitFor();
    await go(clerk, '/');
    await clerk.getByRole('link', { name: '6 人待电话联系' }).waitFor();
    // What was to be published at a time was.
    await expectSoon(async () => (await news()).includes('明天才发的一条'));
  }, 60_000);

  it('Wednesday: finds one person, writes to all through a kill, moves one, and looks at a number for a reason', async () => {
    await go(clerk, '/people');
    const field = clerk.getByLabel('姓和号码末四位，或完整号码');
    await field.fill(`钱 ${tail(2)}`);
    await field.press('Enter');
    await clerk.getByRole('link', { name: '演示周五场' }).click();
    await settled(clerk);

    const dialog = clerk.getByRole('dialog');
    await clerk.getByRole('checkbox', { name: '全选本页' }).check();
    await clerk.getByRole('button', { name: `发消息（${NAMES.length} 人）` }).click();
    await dialog.getByLabel('消息内容').fill(MESSAGE);
    await site.kill();
    await dialog.getByRole('button', { name: '发送' }).click();
    await dialog.getByText('服务没有应答。填写的内容已保留，请稍后再试').waitFor();
    expect(await dialog.getByLabel('消息内容').inputValue()).toBe(MESSAGE);
    await site.start();
    await dialog.getByRole('button', { name: '发送' }).click();
    await dialog.getByText(`${NAMES.length} 人打开应用能看到`).waitFor();
    await dialog.getByRole('button', { name: '知道了' }).click();
    const told = await Promise.all(people.map((_, nth) => notices(nth + 1)));
    for (const list of told) expect(JSON.stringify(list).split(MESSAGE)).toHaveLength(2);

    await choose(clerk, tail(2), '改到其他场次');
    await dialog.getByRole('radio', { name: /演示下周场/ }).check();
    await dialog.getByRole('button', { name: '确认改期' }).click();
    await clerk.getByText('换好了').waitFor();
    expect(await registration(2)).toMatchObject([{ sessionId: other, status: 'booked' }]);
    // Whoever waited first has the seat.
    expect(await registration(7)).toMatchObject([{ sessionId: friday.id, status: 'booked' }]);
    expect(await registration(8)).toMatchObject([{ sessionId: friday.id, status: 'waitlist' }]);

    await rowOf(clerk, tail(3))
      .getByRole('button', { name: /^查看完整信息/ })
      .click();
    await dialog.getByLabel('打电话联系本人').check();
    await dialog.getByRole('button', { name: '查看完整信息' }).click();
    await clerk.getByText(`1990000${tail(3)}`).waitFor();
  }, 60_000);

  it('Thursday: two lawyers answer, end and take up a request, and a report is answered without a network', async () => {
    const she = person(4).token;
    const { id } = await asked('POST /api/v1/legal-aid', she, {
      topic: 'pay',
      name: '李演示',
      phone: `1990000${tail(4)}`,
      text: '演示：两个月没有发工资。',
      bring: ['劳动合同'],
      consents: consents('legal-aid'),
    });
    const state = async () => (await asked('GET /api/v1/me/legal-aid', she))['requests'];
    const [lawyer, second] = [await open('lawyer'), await open('otherLawyer')];
    await go(lawyer, '/');
    await lawyer.getByRole('link', { name: '1 件法律援助等待答复' }).click();
    await lawyer.getByRole('link', { name: '欠薪' }).click();
    await lawyer.getByRole('button', { name: '我来办' }).click();
    await lawyer.getByRole('button', { name: '退回待接' }).waitFor();
    await go(second, `/legal-aid/${String(id)}`);
    await second.getByText('能带来的材料：劳动合同').waitFor();
    await second.getByRole('button', { name: '接过来办' }).click();
    await second.getByRole('dialog').getByRole('button', { name: '接过来办' }).click();
    await second.getByRole('button', { name: '退回待接' }).waitFor();
    await second.getByLabel('答复内容').fill(ANSWER);
    await second.getByRole('button', { name: '发送答复' }).click();
    // The field has the same words until the service has them.
    await expectSoon(async () => JSON.stringify(await state()).includes('"status":"answered"'));
    await second.getByText(ANSWER, { exact: true }).first().waitFor();
    await second.getByLabel('答复内容').fill(LAST_ANSWER);
    await second.getByRole('button', { name: '办结', exact: true }).click();
    await second.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await second.getByRole('button', { name: '重新办理' }).waitFor();
    expect(await state()).toMatchObject([{ status: 'closed' }]);
    await second.getByRole('button', { name: '重新办理' }).click();
    await second.getByRole('dialog').getByRole('button', { name: '重新办理' }).click();
    await second.getByText('这件事已重新开始办理，你可以继续补充。').waitFor();
    const reopened = await state();
    expect(reopened).toMatchObject([{ status: 'assigned' }]);
    for (const said of [ANSWER, LAST_ANSWER]) expect(JSON.stringify(reopened).split(said)).toHaveLength(2);
    await Promise.all([lawyer, second].map((page) => page.context().close()));

    await asked(`POST /api/v1/stations/${station.id}/reports`, she, { kind: 'no-water', note: '演示：没水了' });
    await go(clerk, '/');
    await clerk.getByRole('link', { name: '1 条驿站反馈待核实' }).click();
    await clerk.getByRole('region', { name: station.title }).getByRole('button', { name: '处理“没有水”' }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.getByLabel('已处理好').check();
    await dialog.getByLabel(/^给反馈人的答复/).fill(REPLY);
    await clerk.context().setOffline(true);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('现在没有网络。填写的内容已保留，网络恢复后再试').waitFor();
    expect(await dialog.getByText('服务没有应答').count()).toBe(0);
    expect(await dialog.getByLabel(/^给反馈人的答复/).inputValue()).toBe(REPLY);
    await clerk.context().setOffline(false);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await asked('GET /api/v1/me/reports', she))['reports']).toMatchObject([{ state: 'fixed', reply: REPLY }]);
  }, 60_000);

  it('Friday: lets people in by a ticket’s number without a network, one from the waiting list, and one at the desk', async () => {
    await whileDown((store) => startIn(store, friday.id, -20 * MINUTE));
    const nurse = await open('nurse', { viewport: PHONE });
    await go(nurse, '/');
    await nurse
      .getByRole('link', { name: /演示周五场/ })
      .first()
      .click();
    await nurse.getByText(`/ ${SEATS} 人已到`).waitFor();
    await nurse.context().setOffline(true);
    const field = nurse.getByLabel('按姓名、手机尾号或编号查找');
    await field.fill(sayReference(person(1).registrationId));
    await field.press('Enter');
    await field.press('Enter');
    await nurse.getByText('请进').waitFor();
    await nurse.getByText('1 个待上传，联网后自动上传').waitFor();
    expect(await registration(1)).toMatchObject([{ status: 'booked' }]);
    await nurse.context().setOffline(false);
    await nurse.getByText('已全部上传').waitFor({ timeout: 30_000 });
    expect(await registration(1)).toMatchObject([{ status: 'checked-in' }]);

    await field.fill(tail(8));
    await nurse.getByRole('button', { name: /候补，现场补位$/ }).click();
    await expectSoon(async () => (await registration(8))[0]?.status === 'checked-in');
    await nurse.context().close();

    await go(clerk, `/sessions/${friday.id}`);
    await choose(clerk, tail(3), '签到');
    await rowOf(clerk, tail(3)).getByText('已签到', { exact: true }).waitFor();
    await expectSoon(async () => (await registration(3))[0]?.status === 'checked-in');
  }, 60_000);

  it('afterwards: asks one to come again and notes how that ended; the figures and the audit tell the week', async () => {
    const entries = await whileDown(async (store) => {
      await startIn(store, friday.id, -DAY);
      return rows(store, 'check_ins');
    });
    expect(entries.map((row) => row['registration_id']).sort()).toEqual(
      [1, 8].map((nth) => person(nth).registrationId).sort(),
    );
    await go(clerk, '/');
    await clerk.getByRole('link', { name: '3 人待通知结果' }).click();
    await clerk.getByRole('link', { name: '演示周五场' }).click();
    await rowOf(clerk, tail(1))
      .getByRole('checkbox', { name: /已通知复查$/ })
      .click();
    await clerk.getByText('已记录 1 人').first().waitFor();
    await clerk.getByRole('button', { name: '选中待通知的 3 人' }).click();
    await clerk.getByRole('button', { name: '将选中的 3 人记为已通知' }).click();
    await clerk.getByText('已全部通知').waitFor();
    await go(clerk, '/outcomes');
    await clerk.getByRole('link', { name: '待复查的人' }).click();
    await rowOf(clerk, tail(1)).getByRole('button', { name: /没接$/ }).click();
    await rowOf(clerk, tail(1)).getByText('第 1 次：没接').waitFor();
    await rowOf(clerk, tail(1))
      .getByLabel(/复查情况$/)
      .selectOption('came');
    await clerk.getByText('没有待复查的人').waitFor();

    const chief = await open('chief');
    await go(chief, `/figures?month=${signedUpOn.slice(0, 7)}&kind=screening`);
    const [sheet] = await Promise.all([
      chief.waitForEvent('download'),
      chief.getByRole('button', { name: '下载表格' }).click(),
    ]);
    expect((await readSheet(await sheet.path())).flat().map(String)).toContain(String(NAMES.length));
    await go(chief, '/audit');
    await chief.getByText('记录完整，未被改动').waitFor();
    const [csv] = await Promise.all([
      chief.waitForEvent('download'),
      chief.getByRole('button', { name: '导出' }).click(),
    ]);
    const audit = readFileSync(await csv.path(), 'utf8');
    for (const said of [
      '演示人发消息给报名的人',
      '演示人查看一个人的姓名、手机号（演示周五场',
      '演示人重新办理求助',
      '演示人下载签到名单（演示周五场',
      '登记：已通知复查',
    ])
      expect(audit).toContain(said);
    // Nothing in it is a name of the program's, or a number of somebody's.
    expect(audit).not.toMatch(/\d{11}|[A-Za-z]{5}/);
    await chief.context().close();

    const outcomes = await whileDown((store) => rows(store, 'outcomes'));
    expect(outcomes).toHaveLength(3);
  }, 60_000);
});

/** Waits for what another process does in its own time. */
async function expectSoon(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}
