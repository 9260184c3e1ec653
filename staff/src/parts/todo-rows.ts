/** The rows of 今日待办: where they lead, the numbers beside the menu's items, and what is new since the last look. */
import type { TodoItemWire, TodoKind } from '@yugong/domain/todo/wire';

/** Where each kind is done: the menu's item and, where it is about one thing, that thing's page. */
const pages: Record<
  TodoKind,
  '/call-list' | '/sessions' | '/legal-aid' | '/door' | '/outcomes' | '/stations' | '/complaints' | '/content'
> = {
  calls: '/call-list',
  offer: '/sessions',
  held: '/sessions',
  request: '/legal-aid',
  requests: '/legal-aid',
  'door-list': '/door',
  'session-drafts': '/sessions',
  outcomes: '/outcomes',
  reports: '/stations',
  complaints: '/complaints',
  'failed-plans': '/content',
  drafts: '/content',
  'quiet-content': '/content',
};

/** Where several are chosen from a longer list by its filter. */
const lists: Partial<Record<TodoKind, string>> = { 'session-drafts': '/sessions?state=draft' };

/** @example pageOfTodo({ kind: 'calls', count: 2, dueAt: null, subject: null }) // '/call-list' */
export const pageOfTodo = ({ kind, subject }: TodoItemWire): string =>
  subject ? `${pages[kind]}/${subject.id}` : (lists[kind] ?? pages[kind]);

/** By the address of a menu's item: how much there is to do; 今日待办 has all of the list's rows. */
export function countsByPage(items: readonly TodoItemWire[]): Map<string, number> {
  const counts = new Map<string, number>(items.length > 0 ? [['/', items.length]] : []);
  for (const { kind, count } of items) counts.set(pages[kind], (counts.get(pages[kind]) ?? 0) + count);
  return counts;
}

const keyOf = ({ kind, subject }: TodoItemWire): string => `${kind} ${subject?.id ?? ''}`;

/**
 * How much has come in between two looks at the list. What was done meanwhile doesn't outweigh what is new of another
 * kind.
 */
export function countNew(before: readonly TodoItemWire[], after: readonly TodoItemWire[]): number {
  const known = new Map(before.map((one) => [keyOf(one), one.count]));
  return after.reduce((sum, one) => sum + Math.max(0, one.count - (known.get(keyOf(one)) ?? 0)), 0);
}
