/**
 * A phone set to another zone, or to one with summer time, in the hours where its clock skips and repeats: the state
 * is Chongqing's all the same. Jest keeps its own zone whatever TZ says later, so each zone gets a process of its own.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '../../..');
const code = `
  const { compileHours } = require('./packages/domain/opening-hours/compile');
  const { openHolidays, packHolidays, sayState, stateAt, weekOf } = require('./packages/domain/opening-hours');
  const table = openHolidays(packHolidays(require('./packages/content/collections/holidays.json')));
  const hours = (written) => compileHours(written).hours;
  const rules = ['Mo-Fr 09:00-12:00,14:00-18:00; PH off', 'Mo-Su 22:00-02:00', 'Jun 28-Sep 15 10:00-21:00', 'Su 00:00-24:00'];
  const said = [];
  // Every half hour of the nights in which New York, London and Lord Howe change their clocks, and of a 调休 weekend.
  for (const day of ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-10', '2026-11-01'])
    for (let half = 0; half < 96; half++) {
      const now = Date.parse(day + 'T00:00:00+08:00') + half * 1800000;
      for (const rule of rules) said.push(sayState(stateAt(hours(rule), now, table), now));
    }
  const week = weekOf(hours(rules[0]), Date.parse('2026-10-08T00:10:00+08:00'), table);
  console.log(JSON.stringify({ offset: new Date(2026, 0, 1).getTimezoneOffset(), said, week }));`;

function saidIn(zone: string): { offset: number; said: string[]; week: unknown } {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=commonjs', '-e', code], {
    cwd: root,
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as { offset: number; said: string[]; week: unknown };
}

const home = saidIn('Asia/Shanghai');

it('says in Chongqing what a reader there expects', () => {
  expect(home.offset).toBe(-480);
  // Sunday 2026-03-08, 1:30: the night place of Saturday evening is still open.
  expect(home.said.slice(3 * 4, 4 * 4)).toEqual([
    '关着，明天 9:00 开',
    '开着，2:00 关',
    '关着，6月28日 周日 10:00 开',
    '开着，24:00 关',
  ]);
});

it.each([
  ['America/New_York', 300],
  ['Europe/London', 0],
  ['Australia/Lord_Howe', -660],
  ['Pacific/Kiritimati', -840],
])('says the same in %s', (zone, offset) => {
  const there = saidIn(zone);
  expect(there.offset).toBe(offset);
  expect(there).toEqual({ ...home, offset });
});
