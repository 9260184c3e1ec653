import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseNewsletter } from '@yugong/domain/newsletter';
import { essence } from '../../../packages/domain/newsletter/similarity';
import { categories, faultsOf, fixture, read, substance } from './read';
import { textContaining } from '../../support/matchers';

const original = fixture('headings.md');
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** Breaks the lines of prose as an e-mail does; titles stay whole. */
const wrap = (text: string) =>
  text
    .split('\n')
    .map((line) => (line.length > 45 && !line.startsWith('#') ? line.replace(/(.{40})(?=.)/g, '$1\n') : line))
    .join('\n');

describe('says the same of the same newsletter', () => {
  it.each<[string, (text: string) => string]>([
    ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
    ['with full-width digits', fullWidth],
    ['with a byte order mark and indented', (text) => `\ufeff${text.replace(/^(?=.)/gm, '　　')}`],
    ['without empty lines', (text) => text.replace(/\n{2,}/g, '\n')],
    ['without headings', (text) => text.replace(/^#+ /gm, '')],
    ['without headings or empty lines', (text) => text.replace(/^#+ /gm, '').replace(/\n{2,}/g, '\n')],
    ['with bold lines for headings', (text) => text.replace(/^#+ (.+)$/gm, '**$1**')],
    ['with other marks', (text) => text.replace(/◆/g, '● ')],
    ['with wrapped lines', wrap],
  ])('%s', (_, change) => {
    const changed = change(original);
    expect(changed).not.toBe(original);
    expect(substance(read(changed))).toEqual(substance(read(original)));
  });
});

it('reads a newsletter without any heading mark, wrapped and full-width', () => {
  const newsletter = read(fixture('plain.txt'), null);
  expect(newsletter).toMatchObject({
    heading: '虚构通讯（测试用） 没有井号的一期',
    issueDate: '2030-03-20',
    flags: [],
  });
  expect(newsletter.cases.map(({ unit, period, category, points }) => [unit, period, category, points.length])).toEqual(
    [
      ['重庆市总工会', 8, 1, 2],
      ['忠县总工会', 8, 16, 0],
    ],
  );
  expect(newsletter.news.map(({ happenedOn, figures }) => [happenedOn, figures.map(({ value }) => value)])).toEqual([
    ['2030-03-14', [300, 40]],
    [null, []],
  ]);
});

it('loses no sentence without saying so', () => {
  const newsletter = read(original);
  const kept: string[] = [];
  JSON.stringify([newsletter.heading, newsletter.cases, newsletter.news], (_, value: unknown) => {
    if (typeof value === 'string') kept.push(essence(value));
    return value;
  });
  const told = new Set(newsletter.flags.map(({ line }) => line));
  const lost = original.split('\n').flatMap((line, index) => {
    // Headings of sections, and the marks of points, are structure and no text.
    const text = line.startsWith('##') ? '' : line.replace(/^(?:[一二三]是|[一二]、)/, '');
    const sentences = text.split('。').map(essence).filter(Boolean);
    const isKept = sentences.every((sentence) => kept.some((one) => one.includes(sentence)));
    return isKept || told.has(index + 1) ? [] : [`${index + 1} ${line}`];
  });
  expect(lost).toEqual([]);
});

it('says that a section is unknown', () => {
  const { flags } = read('# 题\n## 一周动态\n◆近日，甲工会开会。\n## 读者来信\n来信一封。');
  expect(flags).toEqual([expect.objectContaining({ line: 4, severity: 'note', message: textContaining('读者来信') })]);
});

it.each([
  ['an empty text', '', '文件是空的'],
  ['blank lines', ' \n\r\n　\n', '文件是空的'],
  ['a text with nothing to import', '# 题\n\n祝大家节日快乐，工作顺利。', '没有认出案例'],
  ['one very long word', 'a'.repeat(100_000), '没有认出案例'],
  ['a heading alone', '# 题', '没有认出案例'],
])('answers %s with a fault, not with an empty success', (_, text, message) => {
  const { flags, ...found } = read(text);
  expect([found.cases, found.news, found.events]).toEqual([[], [], []]);
  expect(flags.filter(({ severity }) => severity === 'fault')).toEqual([
    expect.objectContaining({ message: textContaining(message) }),
  ]);
});

it('refuses a day of issue that is no day', () => {
  expect(() => parseNewsletter('', { issueDate: '2030-02-30' })).toThrow(RangeError);
});

const seed = path.join(__dirname, '../../../../shared/seed/newsletter-2024-11.txt');
(existsSync(seed) ? describe : describe.skip)('the real newsletter of November 2024 (shared/seed)', () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : '';
  const newsletter = parseNewsletter(text, {
    issueDate: '2024-11-20',
    categories: { ...categories, 4: '发挥劳模工匠作用', 11: '构建和谐劳动关系', 12: '参与劳动争议调解和职工法律援助' },
  });

  it('has 15 cases, six of them with text, ten of period 8', () => {
    expect(newsletter.cases).toHaveLength(15);
    expect(newsletter.cases.filter(({ points }) => points.length === 3)).toHaveLength(6);
    expect(newsletter.cases.filter(({ period }) => period === 8)).toHaveLength(10);
    expect(newsletter.cases.filter(({ period }) => period === 9)).toHaveLength(5);
  });

  it('has six items, three of them dated, and three events', () => {
    expect(newsletter.news.map(({ happenedOn }) => happenedOn)).toEqual([
      '2024-11-14',
      '2024-11-13',
      '2024-11-14',
      null,
      null,
      null,
    ]);
    expect(newsletter.events.map(({ start, place }) => `${start} ${place}`)).toEqual([
      '2024-09-26 重庆',
      '2024-11-13 渝中区解放碑',
      '2024-11-14 重庆市劳动人民文化宫中心广场',
    ]);
  });

  it('without a fault', () => expect(faultsOf(newsletter)).toEqual([]));
});
