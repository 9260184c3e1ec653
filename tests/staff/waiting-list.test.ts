/** The waiting list at the desk: a seat out of turn, an offer answered for somebody, a corrected number, causes told apart. */
import type { Locator, Page } from 'playwright-core';
import { axe, openConsole, settled, type Console } from './support/console';
import { makeSession, signUpPerson } from './support/made';

const rowOf = (page: Page, tail: string): Locator =>
  page
    .getByRole('table', { name: /的名单$/ })
    .getByRole('row')
    .filter({ hasText: tail });

async function choose(page: Page, tail: string, step: string): Promise<void> {
  await rowOf(page, tail).getByRole('button', { name: /^办理/ }).press('Enter');
  await page.getByRole('menuitem', { name: step }).click();
}

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(() => console_?.close());

it('gives a seat with one more, tells causes apart, corrects a number, and answers an offer for its person', async () => {
  const session = await makeSession(console_, { title: '演示候补', inDays: 3, capacity: 1, offerMinutes: 120 });
  for (const serial of [301, 302, 303]) await signUpPerson(console_, session.id, serial);
  const { page, context } = await console_.as(['clerk']);
  await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
  await settled(page);
  const dialog = page.getByRole('dialog');
  await choose(page, '0302', '直接给名额');
  await dialog.getByText('名额将由 1 个改为 2 个').waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '增加名额' }).click();
  await rowOf(page, '0302').getByText('报名成功').waitFor();
  await page.getByText('/ 2 个名额').waitFor();

  await choose(page, '0301', '代为取消');
  await dialog.getByRole('radio', { name: /^本人取消/ }).check();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '取消报名' }).click();
  await rowOf(page, '0301').getByText('本人取消').waitFor();
  await rowOf(page, '0303').getByText('有名额，等消息送达').waitFor();
  await page.getByText('名额保留中，等确认').waitFor();

  await choose(page, '0303', '更正姓名或号码');
  await dialog.getByRole('button', { name: '保存更正' }).click();
  await dialog.getByText('请填写要更正的内容').waitFor();
  await dialog.getByLabel('手机号').fill('19900000399');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '保存更正' }).click();
  await rowOf(page, '0399').waitFor();

  await choose(page, '0399', '代为确认名额');
  await rowOf(page, '0399').getByText('报名成功').waitFor();
  expect(await rowOf(page, '0399').getByRole('button', { name: /^办理/ }).count()).toBe(1);
  await context.close();
});
