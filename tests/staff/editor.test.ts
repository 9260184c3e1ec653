/** An editor pastes a newsletter, sees what becomes of it, publishes one entry and takes it back. On both engines. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { axe, openConsole, settled, type Console } from './support/console';

const folder = path.join(__dirname, '../fixtures/newsletters');
const newsletter = readFileSync(path.join(folder, readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()[0] ?? ''), 'utf8'); // prettier-ignore

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  it('reads a pasted newsletter, keeping the paste through a reload, and shows each entry beside the text', async () => {
    const { page, context } = await console_.as(['editor']);
    await page.goto(`${console_.origin}/staff/content`);
    await page.getByLabel('通讯全文').fill(newsletter);
    await page.reload();
    expect(await page.getByLabel('通讯全文').inputValue()).toHaveLength(newsletter.replace(/\r\n/g, '\n').length);
    await page.getByRole('button', { name: '读出每一条' }).click();
    await page.waitForURL(/drafts/);
    await settled(page);
    await page.getByRole('region', { name: '原文' }).waitFor();
    await page
      .getByRole('button', { name: /看原文$/ })
      .first()
      .click();
    expect(await axe(page)).toEqual([]);
    await context.close();
  });
});
