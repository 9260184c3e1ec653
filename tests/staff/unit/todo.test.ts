/** The list of 今日待办: where its rows lead, the numbers in the menu, and what is new since the last look. */
import type { TodoItemWire } from '@yugong/domain/todo/wire';
import { sayTodo } from '@yugong/domain/todo/words';
import { countNew, countsByPage, pageOfTodo } from '../../../staff/src/parts/todo-rows';

const item = (kind: TodoItemWire['kind'], count: number, id?: string): TodoItemWire => ({
  kind,
  count,
  dueAt: null,
  subject: id === undefined ? null : { id, title: '演示筛查' },
});

it('leads to the list, or to the one thing that a row is about', () => {
  expect(pageOfTodo(item('calls', 3))).toBe('/call-list');
  expect(pageOfTodo(item('offer', 2, 's1'))).toBe('/sessions/s1');
  expect(pageOfTodo(item('door-list', 1, 's1'))).toBe('/door/s1');
  expect(pageOfTodo(item('session-drafts', 1, 's1'))).toBe('/sessions/s1');
  expect(pageOfTodo(item('session-drafts', 2))).toBe('/sessions?state=draft');
  expect(pageOfTodo(item('request', 1, 'r1'))).toBe('/legal-aid/r1');
});

it('adds up what is behind an item of the menu, and counts the rows for 今日待办', () => {
  const counts = countsByPage([item('request', 1, 'r1'), item('requests', 4), item('calls', 2)]);
  expect([counts.get('/'), counts.get('/legal-aid'), counts.get('/call-list'), counts.get('/door')]).toEqual([
    3,
    5,
    2,
    undefined,
  ]);
  expect(countsByPage([]).size).toBe(0);
});

it('counts what has come in, whatever was done of another kind meanwhile', () => {
  expect(countNew([item('calls', 5)], [item('calls', 2), item('offer', 2, 's1')])).toBe(2);
  expect(countNew([item('offer', 2, 's1')], [item('offer', 2, 's2')])).toBe(2);
  expect(countNew([item('calls', 5)], [item('calls', 5)])).toBe(0);
});

it('says each row with its number and the session’s title', () => {
  expect(sayTodo(item('calls', 3))).toBe('3 人待电话联系');
  expect(sayTodo(item('offer', 2, 's1'))).toBe('「演示筛查」有 2 个名额等本人确认，不确认就让给下一位');
  expect(sayTodo(item('session-drafts', 1, 's1'))).toBe('「演示筛查」还没公开，不能报名');
  expect(sayTodo(item('session-drafts', 2))).toBe('2 场草稿还没公开');
  expect(sayTodo(item('quiet-content', 1))).toBe('还没有发布过内容');
  expect(sayTodo({ ...item('quiet-content', 1), dueAt: '2026-11-30T10:00:00.000+08:00' })).toBe(
    '超过 14 天没有发布内容',
  );
});
