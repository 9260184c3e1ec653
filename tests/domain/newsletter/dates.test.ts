import { openingOf, resolve, writtenDates, type WrittenDate } from '../../../packages/domain/newsletter/dates';
import { printedIssueDate } from '../../../packages/domain/newsletter/masthead';

const date = (text: string): WrittenDate => {
  const opening = openingOf(text);
  if (opening?.kind !== 'date') throw new Error(`no date in front of ${text}`);
  return opening.date;
};
const days = (text: string, issueDate: string | null) => {
  const resolved = resolve(date(text), issueDate);
  return resolved.ok ? [resolved.start, resolved.end] : resolved.reason;
};

describe('openingOf', () => {
  it.each(['近日，', '日前，', '连日来，'])('takes %s as honestly undated', (text) => {
    expect(openingOf(text)?.kind).toBe('undated');
  });

  it.each(['昨日，', '本周三，', '上月，', '14日，'])('takes %s as a day that nobody can know', (text) => {
    expect(openingOf(text)?.kind).toBe('relative');
  });

  it('finds nothing in front of a sentence that only contains a date', () => {
    expect(openingOf('市总工会于11月14日开会')).toBeNull();
  });
});

describe('resolve', () => {
  it.each([
    ['11月14日，', '2024-11-20', ['2024-11-14', null]],
    ['12月30日，', '2025-01-05', ['2024-12-30', null]],
    ['1月2日，', '2025-01-05', ['2025-01-02', null]],
    ['1月2日，', '2024-12-31', ['2025-01-02', null]],
    ['十一月十四日，', '2024-11-20', ['2024-11-14', null]],
    ['2023年5月24日，', '2024-11-20', ['2023-05-24', null]],
    ['2023年5月24日，', null, ['2023-05-24', null]],
    ['11月中旬，', '2024-11-20', ['2024-11', null]],
    ['11月13日至15日，', '2024-11-20', ['2024-11-13', '2024-11-15']],
    ['11月13—15日，', '2024-11-20', ['2024-11-13', '2024-11-15']],
    ['11月13、14日，', '2024-11-20', ['2024-11-13', '2024-11-14']],
    ['12月31日至1月1日，', '2025-01-05', ['2024-12-31', '2025-01-01']],
    ['2月29日，', '2024-03-04', ['2024-02-29', null]],
  ])('%s of the issue of %s', (text, issue, expected) => expect(days(text, issue)).toEqual(expected));

  it.each([
    ['11月14日，', null, 'no-issue-date'],
    ['8月1日，', '2030-03-20', 'far-from-issue'],
    ['5月1日，', '2024-03-20', 'far-from-issue'],
    ['2月30日，', '2030-03-20', 'not-a-day'],
    ['2月29日，', '2023-03-04', 'far-from-issue'],
    ['2023年2月29日，', '2023-03-04', 'not-a-day'],
    ['13月1日，', '2030-03-20', 'not-a-day'],
    ['11月15日至13日，', '2024-11-20', 'not-a-day'],
  ])('never guesses %s of the issue of %s', (text, issue, reason) => expect(days(text, issue)).toBe(reason));

  it('does not take two days with one between them for a span', () => {
    expect(days('11月13、18日，', '2024-11-20')).toEqual(['2024-11', null]);
  });
});

it('finds every date of a text', () => {
  expect([...writtenDates('自2023年5月起，11月14日至15日')].map(({ words }) => words)).toEqual([
    '2023年5月',
    '11月14日至15日',
  ]);
});

describe('printedIssueDate', () => {
  it.each(['2030年3月20日', '2030年3月20日 第12期', '出刊日期：2030年3月20日（总第46期）'])('reads %s', (line) => {
    expect(printedIssueDate(line)).toBe('2030-03-20');
  });

  it.each(['3月20日', '2030年3月20日开会', '2030年3月，', '2030年3月1日至20日'])('does not read %s', (line) => {
    expect(printedIssueDate(line)).toBeNull();
  });
});
