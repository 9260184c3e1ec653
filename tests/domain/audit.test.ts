/** The audit's sentences: nothing in them is a name of the program's. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { AuditRowWire } from '@yugong/domain/audit/wire';
import { describeAuditRow, sayAuditAction } from '@yugong/domain/audit/words';
import { keysOf } from '@yugong/domain/narrow';
import { OutcomeEdit } from '@yugong/domain/screening-outcome/wire';

const row = (action: string, detail: AuditRowWire['detail']): Omit<AuditRowWire, 'id' | 'at'> => ({
  staff: { id: 's1', name: '张三' },
  action,
  subject: null,
  about: null,
  count: 1,
  detail,
});

it('says what was noted of somebody after a screening, whatever it was', () => {
  const set = keysOf(OutcomeEdit.entries).join(' ');
  const said = describeAuditRow(row('outcome.noted', { set }));
  expect(said).toMatch(/^张三登记一个人的筛查随访，登记：/);
  expect(said).not.toMatch(/[a-z]/i);
});

it('has words for every action that the service writes down', () => {
  const folder = path.join(__dirname, '../../server/src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const named = /(?:[eE]ntry\(|saw\(|sawSince\(|action: )(?:[^'`;{}]|'[a-z]+')*?'([a-z-]+\.[a-z-]+)'/g;
  const actions = new Set(sources.flatMap((source) => [...source.matchAll(named)].map(([, action]) => action ?? '')));
  expect(actions.size).toBeGreaterThan(60);
  expect([...actions].filter((action) => sayAuditAction(action) === action)).toEqual([]);
});

it('says a time as people write it', () => {
  const from = '2026-12-01T09:30:00.000+08:00';
  expect(describeAuditRow(row('session.published', { from }))).toBe('张三公开场次草稿，原为2026-12-01 09:30');
});
