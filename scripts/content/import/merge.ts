/** The dataset as it would be with a newsletter's new records in it, checked as a whole. */
import { checkDataset } from '@yugong/content/check';
import type { Dataset } from '@yugong/content/schema';
import { checkSense } from '@yugong/content/sense';
import type { Day } from '@yugong/domain/calendar';
import type { Comparison } from '@yugong/domain/newsletter';
import { kinds, type ImportFault } from './report';

/**
 * Adds what is new behind what is there.
 *
 * The dataset was clean before, so what is wrong now came with the newsletter: it is told at its line.
 */
export function mergeNew(
  dataset: Dataset,
  comparison: Comparison,
  { file, today }: { file: string; today: Day },
): { merged: Dataset; faults: ImportFault[] } {
  // The drafts' numbers may be none that the schema takes: what it takes is checked right below.
  const merged = { ...dataset };
  for (const kind of kinds) {
    const added = comparison[kind].flatMap(({ record }): object[] => (record ? [record] : []));
    Object.assign(merged, { [kind]: [...dataset[kind], ...added] });
  }
  const lines = new Map<string | null, number>();
  for (const kind of kinds) {
    for (const { record, draft } of comparison[kind]) if (record) lines.set(record.id, draft.line);
  }
  const checked = checkDataset(merged);
  const doubts = checked.dataset ? checkSense(checked.dataset, today) : [];
  const faults = [...checked.faults, ...doubts].map(({ id, path, message }) => {
    const [what, expected] = parted(message);
    return { file, line: lines.get(id) ?? 1, field: path.join('.') || 'text', message: what, expected };
  });
  return { merged, faults };
}

/** The check says 「应为……，现在是……」 in one sentence. */
function parted(message: string): [message: string, expected: string] {
  const [, expected, found] = /^应为\s*(.+?)(?:，现在是\s*(.+))?$/.exec(message) ?? [];
  if (expected === undefined)
    return [`资料收不下这一项：${message}`, '资料的格式（packages/content/schema.ts）收得下的内容'];
  return [found === undefined ? '资料收不下这一项' : `资料收不下 ${found}`, expected];
}
