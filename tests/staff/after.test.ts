/** After a screening: who came, who has been told, until nobody is left. On both engines. */
import type { Locator, Page } from 'playwright-core';
import { axe, openConsole, settled, type Console } from './support/console';
import { moveIntoPast, makeSession, signUpPerson, type MadeSession } from './support/made';

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  /** A session of yesterday that so many came to. */
  async function over(title: string, serials: readonly number[]): Promise<MadeSession> {
    const session = await makeSession(console_, { title, capacity: 300 });
    const { who, context } = await console_.as(['administrator']);
    for (const serial of serials) {
      const { registrationId } = await signUpPerson(console_, session.id, serial);
      await console_.test.ask(`PUT /api/v1/staff/registrations/${registrationId}/attendance`, {
        token: who.token,
        body: { to: 'checked-in', seen: 'booked' },
      });
    }
    await moveIntoPast(console_, session.id, 24 * 60);
    await context.close();
    return session;
  }

  const rowOf = (page: Page, tail: string): Locator =>
    page.getByRole('table', { name: '这一场已签到的人' }).getByRole('row').filter({ hasText: tail });

  it('notes what became of each without any result, until nobody waits to be told', async () => {
    await over('演示之后', [501, 502, 503]);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/outcomes`);
    const waiting = page.getByRole('row').filter({ hasText: '演示之后' });
    await waiting.getByText('3 / 3').waitFor();
    expect(await axe(page)).toEqual([]);
    await waiting.getByRole('link', { name: '演示之后' }).click();
    await page.getByText('还有 3 人待通知').waitFor();
    await rowOf(page, '0501')
      .getByLabel(/检查完成情况$/)
      .selectOption('partly');
    await page.getByText('已记录 1 人').first().waitFor();
    await rowOf(page, '0501')
      .getByRole('checkbox', { name: /已通知复查$/ })
      .click();
    await rowOf(page, '0501')
      .getByRole('checkbox', { name: /已告知求助渠道$/ })
      .click();
    await rowOf(page, '0501')
      .getByRole('checkbox', { name: /已通知结果$/ })
      .click();
    await page.getByText('还有 2 人待通知').waitFor();
    // A tick by mistake is taken back.
    await rowOf(page, '0501')
      .getByRole('checkbox', { name: /已通知结果$/ })
      .click();
    await page.getByText('还有 3 人待通知').waitFor();
    await page.reload();
    await settled(page);
    expect(
      await rowOf(page, '0501')
        .getByLabel(/检查完成情况$/)
        .inputValue(),
    ).toBe('partly');
    expect(
      await rowOf(page, '0501')
        .getByRole('checkbox', { name: /已通知复查$/ })
        .isChecked(),
    ).toBe(true);
    await page.getByRole('button', { name: '选中待通知的 3 人' }).click();
    await page.getByRole('button', { name: '将选中的 3 人记为已通知' }).click();
    await page.getByText('已全部通知').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.goto(`${console_.origin}/staff/outcomes`);
    await settled(page);
    await page.getByText('没有待通知的人').waitFor();
    await context.close();
  });

  it('notes more than the service takes at once, a page of them shown', async () => {
    const serials = Array.from({ length: 205 }, (_, at) => 600 + at);
    const session = await over('演示很多人', serials);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/outcomes/${session.id}`);
    await page.getByText('还有 205 人待通知').waitFor();
    await page.getByText('第 1 页，共 3 页').waitFor();
    await page.getByRole('button', { name: '选中待通知的 205 人' }).click();
    await page.getByRole('button', { name: '将选中的 205 人记为已通知' }).click();
    await page.getByText('已记录 205 人').waitFor();
    await page.getByText('已全部通知').waitFor();
    await context.close();
  });

  it('says nothing of people where nobody came', async () => {
    const session = await makeSession(console_, { title: '演示没人' });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/outcomes/${session.id}`);
    await page.getByText('这一场还没有人签到').waitFor();
    expect(await page.getByText('已全部通知').count()).toBe(0);
    await context.close();
  });
});
