/**
 * The door's phone by itself: its tab closed without a network, its list on the way, and each kind of reader. In
 * Chromium on the real service. What is merged with other doors is in check-in.test.ts, on both engines.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openConsole, PHONE, type Console } from './support/console';
import { cameraFlags, film, filmNothing } from './support/camera';
import { makeSession, signUpPerson } from './support/made';

const folder = mkdtempSync(path.join(tmpdir(), 'yugong-camera-'));
const picture = path.join(folder, 'pass.y4m');
let console_: Console;

beforeAll(async () => {
  filmNothing(picture);
  console_ = await openConsole('sqlite', cameraFlags(picture));
}, 300_000);
afterAll(async () => {
  await console_?.close();
  rmSync(folder, { recursive: true });
});

const door = (session: string): string => `${console_.origin}/staff/door/${session}`;

async function type(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('按姓名、手机尾号或编号查找');
  await field.fill(code);
  await field.press('Enter');
}

/** Every file of the console is kept; the page that is open is the worker's. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });

it('opens again without a network after its tab was closed, with the list and what wasn’t sent', async () => {
  const session = await makeSession(console_, { title: '演示断网' });
  const [her, other] = [
    await signUpPerson(console_, session.id, 701),
    await signUpPerson(console_, session.id, 702, '孙演示'),
  ];
  const { page, context } = await console_.as(['check-in'], { viewport: PHONE, serviceWorkers: 'allow' });
  await page.goto(door(session.id));
  await page.getByText('/ 2 人已到').waitFor();
  await kept(page);
  await context.setOffline(true);
  await type(page, her.code);
  await page.getByText('请进').waitFor();
  await page.getByText('1 个待上传，联网后自动上传').waitFor();
  await page.close();

  const again = await context.newPage();
  await again.goto(door(session.id));
  await again.getByText('1 个待上传，联网后自动上传').waitFor();
  await again.getByText('现在没有网络').waitFor();
  await type(again, her.code);
  await again.getByText('已经用过', { exact: true }).waitFor();
  await again.getByLabel('按姓名、手机尾号或编号查找').fill('孙');
  // The phone is picked up again: who is at it is asked anew, in vain, and the door stays as it was.
  const asked = again.waitForRequest(/\/staff\/me$/);
  await again.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await asked;
  await again.getByRole('button', { name: /^孙.*签到$/ }).click();
  await again.getByText('2 个待上传').waitFor();
  // By the list of sessions too, as somebody does who only knows the console's address.
  await again.goto(`${console_.origin}/staff/`);
  await again.getByRole('link', { name: '签到' }).first().click();
  await again
    .getByRole('region', { name: '已保存名单的场次' })
    .getByRole('link', { name: /演示断网/ })
    .click();
  await again.getByText('2 个待上传').waitFor();
  await context.setOffline(false);
  await again.getByText('已全部上传').waitFor({ timeout: 30_000 });
  const rows = await console_.test.service.store.read
    .selectFrom('check_ins')
    .select('registration_id')
    .where('session_id', '=', session.id)
    .execute();
  expect(rows.map(({ registration_id }) => registration_id).sort()).toEqual(
    [her.registrationId, other.registrationId].sort(),
  );
  await context.close();
});

it('remembers who was let in and sent while a list from before them was on its way', async () => {
  const session = await makeSession(console_, { title: '演示慢名单' });
  const her = await signUpPerson(console_, session.id, 711);
  const { page, context } = await console_.as(['check-in'], { viewport: PHONE });
  await page.goto(door(session.id));
  await page.getByText('/ 1 人已到').waitFor();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let taken = (): void => undefined;
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve;
  });
  await page.route('**/door', async (route) => {
    const answer = await route.fetch();
    taken();
    await held;
    await route.fulfill({ response: answer });
  });
  await page.getByRole('button', { name: '更新名单' }).click();
  await isTaken;
  await type(page, her.code);
  await page.getByText('请进').waitFor();
  await page.getByText('已全部上传').waitFor();
  const arrived = page.waitForResponse('**/door');
  release();
  await (await arrived).finished();
  await page.waitForTimeout(300);
  await type(page, her.code);
  await page.getByText('已经用过', { exact: true }).waitFor();
  await context.close();
});

/** A browser's own reader, fed by the test: Chromium has none on Linux. */
function ownReader({ code, isBroken }: { code: string; isBroken: boolean }): void {
  const seen = { pictures: 0 };
  class BarcodeDetector {
    static getSupportedFormats(): Promise<string[]> {
      return Promise.resolve(['qr_code']);
    }
    detect(source: unknown): Promise<{ rawValue: string }[]> {
      if (isBroken) return Promise.reject(new Error('Barcode detection service unavailable.'));
      if (!(source instanceof HTMLVideoElement)) return Promise.resolve([]);
      seen.pictures += 1;
      return Promise.resolve([{ rawValue: code }]);
    }
  }
  Object.assign(window, { BarcodeDetector, ownReaderSaw: seen });
}

it('reads with the browser’s own reader where it has one, and fetches no other', async () => {
  const session = await makeSession(console_, { title: '演示自带' });
  const her = await signUpPerson(console_, session.id, 721);
  const { page, context } = await console_.as(['check-in'], { viewport: PHONE, permissions: ['camera'] });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.addInitScript(ownReader, { code: her.code, isBroken: false });
  await page.goto(door(session.id));
  await page.getByText('请进').waitFor({ timeout: 30_000 });
  expect(
    await page.evaluate(() => (window as unknown as { ownReaderSaw: { pictures: number } }).ownReaderSaw.pictures),
  ).toBeGreaterThan(0);
  expect(fetched.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  await context.close();
});

it('reads a picture of the pass with the decoder it brings along, where the browser’s own reader fails', async () => {
  const session = await makeSession(console_, { title: '演示解码' });
  const her = await signUpPerson(console_, session.id, 731);
  film(picture, her.code);
  const { page, context } = await console_.as(['check-in'], { viewport: PHONE, permissions: ['camera'] });
  const decoder = page.waitForRequest((request) => request.url().endsWith('.wasm'));
  await page.addInitScript(ownReader, { code: 'never', isBroken: true });
  await page.goto(door(session.id));
  await page.getByText('请进').waitFor({ timeout: 30_000 });
  await decoder;
  await context.close();
});
