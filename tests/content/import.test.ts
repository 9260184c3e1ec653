import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { collections } from '@yugong/content/schema';
import { loadChecked } from '../../scripts/content/check';
import { deriveContent } from '../../scripts/generate/content';
import { collectionsFolder, writeCollections } from '../../scripts/content/files';
import { runImport } from '../../scripts/content/import';
import type { ImportReport } from '../../scripts/content/import/report';
import { anyNumber, textContaining, textMatching } from '../support/matchers';
import { recordsIn } from './support';

const fixtures = path.join(__dirname, '../fixtures/newsletters');
const fixture = (name: string): string => path.join(fixtures, name);
const text = (name: string): string => readFileSync(fixture(name), 'utf8');

/** After the invented newsletters were published. */
const now = Date.parse('2031-02-01T12:00:00+08:00');
let folder: string;
let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'yugong-import-'));
  folder = path.join(scratch, 'collections');
  mkdirSync(folder);
  // The districts are the real ones; everything else starts empty.
  for (const name of Object.keys(collections)) writeFileSync(path.join(folder, `${name}.json`), '[]\n');
  writeFileSync(path.join(folder, 'districts.json'), readFileSync(path.join(collectionsFolder, 'districts.json')));
});

afterEach(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  code: number;
  out: string;
  err: string;
}

