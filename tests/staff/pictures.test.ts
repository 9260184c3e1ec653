/**
 * An editor adds a news item with two photos and takes it down again; the app that workers have shows the photos, each
 * with its words and rights, for exactly as long. In Chromium on the real service.
 */
import path from 'node:path';
import sharp from 'sharp';
import { defined } from '@yugong/domain/narrow';
import { axe, ensureBuilt, openConsole, settled, type Console } from './support/console';

const TITLE = '演示：职工书屋开放';

let console_: Console;
beforeAll(async () => {
  await ensureBuilt('h5');
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(async () => {
  await console_?.close();
});

const shots = process.env.YUGONG_SHOTS;

it('shows on the phone what an editor uploaded, words and rights beside it, until it is taken down', async () => {
  // Larger than an upload may be, so that the browser makes it smaller first.
  const large = await sharp({
    create: {
      width: 3000,
      height: 2250,
      channels: 3,
      background: '#567',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  })
    .jpeg({ quality: 92 })
    .withExifMerge({ IFD3: { GPSLatitude: '29/1 33/1 0/1' } })
    .toBuffer();
  expect(large.length).toBeGreaterThan(2_000_000);
  const small = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#a43' } })
    .png()
    .toBuffer();
  const { page } = await console_.as(['editor'], { viewport: { width: 1366, height: 768 } });
  await page.goto(`${console_.origin}/staff/content/records/news/new`);
  await page.getByLabel('标题', { exact: true }).first().fill(TITLE);
  await page.getByLabel('正文').fill('演示区总工会的职工书屋今天开放。');
  await page.getByLabel('发布单位').first().fill('演示区总工会');
  await page.getByLabel('选择图片').setInputFiles([
    { name: '书屋.jpg', mimeType: 'image/jpeg', buffer: large },
    { name: '牌子.png', mimeType: 'image/png', buffer: small },
    { name: '标志.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  ]);
  await page.getByText('标志.svg：这种格式的文件用不了，请先另存为常见的照片格式再上传').waitFor({ timeout: 30_000 });
  const [first, second] = [page.getByRole('group', { name: '图片 1' }), page.getByRole('group', { name: '图片 2' })];
  await first.getByLabel('图片说明').fill('书屋里的三排书架');
  await first.getByLabel('来源和授权').fill('演示区总工会演示人摄');
  await second.getByLabel('图片说明').fill('门口的牌子');
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '预览改动' }).click();
  await page.getByText('请填写来源和授权').waitFor();
  await second.getByLabel('来源和授权').fill('演示区总工会演示人摄');
  if (shots) await page.screenshot({ path: path.join(shots, 'form-1366.png'), fullPage: true });
  await page.getByRole('button', { name: '预览改动' }).click();
  await page.getByText('图片说明 书屋里的三排书架；来源和授权 演示区总工会演示人摄').waitFor();
  // The app's own page, with the draft and its pictures in it, which nobody else can fetch.
  const frame = page.frameLocator('iframe[title="手机上的样子"]');
  await frame.getByRole('heading', { name: TITLE }).waitFor();
  await frame.getByText('演示区总工会的职工书屋今天开放。').waitFor();
  const drawn = frame.getByRole('img', { name: '书屋里的三排书架' });
  await drawn.scrollIntoViewIfNeeded();
  // Rejects where the file can't be had.
  await drawn.evaluate((one) => (one instanceof HTMLImageElement ? one.decode() : Promise.reject(new Error('none'))));
  const [drafted] = await console_.test.service.store.read.selectFrom('pictures').select('id').execute();
  expect((await fetch(`${console_.origin}/api/v1/pictures/${drafted?.id}`)).status).toBe(404);
  if (shots) {
    await page.getByRole('region', { name: '手机上的样子' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: path.join(shots, 'preview-1366.png') });
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    await page.screenshot({ path: path.join(shots, 'form-390.png'), fullPage: true });
  }
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.waitForURL(/\/staff\/content$/);

  const { news } = console_.test.service.content.dataset();
  const { id } = defined(news.find(({ title }) => title === TITLE));
  const context = await console_.browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const phone = await context.newPage();
  const address = `${console_.origin}/features/news/pages/detail/index?id=${id}`;
  await phone.goto(address);
  const picture = phone.getByRole('img', { name: '书屋里的三排书架' });
  await picture.waitFor();
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate((one) => (one instanceof HTMLImageElement ? one.decode() : Promise.reject(new Error('none'))));
  const { width, height } = defined(await picture.boundingBox());
  expect(width / height).toBeCloseTo(4 / 3, 1);
  expect(await phone.getByText('图片：演示区总工会演示人摄').count()).toBe(2);
  if (shots) {
    await phone.getByRole('img', { name: '门口的牌子' }).scrollIntoViewIfNeeded();
    await phone.waitForTimeout(500);
    await phone.screenshot({ path: path.join(shots, 'phone-390.png'), fullPage: true });
  }

  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${console_.origin}/staff/content/records/news/${id}`);
  await page.getByRole('button', { name: '下架' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '下架' }).click();
  await page.waitForURL(/\/staff\/content$/);
  const file = defined(await picture.getAttribute('src'));
  expect((await fetch(new URL(file, console_.origin))).status).toBe(404);
  await phone.reload();
  await phone.getByText('没有找到这条动态').waitFor();
  await context.close();
}, 120_000);
