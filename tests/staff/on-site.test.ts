/**
 * The volunteers' page in Chromium on the real service: a round of a hundred stations counted tap by tap, a phone that is
 * offline on the way, and a picture made small.
 */
import type { BrowserContext, Page } from 'playwright-core';
import gcoord from 'gcoord';
import type { RecordOf } from '@yugong/content/schema';
import { dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { MAX_PHOTO_BYTES } from '@yugong/domain/on-site';
import { publishChanges } from '../service/support/publishing';
import { member } from '../service/staff/support';
import { axe, openConsole, type Console } from './support/console';

type StationRecord = RecordOf<'stations'>;

const COUNT = 100;
const SMALL_PHONE = { width: 375, height: 667 };
/** 解放碑, in GCJ-02. */
const START = { lng: 106.5775, lat: 29.5585 };
/** One after the other along a street, 80 m or so apart, listed in another order than the way goes. */
const placeOf = (n: number) => ({
  lng: Math.round((START.lng + (n % 10) * 0.0008) * 1e6) / 1e6,
  lat: Math.round((START.lat + Math.floor(n / 10) * 0.0008) * 1e6) / 1e6,
});

let console_: Console;
let stations: StationRecord[];
beforeAll(async () => {
  console_ = await openConsole('sqlite');
  const { service } = console_.test;
  const model = defined(service.content.dataset().stations.find(({ demo }) => demo !== true));
  stations = Array.from({ length: COUNT }, (_, n) => ({
    ...model,
    adcode: '500103',
    id: `station-round-${String(n).padStart(3, '0')}`,
    title: `示例驿站 ${n + 1} 号`,
    aliases: [],
    precision: 'place' as const,
    address: `示例路 ${n + 1} 号`,
    location: placeOf(n),
    openingHours: 'Mo-Fr 09:00-18:00',
    facilities: ['drinking_water', 'seating'],
    anyoneMayEnter: 'yes' as const,
  }));
  const change = { collection: 'stations' as const, put: stations, remove: [], by: 'test' };
  expect(await publishChanges(service, change)).toMatchObject({ done: true });
}, 300_000);
afterAll(() => console_?.close());

/** A list of these stations for today, and the address of its link. */
async function makeLink(ids: readonly string[]): Promise<{ id: string; url: string }> {
  const { test, origin } = console_;
  const { token } = await member(test, ['clerk']);
  const body = { title: '示例区 11 月核对', day: dayAt(Date.now()), stations: ids };
  const LISTS = '/api/v1/staff/on-site-lists';
  const { id } = (await test.ask(`POST ${LISTS}`, { token, body })).json<{ id: string }>();
  const { path } = (await test.ask(`GET ${LISTS}/${id}/link`, { token })).json<{ path: string }>();
  return { id, url: origin + path };
}

/** The phone stands so many metres east of a place of the map, as satellites see it. */
async function stand(context: BrowserContext, { lng, lat }: { lng: number; lat: number }, accuracy = 12) {
  const [longitude, latitude] = gcoord.transform<[number, number]>([lng, lat], gcoord.GCJ02, gcoord.WGS84);
  await context.setGeolocation({ longitude, latitude, accuracy });
}

async function openPhone({ viewport = SMALL_PHONE, isOffline = false } = {}): Promise<BrowserContext> {
  return console_.browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['geolocation'],
    serviceWorkers: isOffline ? 'allow' : 'block',
  });
}

const checks = (list: string) =>
  console_.test.service.store.read
    .selectFrom('on_site_checks')
    .selectAll()
    .where('list_id', '=', list)
    .orderBy('at')
    .execute();

