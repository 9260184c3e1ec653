/** `content stations` as a clerk runs it: on files, with what it prints, its exit code, and what is in the dataset after. */
import { copyFileSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import writeExcelFile from 'write-excel-file/node';
import { loadChecked } from '../../scripts/content/check';
import { collectionsFolder } from '../../scripts/content/files';
import { runList } from '../../scripts/content/list';
import { stringify } from '@yugong/content/lists/csv';
import { headings, type StationReport } from '@yugong/content/station-list';
import { textContaining, textMatching } from '../support/matchers';
import { recordsIn } from './support';

const now = Date.parse('2026-11-23T12:00:00+08:00');
let scratch: string;
let folder: string;

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'yugong-stations-'));
  folder = path.join(scratch, 'collections');
  mkdirSync(folder);
  for (const name of readdirSync(collectionsFolder))
    copyFileSync(path.join(collectionsFolder, name), path.join(folder, name));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const spies = [
    jest.spyOn(console, 'log').mockImplementation((line: string) => void (said.out += `${line}\n`)),
    jest.spyOn(console, 'error').mockImplementation((line: string) => void (said.err += `${line}\n`)),
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => Boolean((said.err += String(line)))),
  ];
  try {
    return { code: await runList('stations', args, folder, now), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const report = async (...args: string[]): Promise<StationReport & { code: number }> => {
  const { code, out } = await run(...args, '--json');
  return { ...(JSON.parse(out) as StationReport), code };
};
const save = (name: string, content: string | Buffer): string => {
  const file = path.join(scratch, name);
  writeFileSync(file, content);
  return file;
};
const stations = () => recordsIn(folder, 'stations');
const HEAD = [
  '名称',
  '类型',
  '区县',
  '地址',
  '开放时间',
  '进门方式',
  '设施',
  '电话',
  '经度',
  '纬度',
  '坐标系',
  '核实单位',
  '核实日期',
];
const GOOD = [
  '虚构路工会驿站',
  '工会驿站',
  '渝中区',
  '虚构路 1 号',
  '周一至周五 9:00-12:00,14:00-18:00',
  '扫码',
  '饮水、微波炉',
  '023-00000000',
  '106.5516',
  '29.563',
  'WGS84',
  '虚构区总工会',
  '2026-11-01',
];
const list = (...rows: string[][]): string => stringify([HEAD, ...rows]);
const but = (changes: Record<string, string>): string[] => GOOD.map((cell, at) => changes[HEAD[at] ?? ''] ?? cell);

describe('a good list', () => {
  it('is shown and not written without --write', async () => {
    const before = stations();
    const { code, out, err } = await run(save('list.csv', list(GOOD)));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('新 1');
    expect(out).toContain('坐标（GCJ-02）：106.555318, 29.560151');
    expect(out).toContain('加上 --write 再运行一次，就会：新增 1。');
    expect(stations()).toEqual(before);
  });

  it('is written as a record that the dataset takes', async () => {
    const { code } = await run(save('list.csv', list(GOOD)), '--write');
    expect(code).toBe(0);
    expect(loadChecked(folder).faults).toEqual([]);
    expect(stations().find(({ title }) => title === '虚构路工会驿站')).toEqual({
      id: 'station-yuzhong-xu-gou-lu-gong-hui-yi',
      title: '虚构路工会驿站',
      source: { title: '驿站名单（list.csv）', publisher: '虚构区总工会', published: '2026-11-01', kind: 'official' },
      aliases: [],
      kind: 'union_station',
      precision: 'place',
      adcode: '500103',
      street: null,
      address: '虚构路 1 号',
      location: { lng: 106.555318, lat: 29.560151 },
      openingHours: 'Mo-Fr 09:00-12:00,14:00-18:00',
      hoursNote: null,
      entry: ['scan'],
      access: null,
      facilities: ['drinking_water', 'microwave'],
      phone: '023-00000000',
      note: null,
      verifiedAt: '2026-11-01',
      verifiedBy: '虚构区总工会',
      asOf: '2026-11-01',
      confidence: 'high',
    });
  });

  it('changes nothing when it is read again, and only what differs when it was mended', async () => {
    await run(save('list.csv', list(GOOD)), '--write');
    const again = await report(save('list.csv', list(GOOD)), '--write');
    expect([again.written, again.counts]).toEqual([false, { new: 0, changed: 0, same: 1, bad: 0 }]);
    const mended = await report(save('list.csv', list(but({ 开放时间: '24小时', 电话: '' }))), '--write');
    expect(mended.stations[0]?.changes).toEqual([
      { field: 'openingHours', before: 'Mo-Fr 09:00-12:00,14:00-18:00', after: '24/7' },
    ]);
    // An empty cell takes nothing away.
    expect(stations().find(({ id }) => id === mended.stations[0]?.id)).toMatchObject({
      phone: '023-00000000',
      openingHours: '24/7',
    });
  });

  it('finds the record it is about by name and keeps where that came from', async () => {
    const rows = await report(
      save('list.csv', list(but({ 名称: '站西路劳动者港湾', 类型: '渝工港湾', 区县: '沙坪坝', 地址: '' }))),
    );
    expect(rows.stations[0]).toMatchObject({ id: 'station-shapingba-zhanxilu', status: 'changed' });
    expect(rows.stations[0]?.record.moreSources?.[0]?.publisher).toBe('中国妇女报（新华社稿）');
  });
});

describe('every way that Excel and WPS save', () => {
  const text = list(GOOD);
  it.each<[string, string | Buffer, string]>([
    ['UTF-8', text, 'CSV，UTF-8'],
    ['UTF-8 with a BOM', `\ufeff${text}`, 'CSV，UTF-8'],
    ['GB18030', encode(text, 'gb18030'), 'CSV，GB18030'],
    [
      'UTF-16 with tabs',
      encode(
        text.replace(/"周一至周五 9:00-12:00,14:00-18:00"/, '周一至周五 9:00-12:00，14:00-18:00').replace(/,/g, '\t'),
        'utf16-le',
        { addBOM: true },
      ),
      'CSV，UTF-16',
    ],
    ['old line ends', text.replace(/\r\n/g, '\r'), 'CSV，UTF-8'],
  ])('%s', async (_, content, format) => {
    expect(await report(save('list.csv', content))).toMatchObject({ code: 0, format, counts: { new: 1, bad: 0 } });
  });

  it('XLSX, with numbers and dates as such and a title above the headings', async () => {
    const file = path.join(scratch, 'list.xlsx');
    const row = GOOD.map((value, at) =>
      at === 8 || at === 9
        ? { value: Number(value), type: Number }
        : at === 12
          ? { value: new Date('2026-11-01T00:00:00Z'), type: Date, format: 'yyyy/m/d' }
          : { value, type: String },
    );
    await writeExcelFile([
      [{ value: '虚构区驿站名单', type: String }],
      HEAD.map((value) => ({ value, type: String })),
      row,
    ]).toFile(file);
    const result = await report(file);
    expect(result).toMatchObject({ code: 0, format: 'XLSX', rows: 1 });
    expect(result.stations[0]).toMatchObject({
      row: 3,
      record: { verifiedAt: '2026-11-01', location: { lng: 106.555318, lat: 29.560151 } },
    });
  });

  it('full-width figures and English headings', async () => {
    const head = 'name,kind,adcode,opening_hours,lng,lat,datum';
    const result = await report(
      save(
        'list.csv',
        `${head}\n虚构路驿站,工会驿站,５００１０３,Mo-Fr 9:00-18:00; PH off,１０６．５５１６,29.563°,高德\n`,
      ),
    );
    expect(result.stations[0]?.record).toMatchObject({
      adcode: '500103',
      openingHours: 'Mo-Fr 09:00-18:00; PH off',
      location: { lng: 106.5516, lat: 29.563 },
    });
  });
});

describe('a cell', () => {
  it.each([
    ['WGS84', 106.555318, 29.560151],
    ['GCJ02', 106.5516, 29.563],
    // By Baidu's published formula, worked out apart from the library.
    ['百度', 106.545145, 29.556768],
  ])('of a position in %s is kept in GCJ-02', async (datum, lng, lat) => {
    const result = await report(save('list.csv', list(but({ 坐标系: datum }))));
    const kept = result.stations[0]?.record.location;
    expect(kept?.lng).toBeCloseTo(lng, 5);
    expect(kept?.lat).toBeCloseTo(lat, 5);
  });

  it('may part its words by line breaks, as people do in Excel', async () => {
    const result = await report(save('list.csv', list(but({ 设施: '饮水\n微波炉\n厕所', 进门方式: '扫码\n刷脸' }))));
    expect(result.stations[0]?.record).toMatchObject({
      facilities: ['drinking_water', 'microwave', 'toilets'],
      entry: ['scan', 'face'],
    });
  });

  it.each([
    ['能', 'yes'],
    ['是', 'yes'],
    ['面向公众开放', 'yes'],
    ['所有人都能进', 'yes'],
    ['不能', 'no'],
    ['限本单位职工', 'no'],
    ['凭工作证', 'no'],
    ['不清楚', 'unknown'],
  ])('of who may come in is taken from 「%s」 as %s, with the floor as written', async (written, anyoneMayEnter) => {
    const [head, row] = [
      [...HEAD, '是否对外开放', '所在楼层'],
      [...GOOD, written, '负一楼电梯旁'],
    ];
    const result = await report(save('list.csv', stringify([head, row])));
    expect(result).toMatchObject({ code: 0, stations: [{ record: { anyoneMayEnter, floor: '负一楼电梯旁' } }] });
  });

  it('of who may come in stays unsaid where the cell is empty, and is asked about where it means neither', async () => {
    const of = async (written: string) =>
      report(
        save(
          'list.csv',
          stringify([
            [...HEAD, '谁都能进'],
            [...GOOD, written],
          ]),
        ),
      );
    expect((await of('')).stations[0]?.record).not.toHaveProperty('anyoneMayEnter');
    expect(await of('周一至周五')).toMatchObject({ code: 1, faults: [{ field: 'anyone', row: 2, letter: 'N' }] });
  });

  it('of hours is said back in Chinese, once for each way of writing, on the command line and in JSON', async () => {
    const rows = [1, 2].map((at) =>
      but({
        名称: `虚构 ${at} 站`,
        地址: `虚构路 ${at} 号`,
        经度: '',
        纬度: '',
        坐标系: '',
        开放时间: '每天（周一休息）9:00-18:00，午休12:00-14:00',
      }),
    );
    const file = save('list.csv', list(...rows));
    const result = await report(file);
    expect(result.stations.map(({ record }) => record.openingHours)).toEqual(
      Array(2).fill('Tu-Su 09:00-12:00,14:00-18:00'),
    );
    expect(result.notes.filter(({ field }) => field === 'hours')).toMatchObject([
      { row: 2, letter: 'E', message: textContaining('读作：周二至周日 9:00–12:00、14:00–18:00') },
    ]);
    expect((await run(file)).out).toContain(
      '开放时间：周二至周日 9:00–12:00、14:00–18:00（Tu-Su 09:00-12:00,14:00-18:00）',
    );
  });

  it.each([
    ['Sa[1] 9:00-12:00; week 10-20 Mo 10:00-12:00', 'Sa[1] 09:00-12:00; week 10-20 Mo 10:00-12:00', null],
    ['Mo-Fr 09:00-18:00 open “先打电话”', 'Mo-Fr 09:00-18:00 open "先打电话"', '先打电话'],
    ['Fr 18:00+', 'Fr 18:00+', null],
    ['周一至周五 9:00-18:00（注：先打电话）', 'Mo-Fr 09:00-18:00 open "先打电话"', '先打电话'],
  ])('of hours may be %s; the words within them go to the notes', async (hours, openingHours, hoursNote) => {
    const result = await report(save('list.csv', list(but({ 开放时间: hours }))));
    expect(result.stations[0]?.record).toMatchObject({ openingHours, hoursNote });
  });

  it.each([
    ['Mo-Su off', /一天也不开/],
    ['Mo-Fr 09:00-18:00; xx', /看不懂「xx」/],
    ['9:00-12:00，2:00-5:30', /下午 2:00 吗？/],
    ['9:00-21:00，节假日不正常开放', /是休息，还是另有时间/],
  ])('of hours %s is refused in Chinese', async (hours, message) => {
    const result = await report(save('list.csv', list(but({ 开放时间: hours }))));
    expect(result).toMatchObject({ code: 1, faults: [{ row: 2, letter: 'E', field: 'hours' }] });
    expect(result.faults[0]?.message).toMatch(message);
  });

  it('with a check of more than twelve months ago is taken, and remarked on', async () => {
    const result = await report(save('list.csv', list(but({ 核实日期: '2025-11-22' }))));
    expect(result).toMatchObject({ code: 0, counts: { new: 1, bad: 0 } });
    expect(result.notes.filter(({ field }) => field !== 'hours')).toMatchObject([
      { row: 2, field: 'verifiedOn', letter: 'M', message: textMatching(/超过 12 个月/) },
    ]);
    const inTime = await report(save('list.csv', list(but({ 核实日期: '2025-11-23' }))));
    expect(inTime.notes.filter(({ field }) => field !== 'hours')).toEqual([]);
  });
});

/** Rows that are wrong in one cell each: the column that the fault must name, and what it says. */
const BAD: [change: Record<string, string>, field: string, valueClass: string, message: RegExp][] = [
  [{ 名称: '' }, 'name', 'empty', /没有填/],
  [{ 类型: '驿站' }, 'kind', 'text', /认不出/],
  [{ 区县: '海淀区' }, 'district', 'text', /认不出/],
  [{ 区县: '500199' }, 'district', 'number', /认不出/],
  [{ 开放时间: '夏季 9:00-18:00' }, 'hours', 'text', /夏季/],
  [{ 开放时间: 'Mo-Fr sunrise-sunset' }, 'hours', 'text', /日出/],
  [{ 开放时间: 'Mo-Fr 09:00-18:00; SH off' }, 'hours', 'text', /寒暑假/],
  [{ 进门方式: '14:00-18:00' }, 'entry', 'text', /逗号/],
  [{ 电话: '12345678901234' }, 'phone', 'number', /不像电话/],
  [{ 经度: '116.4', 纬度: '39.9' }, 'lng', 'number', /不在重庆/],
  [{ 经度: '' }, 'lng', 'empty', /没有经度/],
  [{ 纬度: '北' }, 'lat', 'text', /度数/],
  [{ 坐标系: '西安80' }, 'datum', 'text', /认不出/],
  [{ 核实日期: '2026-11-24' }, 'verifiedOn', 'text', /今天以后/],
  [{ 核实日期: '2026-02-30' }, 'verifiedOn', 'text', /哪一天/],
  [{ 核实日期: '' }, 'verifiedOn', 'empty', /没有核实日期/],
  [{ 核实单位: '' }, 'verifiedBy', 'empty', /没有核实单位/],
];

describe('a bad row', () => {
  it.each(BAD)('%j', async (change, field, valueClass, message) => {
    const result = await report(save('list.csv', list(GOOD, but({ 名称: '另一处', ...change }))), '--write');
    expect(result).toMatchObject({ code: 1, written: false, counts: { new: 1, bad: 1 } });
    expect(result.faults).toHaveLength(1);
    expect(result.faults[0]).toMatchObject({
      row: 3,
      field,
      valueClass,
      message: textMatching(message),
      expected: textMatching(/./),
    });
  });

  it('is told with row, column and what was expected', async () => {
    const { code, err } = await run(save('list.csv', list(but({ 区县: '海淀区' }))));
    expect(code).toBe(1);
    expect(err).toMatch(/第 2 行「区县」（C2）（文字）：认不出「海淀区」\n\s+应为：重庆的区县/);
  });

  it('leaves the good ones to be taken with --skip-bad', async () => {
    const file = save('list.csv', list(but({ 区县: '海淀区' }), but({ 名称: '另一处' })));
    const result = await report(file, '--write', '--skip-bad');
    expect(result).toMatchObject({ code: 1, written: true, counts: { new: 1, bad: 1 } });
    expect(stations().map(({ title }) => title)).toContain('另一处');
    expect(stations().map(({ title }) => title)).not.toContain('虚构路工会驿站');
  });

  it('is the second of two within 30 m of the same name, and neither of two further apart', async () => {
    const twin = await report(save('list.csv', list(GOOD, but({ 经度: '106.5518' }))));
    expect(twin.faults).toMatchObject([{ row: 3, field: 'name', message: textMatching(/第 2 行/) }]);
    const apart = await report(save('list.csv', list(GOOD, but({ 经度: '106.5528', 地址: '虚构路 99 号' }))));
    expect(apart.counts).toEqual({ new: 2, changed: 0, same: 0, bad: 0 });
  });

  it('is one that would make an older check of a newer one', async () => {
    await run(save('list.csv', list(GOOD)), '--write');
    const old = await report(save('list.csv', list(but({ 核实日期: '2026-01-01' }))));
    expect(old.faults).toMatchObject([{ field: 'verifiedOn', message: textMatching(/2026-11-01/) }]);
  });
});

describe('what cannot be read as a list', () => {
  it.each<[string, string, RegExp]>([
    ['no headings', '虚构路驿站,工会驿站\n', /缺少列/],
    ['a column missing', '名称,地址\n虚构路驿站,虚构路\n', /缺少列：区县/],
    ['a column twice', '名称,类型,区县,区县\n', /有两列/],
    ['quotes without an end', `${HEAD.join(',')}\n"虚构路驿站,工会驿站\n`, /引号/],
    ['nothing', '', /缺少列/],
  ])('%s', async (_, content, message) => {
    const result = await report(save('list.csv', content), '--write');
    expect(result).toMatchObject({ code: 1, written: false });
    expect(result.faults[0]?.message).toMatch(message);
  });

  it('is a use that cannot be meant', async () => {
    expect((await run()).code).toBe(2);
    expect((await run('missing.csv')).err).toContain('没有「missing.csv」');
    expect((await run(scratch)).code).toBe(2);
    expect((await run('a.csv', '--wirte')).err).toContain('不认识');
    expect((await report(save('list.xlsx', Buffer.from('504b0304ffff', 'hex')))).faults[0]?.message).toMatch(/打不开/);
    expect((await report(save('list.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).faults[0]?.message).toMatch(/旧版/);
  });
});

it('whatever is wrong with some rows, nothing is written, or with --skip-bad exactly the good ones are', async () => {
  const change = fc.option(fc.constantFrom(...BAD.map(([one]) => one)), { freq: 2 });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      for (const name of readdirSync(collectionsFolder))
        copyFileSync(path.join(collectionsFolder, name), path.join(folder, name));
      const before = readFileSync(path.join(folder, 'stations.json'), 'utf8');
      const old = stations().length;
      const rows = changes.map((one, at) => but({ 名称: `虚构驿站${at}号`, 地址: `虚构路 ${at} 号`, ...one }));
      const good = rows.filter((_, at) => changes[at] === null).map(([title]) => title);
      const file = save('list.csv', list(...rows));
      if (good.length < rows.length) {
        expect((await report(file, '--write')).code).toBe(1);
        expect(readFileSync(path.join(folder, 'stations.json'), 'utf8')).toBe(before);
      }
      await report(file, '--write', '--skip-bad');
      expect(
        stations()
          .slice(old)
          .map(({ title }) => title),
      ).toEqual(good);
      expect(stations().slice(0, old)).toEqual(JSON.parse(before));
    }),
    { numRuns: 12, seed: 3 },
  );
}, 60_000);

describe('the template', () => {
  it.each(['stations-template.csv', 'stations-template.xlsx'])(
    '%s has every column and reads as an empty list',
    async (name) => {
      const file = path.join(__dirname, '../../docs', name);
      const result = await report(file);
      expect(result).toMatchObject({ code: 0, rows: 0, faults: [], notes: [] });
      if (name.endsWith('.csv'))
        expect(readFileSync(file, 'utf8').split('\r\n')[0]).toBe(
          `\ufeff${headings.map(({ heading }) => heading).join(',')}`,
        );
    },
  );

  it('is made anew on request', async () => {
    const file = path.join(scratch, 'new.xlsx');
    expect((await run('--template', file)).code).toBe(0);
    expect(await report(file)).toMatchObject({ code: 0, rows: 0 });
  });
});
