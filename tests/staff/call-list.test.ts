/** The call list: who didn't see what happened, what to say, and how the call ended. On both engines. */
import { sayReference } from '@yugong/domain/registration/words';
import { statement } from '../../server/src/kernel/store';
import { changedNotice } from '../service/staff/support';
import { axe, openConsole, settled, type Console } from './support/console';
import { makeSession, signUpPerson } from './support/made';

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  it('counts who waits for a call on 今日待办, shows the number when asked, and ends with the call that got through', async () => {
    const session = await makeSession(console_, { title: '演示电话', inDays: 3 });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/call-list`);
    await page.getByText('没有待联系的人').waitFor();
    const { registrationId } = await signUpPerson(console_, session.id, 901);
    await changedNotice(console_.test, registrationId, session.id);

    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByText('1 人：还没联系上 1').waitFor();
    await page.getByRole('link', { name: '还没联系上 1' }).click();
    const unreached = page.getByRole('row').filter({ hasText: '199****0901' });
    await unreached.getByText('微信：工会未开通').waitFor();
    await page.getByText('共 1 人').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.goto(`${console_.origin}/staff/`);
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '待电话联系 1 项待办' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: '1 人待电话联系' }).click();
    const row = page.getByRole('row').filter({ hasText: '0901' });
    await row.getByText('时间或地点有变').waitFor();
    await row.getByText('微信：工会未开通').waitFor();
    await row.getByText('短信：工会未开通').waitFor();
    await row.getByText('未联系').waitFor();
    expect(await axe(page)).toEqual([]);
    await row.getByRole('button', { name: /^显示/ }).click();
    await row.getByRole('link', { name: '19900000901' }).waitFor();
    await row.getByRole('button', { name: /没接$/ }).click();
    await row.getByText('没接（第 1 次）').waitFor();
    await row.getByText('后再打').waitFor();
    await row.getByRole('button', { name: /号码不对$/ }).click();
    await row.getByText('请先在名单里更正号码').waitFor();
    expect(await axe(page)).toEqual([]);
    await row.getByRole('button', { name: /打通了$/ }).click();
    await page.getByText('没有待联系的人').waitFor();
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByText('1 人：电话 1、还没联系上 0').waitFor();
    expect(await page.getByRole('link', { name: /^还没联系上/ }).count()).toBe(0);
    await page.getByRole('link', { name: '电话 1' }).click();
    await page.getByRole('row').filter({ hasText: '199****0901' }).getByText('时间或地点有变').waitFor();
    await settled(page);
    await context.close();
  });

  it('lists whose number can’t be read too, by the registration’s number, and says what to do', async () => {
    const session = await makeSession(console_, { title: '演示读不出', inDays: 3 });
    const { registrationId } = await signUpPerson(console_, session.id, 902);
    await changedNotice(console_.test, registrationId, session.id);
    const { store } = console_.test.service;
    const damage = store.read.updateTable('registrations').set({ sealed: 'AAAA' }).where('id', '=', registrationId);
    await store.write([statement(damage, 1)]);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/`);
    await page.getByRole('link', { name: '1 人待电话联系' }).click();
    const row = page.getByRole('row').filter({ hasText: `信息无法读取，编号 ${sayReference(registrationId)}` });
    await row.getByText('请把编号告诉系统管理员').waitFor();
    await row.getByText('时间或地点有变').waitFor();
    expect(await page.getByRole('button', { name: /^显示/ }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await row.getByRole('button', { name: `编号 ${sayReference(registrationId)}：打通了` }).click();
    await page.getByText('没有待联系的人').waitFor();
    await context.close();
  });

  it('says that the list failed to load, and loads it when asked again', async () => {
    const { page, context } = await console_.as(['clerk']);
    const list = '**/api/v1/staff/call-list';
    await page.route(list, (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.goto(`${console_.origin}/staff/call-list`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('没有待联系的人').count()).toBe(0);
    await page.unroute(list);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page
      .getByText('没有待联系的人')
      .or(page.getByRole('table', { name: '待联系的人' }))
      .waitFor();
    await context.close();
  });
});
