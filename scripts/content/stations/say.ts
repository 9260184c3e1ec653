/** The report as a clerk reads it. */
import { entryLabels, facilityLabels, kindLabels } from '../../../src/domain/station/labels';
import type { StationFault, StationRemark, StationReport, StationVerdict, ValueClass } from './report';

const SIGNS = { new: '＋', changed: '≠', same: '＝' } as const;
const CLASSES: Record<ValueClass, string> = { empty: '空的', text: '文字', number: '数字', date: '日期', boolean: '是/否', row: '整行' }; // prettier-ignore
const FIELDS: Record<string, string> = {
  title: '名称', aliases: '别名', kind: '类型', adcode: '区县代码', districtThen: '当时的区县名', street: '街道', address: '地址',
  location: '坐标（GCJ-02）', openingHours: '开放时间', hoursNote: '时间说明', entry: '进门方式', access: '进门说明',
  facilities: '设施', phone: '电话', verifiedAt: '核实日期', verifiedBy: '核实单位', note: '备注',
}; // prettier-ignore
const MOST_ENTRIES = 60;
const MOST_REMARKS = 60;

/** What was read, what it becomes, and what to look at. */
export function sayReport(report: StationReport): string {
  const { counts } = report;
  const head = `${report.file}（${report.format}，${report.rows} 行）：新 ${counts.new}，有改动 ${counts.changed}，已有且相同 ${counts.same}，有问题 ${counts.bad}`; // prettier-ignore
  const told = report.stations.filter(({ status }) => status !== 'same');
  const parts = [[head, ...shorten(told, MOST_ENTRIES, sayVerdict)].join('\n')];
  if (report.notes.length > 0) parts.push(['请看一眼（不妨碍写入）：', ...shorten(report.notes, MOST_REMARKS, (note) => `  ${sayPlace(note)}：${note.message}`)].join('\n')); // prettier-ignore
  return parts.join('\n\n');
}

/** One fault a paragraph: row, column, what stood there, and what was expected. */
export const sayFaults = ({ faults }: Pick<StationReport, 'faults'>): string =>
  [`要先改好的 ${faults.length} 处：`, ...shorten(faults, MOST_REMARKS, sayFault)].join('\n');

const sayFault = (fault: StationFault): string =>
  `  ${fault.file} ${sayPlace(fault)}（${CLASSES[fault.valueClass]}）：${fault.message}\n      应为：${fault.expected}`;

const sayPlace = ({ row, column, letter }: StationRemark): string =>
  `第 ${row} 行${column === null ? '' : `「${column}」${letter === null ? '' : `（${letter}${row}）`}`}`;

/** What happened, or what to do now. */
export function sayEnd({ counts, faults, written }: StationReport, { write, skipBad }: { write: boolean; skipBad: boolean }): string {
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

function sayVerdict({ row, status, id, title, changes }: StationVerdict): string {
  const lines = [`  ${SIGNS[status]} ${title}（第 ${row} 行，${id}）`];
  for (const { field, before, after } of changes) {
    if (status === 'changed')
      lines.push(`      ${FIELDS[field] ?? field}`, `        − 资料：${sayValue(field, before)}`, `        ＋ 名单：${sayValue(field, after)}`); // prettier-ignore
    else if (field !== 'title') lines.push(`      ${FIELDS[field] ?? field}：${sayValue(field, after)}`);
  }
  return lines.join('\n');
}

function sayValue(field: string, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '（没有）';
  const labels: Record<string, string> = field === 'facilities' ? facilityLabels : field === 'entry' ? entryLabels : {};
  if (field === 'kind') return kindLabels[value as keyof typeof kindLabels].label;
  if (field === 'location') return `${(value as { lng: number }).lng}, ${(value as { lat: number }).lat}`;
  return Array.isArray(value) ? value.map((one: string) => labels[one] ?? one).join('、') : String(value);
}

function shorten<T>(all: readonly T[], most: number, say: (one: T) => string): string[] {
  const lines = all.slice(0, most).map(say);
  return all.length > most ? [...lines, `  ……还有 ${all.length - most} 处，用 --json 可以看全`] : lines;
}
