/** A pasted newsletter is read in a thread of its own, once for each text and dataset. */
import { performance } from 'node:perf_hooks';
import { comparedNewsletter } from '../../server/src/staff/content/newsletters';
import { startService, type TestService } from './support/service';

const TEXT = '# 重庆工会通讯（示例）\n## 一周动态\n◆11月14日，某区总工会开班。\n';
const ISSUE_DATE = '2026-11-20';
const longText = TEXT + '◆11月14日，某区总工会开班，请来的老师讲了一天。\n'.repeat(4000);

let test: TestService;
beforeAll(async () => {
  test = await startService();
});
afterAll(() => test.close());

it('is parsed and compared with what is published', async () => {
  const { newsletter, comparison } = await comparedNewsletter(TEXT, ISSUE_DATE, test.service.content.dataset());
  expect(newsletter).toMatchObject({ heading: '重庆工会通讯（示例）', issueDate: ISSUE_DATE });
  expect(comparison.news).toMatchObject([{ status: 'new', draft: { happenedOn: '2026-11-14' } }]);
});

it('is read once as long as nothing is published, and anew against other content', async () => {
  const dataset = test.service.content.dataset();
  const first = await comparedNewsletter(TEXT, ISSUE_DATE, dataset);
  expect(await comparedNewsletter(TEXT, ISSUE_DATE, dataset)).toBe(first);
  const published = { ...dataset, news: [...dataset.news] };
  const second = await comparedNewsletter(TEXT, ISSUE_DATE, published);
  expect(second).not.toBe(first);
  expect(second).toEqual(first);
});

it('holds up no other request while a long one is read', async () => {
  const dataset = test.service.content.dataset();
  let isRead = false;
  const reading = comparedNewsletter(longText, ISSUE_DATE, dataset).then(() => (isRead = true));
  const before = performance.eventLoopUtilization();
  let answers = 0;
  while (!isRead) {
    expect((await test.ask('GET /healthz')).statusCode).toBe(200);
    answers += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await reading;
  expect(answers).toBeGreaterThan(5);
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.8);
});
