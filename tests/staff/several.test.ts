/** Several people at once, and one person over all sessions. */
import { residentId } from '../service/support/service';
import { axe, openConsole, type Console } from './support/console';
import { makeSession, signUpPerson } from './support/made';

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(() => console_?.close());

it('moves several people, says of whom it couldn’t be done and why, and cancels those', async () => {
  const session = await makeSession(console_, { title: '演示改期前' });
  const other = await makeSession(console_, {
    programme: session.programmeId,
    inDays: 3,
    capacity: 1,
    title: '演示改期后',
  });
  await signUpPerson(console_, session.id, 831, '赵演示');
  await signUpPerson(console_, session.id, 832, '钱演示');
  const { page, context } = await console_.as(['clerk']);
  const dialog = page.getByRole('dialog');
  await page.goto(`${console_.origin}/staff/sessions/cancellation-templates`);
  await page.getByRole('button', { name: '新增说明' }).click();
  await dialog.getByLabel('名称').fill('医院停电');
  await dialog.getByLabel('内容').fill('演示：医院停电。');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('table').getByText('演示：医院停电。').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
  await page.getByRole('checkbox', { name: '全选本页' }).check();
  await page.getByRole('button', { name: '改到其他场次（2 人）' }).click();
  await dialog.getByRole('radio').check();
  await dialog.getByRole('button', { name: '确认改期' }).click();
  await dialog.getByText('1 人已完成，以下 1 人未成功').waitFor();
  await dialog.getByText(/钱＊＊ 199\*{4}0832：这一场已经满了/).waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '暂不改期' }).click();

  await signUpPerson(console_, session.id, 833, '孙演示');
  await page.reload();
  await page.getByRole('checkbox', { name: '全选本页' }).check();
  await page.getByRole('button', { name: '代为取消（2 人）' }).click();
  await dialog.getByRole('button', { name: '取消 2 人的报名' }).click();
  await dialog.getByText('这一项要填').waitFor();
  await dialog.getByLabel('选用常用说明').selectOption({ label: '医院停电' });
  expect(await dialog.getByLabel('取消原因').inputValue()).toBe('演示：医院停电。');
  await dialog.getByLabel('取消原因').fill('演示：医院停电，请改报下周。');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '取消 2 人的报名' }).click();
  await page.getByText('已取消 2 人的报名').waitFor();
  await page.getByRole('row').filter({ hasText: '0832' }).getByText('工会取消').waitFor();

  // Where is she now? By what the lists show of her.
  await page.goto(`${console_.origin}/staff/people`);
  const field = page.getByLabel('姓和号码末四位，或完整号码');
  await field.fill('赵 0831');
  await field.press('Enter');
  await page.getByRole('link', { name: '演示改期后' }).waitFor();
  expect(await axe(page)).toEqual([]);
  // A whole number only for a reason.
  await field.fill('19900000831');
  await field.press('Enter');
  await dialog.getByLabel('打电话联系本人').check();
  await dialog.getByRole('button', { name: '查找' }).click();
  await page.getByRole('link', { name: '演示改期后' }).click();
  await page.waitForURL(new RegExp(other.id));
  await context.close();
});

it('keeps a note about a person for the colleagues, with who wrote it and when', async () => {
  const session = await makeSession(console_, { title: '演示备注' });
  await signUpPerson(console_, session.id, 851, '郑演示');
  const { page, context } = await console_.as(['clerk']);
  await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
  await page.getByRole('button', { name: /^办理郑/ }).click();
  await page.getByRole('menuitem', { name: '内部备注' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('还没有备注。').waitFor();
  await dialog.getByLabel('写备注').fill('下午两点后方便接电话。');
  await dialog.getByRole('button', { name: '保存备注' }).click();
  await dialog.getByRole('listitem').filter({ hasText: '下午两点后方便接电话。' }).getByText('演示人').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^办理郑/ }).click();
  await page.getByRole('menuitem', { name: '内部备注（1）' }).waitFor();
  await context.close();
});

it('writes to several from the keyboard, and says whom it can’t reach that way', async () => {
  const session = await makeSession(console_, { title: '演示发消息' });
  const { token } = await signUpPerson(console_, session.id, 841, '周演示');
  const { page, context, who } = await console_.as(['clerk']);
  const byHand = { person: { name: '吴演示', phone: '19900000842', residentId: residentId(842) }, agreed: true };
  const line = `POST /api/v1/staff/sessions/${session.id}/registrations`;
  expect((await console_.test.ask(line, { token: who.token, body: byHand })).statusCode).toBe(201);
  await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
  for (const digits of ['0841', '0842']) {
    await page.getByRole('checkbox', { name: new RegExp(`${digits}$`) }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: '发消息（2 人）' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('消息内容').fill('演示：请从东门进。');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '发送' }).press('Enter');
  await dialog.getByText('1 人打开应用能看到').waitFor();
  await dialog.getByText('1 人看不到，请打电话').waitFor();
  await dialog.getByText(/吴＊＊ 199\*{4}0842：由工会代报，没有应用可看/).waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '知道了' }).press('Enter');
  const notices = await console_.test.ask('GET /api/v1/me/notices', { token });
  expect(notices.json()).toMatchObject({ unread: 1, notices: [{ kind: 'message', reason: '演示：请从东门进。' }] });
  await context.close();
});
