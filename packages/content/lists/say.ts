/** A list's report as a clerk reads it, whatever the list is of. */
import type { ListFault, ListRemark, ListReport, ValueClass, ListVerdict } from './report';

/** The words of a list's own records. */
export interface Words {
  /** What a clerk calls a record's field. */
  field(name: string): string;
  /** A value that is not null, in words. */
  value(field: string, value: unknown): string;
}

/** A position's two angles, longitude first. */
export function sayPoint(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('lng' in value) || !('lat' in value)) return String(value);
  return `${String(value.lng)}, ${String(value.lat)}`;
}

const SIGNS = { new: '＋', changed: '≠', same: '＝' } as const;
const CLASSES: Record<ValueClass, string> = {
  empty: '空的',
  text: '文字',
  number: '数字',
  date: '日期',
  boolean: '是/否',
  error: 'Excel 错误',
  row: '整行',
};
const MOST_ENTRIES = 60;
const MOST_REMARKS = 60;

/** What was read, what it becomes, and what to look at. */
export function sayReport(report: ListReport, entries: readonly ListVerdict[], words: Words): string {
  const { counts } = report;
  const found = `新 ${counts.new}，有改动 ${counts.changed}，已有且相同 ${counts.same}，有问题 ${counts.bad}`;
  const head = `${report.file}（${report.format}，${report.rows} 行）：${found}`;
  const told = entries.filter(({ status }) => status !== 'same');
  const parts = [[head, ...shorten(told, MOST_ENTRIES, (one) => sayVerdict(one, words))].join('\n')];
  if (report.notes.length > 0) {
    const notes = shorten(report.notes, MOST_REMARKS, (note) => `  ${sayPlace(note)}：${note.message}`);
    parts.push(['请看一眼（不妨碍写入）：', ...sumUp(report.notes, report.rows), ...notes].join('\n'));
  }
  return parts.join('\n\n');
}

/** One fault a paragraph: row, column, what stood there, and what was expected. */
export const sayFaults = ({ faults, rows }: Pick<ListReport, 'faults' | 'rows'>): string =>
  [`要先改好的 ${faults.length} 处：`, ...sumUp(faults, rows), ...shorten(faults, MOST_REMARKS, sayFault)].join('\n');

/**
 * Remarks of one kind, summed up where they are several: 「设施：12 行里有 3 个不认识的词（…）」.
 *
 * @param rows how many entries the list has
 */
export function sumUp(remarks: readonly ListRemark[], rows: number): string[] {
  const kinds = new Map<string, ListRemark[]>();
  for (const remark of remarks) {
    if (remark.column === null) continue;
    const key = `${remark.field} ${remark.words ? '' : remark.message.replace(/「[^」]*」|\d+/g, '')}`;
    kinds.set(key, [...(kinds.get(key) ?? []), remark]);
  }
  return [...kinds.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2) return [];
    const words = [...new Set(same.flatMap((one) => one.words ?? []))];
    const listed = `${words.slice(0, 12).join('、')}${words.length > 12 ? ' 等' : ''}`;
    const what =
      words.length > 0 ? `有 ${words.length} 个不认识的词（${listed}）` : `${same.length} 行：${first.message}`;
    return [`  ${first.column ?? ''}：${rows} 行里${what}`];
  });
}

const sayFault = (fault: ListFault): string =>
  `  ${fault.file} ${sayPlace(fault)}（${CLASSES[fault.valueClass]}）：${fault.message}\n      应为：${fault.expected}`;

const sayPlace = ({ sheet, row, column, letter }: ListRemark): string =>
  `${sheet === null ? '' : `「${sheet}」`}第 ${row} 行${column === null ? '' : `「${column}」${letter === null ? '' : `（${letter}${row}）`}`}`;

/** What happened, or what to do now. */
export function sayEnd(
  { counts, faults, written }: ListReport,
  { write, skipBad }: { write: boolean; skipBad: boolean },
): string {
  const list = [counts.new > 0 && `新增 ${counts.new}`, counts.changed > 0 && `更新 ${counts.changed}`]
    .filter(Boolean)
    .join('，');
  const bad = counts.bad > 0 ? `有问题的 ${counts.bad} 行没有动。` : '';
  if (written) return `已写入资料：${list}。${bad}`;
  if (faults.length > 0 && !(write && skipBad)) {
    const rest = list && counts.bad > 0 ? `没问题的行可以先写：加上 --write --skip-bad（${list}）。` : '';
    return `资料没有改动。改好上面的问题后再运行一次。${rest}`;
  }
  if (list === '') return `没有要写的内容，资料没有改动。${bad}`;
  return write ? `资料没有改动。${bad}` : `现在只是看看，资料没有改动。加上 --write 再运行一次，就会：${list}。`;
}

function sayVerdict({ row, status, id, title, changes }: ListVerdict, words: Words): string {
  const said = (field: string, value: unknown): string =>
    value === null || (Array.isArray(value) && value.length === 0) ? '（没有）' : words.value(field, value);
  const lines = [`  ${SIGNS[status]} ${title}（第 ${row} 行，${id}）`];
  for (const { field, before, after } of changes) {
    if (status === 'changed') {
      lines.push(
        `      ${words.field(field)}`,
        `        − 资料：${said(field, before)}`,
        `        ＋ 名单：${said(field, after)}`,
      );
    } else if (field !== 'title') lines.push(`      ${words.field(field)}：${said(field, after)}`);
  }
  return lines.join('\n');
}

function shorten<T>(all: readonly T[], most: number, say: (one: T) => string): string[] {
  const lines = all.slice(0, most).map(say);
  return all.length > most ? [...lines, `  ……还有 ${all.length - most} 处，用 --json 可以看全`] : lines;
}
