/** Every page of the console, at a desk and on a phone, in light and dark: axe finds nothing, nothing is cut off. */
import type { Page } from 'playwright-core';
import { changedNotice } from '../service/staff/support';
import { consents } from '../service/support/service';
import { axe, DESK, openConsole, PHONE, settled, type Console } from './support/console';
import { makeSession, signUpPerson, type MadeSession } from './support/made';

let console_: Console;
let session: MadeSession;
let request: string;
let complaint: string;

beforeAll(async () => {
  console_ = await openConsole('sqlite');
  session = await makeSession(console_);
  for (const serial of [1, 2]) await signUpPerson(console_, session.id, serial);
  const { registrationId } = await signUpPerson(console_, session.id, 3);
  await changedNotice(console_.test, registrationId, session.id);
  const token = await console_.test.login();
  const body = {
    topic: 'pay',
    name: '演示人',
    phone: '19900000009',
    text: '三个月没发工资。',
    consents: consents('legal-aid'),
  };
  const sent = await console_.test.ask('POST /api/v1/legal-aid', { token, body });
  request = sent.json<{ id: string }>().id;
  const called = { kind: 'call-back', text: '演示：想问补贴。', phone: '19900000009', page: 'pages/home/index' };
  const complained = await console_.test.ask('POST /api/v1/complaints', { token, body: called });
  complaint = complained.json<{ id: string }>().id;
}, 300_000);
afterAll(() => console_?.close());

const pages = (): string[] => [
  '/',
  '/account',
  '/users',
  '/door',
  `/door/${session.id}`,
  '/sessions',
  '/sessions/new',
  '/sessions/import',
  '/sessions/programmes',
  '/sessions/programmes/new',
  `/sessions/${session.id}`,
  `/sessions/${session.id}/edit`,
  `/sessions/${session.id}/confirmations/unconfirmed`,
  '/call-list',
  '/outcomes',
  `/outcomes/${session.id}`,
  '/legal-aid',
  '/legal-aid/templates',
  `/legal-aid/${request}`,
  '/complaints',
  `/complaints/${complaint}`,
  '/stations',
  '/stations/import',
  '/stations/list',
  '/stations/list/new',
  '/stations/on-site',
  '/content',
  '/figures',
  '/jobs',
  '/audit',
  '/help',
  '/no-such-page',
];

/** Wider than the window: something would be cut off or scroll sideways. */
const isCut = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);

describe.each([
  ['at a desk', DESK, 'light'],
  ['at a desk', DESK, 'dark'],
  ['on a phone', PHONE, 'light'],
  ['on a phone', PHONE, 'dark'],
] as const)('%s', (_where, viewport, colorScheme) => {
  it(`has nothing that axe finds, in ${colorScheme}`, async () => {
    const { page, context } = await console_.as(['administrator'], { viewport, colorScheme });
    const found: string[] = [];
    for (const route of pages()) {
      await page.goto(`${console_.origin}/staff${route}`);
      await settled(page);
      found.push(...(await axe(page)).map((line) => `${route} ${line}`));
      if (await isCut(page)) found.push(`${route} is wider than the window`);
      const alerts = await page.getByRole('alert').allInnerTexts();
      if (route !== `/door/${session.id}`) found.push(...alerts.map((text) => `${route} says ${text}`));
    }
    if (viewport === PHONE) {
      await page.goto(`${console_.origin}/staff/`);
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByRole('dialog').getByRole('link', { name: '人员' }).waitFor();
      found.push(...(await axe(page)).map((line) => `the sheet of rooms ${line}`));
    }
    expect(found).toEqual([]);
    await context.close();
  }, 180_000);
});
