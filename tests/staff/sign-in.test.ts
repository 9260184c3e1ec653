/** Coming in, being sent out, and looking after who may: in the browser, on both engines. */
import type { Page } from 'playwright-core';
import { inviteAdministrator } from '../../server/src/staff/identity/admin';
import { COOKIE_PATH } from '../../server/src/staff/identity/cookies';
import { COOKIE, newSignIn } from '../../server/src/staff/identity/sign-ins';
import { codeAt } from '../service/staff/support';
import { axe, openConsole, settled, type Console } from './support/console';

const PASSWORD = '四个不相干的词连起来-1';

/** The authenticator app's secret that the page shows. */
async function secretOn(page: Page): Promise<string> {
  // On a phone it is opened by a link, which has the same secret in it as what is copied by hand.
  const link = await page.getByRole('link', { name: '打开验证器' }).getAttribute('href');
  const secret = new URL(link ?? '').searchParams.get('secret') ?? '';
  await page.getByText(secret.replace(/(.{4})(?=.)/g, '$1 ')).waitFor();
  return secret;
}

/** Types password and code anew; the code of the next half minute, since the present one is used. */
async function confirmOwner(page: Page, secret: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '确认是你本人' });
  await dialog.getByLabel('当前密码').fill(PASSWORD);
  await dialog.getByLabel('动态码').fill(codeAt(secret, Date.now() + 30_000));
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '确认' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** @returns the authenticator's secret */
async function setUp(page: Page, username: string, setup: string): Promise<string> {
  await page.getByRole('button', { name: '首次登录，我有管理员给的开通码' }).click();
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('开通码').fill(setup);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('设置密码').fill(PASSWORD);
  const secret = await secretOn(page);
  await page.getByLabel('动态码').fill(codeAt(secret, Date.now()));
  await page.getByRole('button', { name: '完成并登录' }).click();
  return secret;
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  it('brings the first administrator in, who brings in a nurse, who is sent out again', async () => {
    const invited = await inviteAdministrator(console_.test.service, {
      username: 'first',
      name: '演示主任',
      reset: false,
    });
    if (typeof invited === 'string') throw new Error(invited);
    const page = await console_.stranger();
    await page.goto(`${console_.origin}/staff/users`);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(await axe(page)).toEqual([]);
    const appSecret = await setUp(page, 'first', invited.setup);
    await page.getByRole('heading', { name: '人员' }).waitFor();

    await page.getByRole('button', { name: '添加工会' }).click();
    const union = page.getByRole('dialog', { name: '添加工会' });
    await union.getByLabel('名称').fill('演示区总工会');
    await union.getByLabel('代码').fill('Demo');
    await union.getByRole('button', { name: '添加', exact: true }).click();
    await union.getByText('用小写字母开头，只用').waitFor();
    expect(await axe(page)).toEqual([]);
    await union.getByLabel('代码').fill('demo');
    await union.getByRole('button', { name: '添加', exact: true }).click();
    await union.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: '工会' }).getByText('演示区总工会').waitFor();

    await page.getByRole('button', { name: '添加人员' }).click();
    const dialog = page.getByRole('dialog', { name: '添加人员' });
    await dialog.getByLabel('用户名').fill('Nurse');
    await dialog.getByLabel('姓名').fill('演示护士');
    await dialog.getByRole('button', { name: '添加并生成开通码' }).click();
    await dialog.getByText('用户名用小写字母开头').waitFor();
    await dialog.getByText('至少选择一个角色').waitFor();
    // Nobody is given every union and district by forgetting to choose.
    await dialog.getByText('请选择工会').waitFor();
    await dialog.getByText('请选择范围').waitFor();
    await dialog.getByLabel('所属工会').selectOption({ label: '所有工会' });
    await dialog.getByLabel('部分区县').check();
    await dialog.getByLabel('渝中区').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByLabel('全部区县').check();
    await dialog.getByLabel('用户名').fill('nurse');
    await dialog.getByLabel('现场签到').check();
    await dialog.getByRole('button', { name: '添加并生成开通码' }).click();
    // It gives power: whoever only has the open page gets no further.
    await confirmOwner(page, appSecret);
    const secret = await page.getByRole('dialog', { name: '演示护士的开通码' }).locator('code').innerText();
    await page.getByRole('button', { name: '已告知本人' }).click();

    const nurse = await console_.stranger();
    await nurse.goto(`${console_.origin}/staff/`);
    await setUp(nurse, 'nurse', secret.trim());
    await nurse.getByText('演示护士').first().waitFor();
    // She sees what is hers, and a typed address opens nothing else.
    expect(await nurse.getByRole('link', { name: '人员' }).count()).toBe(0);
    await nurse.goto(`${console_.origin}/staff/users`);
    await nurse.getByText('你没有权限查看这一页').waitFor();

    // Her phone is gone: she is signed out everywhere, and starts with a new word.
    await page.getByRole('button', { name: '重新开通：演示护士' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重新开通' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '重新开通' }).click();
    const fresh = page.getByRole('dialog', { name: '演示护士的开通码' });
    const again = await fresh.locator('code').innerText();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '已告知本人' }).click();
    await nurse.goto(`${console_.origin}/staff/`);
    await nurse.getByRole('heading', { name: '登录' }).waitFor();
    await setUp(nurse, 'nurse', again.trim());
    await nurse.getByText('演示护士').first().waitFor();

    await page.getByRole('button', { name: '修改演示护士' }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByLabel('停用').click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('已停用', { exact: true }).first().waitFor();
    await nurse.goto(`${console_.origin}/staff/account`);
    await nurse.getByRole('heading', { name: '登录' }).waitFor();
  });

  it('shows where one is signed in and ends a sign-in elsewhere', async () => {
    const { page, who, context } = await console_.as(['editor']);
    await page.goto(`${console_.origin}/staff/account`);
    await settled(page);
    await page.getByText('当前设备').waitFor();
    expect(await axe(page)).toEqual([]);
    expect((await context.cookies(`${console_.origin}/api/v1/staff/me`))[0]?.name).toBeTruthy();
    // What is kept here opens nothing: no token, only a name and rights.
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain(who.token);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await page.goto(`${console_.origin}/staff/account`);
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  it('ends the sign-in on another device from the list, at once', async () => {
    const { page, who, context } = await console_.as(['clerk']);
    const phone = newSignIn(console_.test.service, { id: who.id, roles: ['clerk'] }, 'Chrome · Android');
    await console_.test.service.store.write([phone.statement]);
    const lost = await console_.stranger();
    await lost.context().addCookies([{ name: COOKIE, value: phone.token, domain: '127.0.0.1', path: COOKIE_PATH }]);
    await lost.goto(`${console_.origin}/staff/account`);
    await lost.getByText('当前设备').waitFor();
    await page.goto(`${console_.origin}/staff/account`);
    await page.getByRole('button', { name: '退出 Chrome · Android' }).click();
    await page.getByText('该设备已退出').waitFor();
    await page.getByRole('rowheader', { name: 'Chrome · Android' }).waitFor({ state: 'detached' });
    await lost.reload();
    await lost.getByRole('heading', { name: '登录' }).waitFor();
    await context.close();
  });

  it('says when a name is locked, and asks for nothing by itself in the name of who has left', async () => {
    const { page, who, context } = await console_.as(['clerk']);
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/staff/me')) asked.push(request.headers()['x-unattended']);
    });
    await page.clock.install();
    await page.goto(`${console_.origin}/staff/account`);
    await settled(page);
    const unattended = page.waitForRequest(
      (request) => request.url().endsWith('/staff/me') && request.headers()['x-unattended'] === '1',
    );
    await page.clock.fastForward(5 * 60_000 + 1000);
    await unattended;
    expect([asked[0], asked.at(-1)]).toEqual([undefined, '1']);
    await context.close();
    const door = await console_.stranger();
    await door.goto(`${console_.origin}/staff/login`);
    await door.getByLabel('用户名').fill(who.username);
    await door.getByLabel('密码').fill('wrong-password-1');
    for (let n = 0; n < 9; n += 1) {
      const answered = door.waitForResponse('**/staff/login');
      await door.getByRole('button', { name: '下一步' }).click();
      await answered;
      await door.getByRole('button', { name: '下一步', disabled: false }).waitFor();
    }
    await door.getByText('输错的次数太多，请过一会儿再试').waitFor();
    // An administrator sees it, lifts it, and ends what is signed in.
    const chief = await console_.as(['administrator']);
    await chief.page.goto(`${console_.origin}/staff/users`);
    const row = chief.page.getByRole('row').filter({ hasText: who.username });
    await row.getByText('有人多次输错密码').waitFor();
    await row.getByRole('button', { name: '的登录情况' }).click();
    const shown = chief.page.getByRole('dialog', { name: '的登录情况' });
    await shown.getByText('Chrome · Linux').waitFor();
    expect(await axe(chief.page)).toEqual([]);
    await shown.getByRole('button', { name: '从所有设备退出' }).click();
    await shown.getByText('现在没有登录的设备').waitFor();
    await shown.getByRole('button', { name: '解除限制' }).click();
    await row.getByText('有人多次输错密码').waitFor({ state: 'hidden' });
    await chief.context.close();
  });

  it('refuses a password that everybody uses when an account is set up, and says why', async () => {
    const invited = await inviteAdministrator(console_.test.service, {
      username: 'common',
      name: '演示主任',
      reset: false,
    });
    if (typeof invited === 'string') throw new Error(invited);
    const page = await console_.stranger();
    await page.goto(`${console_.origin}/staff/login`);
    await page.getByRole('button', { name: '首次登录，我有管理员给的开通码' }).click();
    await page.getByLabel('用户名').fill('common');
    await page.getByLabel('开通码').fill(invited.setup);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('设置密码').fill('Password-2026');
    await page.getByLabel('动态码').fill(codeAt(await secretOn(page), Date.now()));
    await page.getByRole('button', { name: '完成并登录' }).click();
    await page.getByText('这个密码很多人在用，容易被猜中').waitFor();
  });

  it('tells an administrator on the page of today that another was set up anew, until she has read it', async () => {
    const [one, two] = [await console_.as(['administrator']), await console_.as(['administrator'])];
    const reset = await fetch(`${console_.origin}/api/v1/staff/accounts/${two.who.id}/reset`, {
      method: 'POST',
      headers: { authorization: `Bearer ${one.who.token}`, 'idempotency-key': 'reset-two' },
    });
    expect(reset.status).toBe(200);
    await one.page.goto(`${console_.origin}/staff/`);
    const section = one.page.getByRole('region', { name: '管理员账号有变动' });
    const alert = section.getByText(`重新开通了演示人（${two.who.username}）的管理员账号`);
    await alert.waitFor();
    expect(await axe(one.page)).toEqual([]);
    await section.getByRole('button', { name: new RegExp(`知道了.*${two.who.username}`) }).click();
    await alert.waitFor({ state: 'hidden' });
    await Promise.all([one.context.close(), two.context.close()]);
  });

  it('keeps the page and says so when the password is wrong', async () => {
    const page = await console_.stranger();
    await page.goto(`${console_.origin}/staff/login`);
    await page.getByLabel('用户名').fill('nobody');
    await page.getByLabel('密码').fill('wrong-password-1');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe('nobody');
  });
});
