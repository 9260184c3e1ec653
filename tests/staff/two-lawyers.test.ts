/** Two lawyers with one request: the slower answer stays typed and isn't sent; what was closed is taken up again. */
import { consents } from '../service/support/service';
import { axe, openConsole, settled, type Console } from './support/console';

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(() => console_?.close());

it('keeps the slower answer, shows what came, and takes a closed request up again', async () => {
  const { test, origin } = console_;
  const body = {
    topic: 'pay',
    name: '演示工人',
    phone: '19900000041',
    text: '两个月没有发工资。',
    bring: ['劳动合同', '工资条'],
    consents: consents('legal-aid'),
  };
  const token = await test.login();
  const { id } = (await test.ask('POST /api/v1/legal-aid', { token, body })).json<{ id: string }>();
  const [one, two] = [await console_.as(['lawyer']), await console_.as(['lawyer'])];
  await two.page.goto(`${origin}/staff/legal-aid/${id}`);
  await two.page.getByText('能带来的材料：劳动合同、工资条').waitFor();
  await two.page.getByLabel('答复内容').fill('请先去劳动监察投诉。');

  await one.page.goto(`${origin}/staff/legal-aid/${id}`);
  await one.page.getByRole('button', { name: '我来办' }).click();
  await one.page.getByLabel('答复内容').fill('可以申请支付令。');
  await one.page.getByRole('button', { name: '发送答复' }).click();
  await one.page.getByText('可以申请支付令。', { exact: true }).first().waitFor();

  await two.page.getByRole('button', { name: '发送答复' }).click();
  await two.page.getByText('答复没有发出').waitFor();
  expect(await axe(two.page)).toEqual([]);
  await two.page.getByRole('button', { name: '看最新的内容' }).click();
  await two.page.getByText('可以申请支付令。', { exact: true }).waitFor();
  expect(await two.page.getByLabel('答复内容').inputValue()).toBe('请先去劳动监察投诉。');
  await two.page.getByRole('button', { name: '接过来办' }).click();
  await two.page.getByRole('dialog').getByRole('button', { name: '接过来办' }).click();
  await two.page.getByRole('button', { name: '退回待接' }).waitFor();
  await two.page.getByRole('button', { name: '发送答复' }).click();
  await two.page.getByText('请先去劳动监察投诉。', { exact: true }).first().waitFor();

  // The answer is out, and what the page shows is still on its way: what is typed meanwhile is the next answer.
  await two.page.getByLabel('答复内容').fill('工资条也请带来。');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await two.page.route(`**/legal-aid/${id}`, async (route) => {
    await held;
    await route.continue();
  });
  const isOut = two.page.waitForResponse(/\/messages$/);
  await two.page.getByRole('button', { name: '发送答复' }).click();
  await isOut;
  await two.page.getByLabel('答复内容').fill('还有考勤记录。');
  release();
  await two.page.getByText('工资条也请带来。', { exact: true }).waitFor();
  await two.page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  expect(await two.page.getByLabel('答复内容').inputValue()).toBe('还有考勤记录。');
  await two.page.getByLabel('答复内容').fill('');

  await two.page.getByRole('button', { name: '办结', exact: true }).click();
  await two.page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
  await two.page.getByRole('button', { name: '重新办理' }).click();
  await two.page.getByRole('dialog').getByRole('button', { name: '重新办理' }).click();
  await two.page.getByText('这件事已重新开始办理，你可以继续补充。').waitFor();
  await settled(two.page);
  expect(await axe(two.page)).toEqual([]);
  await Promise.all([one.context.close(), two.context.close()]);
});
