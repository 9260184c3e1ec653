/**
 * The phone and the console in one: she signs up in the app, the clerk sees her, the nurse scans her pass off her
 * phone's screen, the figures move. In Chromium on the real service, on both engines.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { isoAt } from '@yugong/domain/time';
import { dayAt } from '@yugong/domain/calendar';
import { h5Reader, type H5Reader } from '../journeys/drivers/h5';
import { residentId } from '../service/support/service';
import { cameraFlags, film, filmScreen } from './support/camera';
import { ensureBuilt, openConsole, PHONE, settled, type Console } from './support/console';
import { checkInAtSecondDoor, makeSession, signUpPerson, type MadeSession } from './support/made';

const SIGNED_UP = 8;
const CAME = 5;
const folder = mkdtempSync(path.join(tmpdir(), 'yugong-together-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The day and the minute it is in Chongqing, which is the time on her phone. */
const phoneNow = () => {
  const now = isoAt(Date.now());
  return { today: now.slice(0, 10), time: now.slice(11, 16) };
};

/** All of it as she does it: a day, one thing a page, what she agrees to, and off. */
async function signUpByHand({ open, tap, type, see }: H5Reader): Promise<void> {
  await open('/features/screening/pages/days/index');
  await tap('演示医院一楼');
  await see('第 1 步，共 5 步');
  await type('你的姓名', '演示阿姨');
  await tap('下一步');
  await type('手机号', '19900000099');
  await tap('下一步');
  await type('身份证号', residentId(99));
  await tap('下一步');
  await tap('我同意用我的姓名和手机号报名');
  await tap('我同意用我的身份证号安排两癌筛查');
  await tap('下一步');
  await tap('提交报名');
  await see('报名成功');
}

interface Asked {
  page: Page;
  origin: string;
}

async function openFigures({ page, origin }: Asked, at: number): Promise<void> {
  await page.goto(`${origin}/staff/figures?month=${dayAt(at).slice(0, 7)}&kind=screening`);
  await settled(page);
}

/** How many signed up in the month of an instant. */
async function signedUpIn(asked: Asked, at: number): Promise<string> {
  await openFigures(asked, at);
  return asked.page.getByRole('definition').first().innerText();
}

/** How many came to the sessions that end in the month of an instant, which may be another than that of the sign-ups. */
async function cameIn(asked: Asked, at: number): Promise<string> {
  await openFigures(asked, at);
  return asked.page.getByRole('table', { name: '到场' }).getByRole('row').filter({ hasText: '到场' }).innerText();
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  const picture = path.join(folder, `${engine}.y4m`);
  let console_: Console;
  let session: MadeSession;
  beforeAll(async () => {
    film(picture, 'https://example.org/');
    await ensureBuilt('h5');
    console_ = await openConsole(engine, cameraFlags(picture));
    session = await makeSession(console_, { title: '演示当天筛查' });
    const others = [];
    for (let n = 1; n <= SIGNED_UP; n += 1) others.push(await signUpPerson(console_, session.id, n));
    await checkInAtSecondDoor(
      console_,
      session.id,
      others.slice(0, CAME).map(({ code }) => code),
    );
  }, 300_000);
  afterAll(() => console_?.close());

  it('takes her from the app to the door, and into the figures', async () => {
    const { browser, origin } = console_;
    const clerk = await console_.as(['administrator']);
    const asked = { page: clerk.page, origin };
    const now = Date.now();
    expect(await signedUpIn(asked, now)).toContain(String(SIGNED_UP));
    expect(await cameIn(asked, session.endsAt)).toContain(String(CAME));
    await clerk.page.goto(`${origin}/staff/sessions/${session.id}`);
    await settled(clerk.page);
    expect(await clerk.page.getByText('199****0099').count()).toBe(0);

    const phone = await h5Reader(browser, origin, phoneNow());
    await signUpByHand(phone);
    await clerk.page.reload();
    await clerk.page.getByText('199****0099').waitFor();

    const pass = phone.page().getByRole('img', { name: '签到二维码' });
    await pass.waitFor();
    await filmScreen(picture, clerk.page, await pass.screenshot());
    const nurse = await console_.as(['check-in'], { viewport: PHONE, permissions: ['camera'] });
    await nurse.page.goto(`${origin}/staff/door/${session.id}`);
    await nurse.page.getByText('请进').waitFor({ timeout: 30_000 });
    await nurse.page.getByText('已全部上传').waitFor();

    await clerk.page.reload();
    const row = clerk.page.getByRole('row').filter({ hasText: '199****0099' });
    await row.getByText('已签到', { exact: true }).waitFor();
    expect(await signedUpIn(asked, now)).toContain(String(SIGNED_UP + 1));
    expect(await cameIn(asked, session.endsAt)).toContain(String(CAME + 1));
    expect(phone.errors).toEqual([]);
    await Promise.all([phone.close(), clerk.context.close(), nurse.context.close()]);
  }, 240_000);
});
