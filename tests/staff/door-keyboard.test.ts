/** The door without a mouse: a name and Enter twice, the number on a ticket, and somebody of the waiting list. */
import { sayReference } from '@yugong/domain/registration/words';
import { axe, openConsole, PHONE, type Console } from './support/console';
import { makeSession, moveIntoPast, signUpPerson } from './support/made';

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(() => console_?.close());

it('admits the only match by a second Enter, a ticket by its number, and who waits once somebody is missing', async () => {
  const session = await makeSession(console_, { capacity: 2 });
  const [first, second] = [
    await signUpPerson(console_, session.id, 801, '赵演示'),
    await signUpPerson(console_, session.id, 802, '钱演示'),
  ];
  await signUpPerson(console_, session.id, 803, '孙演示');
  await moveIntoPast(console_, session.id, 40);
  const { page, context } = await console_.as(['check-in'], { viewport: PHONE });
  await page.goto(`${console_.origin}/staff/door/${session.id}`);
  await page.getByText('/ 2 人已到').waitFor();
  const field = page.getByLabel('按姓名、手机尾号或编号查找');
  await field.fill('赵 0801');
  await field.press('Enter');
  await page.getByText('再按一次回车签到', { exact: true }).waitFor();
  expect(await page.getByText('请进', { exact: true }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await field.press('Enter');
  await page.getByText('请进', { exact: true }).waitFor();
  expect(await field.inputValue()).toBe('');

  // The only free chair is that of who isn't there: she who waits gets it, and then there is none for its owner to lose.
  await field.fill('孙');
  await page.getByRole('button', { name: /候补，现场补位$/ }).click();
  await page.getByText(/^2 \/ 3 人已到$/).waitFor();
  await field.fill(`编号 ${sayReference(second.registrationId).toLowerCase()}`);
  await field.press('Enter');
  await field.press('Enter');
  await page.getByText(/^3 \/ 3 人已到$/).waitFor();
  await field.fill(sayReference(first.registrationId));
  await page.getByRole('list', { name: '查找结果' }).getByText('已签到').waitFor();
  await context.close();
});
