/** A sign-up that the desk has to settle, in the browser: seen on the page of today and above the roster. */
import { consents, screeningBody } from '../service/support/service';
import { axe, openConsole, settled, type Console } from './support/console';

const SESSION = 'demo-screening-1';

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  const signUp = async (serial: number): Promise<string> => {
    const { test } = console_;
    const token = await test.login();
    await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: screeningBody(serial) });
    return token;
  };

  it('is let through or sent back with a reason, after the number was shown for one', async () => {
    const { test, origin } = console_;
    const squatter = await signUp(1);
    const she = await signUp(1);
    await signUp(2);
    const stranger = await signUp(2);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${origin}/staff/`);
    const section = page.getByRole('region', { name: '报名待核对' });
    await section.getByText('下面的报名还没有名额').waitFor();
    expect(await axe(page)).toEqual([]);

    await section.getByRole('button', { name: '显示号码：演＊＊ 199****0001' }).click();
    const why = page.getByRole('dialog', { name: '的号码' });
    await why.getByLabel('打电话联系本人').check();
    await why.getByRole('button', { name: '显示号码' }).click();
    await section.getByText('19900000001').waitFor();

    await section.getByRole('button', { name: '放行：演＊＊ 199****0001' }).click();
    const dialog = page.getByRole('dialog', { name: '放行' });
    await dialog.getByRole('button', { name: '放行' }).click();
    await dialog.getByText('这一项要填').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByLabel('怎么核对的').fill('本人带身份证来核对');
    await dialog.getByRole('button', { name: '放行' }).click();
    await section.getByText('19900000001').waitFor({ state: 'detached' });

    await page.goto(`${origin}/staff/sessions/${SESSION}`);
    await settled(page);
    await section.getByRole('button', { name: '退回：演＊＊ 199****0002' }).click();
    const back = page.getByRole('dialog', { name: '退回' });
    await back.getByLabel('怎么核对的').fill('本人说没有换手机');
    await back.getByRole('button', { name: '退回' }).click();
    await section.waitFor({ state: 'detached' });

    const mine = async (token: string) => (await test.ask('GET /api/v1/me/registrations', { token })).json();
    expect(await mine(she)).toMatchObject({ registrations: [{ status: 'booked' }], held: [] });
    expect(await mine(squatter)).toMatchObject({ registrations: [] });
    expect(await mine(stranger)).toMatchObject({ held: [{ state: 'returned', reason: '本人说没有换手机' }] });
    await context.close();
  });

  it('says who signed up for whom, with both numbers once they were shown for a reason', async () => {
    const { test, origin } = console_;
    await test.reset();
    await signUp(9);
    await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, {
      token: await test.login(),
      body: {
        ...screeningBody(9),
        family: { relation: 'daughter', phone: '19900000021' },
        consents: consents('family', 'family-member'),
      },
    });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${origin}/staff/`);
    const section = page.getByRole('region', { name: '报名待核对' });
    await section.getByText('女儿代报，女儿电话 199****0021', { exact: true }).waitFor();
    await section.getByRole('button', { name: '显示号码：演＊＊ 199****0009' }).click();
    const why = page.getByRole('dialog', { name: '的号码' });
    await why.getByLabel('打电话联系本人').check();
    await why.getByRole('button', { name: '显示号码' }).click();
    await section.getByText('女儿代报，女儿电话 19900000021', { exact: true }).waitFor();
    await context.close();
  });

  it('is flagged in the roster where it belongs together, until a clerk says why it is in order', async () => {
    const { test, origin } = console_;
    await test.reset();
    for (const serial of [11, 12])
      await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, {
        token: await test.login(),
        body: screeningBody(serial),
        headers: { 'x-yugong-device': 'device-of-the-console-test' },
      });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${origin}/staff/sessions/${SESSION}`);
    await settled(page);
    await page.getByText('同一设备有多个账号报名').first().waitFor();
    await page.getByText('身份证号与他人只差末四位').first().waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '办理演＊＊ 199****0011' }).click();
    await page.getByRole('menuitem', { name: '核对无误，取消提示' }).click();
    const dialog = page.getByRole('dialog', { name: '核对无误' });
    await dialog.getByLabel('怎么核对的').fill('电话核对，是姐妹');
    await dialog.getByRole('button', { name: '取消提示' }).click();
    await page.getByText('同一设备有多个账号报名').first().waitFor({ state: 'detached' });
    expect(await page.getByText('身份证号与他人只差末四位').count()).toBe(0);
    await context.close();
  });
});
