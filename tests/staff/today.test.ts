/** 今日待办: the first steps of an empty service, what leads where, and the browser's notification. */
import { statement } from '../../server/src/kernel/store';
import { axe, openConsole, PHONE, type Console } from './support/console';
import { changedNotice } from '../service/staff/support';
import { makeSession, signUpPerson } from './support/made';

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(() => console_?.close());

it('leads an empty service through its first steps, and marks what is done', async () => {
  const { store } = console_.test.service;
  const gone = (['registrations', 'sessions', 'programmes'] as const).map((table) =>
    statement(store.read.deleteFrom(table)),
  );
  await store.write(gone);
  const { page, context } = await console_.as(['clerk'], { viewport: PHONE });
  await page.goto(`${console_.origin}/staff/`);
  const steps = page.getByRole('list', { name: '开始使用的步骤' });
  await steps.getByText('添加同事的账号（由管理员办理）').waitFor();
  expect(await axe(page)).toEqual([]);
  await steps.getByRole('link', { name: '新建项目：谁能参加、要填什么' }).click();
  await page.getByRole('heading', { level: 1, name: '新建项目' }).waitFor();
  await makeSession(console_);
  await page.goto(`${console_.origin}/staff/`);
  await page.getByRole('heading', { name: '七天内的场次' }).waitFor();
  expect(await page.getByText('开始使用').count()).toBe(0);
  await context.close();
});

it('tells by the browser what has come in while something else was in front, without a name', async () => {
  const session = await makeSession(console_, { title: '演示提醒', inDays: 3 });
  const { page, context } = await console_.as(['clerk']);
  await page.clock.install();
  // Headless Chromium denies notifications whatever was granted, so the permission is said here; the rest is real.
  await page.addInitScript(() => {
    const told: string[] = [];
    const Real = window.Notification;
    window.Notification = class extends Real {
      static override get permission(): NotificationPermission {
        return 'granted';
      }
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        told.push(`${title} ${options?.body ?? ''}`);
        document.documentElement.dataset['told'] = JSON.stringify(told);
      }
    };
    document.hasFocus = () => false;
  });
  await page.goto(`${console_.origin}/staff/account`);
  await page.getByRole('checkbox', { name: '在这台设备上提醒我有新的待办' }).check();
  const { registrationId } = await signUpPerson(console_, session.id, 951);
  await page
    .getByRole('link', { name: /^今日待办/ })
    .first()
    .click();
  await page.getByRole('heading', { name: '七天内的场次' }).waitFor();
  await changedNotice(console_.test, registrationId, session.id);
  await page.clock.fastForward('02:10');
  await page.waitForFunction(() => document.documentElement.dataset['told'] !== undefined);
  expect(await page.evaluate(() => document.documentElement.dataset['told'])).toBe(
    JSON.stringify(['渝工随行管理台 新增 1 项待办，请打开查看。']),
  );
  await context.close();
});