async function run(...args: string[]): Promise<Run> {
  const said = { out: '', err: '' };
  const spies = [
    jest.spyOn(console, 'log').mockImplementation((line: string) => void (said.out += `${line}\n`)),
    jest.spyOn(console, 'error').mockImplementation((line: string) => void (said.err += `${line}\n`)),
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => Boolean((said.err += String(line)))),
  ];
  try {
    return { code: await runImport(args, folder, now), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function report(...args: string[]): Promise<ImportReport & { code: number }> {
  const { code, out, err } = await run(...args, '--json');
  expect(err).toBe('');
  return { ...(JSON.parse(out) as ImportReport), code };
}

const save = (name: string, content: string | Buffer): string => {
  const file = path.join(scratch, name);
  writeFileSync(file, content);
  return file;
};
const snapshot = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
const ids = (collection: string): string[] => recordsIn(folder, collection).map(({ id }) => id);
const issue = ['--issue-date', '2030-03-20'];

describe('without --write', () => {
  it('shows what is new and changes nothing', async () => {
    const before = snapshot();
    const { code, out, err } = await run(fixture('headings.md'), ...issue);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('案例 3 条：新 3');
    expect(out).toContain('第 9 期 · 劳动法律监督“一函两书” · 江北区总工会（第 43 行）');
    expect(out).toContain('区县：两江新区（文中的江北区）');
    expect(out).toContain('2030-03-14 · 渝中区虚构广场（第 47 行）');
    expect(out).toContain('第 51 行  没有项目符号也不成句');
    expect(out).toMatch(/加上 --write 再运行一次，就会加入：案例 3，动态 3，活动 2。/);
    expect(snapshot()).toEqual(before);
  });

  it('prints the stable shape with --json', async () => {
    const { code, ...json } = await report(fixture('headings.md'), ...issue);
    expect(code).toBe(0);
    expect(Object.keys(json).sort()).toEqual([
      'cases',
      'confidence',
      'counts',
      'encoding',
      'events',
      'faults',
      'file',
      'heading',
      'issueDate',
      'lineCount',
      'lines',
      'news',
      'notes',
      'publisher',
      'written',
    ]);
    expect(json).toMatchObject({
      encoding: 'UTF-8',
      lineCount: 57,
      issueDate: '2030-03-20',
      written: false,
      faults: [],
    });
    expect(json.counts.cases).toEqual({ new: 3, changed: 0, same: 0, unsure: 0 });
    expect(json.news[0]).toMatchObject({ status: 'new', draft: { line: 47 }, record: { happenedOn: '2030-03-14' } });
  });
});

describe('with --write', () => {
  it('adds the new records, which pass the check, with ids in pinyin', async () => {
    const { code, out } = await run(fixture('headings.md'), ...issue, '--write');
    expect(code).toBe(0);
    expect(out).toContain('已写入资料：案例 3，动态 3，活动 2。');
    expect(ids('cases')).toEqual([
      'case-8-da-zao-yun-shang-gu-shi',
      'case-8-jian-li-san-se-tai-zhang',
      'case-9-tui-xing-2-1-ti-shi',
    ]);
    expect(ids('news')[2]).toBe('news-2030-03-bi-shan-qu-zong-gong-hui');
    expect(ids('events')[1]).toBe('event-2030-03-14-xu-gou-bei-zhi-gong-qi');
    expect(loadChecked(folder, now).faults).toEqual([]);
  });

  it('puts its events into the calendar, on their days and in their districts', async () => {
    await run(fixture('headings.md'), ...issue, '--write');
    const { dataset } = loadChecked(folder, now);
    const holidays = loadChecked().dataset?.holidays ?? [];
    if (!dataset) throw new Error('at fault');
    const files = deriveContent({ ...dataset, holidays });
    const { events } = files['pages/calendar/generated/calendar.json'];
    expect(events.map(({ starts, place, adcode }) => [starts, place, adcode])).toEqual(
      expect.arrayContaining([
        [['2030-03-08'], '重庆', null],
        [['2030-03-14'], '渝中区虚构广场', '500103'],
      ]),
    );
  });

  it('adds nothing a second time, and does not touch the files', async () => {
    await run(fixture('headings.md'), ...issue, '--write');
    // In a layout of its own, which writing it anew would lose.
    const cases: unknown = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8'));
    writeFileSync(path.join(folder, 'cases.json'), JSON.stringify(cases));
    const before = snapshot();
    const { code, out } = await run(fixture('headings.md'), ...issue, '--write');
    expect(code).toBe(0);
    expect(out).toContain('案例 3 条：已有 3');
    expect(out).toContain('没有新的内容，资料没有改动。');
    expect((await report(fixture('headings.md'), ...issue, '--write')).written).toBe(false);
    expect(snapshot()).toEqual(before);
  });

  it('does not touch a collection that gets nothing new', async () => {
    writeFileSync(path.join(folder, 'cases.json'), '[ ]');
    await run(fixture('new-year.txt'), '--issue-date', '2031-01-05', '--write');
    expect(ids('news')).toHaveLength(3);
    expect(snapshot()['cases.json']).toBe('[ ]');
  });

  it('leaves no temporary file behind', async () => {
    await run(fixture('headings.md'), ...issue, '--write');
    expect(readdirSync(folder).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it('keeps what is there, adds beside it, and leaves a changed record as it is', async () => {
    const [news] = (await report(fixture('headings.md'), ...issue)).news;
    const ours = { ...news?.record, id: 'news-ours', title: '虚构杯职工棋类比赛开赛', paragraphs: ['来了34支队伍。'] };
    writeFileSync(path.join(folder, 'news.json'), JSON.stringify([ours]));
    const { code, out } = await run(fixture('headings.md'), ...issue, '--write');
    expect(code).toBe(0);
    expect(out).toContain('动态 3 条：新 2，与资料不同 1');
    expect(out).toContain('− 资料：来了34支队伍。');
    expect(out).toContain('资料里是 news-ours（只有措辞不同）');
    expect(out).toContain('与资料不同的 1 条没有动');
    const [first, ...others] = recordsIn(folder, 'news');
    expect(first).toEqual(ours);
    expect(others).toHaveLength(2);
  });

  it('leaves out what it is not sure of, and says what it might be', async () => {
    const [news] = (await report(fixture('headings.md'), ...issue)).news;
    writeFileSync(
      path.join(folder, 'news.json'),
      JSON.stringify([{ ...news?.record, id: 'news-ours', happenedOn: '2030-03-12' }]),
    );
    const { out } = await run(fixture('headings.md'), ...issue, '--write');
    expect(out).toContain('新 2，拿不准 1');
    expect(out).toContain('文字相同，日期不同（资料里是 2030-03-12）');
    expect(ids('news')).toHaveLength(3);
  });
});

describe('a newsletter at fault', () => {
  it('is told with file, line, field and what was expected, and nothing of it is written', async () => {
    const before = snapshot();
    const { code, err, out } = await run(fixture('unclear.txt'), ...issue, '--write');
    expect(code).toBe(1);
    expect(err).toContain('要先改好的 8 处');
    expect(err).toMatch(/unclear\.txt:23 {2}日期（happenedOn）：日历上没有「2月30日」\n\s+应为：一个真实的日期/);
    expect(out).toContain('资料没有改动。改好上面的问题后再运行一次。');
    expect(snapshot()).toEqual(before);
  });

  it('lists the same faults with --json', async () => {
    const { faults, code } = await report(fixture('unclear.txt'), ...issue);
    expect(code).toBe(1);
    expect(faults.map(({ line, field }) => `${line} ${field}`)).toContain('25 happenedOn');
    for (const fault of faults) {
      expect(fault).toEqual({
        file: textContaining('unclear.txt'),
        line: anyNumber(),
        field: textMatching(/./),
        message: textMatching(/./),
        expected: textMatching(/./),
      });
    }
  });

  it('without a day of issue asks for it, at each date and for the whole', async () => {
    const before = snapshot();
    const { code, err } = await run(fixture('new-year.txt'), '--write');
    expect(code).toBe(1);
    expect(err).toMatch(/new-year\.txt:5 {2}日期（happenedOn）：「12月30日」没有写年份/);
    expect(err).toMatch(/new-year\.txt:1 {2}出刊日期（publishedAt）/);
    expect(err).toContain('--issue-date');
    expect(snapshot()).toEqual(before);
  });

  it('with a category that the dataset does not know asks for it to be confirmed, and takes the rest', async () => {
    const file = save(
      'category.md',
      '# 虚构通讯\n## 名单\n### 第77期\n#### 三、虚构类别\n市总工会建虚构台账\n#### 十五、女职工工作\n市总工会建虚构账本',
    );
    const { code, notes, cases } = await report(file, ...issue, '--write');
    expect(code).toBe(0);
    expect(notes).toContainEqual(
      expect.objectContaining({ line: 4, field: 'category', message: textContaining('虚构类别') }),
    );
    expect(cases.map(({ status, draft }) => [status, draft.newCategory])).toEqual([
      ['unsure', { number: 3, name: '虚构类别' }],
      ['new', null],
    ]);
    expect(ids('cases')).toHaveLength(1);
  });

  it('with a category that the clerk confirms takes it under its own name, and knows it from then on', async () => {
    const text = (title: string) => `# 虚构通讯\n## 名单\n### 第77期\n#### 三、虚构类别\n市总工会${title}`;
    const first = await report(save('new.md', text('建虚构台账')), ...issue, '--new-category', '虚构类别', '--write');
    expect([first.code, first.written]).toEqual([0, true]);
    // 16 is what phones released before that don't know the name can show.
    expect(first.cases[0]?.record).toMatchObject({ category: 16, categoryName: '虚构类别' });
    const second = await report(save('next.md', text('开虚构讲堂')), ...issue);
    expect(second.cases.map(({ status, record }) => [status, record?.categoryName])).toEqual([['new', '虚构类别']]);
    expect(second.notes.filter(({ field }) => field === 'category')).toEqual([]);
  });

  it('is read for a period that the dataset has not had yet', async () => {
    const file = save('period.md', '# 虚构通讯\n## 名单\n### 第77期\n#### 十五、女职工工作\n市总工会建虚构台账');
    const { faults, cases } = await report(file, ...issue);
    expect(faults).toEqual([]);
    expect(cases[0]?.record).toMatchObject({ period: 77, category: 15 });
  });

  it('is not read while the dataset itself is at fault', async () => {
    writeFileSync(path.join(folder, 'news.json'), '[{}]');
    const { code, faults } = await report(fixture('headings.md'), ...issue, '--write');
    expect(code).toBe(1);
    expect(faults[0]).toMatchObject({ file: textContaining('news.json'), line: 1 });
    expect(ids('cases')).toEqual([]);
  });
});

describe('other bytes', () => {
  const substance = ({ counts, cases, news, events, faults }: ImportReport) => ({
    counts,
    faults,
    records: [cases, news, events].map((all) => all.map(({ record }) => record)),
  });

  it.each<[string, ImportReport['encoding'], (text: string) => Buffer]>([
    ['GB18030', 'GB18030', (t) => encode(t, 'gb18030')],
    ['GB18030 with Windows line ends', 'GB18030', (t) => encode(t.replace(/\n/g, '\r\n'), 'gb18030')],
    ['UTF-8 with a byte order mark', 'UTF-8', (t) => Buffer.from(`\ufeff${t}`)],
    ['UTF-16', 'UTF-16', (t) => encode(t, 'utf-16le', { addBOM: true })],
    ['UTF-16, the other way round', 'UTF-16', (t) => encode(t, 'utf-16be', { addBOM: true })],
  ])('reads %s as the same newsletter', async (_, encoding, encodeText) => {
    const original = await report(fixture('headings.md'), ...issue);
    const other = await report(save('other.txt', encodeText(text('headings.md'))), ...issue);
    expect(other.encoding).toBe(encoding);
    expect(other.lineCount).toBe(original.lineCount);
    expect(substance(other)).toEqual(substance(original));
  });

  it.each<[string, Buffer, number, RegExp]>([
    ['an empty file', Buffer.from(''), 1, /文件是空的/],
    [
      'damaged UTF-8',
      Buffer.concat([Buffer.from(text('headings.md')), Buffer.from([0xe5, 0x2e])]),
      58,
      /1 处读不出的字/,
    ],
    ['bytes of no known encoding', Buffer.from([0x41, 0x0a, 0xff, 0xff, 0x20, 0xff]), 2, /读不出的字/],
    ['a Word file', Buffer.from('PK\x03\x04word/document.xml', 'latin1'), 1, /Word/],
    ['a PDF', Buffer.from('%PDF-1.7'), 1, /PDF/],
    ['NUL bytes', Buffer.from('甲\n乙\0'), 2, /不是文字/],
    ['more than 8 MB', Buffer.alloc(8 * 1024 * 1024 + 1, 'a'), 1, /8\.0 MB，太大了/],
  ])('answers %s with a fault at its line', async (_, bytes, line, message) => {
    const before = snapshot();
    const { code, faults, written } = await report(save('bytes.txt', bytes), ...issue, '--write');
    expect([code, written]).toEqual([1, false]);
    expect(faults).toEqual([expect.objectContaining({ line, field: 'text', message: textMatching(message) })]);
    expect(snapshot()).toEqual(before);
  });

  it('reads a newsletter of 5 MB', async () => {
    const one = (n: number) => `◆3月${(n % 20) + 1}日，虚构${n}厂工会开展第${n}次慰问，送去${n}个“暖心包”。`;
    const lines = Array.from({ length: 60_000 }, (_, n) => one(n));
    const file = save('long.txt', `# 虚构通讯\n## 一周动态\n${lines.join('\n')}`);
    expect(readFileSync(file).length).toBeGreaterThan(5 * 1024 * 1024);
    const { code, out } = await run(file, ...issue);
    expect(code).toBe(0);
    expect(out).toContain('动态 60000 条：新 60000');
    // A clerk is shown the beginning, not sixty thousand paragraphs.
    expect(out.length).toBeLessThan(30_000);
  }, 120_000);
});

describe('usage', () => {
  it.each([
    ['no file', []],
    ['a file that is not there', ['nowhere.txt']],
    ['a folder', ['src']],
    ['two files', [fixture('plain.txt'), fixture('headings.md')]],
    ['an unknown option', [fixture('plain.txt'), '--force']],
    ['a date without its value', [fixture('plain.txt'), '--issue-date']],
    ['a day that does not exist', [fixture('plain.txt'), '--issue-date', '2030-02-30']],
    ['a date in another form', [fixture('plain.txt'), '--issue-date=2030/3/20']],
  ])('%s exits with 2 and explains', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('用法：npm run content -- import');
  });

  it('takes the date with an equals sign too', async () => {
    expect((await report(fixture('headings.md'), '--issue-date=2030-03-20')).issueDate).toBe('2030-03-20');
  });
});

describe('writeCollections', () => {
  const read = (name: string) => readFileSync(path.join(folder, `${name}.json`), 'utf8');

  it('gives back what it replaced when a later file cannot be replaced', () => {
    writeFileSync(path.join(folder, 'cases.json'), '["before"]');
    rmSync(path.join(folder, 'events.json'));
    mkdirSync(path.join(folder, 'events.json', 'in-the-way'), { recursive: true });
    expect(() => writeCollections({ cases: ['after'], events: ['after'] }, folder)).toThrow();
    expect(read('cases')).toBe('["before"]');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('replaces nothing when a temporary file cannot be written', () => {
    expect(() => writeCollections({ cases: ['after'], news: [1n] }, folder)).toThrow();
    expect(read('cases')).toBe('[]\n');
  });
});

const seed = path.join(__dirname, '../../../shared/seed/newsletter-2024-11.txt');
(existsSync(seed) ? it : it.skip)('imports the real newsletter of November 2024 (shared/seed) once', async () => {
  const args = [seed, '--issue-date', '2024-11-20', '--write'];
  expect((await run(...args)).out).toContain('已写入资料：案例 15，动态 6，活动 3。');
  const again = await report(...args);
  expect(again.counts.cases).toEqual({ new: 0, changed: 0, same: 15, unsure: 0 });
  expect(again.counts.news.same + again.counts.events.same).toBe(9);
});
