/** `content places` as a clerk runs it: what it prints, its exit code, and what is in the dataset after. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { loadChecked } from '../../scripts/content/check';
import { collectionsFolder } from '../../scripts/content/files';
import { runList } from '../../scripts/content/list';
import { stringify } from '@yugong/content/lists/csv';
import type { PlaceReport } from '@yugong/content/place-list';
import { placeKindOf } from '@yugong/content/place-list/row';
import { recordsIn } from './support';

const now = Date.parse('2026-11-23T12:00:00+08:00');
let scratch: string;
let folder: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'yugong-places-'));
  folder = path.join(scratch, 'collections');
  mkdirSync(folder);
  for (const name of readdirSync(collectionsFolder))
    copyFileSync(path.join(collectionsFolder, name), path.join(folder, name));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(scratch, { recursive: true, force: true });
});

const HEAD = ['名称', '类型', '区县', '在哪里面', '地址', '什么时候有人', '能办什么', '电话', '核实单位', '核实日期'];
const GOOD = [
  '虚构区劳动仲裁院',
  '劳动仲裁委',
  '巫溪县',
  '',
  '虚构路 1 号',
  '周一至周五 9:00-17:00',
  '立案、调解',
  '023-00000000',
  '虚构区总工会',
  '2026-11-01',
];
const but = (changes: Record<string, string>): string[] => GOOD.map((cell, at) => changes[HEAD[at] ?? ''] ?? cell);

async function run(rows: string[][], ...args: string[]): Promise<PlaceReport & { code: number }> {
  const file = path.join(scratch, 'list.csv');
  writeFileSync(file, encode(stringify([HEAD, ...rows]), 'gb18030'));
  let out = '';
  jest.spyOn(console, 'log').mockImplementation((line: string) => void (out += line));
  const code = await runList('places', [file, ...args, '--json'], folder, now);
  return { ...(JSON.parse(out) as PlaceReport), code };
}
const places = () => recordsIn(folder, 'legal-places');

it('writes a place that the dataset takes, only with --write', async () => {
  const before = places();
  expect(await run([GOOD])).toMatchObject({ code: 0, written: false, counts: { new: 1 }, format: 'CSV，GB18030' });
  expect(places()).toEqual(before);
  expect(await run([GOOD], '--write')).toMatchObject({ code: 0, written: true });
  expect(loadChecked(folder).faults).toEqual([]);
  expect(places().at(-1)).toEqual({
    id: 'place-wuxi-xu-gou-qu-lao-dong-zhong',
    title: '虚构区劳动仲裁院',
    source: { title: '维权地点名单（list.csv）', publisher: '虚构区总工会', published: '2026-11-01', kind: 'official' },
    place: null,
    address: '虚构路 1 号',
    phone: '023-00000000',
    services: ['立案', '调解'],
    note: null,
    kind: 'arbitration',
    adcode: '500238',
    hours: '周一至周五 9:00-17:00',
    verifiedAt: '2026-11-01',
    verifiedBy: '虚构区总工会',
    asOf: '2026-11-01',
    confidence: 'high',
  });
  expect(await run([GOOD], '--write')).toMatchObject({ counts: { new: 0, same: 1 }, written: false });
});

it('changes what is known by its name, and keeps where that was from', async () => {
  const known = '渝中区总工会劳动争议矛盾纠纷源头治理工作室';
  const row = but({ 名称: known, 类型: '工会法律服务点', 区县: '渝中区' });
  const { places: found } = await run([row]);
  expect(found).toMatchObject([{ status: 'changed', id: 'place-yuzhong-dispute-studio' }]);
  expect(found[0]?.record.moreSources).toMatchObject([{ publisher: '华龙网' }]);
});

it.each([
  [{ 类型: '办事处' }, '类型', '认不出「办事处」'],
  [{ 区县: '海淀区' }, '区县', '认不出「海淀区」'],
  [{ 名称: '' }, '名称', '没有填'],
  [{ 电话: '一二三' }, '电话', '不像电话号码'],
  [{ 核实日期: '2030-01-01' }, '核实日期', ''],
  [{ 核实单位: '' }, '核实单位', '有核实日期，没有核实单位'],
])('names row and column of %j, and writes nothing', async (changes, column, message) => {
  const before = places();
  const { code, faults } = await run([GOOD, but({ 名称: '虚构区另一处', ...changes })], '--write');
  expect(code).toBe(1);
  expect(faults[0]).toMatchObject({ row: 3, column });
  expect(faults[0]?.message).toContain(message);
  expect(places()).toEqual(before);
});

it('takes the good rows where that is asked for', async () => {
  const { code, written, counts } = await run([GOOD, but({ 名称: '另一处', 区县: '海淀区' })], '--write', '--skip-bad');
  expect([code, written, counts.new, counts.bad]).toEqual([1, true, 1, 1]);
});

it.each([
  ['法援中心', 'legal-aid'],
  ['区劳动人事争议仲裁院', 'arbitration'],
  ['劳动监察大队', 'inspection'],
  ['工会', 'union'],
  ['工会调解室', null],
  ['派出所', null],
])('%s is %s', (word, kind) => expect(placeKindOf(word)).toBe(kind));

it('ships a template that reads as empty', async () => {
  const template = path.join(__dirname, '../../docs/places-template.xlsx');
  let out = '';
  jest.spyOn(console, 'log').mockImplementation((line: string) => void (out += line));
  expect(await runList('places', [template, '--json'], folder, now)).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ rows: 0, faults: [] });
});
