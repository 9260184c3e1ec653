import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { checkDataset, type UncheckedDataset } from '@yugong/content/check';
import { defined } from '@yugong/domain/narrow';
import { describeFault, loadChecked, runCheck } from '../../scripts/content/check';
import { collectionsFolder, readDataset } from '../../scripts/content/files';
import { textContaining, textMatching } from '../support/matchers';

type Loose = Record<string, unknown>;
const fresh = (): UncheckedDataset => readDataset().files;
const first = (files: UncheckedDataset, collection: keyof UncheckedDataset): Loose =>
  defined((files[collection] as Loose[])[0]);

const second = (files: UncheckedDataset, collection: keyof UncheckedDataset): Loose =>
  defined((files[collection] as Loose[])[1]);
const tiersOf = (files: UncheckedDataset) => first(files, 'local-wages').figures as [Loose, Loose];

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
    ['a line break in a note', (f) => (first(f, 'stations').note = '一\n二'), /stations note/],
    [
      'the position 0,0 of an empty cell',
      (f) => (first(f, 'stations').location = { lng: 0, lat: 0 }),
      /stations location.lng 经度应在重庆范围内/,
    ],
    [
      'a script as address',
      (f) => ((first(f, 'cases').source as Loose).url = 'javascript:alert(1)'),
      /cases source.url/,
    ],
    ['a file that is no list', (f) => (f.news = {}), /news {2}应为记录的数组/],
    [
      'two minimum wages from one day on',
      (f) => (second(f, 'local-wages').kind = first(f, 'local-wages').kind),
      /local-wages from wage-monthly-minimum-2025-01 也是从 2025-01-01 起的/,
    ],
    [
      'a district in two tiers of a minimum wage',
      (f) => (tiersOf(f)[0].adcodes = ['500229']),
      /local-wages figures.1.adcodes.0 500229 写了两次/,
    ],
    [
      'two tiers of a minimum wage for all other districts',
      (f) => (tiersOf(f)[1].adcodes = null),
      /local-wages figures.1.adcodes 只能有一档/,
    ],
    [
      'a tier for a district that was abolished',
      (f) => (tiersOf(f)[1].adcodes = ['500105']),
      /local-wages figures.1.adcodes.0 500105 不是现行的区县代码/,
    ],
    ['a wage typed with its unit', (f) => (tiersOf(f)[0].yuan = '2330元'), /local-wages figures.0.yuan 应为 number/],
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

  /** Changes one collection's records on the disk and returns what the check says: file, line, id, field, message. */
  function after(
    collection: string,
    change: (records: Loose[]) => void,
    now = Date.parse('2026-11-29T12:00:00+08:00'),
  ) {
    const file = path.join(folder, `${collection}.json`);
    const records = JSON.parse(readFileSync(file, 'utf8')) as Loose[];
    change(records);
    writeFileSync(file, JSON.stringify(records, null, 2));
    const lines = readFileSync(file, 'utf8').split('\n');
    return loadChecked(folder, now).faults.map((fault) => ({ ...fault, at: lines[fault.line - 1]?.trim() ?? '' }));
  }
  const only = (records: Loose[], is: (one: Loose) => boolean): Loose => {
    const found = records.find(is);
    if (!found) throw new Error('none is like that');
    return found;
  };

  /** The first event, from 1 July 2024 on by a rule, and announced on a day. */
  const repeated = (records: Loose[], rrule: string, announced: string): Loose => {
    const event = only(records, () => true);
    Object.assign(event, { rrule, start: '2024-07-01', end: '2024-07-02', publishedAt: announced });
    return Object.assign(event, { source: { ...(event.source as Loose), published: announced } });
  };

  it.each<[string, string, (records: Loose[]) => void, RegExp, RegExp]>([
    [
      'a publication that is still to come',
      'cases',
      (all) => (only(all, () => true).publishedAt = '2027-01-01'),
      /"publishedAt": "2027-01-01"/,
      /今天（2026-11-29）.*还没有到/,
    ],
    [
      'news that was published before it happened',
      'news',
      (all) =>
        Object.assign(
          only(all, () => true),
          { publishedAt: '2025-03-01', happenedOn: '2025-03-02' },
        ),
      /"happenedOn": "2025-03-02"/,
      /发布的时候还没有发生/,
    ],
    [
      'an event that comes again and that no union announced',
      'events',
      (all) => Object.assign(repeated(all, 'FREQ=YEARLY;COUNT=2', '2025-02'), { organiser: null }),
      /"organiser": null/,
      /没有工会宣布的，不能排进以后的日子/,
    ],
    [
      'an event that comes again every year though one year was announced',
      'events',
      (all) => repeated(all, 'FREQ=YEARLY', '2024-07-31'),
      /"rrule": "FREQ=YEARLY"/,
      /2025-07-01 这一次还没有工会宣布（最新的出处是 2024-07-31）/,
    ],
    [
      'a station that was seen on a day still to come',
      'stations',
      (all) => (only(all, () => true).verifiedAt = '2027-01-01'),
      /"verifiedAt": "2027-01-01"/,
      /今天（2026-11-29）.*还没有到/,
    ],
    [
      'a source of a day still to come',
      'news',
      (all) => ((only(all, () => true).source as Loose).published = '2027-02-01'),
      /"published": "2027-02-01"/,
      /今天（2026-11-29）.*还没有到/,
    ],
    [
      'a position in another district',
      'stations',
      (all) => (only(all, ({ adcode }) => adcode !== undefined).location = { lng: 105.3, lat: 28.2 }),
      /"location": \{/,
      /坐标不在这个区县/,
    ],
    [
      'a figure below nought',
      'news',
      (all) =>
        (defined((only(all, ({ figures }) => (figures as Loose[]).length > 0).figures as Loose[])[0]).value = -62),
      /"value": -62/,
      /应为 0 或更大的数/,
    ],
    [
      'hours that never open',
      'stations',
      (all) => (only(all, () => true).openingHours = '09:00-18:00; Mo-Su off'),
      /"openingHours"/,
      /一天也不开/,
    ],
  ])('refuses %s, at its line', (_what, collection, change, at, message) => {
    const faults = after(collection, change);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.at).toMatch(at);
    expect(faults[0]?.message).toMatch(message);
  });

  it.each<[string, string, string]>([
    ['in its own year', 'FREQ=MONTHLY;UNTIL=20241201T000000Z', '2024-05'],
    ['within half a year of its announcement', 'FREQ=MONTHLY;COUNT=8', '2024-11-01'],
  ])('takes an event that comes again %s', (_what, rrule, announced) => {
    expect(after('events', (all) => repeated(all, rrule, announced))).toEqual([]);
  });

  it('takes news of a month that was published on one of its days, and hours of one season', () => {
    expect(
      after('news', (all) =>
        Object.assign(
          only(all, () => true),
          { publishedAt: '2025-03', happenedOn: '2025-03-20' },
        ),
      ),
    ).toEqual([]);
    expect(after('stations', (all) => (only(all, () => true).openingHours = 'Jul-Aug 09:00-18:00'))).toEqual([]);
  });

  it('refuses a key that stands twice, at the second', () => {
    const file = path.join(folder, 'hotlines.json');
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('"title"'));
    lines.splice(at + 1, 0, '    "title": "另一个",');
    writeFileSync(file, lines.join('\n'));
    expect(loadChecked(folder).faults).toMatchObject([
      { line: at + 2, path: ['title'], message: textContaining(`前一次在第 ${at + 1} 行`) },
    ]);
  });

  it('refuses bytes that are no UTF-8, at the first line that has some', () => {
    const file = path.join(folder, 'hotlines.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, encode(text, 'gb18030'));
    const line = text.slice(0, text.search(/[\u4e00-\u9fff]/)).split('\n').length;
    expect(loadChecked(folder).faults).toMatchObject([
      { line, message: textMatching(/不是 UTF-8.*GB18030.*另存为 UTF-8/) },
    ]);
  });

  it('refuses a file that is not there, one that is a folder, and a folder that is not there', () => {
    rmSync(path.join(folder, 'cases.json'));
    rmSync(path.join(folder, 'news.json'));
    mkdirSync(path.join(folder, 'news.json'));
    expect(loadChecked(folder).faults.map(describeFault)).toEqual([
      expect.stringMatching(/cases\.json:1 .*没有这个文件/),
      expect.stringMatching(/news\.json:1 .*这是文件夹/),
    ]);
    expect(loadChecked(path.join(folder, 'nowhere')).faults.map(describeFault)).toEqual([
      expect.stringMatching(/nowhere:1 .*没有这个文件夹/),
    ]);
  });

  it('ends with 1 and prints no stack trace for any of them', () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    rmSync(path.join(folder, 'cases.json'));
    expect(runCheck(folder)).toBe(1);
    expect(runCheck(path.join(folder, 'nowhere'))).toBe(1);
    expect(error.mock.calls.flat().join('\n')).not.toMatch(/\n\s+at /);
    error.mockRestore();
  });

  it('names the line where a file stops being JSON', () => {
    writeFileSync(path.join(folder, 'news.json'), '[\n  { "id": "news-a",\n');
    const { dataset, faults } = loadChecked(folder);
    expect(dataset).toBeNull();
    expect(faults[0]).toMatchObject({ collection: 'news', line: 3 });
  });
});
