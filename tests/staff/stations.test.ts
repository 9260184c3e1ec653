/**
 * What workers tell of stations, and the list of stations: confirmed, fixed, answered, verified, imported with the
 * command line's own words, exported. In Chromium on the real service, on both engines.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { runNode, script } from '../../scripts/lib/run';
import type { ReportKind } from '@yugong/domain/report';
import { dayAt, addDays } from '@yugong/domain/calendar';
import { axe, openConsole, settled, type Console } from './support/console';
import { readSheet } from './support/sheet';

const SHEET = [
  '名称,类型,区县,地址,营业时间',
  '演示驿站一,工会驿站,渝中区,演示路1号,周一至周五 9:00-12:00',
  '演示驿站二,工会驿站,成都,演示路2号,24小时',
  ',工会驿站,渝中区,演示路3号,天天开',
].join('\n');
// The reader that the console has for a door's camera.
prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer,
  },
});
const folder = mkdtempSync(path.join(tmpdir(), 'yugong-stations-'));
const file = path.join(folder, '演示驿站.csv');
writeFileSync(file, SHEET);
afterAll(() => rmSync(folder, { recursive: true }));

interface Remark {
  row: number;
  column: string | null;
  letter: string | null;
  message: string;
  expected?: string;
}

/** What the command line says of the same file. */
async function commandLine(): Promise<{ faults: Remark[]; notes: Remark[] }> {
  const { code, output } = await runNode(script('scripts/content.ts', 'stations', file, '--json'));
  expect(code).toBe(1);
  return JSON.parse(output.slice(output.indexOf('{')));
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  let page: Page;
  beforeAll(async () => {
    console_ = await openConsole(engine);
    ({ page } = await console_.as(['clerk']));
  }, 300_000);
  afterAll(() => console_?.close());

  const places = () => console_.test.service.content.dataset().stations.filter(({ adcode }) => adcode !== undefined);
  const tell = async (station: string, kind: ReportKind, note: string): Promise<string> => {
    const token = await console_.test.login();
    const sent = await console_.test.ask(`POST /api/v1/stations/${station}/reports`, {
      token,
      body: { kind, ...(note ? { note } : {}) },
    });
    expect(sent.statusCode).toBe(201);
    return token;
  };

  it('groups reports by place, moves each on, and its sender reads the answer', async () => {
    const [one, other] = places();
    if (!one || !other) throw new Error('too few stations');
    const sender = await tell(one.id, 'no-water', '饮水机是空的');
    await tell(one.id, 'locked', '中午锁着');
    await tell(other.id, 'moved', '搬到对面了');
    await page.goto(`${console_.origin}/staff/stations`);
    await page.getByText('3 条待核实。').waitFor();
    const place = page.getByRole('region', { name: one.title });
    expect(await place.getByRole('listitem').count()).toBe(2);
    expect(await page.getByRole('region', { name: other.title }).getByRole('listitem').count()).toBe(1);

    // By keyboard: in, out again with nothing changed, and back to where one was.
    const handle = place.getByRole('button', { name: '处理“没有水”' });
    await handle.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('饮水机是空的').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await handle.evaluate((button) => button === document.activeElement)).toBe(true);

    await handle.click();
    await dialog.getByLabel('已核实，与实际不符').check();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('与实际不符时，请说明原因').waitFor();
    await dialog.getByLabel('情况属实，处理中').check();
    await dialog.getByRole('button', { name: '保存' }).click();
    await place.getByText('已核实，处理中').waitFor();
    await handle.click();
    await dialog.getByLabel('已处理好').check();
    await dialog.getByLabel(/^给反馈人的答复/).fill('换了新的饮水机');
    await dialog.getByRole('button', { name: '保存' }).click();
    await place.getByText('饮水机是空的').waitFor({ state: 'detached' });
    expect(await place.getByRole('listitem').count()).toBe(1);
    await page.getByText('2 条待核实。').waitFor();
    await page.getByLabel('状态').selectOption('all');
    await place.getByText('答复：换了新的饮水机').waitFor();
    const mine = await console_.test.ask('GET /api/v1/me/reports', { token: sender });
    expect(mine.json()).toMatchObject({ reports: [{ state: 'fixed', reply: '换了新的饮水机' }] });
  });

  it('notes who verified a place on which day, and phones show it', async () => {
    const [, , station] = places();
    if (!station) throw new Error('too few stations');
    await tell(station.id, 'open', '');
    await page.goto(`${console_.origin}/staff/stations`);
    const place = page.getByRole('region', { name: station.title });
    await place.getByRole('button', { name: '记一次核实' }).click();
    const dialog = page.getByRole('dialog');
    expect(await axe(page)).toEqual([]);
    const today = dayAt(Date.now());
    await dialog.getByLabel('核实日期').fill(addDays(today, 1));
    await dialog.getByLabel('核实单位').fill('演示区总工会');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByText('日期不能晚于今天').waitFor();
    await dialog.getByLabel('核实日期').fill(today);
    await dialog.getByRole('button', { name: '登记' }).click();
    await place.getByText(`${today} 已核实`).waitFor();
    const seen = await console_.test.ask(`GET /api/v1/stations/${station.id}`);
    expect(seen.json()).toMatchObject({ station: { verifiedAt: today, verifiedBy: '演示区总工会' } });
  });

  it('reads a sheet as the command line does, word for word, and takes the good rows when told to', async () => {
    const said = await commandLine();
    expect(said.faults.length).toBeGreaterThan(1);
    await page.goto(`${console_.origin}/staff/stations/import`);
    await page.locator('input[type=file]').setInputFiles(file);
    const faults = page.getByRole('table', { name: '需要先修改的地方' });
    await faults.waitFor({ timeout: 30_000 });
    const shown = await faults.getByRole('row').allInnerTexts();
    const words = (one: Remark): string[] => [`第 ${one.row} 行`, one.message, one.expected ?? ''];
    for (const [at, fault] of said.faults.entries())
      for (const word of words(fault)) expect(shown[at + 1]).toContain(word);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '跳过有问题的，写入其余 1 个' }).click();
    await page.getByText('已写入。').waitFor({ timeout: 30_000 });
    await page.reload();
    await page.getByText('已写入。').waitFor();
    const feed = await console_.test.ask('GET /api/v1/content/stations');
    expect(feed.body).toContain('演示驿站一');
    expect(feed.body).not.toContain('演示驿站二');
  });

  it('takes back the import that one made oneself', async () => {
    await page.goto(`${console_.origin}/staff/stations/list`);
    await page.getByRole('button', { name: '撤回“导入 演示驿站.csv”' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('演示驿站一').first().waitFor();
    await dialog.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回').first().waitFor();
    const feed = await console_.test.ask('GET /api/v1/content/stations');
    expect(feed.body).not.toContain('演示驿站一');
  });

  it('adds a station by a form that says back the hours, and changes it field by field', async () => {
    await page.goto(`${console_.origin}/staff/stations/list`);
    await page.getByRole('link', { name: '新增驿站' }).click();
    // The list has fields of the same names.
    await page.getByRole('heading', { name: '新增驿站' }).waitFor();
    await page.getByLabel('名称').fill('表单里的演示驿站');
    await page.getByLabel('区县').selectOption({ label: '渝中区' });
    await page.getByLabel('地址').fill('演示路 7 号');
    await page.getByLabel('位置（选填）').fill('29.56');
    await page.getByLabel('开放时间').fill('周一到周五早上9点到下午6点，节假日休息');
    await page.getByText(/^读作：周一至周五 9:00–18:00/).waitFor();
    await page.getByLabel('能，不用买东西，不看证件').check();
    await page.getByLabel('停电动车').check();
    await page.getByRole('button', { name: '预览改动' }).click();
    await page.getByText('没看懂，请写成 106.5516, 29.5630').waitFor();
    await page.getByLabel('位置（选填）').fill('106.5516, 29.5630');
    await page.getByText('没看懂，请写成 106.5516, 29.5630').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '预览改动' }).click();
    const changes = page.getByRole('table', { name: '新增驿站的改动' });
    await changes.getByText('周一至周五 9:00–18:00').waitFor();
    expect(await changes.innerText()).not.toMatch(/备注/);
    expect(await changes.innerText()).toMatch(/谁都能进[^]*停电动车/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('已发布，手机上很快会更新').waitFor();

    await page.getByLabel('名称或地址').fill('表单里的');
    await page.getByLabel('名称或地址').press('Enter');
    await page.getByRole('link', { name: '表单里的演示驿站' }).click();
    await page.getByRole('heading', { name: '表单里的演示驿站' }).waitFor();
    await page.getByLabel('楼层（选填）').fill('2 楼');
    await page.getByRole('button', { name: '预览改动' }).click();
    const edited = page.getByRole('table', { name: '表单里的演示驿站的改动' });
    await edited.getByText('2 楼').waitFor();
    expect(await edited.getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('link', { name: '表单里的演示驿站' }).click();
    await page.getByRole('link', { name: '历史版本' }).click();
    await page.getByRole('button', { name: '恢复这一版' }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('已恢复，手机上很快会更新').waitFor();
    const station = console_.test.service.content.dataset().stations.find(({ title }) => title === '表单里的演示驿站');
    expect(station).toMatchObject({ openingHours: 'Mo-Fr 09:00-18:00; PH off', facilities: ['bicycle_parking'] });
    expect(station).not.toHaveProperty('floor');
  });

  it('makes an A6 door sign as a picture and a PDF, whose code opens the station’s page', async () => {
    const [station] = places();
    if (!station) throw new Error('too few stations');
    await page.goto(`${console_.origin}/staff/stations/list/${station.id}`);
    await page.getByRole('link', { name: '打印门牌' }).click();
    await page.getByRole('img', { name: `门牌：这里可以歇脚，${station.title}` }).waitFor();
    await page.getByText('印的是网页的二维码').waitFor();
    expect(await axe(page)).toEqual([]);
    const saved = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      const at = path.join(folder, download.suggestedFilename());
      await download.saveAs(at);
      return readFileSync(at);
    };
    const png = await saved('下载图片');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1240, 1748]);
    const [code] = await readBarcodes(png, { formats: ['QRCode'] });
    expect(code?.text).toBe(`${console_.origin}/features/stations/pages/detail/index?id=${station.id}`);
    const pdf = (await saved('下载 PDF')).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.4\n/);
    // A6 is 105 by 148 mm.
    expect(pdf).toContain('/MediaBox [0 0 297.64 419.53]');
    const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(table, table + 4)).toBe('xref');
    for (const [at, [, offset]] of [...pdf.slice(table).matchAll(/(\d{10}) 00000 n/g)].entries())
      expect(pdf.slice(Number(offset)).startsWith(`${at + 1} 0 obj`)).toBe(true);
  });

  it('exports the list so that it goes in again', async () => {
    await page.goto(`${console_.origin}/staff/stations`);
    await page.getByRole('button', { name: '导出全部' }).click();
    const button = page.getByRole('button', { name: /^下载/ });
    await button.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const saved = path.join(folder, `${engine}.xlsx`);
    await download.saveAs(saved);
    expect((await readSheet(saved)).flat()).toContain('表单里的演示驿站');
    await page.goto(`${console_.origin}/staff/stations/import`);
    await settled(page);
    await page.locator('input[type=file]').setInputFiles(saved);
    await page.getByText(/^新增 0，有改动 0，/).waitFor({ timeout: 30_000 });
  });
});
