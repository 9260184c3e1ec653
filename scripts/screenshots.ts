/**
 * `npm run screenshots`: the README's pictures, each taken where a person gets by using the running app. With `-- --all`
 * every page and every component instead, in each theme and on each size of phone, into tests/.out/screens; with
 * `-- --console` the handbook's alone (docs/staff.zh.md).
 */
import path from 'node:path';
import { dayAt, timeAt } from '@yugong/domain/calendar';
import type { Browser, Page } from 'playwright-core';
import { h5Reader, type H5Reader } from '../tests/journeys/drivers/h5';
import { interview } from '../tests/journeys/legal-aid.journey';
import { fillInScreening } from '../tests/journeys/sign-up';
import { changedNotice } from '../tests/service/staff/support';
import { ensureBuilt, openConsole, settled, type Console } from '../tests/staff/support/console';
import { makeSession, signUpPerson } from '../tests/staff/support/made';
import { launchChromium } from './lib/chromium';
import { everyScreen } from './lib/every-screen';
import { root } from './lib/stale';

const folder = path.join(root, 'docs/screenshots');
const PHONE = { width: 390, height: 844 };
/** 解放碑, GCJ-02 as a phone in Chongqing says it. */
const IN_TOWN = { lng: 106.5733, lat: 29.5597 };

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`), scale: 'css' });
  console.log(`  docs/screenshots/${name}.png`);
}

/** What a worker sees, in the order of a first visit. */
async function phonePictures(reader: H5Reader): Promise<void> {
  const { open, tap, see, type, page } = reader;
  const taken = async (name: string): Promise<void> => {
    await page().setViewportSize(PHONE);
    await take(page(), name);
  };
  await open('/pages/home/index');
  // tsx names functions by this helper, and the driver hands functions to the page.
  await page().context().addInitScript('globalThis.__name = (value) => value');
  await taken('home');
  await open('/features/stations/pages/list/index');
  await tap('使用我的位置');
  await see('步行');
  await taken('stations');
  await open('/features/registration/pages/sign-up/index?session=demo-screening-1');
  await fillInScreening(reader);
  await taken('sign-up');
  await tap('提交报名');
  await see('报名成功');
  await taken('ticket');
  await interview(reader);
  await tap('算一算');
  await tap('2026年1月');
  await type('2026年1月该发多少（元）', '5200');
  await type('2026年1月发了多少（元）', '1200.5');
  await tap('去写申请书');
  await tap('继续：双方');
  await type('姓名', '演示人');
  await tap('直接看申请书');
  await see('申请人：演示人');
  await page()
    .getByText('申请人：演示人')
    .evaluate((paper) => paper.scrollIntoView({ block: 'center' }));
  await taken('application');
}

/** The handbook's pages: a session's roster, with somebody to be called, and what else a clerk sees every day. */
async function consolePictures(opened: Console): Promise<void> {
  const session = await makeSession(opened);
  for (const serial of [1, 2, 3, 4]) await signUpPerson(opened, session.id, serial);
  const { registrationId } = await signUpPerson(opened, session.id, 5);
  await changedNotice(opened.test, registrationId, session.id);
  const { page } = await opened.as(['administrator'], { viewport: { width: 1280, height: 800 } });
  const pages = [
    ['console', `/sessions/${session.id}`],
    ['console-today', '/'],
    ['console-door', '/door'],
    ['console-sessions', '/sessions'],
    ['console-figures', '/figures?against=none'],
    ['console-audit', '/audit'],
  ] as const;
  for (const [name, address] of pages) {
    await page.goto(`${opened.origin}/staff${address}`);
    await settled(page);
    await take(page, name);
  }
}

async function handbookPictures(): Promise<void> {
  const opened = await openConsole('sqlite');
  await consolePictures(opened);
  await opened.close();
}

async function readmePictures(): Promise<void> {
  const opened = await openConsole('sqlite');
  const now = Date.now();
  const reader = await h5Reader(opened.browser, opened.origin, {
    today: dayAt(now),
    time: timeAt(now),
    location: IN_TOWN,
  });
  await phonePictures(reader);
  await reader.close();
  await consolePictures(opened);
  await opened.close();
}

async function main(): Promise<void> {
  if (process.argv.includes('--console')) return handbookPictures();
  await ensureBuilt('h5');
  if (!process.argv.includes('--all')) return readmePictures();
  const browser: Browser = await launchChromium();
  await everyScreen(browser);
  await browser.close();
}

void main();
