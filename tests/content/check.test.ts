import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDataset, type UncheckedDataset } from '@yugong/content/check';
import { describeFault, loadChecked } from '../../scripts/content/check';
import { collectionsFolder, readDataset } from '../../scripts/content/files';

type Loose = Record<string, unknown>;
const fresh = (): UncheckedDataset => readDataset().files;
const first = (files: UncheckedDataset, collection: keyof UncheckedDataset): Loose =>
  (files[collection] as Loose[])[0] as Loose;

/** Breaks a copy of the real dataset and returns what the check says of it. */
function faultsAfter(breakIt: (files: UncheckedDataset) => void): string[] {
  const files = fresh();
  breakIt(files);
  return checkDataset(files).faults.map((fault) => `${fault.collection} ${fault.path.join('.')} ${fault.message}`);
}

it('accepts the bundled dataset', () => {
  expect(loadChecked().faults.map(describeFault)).toEqual([]);
});

describe('refuses', () => {
  it.each<[string, (files: UncheckedDataset) => void, RegExp]>([
    ['a missing field', (f) => delete first(f, 'cases').title, /cases title 缺少这一项/],
    ['a misspelled field', (f) => (first(f, 'cases').titel = 'x'), /cases titel 没有这一项/],
    ['a day that does not exist', (f) => (first(f, 'events').start = '2025-02-29'), /events start 日历上没有这一天/],
    ['a number where text belongs', (f) => (first(f, 'stations').title = 5), /stations title 应为 string，现在是 5/],
    ['an empty text', (f) => (first(f, 'news').title = '　 '), /news title 不能是空的/],
    [
      'a record without any date',
      (f) => [delete first(f, 'hotlines').asOf, delete first(f, 'hotlines').publishedAt],
      /hotlines {2}要有 publishedAt 或 asOf/,
    ],
    [
      'a code of another city',
      (f) => (first(f, 'stations').adcode = '510104'),
      /stations adcode 应为重庆的六位区划代码/,
    ],
    [
      'a code that was abolished',
      (f) => (first(f, 'stations').adcode = '500105'),
      /stations adcode 500105 不是现行的区县代码/,
    ],
    [
      'an id used in another collection',
      (f) => (first(f, 'news').id = first(f, 'cases').id),
      /news id 这个 id 在 cases 里已经用过/,
    ],
    [
      'a link that leads nowhere',
      (f) => (first(f, 'cases').related = ['news-gone']),
      /cases related.0 没有 id 为 news-gone 的记录/,
    ],
    ['a link to itself', (f) => (first(f, 'cases').related = [first(f, 'cases').id]), /cases related.0 不能指向自己/],
    ['an unknown facility', (f) => (first(f, 'stations').facilities = ['wc']), /stations facilities.0 应为/],
    [
      'a script as address',
      (f) => ((first(f, 'cases').source as Loose).url = 'javascript:alert(1)'),
      /cases source.url/,
    ],
    ['a file that is no list', (f) => (f.news = {}), /news {2}应为记录的数组/],
  ])('%s', (_what, breakIt, expected) => {
    expect(faultsAfter(breakIt).join('\n')).toMatch(expected);
  });

  it('reports every fault, not only the first', () => {
    const faults = faultsAfter((files) => {
      delete first(files, 'cases').title;
      delete first(files, 'news').title;
    });
    expect(faults).toHaveLength(2);
  });
});

describe('says where', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yugong-content-'));
    cpSync(collectionsFolder, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('names file, line and field of a fault', () => {
    const file = path.join(folder, 'hotlines.json');
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('"number": "12348"'));
    lines[at] = '    "number": "call me",';
    writeFileSync(file, lines.join('\n'));
    const [fault] = loadChecked(folder).faults;
    expect(fault).toMatchObject({ line: at + 1, id: 'hotline-12348', path: ['number'], message: '应为数字' });
  });

  it('names the line where a file stops being JSON', () => {
    writeFileSync(path.join(folder, 'news.json'), '[\n  { "id": "news-a",\n');
    const { dataset, faults } = loadChecked(folder);
    expect(dataset).toBeNull();
    expect(faults[0]).toMatchObject({ collection: 'news', line: 3 });
  });
});
