/** A list's report as a clerk reads it, whatever the list is of. */
import type { ListFault, ListRemark, ListReport, ValueClass, Verdict } from './report';

/** The words of a list's own records. */
export interface Words {
  /** What a clerk calls a record's field. */
  field(name: string): string;
  /** A value that is not null, in words. */
  value(field: string, value: unknown): string;
}

const SIGNS = { new: '＋', changed: '≠', same: '＝' } as const;
const CLASSES: Record<ValueClass, string> = { empty: '空的', text: '文字', number: '数字', date: '日期', boolean: '是/否', row: '整行' }; // prettier-ignore
const MOST_ENTRIES = 60;
const MOST_REMARKS = 60;

/** What was read, what it becomes, and what to look at. */
export function sayReport(report: ListReport, entries: readonly Verdict[], words: Words): string {
  const { counts } = report;
  const head = `${report.file}（${report.format}，${report.rows} 行）：新 ${counts.new}，有改动 ${counts.changed}，已有且相同 ${counts.same}，有问题 ${counts.bad}`; // prettier-ignore
  const told = entries.filter(({ status }) => status !== 'same');
  const parts = [[head, ...shorten(told, MOST_ENTRIES, (one) => sayVerdict(one, words))].join('\n')];
  if (report.notes.length > 0) parts.push(['请看一眼（不妨碍写入）：', ...shorten(report.notes, MOST_REMARKS, (note) => `  ${sayPlace(note)}：${note.message}`)].join('\n')); // prettier-ignore
  return parts.join('\n\n');
}

/** One fault a paragraph: row, column, what stood there, and what was expected. */
export const sayFaults = ({ faults }: Pick<ListReport, 'faults'>): string =>
  [`要先改好的 ${faults.length} 处：`, ...shorten(faults, MOST_REMARKS, sayFault)].join('\n');

const sayFault = (fault: ListFault): string =>
  `  ${fault.file} ${sayPlace(fault)}（${CLASSES[fault.valueClass]}）：${fault.message}\n      应为：${fault.expected}`;

const sayPlace = ({ row, column, letter }: ListRemark): string =>
  `第 ${row} 行${column === null ? '' : `「${column}」${letter === null ? '' : `（${letter}${row}）`}`}`;

/** What happened, or what to do now. */
export function sayEnd({ counts, faults, written }: ListReport, { write, skipBad }: { write: boolean; skipBad: boolean }): string {
  const list = [counts.new > 0 && `新增 ${counts.new}`, counts.changed > 0 && `更新 ${counts.changed}`].filter(Boolean).join('，'); // prettier-ignore
  const bad = counts.bad > 0 ? `有问题的 ${counts.bad} 行没有动。` : '';
  if (written) return `已写入资料：${list}。${bad}`;
  if (faults.length > 0 && !(write && skipBad)) {
    const rest = list && counts.bad > 0 ? `没问题的行可以先写：加上 --write --skip-bad（${list}）。` : '';
    return `资料没有改动。改好上面的问题后再运行一次。${rest}`;
  }
  if (list === '') return `没有要写的内容，资料没有改动。${bad}`;
  return write ? `资料没有改动。${bad}` : `现在只是看看，资料没有改动。加上 --write 再运行一次，就会：${list}。`;
} // prettier-ignore

function sayVerdict({ row, status, id, title, changes }: Verdict, words: Words): string {
  const said = (field: string, value: unknown): string =>
    value === null || (Array.isArray(value) && value.length === 0) ? '（没有）' : words.value(field, value);
  const lines = [`  ${SIGNS[status]} ${title}（第 ${row} 行，${id}）`];
  for (const { field, before, after } of changes) {
    if (status === 'changed')
      lines.push(`      ${words.field(field)}`, `        − 资料：${said(field, before)}`, `        ＋ 名单：${said(field, after)}`); // prettier-ignore
    else if (field !== 'title') lines.push(`      ${words.field(field)}：${said(field, after)}`);
  }
  return lines.join('\n');
}

function shorten<T>(all: readonly T[], most: number, say: (one: T) => string): string[] {
  const lines = all.slice(0, most).map(say);
  return all.length > most ? [...lines, `  ……还有 ${all.length - most} 处，用 --json 可以看全`] : lines;
}
