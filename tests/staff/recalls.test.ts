/** 「请她再来」: a day, a second call and how it ended; and the way back to a session in which everybody was told. */
import { axe, openConsole, type Console } from './support/console';
import { checkInAtSecondDoor, makeSession, moveIntoPast, signUpPerson } from './support/made';

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(() => console_?.close());

it('keeps whoever was asked to come again on the list until it is known how that ended', async () => {
  const session = await makeSession(console_, { title: '演示复查' });
  const { code } = await signUpPerson(console_, session.id, 841, '赵演示');
  await checkInAtSecondDoor(console_, session.id, [code]);
  await moveIntoPast(console_, session.id, 24 * 60);
  const { page, context } = await console_.as(['clerk']);
  await page.goto(`${console_.origin}/staff/outcomes/${session.id}`);
  const row = page.getByRole('row').filter({ hasText: '0841' });
  await row.getByRole('checkbox', { name: /已通知复查$/ }).click();
  await page.getByText('已记录 1 人').first().waitFor();
  await row.getByRole('checkbox', { name: /已通知结果$/ }).click();
  await page.getByText('已全部通知').waitFor();

  await page.goto(`${console_.origin}/staff/outcomes`);
  await page.getByText('没有待通知的人').waitFor();
  await page.getByRole('checkbox', { name: /也列出已全部通知的场次/ }).check();
  await page.getByRole('link', { name: '演示复查' }).waitFor();
  await page.getByRole('link', { name: '待复查的人' }).click();
  await page.getByText('1 人已通知复查，还不知道来没来').waitFor();
  expect(await axe(page)).toEqual([]);
  await row.getByLabel(/最晚哪天来$/).fill('2027-01-10');
  await row.getByRole('button', { name: /显示号码/ }).click();
  await row.getByRole('link', { name: '19900000841' }).waitFor();
  await row.getByRole('button', { name: /没接$/ }).click();
  await row.getByText('第 1 次：没接').waitFor();
  await page.reload();
  expect(await row.getByLabel(/最晚哪天来$/).inputValue()).toBe('2027-01-10');
  await row.getByLabel(/复查情况$/).selectOption('came');
  await page.getByText('没有待复查的人').waitFor();

  // One person is too few for any figure.
  await page.goto(`${console_.origin}/staff/outcomes/follow-up?programme=${session.programmeId}`);
  await page.getByText('复查到场率不显示').waitFor();
  expect(await axe(page)).toEqual([]);
  await context.close();
});