/** Checks of a list once so many have come: the page counts those that wait, and none for an instant before the first. */
async function checksOnceSent(list: string, count: number) {
  for (let tries = 0; tries < 600; tries += 1) {
    const rows = await checks(list);
    if (rows.length >= count) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${count} checks of ${list} never came`);
}

const candidates = () =>
  console_.test.service.store.read
    .selectFrom('station_candidates')
    .selectAll()
    .where('station_id', 'like', 'station-round-%')
    .execute();

/**
 * How long a person takes, by the keystroke-level model (Card, Moran & Newell 1980): 1.1 s to point at something and tap it,
 * 1.35 s to decide, here once before each tap; a character that is typed on a phone counts a whole second.
 */
const SECONDS = { tap: 1.1 + 1.35, character: 1 };

class Hand {
  taps = 0;
  characters = 0;
  constructor(private readonly page: Page) {}

  async tap(name: string | RegExp): Promise<void> {
    this.taps += 1;
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  async type(label: string, text: string): Promise<void> {
    this.taps += 1;
    this.characters += text.length;
    await this.page.getByLabel(label).fill(text);
  }
}

it('walks a hundred stations, the nearest first, in less than 15 seconds each, two taps where all is as published', async () => {
  const { id, url } = await makeLink(stations.map((one) => one.id).reverse());
  const context = await openPhone();
  const page = await context.newPage();
  await stand(context, START);
  const began = Date.now();
  await page.goto(url);
  const hand = new Hand(page);
  await hand.tap('开始核对');
  const perStation: { taps: number; characters: number }[] = [];
  const visited: string[] = [];
  for (let n = 0; n < COUNT; n += 1) {
    const title = page.getByRole('heading', { level: 1 });
    // The card of the next station is there once the progress says that the last one is recorded.
    await page.getByText(`已核对 ${n}/${COUNT}`).waitFor();
    await page.getByRole('button', { name: '开着', exact: true }).waitFor();
    visited.push(defined(await title.textContent()));
    const before = { taps: hand.taps, characters: hand.characters };
    if (n % 20 === 7) {
      await hand.tap('找不到');
      await hand.tap('记下，下一个');
    } else if (n % 10 === 3) {
      await hand.tap('开着');
      await hand.tap('门上不一样');
      await hand.type('照门上写的填', '每天8-22');
      await page.getByText('读作：每天 8:00–22:00').waitFor();
      await hand.tap('记下，下一个');
    } else if (n % 10 === 6) {
      await hand.tap('开着');
      await hand.tap('微波炉');
      await hand.tap('要消费或看证件');
      await hand.tap('记下，下一个');
    } else {
      await hand.tap('开着');
      await hand.tap('其余和资料一样，下一个');
    }
    perStation.push({ taps: hand.taps - before.taps, characters: hand.characters - before.characters });
  }
  await page.getByText('这份名单核对完了').waitFor();
  const machine = (Date.now() - began) / 1000;
  // The phone stood still, so that the order is that of the distances from where it began.
  expect([visited[0], new Set(visited).size]).toEqual(['示例驿站 1 号', COUNT]);
  expect((await checksOnceSent(id, COUNT)).length).toBe(COUNT);
  await page.getByText(/待上传/).waitFor({ state: 'detached', timeout: 20_000 });
  const secondsOf = (one: { taps: number; characters: number }) =>
    one.taps * SECONDS.tap + one.characters * SECONDS.character;
  const seconds = perStation.map(secondsOf);
  const total = seconds.reduce((sum, one) => sum + one, 0) + machine;
  const asPublished = perStation.filter((_, n) => n % 20 !== 7 && n % 10 !== 3 && n % 10 !== 6);
  console.log(
    `${COUNT} 个驿站：${hand.taps} 次点按，${hand.characters} 个字符，按每次点按 ${SECONDS.tap} 秒、每个字符 ${SECONDS.character} 秒共 ${(total / 60).toFixed(1)} 分钟，最慢的一个 ${Math.max(...seconds).toFixed(1)} 秒（机器用了 ${machine.toFixed(1)} 秒）`,
  );
  expect(asPublished.map(({ taps }) => taps)).toEqual(asPublished.map(() => 2));
  expect(total).toBeLessThanOrEqual(25 * 60);
  expect(total / COUNT).toBeLessThanOrEqual(15);
  const found = await candidates();
  const count = (field: string) => found.filter((one) => one.field === field).length;
  expect(['openNow', 'position', 'hours', 'facilities', 'anyoneMayEnter'].map(count)).toEqual([100, 95, 10, 10, 10]);
  await context.close();
});

it('records without a network, also after the tab was closed, and sends each check and its picture once', async () => {
  const ids = stations.slice(0, 3).map((one) => one.id);
  const { id, url } = await makeLink(ids);
  const context = await openPhone({ isOffline: true });
  await stand(context, START);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: '开始核对' }).waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await context.setOffline(true);
  await page.close();

  const again = await context.newPage();
  await again.goto(url);
  await again.getByRole('button', { name: '开始核对' }).click();
  await again.getByRole('button', { name: '开着', exact: true }).click();
  // A picture of 12 megapixels, as a phone's camera takes it.
  const large = await again.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 3000];
    const context = canvas.getContext('2d');
    for (let n = 0; context && n < 4000; n += 1) {
      context.fillStyle = `hsl(${(n * 37) % 360} 80% 50%)`;
      context.fillRect((n * 613) % 4000, (n * 211) % 3000, 160, 120);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  const file = { name: 'door.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(large, 'base64') };
  expect(file.buffer.length).toBeGreaterThan(MAX_PHOTO_BYTES);
  await again.getByLabel('拍门口或门上的时间').setInputFiles(file);
  await again.getByAltText('刚拍的照片').waitFor();
  await again.getByRole('button', { name: '记下，下一个' }).click();
  await again.getByText('1 条待上传，联网后自动上传').waitFor();
  await again.getByRole('button', { name: '关着', exact: true }).click();
  await again.getByRole('button', { name: '其余和资料一样，下一个' }).click();
  await again.getByText('2 条待上传').waitFor();
  await again.close();

  const third = await context.newPage();
  await third.goto(url);
  await third.getByText('已核对 2 个').waitFor();
  // What was sent but not answered is sent again, and counts once.
  let isLost = false;
  await context.route('**/on-site/checks', async (route) => {
    if (isLost) return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
  await context.setOffline(false);
  await third.getByText(/待上传/).waitFor({ state: 'detached', timeout: 30_000 });
  expect(isLost).toBe(true);
  expect((await checks(id)).map(({ found }) => found)).toEqual(['open', 'closed']);
  const [photo, ...more] = await console_.test.service.store.read
    .selectFrom('on_site_photos')
    .innerJoin('on_site_checks', 'on_site_checks.id', 'on_site_photos.check_id')
    .select('jpeg')
    .where('list_id', '=', id)
    .execute();
  expect(more).toEqual([]);
  const bytes = Buffer.from(defined(photo).jpeg, 'base64');
  expect([bytes.length <= MAX_PHOTO_BYTES, bytes.includes('Exif')]).toEqual([true, false]);
  await context.close();
});

it('says that a position is too vague, and asks again before it lets the volunteer go on', async () => {
  const { id, url } = await makeLink([defined(stations[0]).id]);
  const context = await openPhone();
  await stand(context, START, 80);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.getByText('定位误差 80 米').waitFor();
  await page.getByRole('button', { name: '开着', exact: true }).click();
  await page.getByRole('button', { name: '其余和资料一样，下一个' }).click();
  await page.getByText('定位误差 80 米，门口的位置记不准。').waitFor();
  await stand(context, START, 20);
  await page.getByRole('alert').getByRole('button', { name: '重新定位' }).click();
  await page.getByText('定位误差 20 米').waitFor();
  await page.getByRole('button', { name: '其余和资料一样，下一个' }).click();
  expect((await checksOnceSent(id, 1)).length).toBe(1);
  const row = defined((await candidates()).find(({ field, origin }) => field === 'position' && origin.includes(id)));
  expect(JSON.parse(row.origin)).toMatchObject({ accuracy: 20 });
  await context.close();
});

it.each(['light', 'dark'] as const)('has no fault that axe finds, and cuts nothing off, %s', async (colorScheme) => {
  const { url } = await makeLink(stations.slice(0, 3).map((one) => one.id));
  for (const viewport of [SMALL_PHONE, { width: 390, height: 844 }]) {
    const context = await openPhone({ viewport });
    await stand(context, START);
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(url);
    const shot = async (name: string): Promise<void> => {
      const folder = process.env.ON_SITE_SHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${name}-${colorScheme}-${viewport.width}.png` });
      expect([name, await axe(page)]).toEqual([name, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    };
    await page.getByRole('button', { name: '开始核对' }).waitFor();
    await shot('intro');
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.getByRole('button', { name: '开着', exact: true }).waitFor();
    await shot('card');
    await page.getByRole('button', { name: '开着', exact: true }).click();
    await page.getByRole('button', { name: '门上不一样' }).click();
    await page.getByLabel('照门上写的填').fill('每天8-22');
    await shot('open');
    await page.getByRole('button', { name: '全部驿站' }).click();
    await shot('list');
    await context.close();
  }
});
