/**
 * A phone, or a build machine, set to another zone. Jest keeps its own zone whatever TZ says later, so each
 * zone gets a process of its own.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '../../..');
const code = `
  const agenda = require('./packages/domain/agenda');
  const { dayAt, monthWeeks, saySpan } = require('./packages/domain/calendar');
  const { occurrencesOf } = require('./packages/domain/event/occurrences');
  const { phoneEventOf } = require('./src/features/events/phone-event');
  const { icsOf } = require('./src/platform/phone-calendar/ics');
  const party = { id: 'event-party', title: '跨年', summary: '', place: null, time: { from: '22:00', to: '00:30' } };
  const when = { start: '2026-12-31', end: '2027-01-01' };
  const lines = (text) => text.split('\\r\\n').filter((line) => /^DT(START|END)/.test(line));
  const at = (text) => Date.parse(text + '+08:00');
  const span = (from, to) => agenda.spanOf(at(from), at(to));
  const night = span('2026-12-31T22:00:00', '2027-01-01T00:30:00');
  console.log(JSON.stringify({
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    said: [
      dayAt(at('2026-12-31T23:59:59')), dayAt(at('2027-01-01T00:00:00')),
      night, span('2026-12-31T19:00:00', '2027-01-01T00:00:00'), span('2026-11-23T00:10:00', '2026-11-23T23:50:00'),
      agenda.sayTimeOn(night, '2027-01-01'), agenda.startsAtOf(night), agenda.endsAtOf(night),
      agenda.hasEnded(night, at('2027-01-01T00:29:00')), agenda.hasEnded(night, at('2027-01-01T00:30:00')),
      lines(icsOf(phoneEventOf(party, when), 0)), lines(icsOf(phoneEventOf({ ...party, time: undefined }, when), 0)),
      agenda.sayTimeSpan(night, '2026-12-31'), agenda.sayTimes({ startsAt: '2026-12-31T16:30:00.000+08:00', endsAt: '2027-01-01T00:00:00.000+08:00' }, '2026-12-30'),
      agenda.sayInstant('2027-01-01T00:00:00+08:00', '2026-12-31'),
      monthWeeks('2027-01')[0], saySpan('2026-12-31', '2027-01-01', '2026-12-31'),
      occurrencesOf({ start: '2025-12-31', end: '2026-01-01', rrule: 'FREQ=YEARLY;COUNT=2', exdates: ['2025-12-31'] }),
    ],
  }));`;

function saidIn(zone: string): { offset: number; said: unknown[] } {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=commonjs', '-e', code], {
    cwd: root,
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as { offset: number; said: unknown[] };
}

const home = saidIn('Asia/Shanghai');

it('says in Chongqing what a reader there expects', () => {
  expect(home.offset).toBe(-480);
  expect(home.said).toEqual([
    '2026-12-31',
    '2027-01-01',
    { start: '2026-12-31', end: '2027-01-01', time: { from: '22:00', to: '00:30' } },
    { start: '2026-12-31', end: '2026-12-31', time: { from: '19:00', to: '24:00' } },
    { start: '2026-11-23', end: '2026-11-23', time: { from: '00:10', to: '23:50' } },
    '到 00:30',
    Date.UTC(2026, 11, 31, 14, 0),
    Date.UTC(2026, 11, 31, 16, 30),
    false,
    true,
    ['DTSTART:20261231T140000Z', 'DTEND:20261231T163000Z'],
    ['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270102'],
    '今天（12月31日 周四）22:00 到 明天（2027年1月1日 周五）00:30',
    '明天（12月31日 周四）16:30–24:00',
    '明天 00:00',
    ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'],
    '12月31日至2027年1月1日',
    [{ start: '2026-12-31', end: '2027-01-01' }],
  ]);
});

it.each([
  ['America/Los_Angeles', 480],
  // Their clocks change on other days than each other's, and Chongqing's never.
  ['America/New_York', 300],
  ['Pacific/Auckland', -780],
  ['Pacific/Kiritimati', -840],
])('says the same in %s', (zone, offset) => {
  const there = saidIn(zone);
  expect(there.offset).toBe(offset);
  expect(there.said).toEqual(home.said);
});
