/** What was looked up of stations, decided in the console: by the job, all at once, by keyboard, and moved. In Chromium on the real service. */
import { defined } from '@yugong/domain/narrow';
import type { Page } from 'playwright-core';
import { openGeocoding } from '../../server/src/geocoding';
import { startGeocoder, GEOCODER_KEYS, standInRoads, type GeocoderStandIn } from '../service/support/geocoder-stand-in';
import { axe, openConsole, PHONE, settled, type Console } from './support/console';

let city: GeocoderStandIn;
let console_: Console;
let page: Page;
const ids: string[] = [];
const addressAt = (at: number): string => `${defined(standInRoads[at])}${20 + at}号`;

beforeAll(async () => {
  console_ = await openConsole('sqlite');
  const { service } = console_.test;
  city = await startGeocoder(service.content.dataset());
  const { page: opened, who } = await console_.as(['clerk'], {
    scope: { organisation: 'main', districts: ['500103'] },
  });
  page = opened;
  for (let at = 0; at < 5; at++) {
    const form = {
      title: `示例第${at}工会驿站`,
      aliases: [],
      kind: 'union_station',
      adcode: '500103',
      street: null,
      address: addressAt(at),
      floor: null,
      position: null,
      hours: null,
      hoursChecked: false,
      hoursNote: null,
      entry: [],
      access: null,
      anyoneMayEnter: 'unknown',
      facilities: [],
      phone: null,
      note: null,
    };
    const body = { id: null, form, seen: null, preview: false };
    const answer = await console_.test.ask('PUT /api/v1/staff/stations', { token: who.token, body });
    ids.push(answer.json<{ id: string }>().id);
  }
  city.faults.set(`重庆市渝中区${addressAt(3)}`, 'road');
  city.faults.set(`重庆市渝中区${addressAt(4)}`, 'district-centre');
}, 300_000);
afterAll(async () => {
  await console_?.close();
  await city?.stop();
});

const served = (at: number) =>
  console_.test.service.content.dataset().stations.find(({ id }) => id === ids[at])?.location ?? null;
const item = (at: number) => page.getByRole('listitem', { name: `示例第${at}工会驿站` });

it('says without a key that nobody can be asked, and offers no button', async () => {
  await page.goto(`${console_.origin}/staff/stations/list`);
  await page.getByRole('link', { name: '待定信息' }).click();
  await page.getByText('没有配置地图服务的密钥').waitFor();
  expect(await page.getByRole('button', { name: '按地址查位置' }).count()).toBe(0);
});

it('looks positions up, and shows each beside its address with what speaks against it', async () => {
  const tencent = { key: GEOCODER_KEYS.tencent, url: city.url };
  console_.test.service.geocoding = openGeocoding({ tencent, tianditu: null, perDay: 500, perSecond: 1000 });
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: '按地址查位置' }).click();
  await page.getByText('3 个没有疑问').waitFor({ timeout: 60_000 });
  await page.getByText('4 条待定，其中 3 条没有疑问。').waitFor();
  const first = item(0);
  await first
    .getByText(`重庆市渝中区${addressAt(0)}`, { exact: false })
    .first()
    .waitFor();
  const link = await first.getByRole('link', { name: '在高德地图上看' }).getAttribute('href');
  expect(link).toMatch(/^https:\/\/uri\.amap\.com\/marker\?position=106\.\d+,29\.\d+&/);
  await first.getByText('没有疑问').waitFor();
  await item(3).getByText('没有精确到门牌或地点').waitFor();
  expect(await item(4).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
});

it('rejects by keyboard and goes on to the next', async () => {
  const names = await page
    .getByRole('listitem')
    .filter({ has: page.getByText('没有疑问') })
    .all();
  const [first] = names;
  const name = defined(await defined(first).getAttribute('aria-label'));
  await defined(first).focus();
  await page.keyboard.press('x');
  await page.getByText('3 条待定，其中 2 条没有疑问。').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'LI');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe(name);
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('LI');
});

it('accepts together what nothing speaks against', async () => {
  await page.getByRole('button', { name: '采用本页没有疑问的 2 条' }).click();
  await page.getByText('1 条待定，其中 0 条没有疑问。').waitFor();
  expect([0, 1, 2].filter((at) => served(at) !== null)).toHaveLength(2);
  expect(served(3)).toBeNull();
});

it('moves one to where it is, and takes it there', async () => {
  await item(3).getByRole('button', { name: '移动“示例第3工会驿站”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('位置').fill('不知道');
  await dialog.getByRole('button', { name: '采用这个位置' }).click();
  await dialog.getByText('没看懂').waitFor();
  await dialog.getByLabel('位置').fill('29.5630, 106.5516');
  await dialog.getByRole('button', { name: '采用这个位置' }).click();
  await page.getByText('没有待定的信息').waitFor();
  expect(served(3)).toEqual({ lng: 106.5516, lat: 29.563 });
});

it('keeps what was decided and what a rule refused, on a telephone too', async () => {
  await page.setViewportSize(PHONE);
  await page.goto(`${console_.origin}/staff/stations/candidates?show=decided`);
  await settled(page);
  expect(await page.getByRole('listitem').filter({ hasText: '已采用' }).count()).toBe(3);
  await page.goto(`${console_.origin}/staff/stations/candidates?show=refused`);
  await item(4).getByText('只是区县或城市的中心点').waitFor();
  await item(4).getByText('系统自动排除').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await axe(page)).toEqual([]);
});
