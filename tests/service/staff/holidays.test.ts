/** A year's public holidays, published from the State Council's notice without a release. */
import { readHolidayLines } from '@yugong/domain/holiday/staff-wire';
import { startService, type TestService } from '../support/service';
import { member } from './support';

let test: TestService;
beforeAll(async () => {
  test = await startService();
});
afterAll(() => test.close());

/** Invented days of a year that nobody plans yet. */
const notice = {
  year: 2098,
  notice: '关于2098年部分节假日安排的通知（示例）',
  url: 'https://www.gov.cn/zhengce/',
  published: '2026-11-01',
  days: [
    { date: '2098-01-03', name: '元旦', off: false },
    { date: '2098-01-01', name: '元旦', off: true },
  ],
};

const publishAs = async (scope: Parameters<typeof member>[2], body: object) => {
  const { token } = await member(test, ['editor'], scope);
  return test.ask('POST /api/v1/staff/content/holidays', { token, body });
};
const all = { organisation: null, districts: null };

it('is served to phones as soon as it is published, with the notice as its source', async () => {
  expect((await publishAs(all, notice)).json()).toMatchObject({ done: true, faults: [] });
  const feed = (await test.ask('GET /api/v1/content/holidays')).body;
  expect(feed).toContain('holidays-2098');
  expect(feed).toContain('关于2098年部分节假日安排的通知（示例）');
  expect(test.service.content.dataset().holidays.find(({ year }) => year === 2098)).toMatchObject({
    source: { kind: 'official', publisher: '国务院办公厅' },
    days: [
      { date: '2098-01-01', off: true },
      { date: '2098-01-03', off: false },
    ],
  });
});

it('shows what would change before anything is published', async () => {
  const year = { ...notice, year: 2097, days: [{ date: '2097-01-01', name: '元旦', off: true }] };
  expect((await publishAs(all, { ...year, preview: true })).json()).toMatchObject({
    done: true,
    version: null,
    changes: expect.arrayContaining([expect.objectContaining({ field: 'days', before: null })]),
  });
  expect((await test.ask('GET /api/v1/content/holidays')).body).not.toContain('2097');
});

it.each([
  ['a day of another year', { days: [{ date: '2097-12-31', name: '元旦', off: true }] }, '/days'],
  ['a day twice', { days: [notice.days[1], notice.days[1]] }, '/days'],
  ['an address that hides its host', { url: 'https://gov.cn@evil.example/' }, '/url'],
])('is refused with %s', async (_, change, pointer) => {
  const answer = await publishAs(all, { ...notice, ...change });
  expect([answer.statusCode, answer.json().errors]).toMatchObject([422, [{ pointer }]]);
});

it('is nobody’s to publish who works for some districts only', async () => {
  expect((await publishAs({ organisation: 'main', districts: ['500103'] }, notice)).statusCode).toBe(403);
});

it('is read from lines as a clerk types them, and a line that is none is refused', () => {
  expect(readHolidayLines('2098-01-01 元旦 休\n\n 2098-01-03　元旦　班 ')).toEqual([
    { date: '2098-01-01', name: '元旦', off: true },
    { date: '2098-01-03', name: '元旦', off: false },
  ]);
  expect(readHolidayLines('1月1日 元旦 休')).toBeNull();
});
