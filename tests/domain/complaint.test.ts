/** A complaint's number, its deadline in working days, and the names of the pages that it can be about. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { complaintDue, complaintNumber, workingDaysLeft } from '@yugong/domain/complaint';
import { ComplaintRequest, PageRoute } from '@yugong/domain/complaint/wire';
import { sayWorkingDaysLeft } from '@yugong/domain/complaint/words';
import { sayPage } from '@yugong/domain/complaint/pages';
import { Operator, readOperator } from '@yugong/domain/operator';
import { instantOf } from '@yugong/domain/time';

const source = path.resolve(__dirname, '../../src');

/** New Year's Day of 2027 with its weekend, made up by the Sunday before. */
const rest = { years: [2026, 2027], off: ['2027-01-01', '2027-01-02', '2027-01-03'], worked: ['2026-12-27'] };

it('is numbered by its day and what is chance in its id', () => {
  expect(complaintNumber('0123456789ABCDEFGHJKMNPQRS', instantOf('2026-11-30', '09:00'))).toBe('261130-KMNPQR');
  // 23:30 of universal time is the next day in Chongqing.
  expect(complaintNumber('0123456789ABCDEFGHJKMNPQRS', Date.UTC(2026, 10, 29, 23, 30))).toBe('261130-KMNPQR');
});

it.each([
  ['a Monday', '2026-11-30', 5, '2026-12-07'],
  ['a Friday', '2026-12-04', 1, '2026-12-07'],
  ['a Saturday', '2026-12-05', 1, '2026-12-07'],
  ['before a Sunday that is worked', '2026-12-25', 1, '2026-12-27'],
  ['before a holiday', '2026-12-31', 2, '2027-01-05'],
])('that came on %s has working days only until its answer', (_, day, within, due) => {
  expect(complaintDue(day, within, rest)).toBe(due);
});

it.each([
  ['2026-12-07', '2026-11-30', 5, '还有 5 个工作日'],
  ['2026-12-07', '2026-12-05', 1, '还有 1 个工作日'],
  ['2026-12-07', '2026-12-07', 0, '今天到期'],
  ['2026-12-04', '2026-12-06', 0, '今天到期'],
  ['2026-12-04', '2026-12-08', -2, '超期 2 个工作日'],
])('that is due on %s has on %s %i working days left', (due, today, left, words) => {
  expect(workingDaysLeft(due, today, rest)).toBe(left);
  expect(sayWorkingDaysLeft(workingDaysLeft(due, today, rest))).toBe(words);
});

it('needs a number to be called back at, and none to be answered in the app', () => {
  const read = (body: object) => v.safeParse(ComplaintRequest, { text: '演示', ...body });
  expect(read({ kind: 'suggestion' }).success).toBe(true);
  expect(read({ kind: 'call-back', phone: '199 0000 0001' }).output).toMatchObject({ phone: '19900000001' });
  const refused = read({ kind: 'call-back', callAt: 'morning' });
  expect(refused.issues?.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([['phone', 'required']]);
});

it('names every page that it can be about, and takes no more of an address than that', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const routes = files
    .filter((file) => /pages\/[a-z-]+\/index\.config\.ts$/.test(file) && !file.includes('gallery'))
    .map((file) => file.replace('.config.ts', ''));
  expect(routes.length).toBeGreaterThan(40);
  for (const route of routes) {
    expect([route, v.is(PageRoute, route)]).toEqual([route, true]);
    expect([route, sayPage(route)]).not.toEqual([route, route]);
  }
  expect(v.is(PageRoute, 'pages/home/index?id=1')).toBe(false);
});

it('is promised an answer no later than the rule allows', () => {
  const { faults } = readOperator(JSON.stringify({ answerWithin: 16 }));
  expect(faults).toContain('answerWithin：答复期限最多 15 个工作日（国信办秘字〔2019〕191号）');
  expect(v.safeParse(Operator.entries.answerWithin, 15).success).toBe(true);
});
