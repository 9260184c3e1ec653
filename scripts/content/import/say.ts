/** The report as a clerk reads it. */
import type { CaseDraft, Comparison, EventDraft, NewsDraft } from '@yugong/domain/newsletter';
import { kinds, type ImportReport, type DraftKind, type Remark } from './report';
import { excerpt, fieldName, sayFigures, sayValue } from './words';

/** What codes are called. */
export interface Names {
  categories: Readonly<Record<number, string>>;
  districts: Readonly<Record<string, string>>;
}

type AnyVerdict = Comparison[DraftKind][number];

const KIND_NAMES: Record<DraftKind, string> = { cases: '案例', news: '动态', events: '活动' };
const STATUS_NAMES = { new: '新', changed: '与资料不同', same: '已有', unsure: '拿不准' } as const;
const STATUSES = ['new', 'changed', 'same', 'unsure'] as const;
const CHANGE_NAMES = { wording: '', fact: '（核对）', missing: '（可补）' } as const;
const SIGNS = { new: '＋', changed: '≠', same: '＝', unsure: '？' } as const;
/** A newsletter of ordinary length is shown whole. */
const MOST_ENTRIES = 60;
const MOST_REMARKS = 40;

/** Everything but the faults, which {@link sayImportFaults} tells. */
export function sayImportReport(report: ImportReport, names: Names): string {
  const parts = [sayHead(report)];
  for (const kind of kinds) if (report[kind].length > 0) parts.push(sayKind(kind, report, names));
  if (report.notes.length > 0) {
    const remarks = shorten(
      report.notes,
      MOST_REMARKS,
      (note) => `  第 ${note.line} 行  ${aboutField(note)}${note.message}`,
    );
    parts.push(['请看一眼（不妨碍写入）：', ...remarks].join('\n'));
  }
  return parts.join('\n\n');
}

/** One fault a paragraph: where, which field, what, and what was expected. */
export function sayImportFaults({ faults }: Pick<ImportReport, 'faults'>): string {
  const lines = shorten(faults, MOST_REMARKS, ({ file, line, field, message, expected }) =>
    [
      `  ${file}:${line}  ${fieldName(field)}（${field}）：${message}`,
      ...(expected ? [`      应为：${expected}`] : []),
    ].join('\n'),
  );
  return [`要先改好的 ${faults.length} 处：`, ...lines].join('\n');
}

/** What happened, or what to do now. */
export function sayImportEnd(report: ImportReport, write: boolean): string {
  const added = kinds
    .map((kind) => [KIND_NAMES[kind], report.counts[kind].new] as const)
    .filter(([, count]) => count > 0);
  const list = added.map(([name, count]) => `${name} ${count}`).join('，');
  const changed = kinds.flatMap((kind): AnyVerdict[] => report[kind]).filter(({ status }) => status === 'changed');
  const unsure = kinds.reduce((sum, kind) => sum + report.counts[kind].unsure, 0);
  const lines: string[] = [];
  if (report.faults.length > 0) lines.push('资料没有改动。改好上面的问题后再运行一次。');
  else if (list === '') lines.push('没有新的内容，资料没有改动。');
  else if (report.written) lines.push(`已写入资料：${list}。`);
  else if (!write) lines.push(`现在只是看看，资料没有改动。加上 --write 再运行一次，就会加入：${list}。`);
  if (changed.length > 0) {
    const facts = changed.filter((verdict) => !isWordingOnly(verdict)).length;
    lines.push(
      `与资料不同的 ${changed.length} 条没有动。资料里是改写过的文字，措辞不同不用管（${changed.length - facts} 条只是这样）。`,
    );
    if (facts > 0) {
      lines.push(
        `其余 ${facts} 条，标着「核对」的是数字、日期、地点这些不同，标着「可补」的是资料里还没有：要改要补，就在资料文件里按 id 找到那一条来改。`,
      );
    }
  }
  if (unsure > 0) {
    lines.push(
      `拿不准的 ${unsure} 条没有加：确实是同一件事就不用管；不是同一件事，请把通讯里的标题或首句写得更分明，再运行一次。`,
    );
  }
  return lines.join('\n');
}

function sayHead({ file, encoding, lineCount, heading, issueDate, publisher }: ImportReport): string {
  return [
    `${file}（${encoding}，${lineCount} 行）`,
    `通讯标题：${heading ?? '没有认出，出处只写「工会通讯」'}`,
    `出刊日期：${issueDate ?? '没有给出'}`,
    `发布单位：${publisher ?? '没有写明'}`,
  ].join('\n');
}

function sayKind(kind: DraftKind, report: ImportReport, names: Names): string {
  const counts = report.counts[kind];
  const told = STATUSES.filter((status) => counts[status] > 0).map(
    (status) => `${STATUS_NAMES[status]} ${counts[status]}`,
  );
  const entries = entriesOf(kind, report, names);
  return [
    `${KIND_NAMES[kind]} ${entries.length} 条：${told.join('，')}`,
    ...shorten(entries, MOST_ENTRIES, (entry) => sayEntry(entry, names)),
  ].join('\n');
}

/** A verdict with what only its kind can say of the draft. */
interface Entry {
  verdict: AnyVerdict;
  front: string;
  details: string[];
}

function entriesOf(kind: DraftKind, { cases, news, events }: ImportReport, names: Names): Entry[] {
  switch (kind) {
    case 'cases':
      return cases.map((verdict) => ({
        verdict,
        front: caseFront(verdict.draft, names),
        details: caseDetails(verdict.draft),
      }));
    case 'news':
      return news.map((verdict) => ({ verdict, front: newsFront(verdict.draft), details: newsDetails(verdict.draft) }));
    case 'events':
      return events.map((verdict) => ({
        verdict,
        front: eventFront(verdict.draft),
        details: eventDetails(verdict.draft),
      }));
  }
}

function sayEntry({ verdict, front, details }: Entry, names: Names): string {
  const { status, draft, id, changes, reason, candidates } = verdict;
  const lines = [`  ${SIGNS[status]} ${front}`, `      ${draft.title}`];
  if (status === 'new')
    lines.push(...[...details, ...sharedDetails(verdict, names)].map((detail) => `      ${detail}`));
  if (status === 'same' || status === 'changed')
    lines.push(`      资料里是 ${id}${status === 'changed' && isWordingOnly(verdict) ? '（只有措辞不同）' : ''}`);
  for (const { field, kind: change, before, after } of changes) {
    lines.push(
      `      ${fieldName(field)}${CHANGE_NAMES[change]}`,
      `        − 资料：${sayValue(field, before)}`,
      `        ＋ 通讯：${sayValue(field, after)}`,
    );
  }
  if (reason !== null) lines.push(`      ${reason}：`);
  for (const candidate of candidates)
    lines.push(`        ${candidate.id}  ${excerpt(candidate.title)}（相像 ${Math.round(candidate.score * 100)}%）`);
  return lines.join('\n');
}

const isWordingOnly = ({ changes }: AnyVerdict): boolean => changes.every((change) => change.kind === 'wording');

function caseFront(draft: CaseDraft, names: Names): string {
  const period = draft.period === null ? '不知道第几期' : `第 ${draft.period} 期`;
  const category =
    draft.categoryName ??
    draft.newCategory?.name ??
    (draft.category === null ? '不知道哪一类' : (names.categories[draft.category] ?? `第 ${draft.category} 类`));
  const listed = draft.listLine === null || draft.listLine === draft.line ? '' : `，名单第 ${draft.listLine} 行`;
  return `${period} · ${category} · ${draft.unit ?? '不知道哪个工会'}（第 ${draft.line} 行${listed}）`;
}

function newsFront({ happenedOn, when, line }: NewsDraft): string {
  const written = when === null ? '' : `，文中写「${when}」`;
  return happenedOn === null ? `没有具体日期${written}（第 ${line} 行）` : `${happenedOn}（第 ${line} 行）`;
}

const eventFront = ({ start, end, place, line }: EventDraft): string =>
  `${start}${end === null ? '' : ` 至 ${end}`} · ${place}（第 ${line} 行）`;

/** What was read of a new draft of any kind, so that a clerk can hold it against the newsletter. */
function sharedDetails({ draft }: AnyVerdict, names: Names): string[] {
  const told: string[] = [];
  if (draft.figures.length > 0) told.push(`数字：${excerpt(sayFigures(draft.figures), 300)}`);
  if (draft.district) {
    const { adcode, districtThen } = draft.district;
    told.push(
      `区县：${names.districts[adcode] ?? adcode}${districtThen === undefined ? '' : `（文中的${districtThen}）`}`,
    );
  }
  return told;
}

function caseDetails({ lead, points }: CaseDraft): string[] {
  if (lead === null && points.length === 0) return ['只有标题，没有正文'];
  return [
    ...(lead === null ? [] : [`导语：${excerpt(lead)}`]),
    ...points.map(({ heading, body }, index) => `要点 ${index + 1}：${excerpt(heading)}（正文 ${body.length} 字）`),
  ];
}

const newsDetails = ({ isTitlePrinted, paragraphs }: NewsDraft): string[] => [
  ...(isTitlePrinted ? [] : ['（通讯里没有标题，这里用了首句的话）']),
  `正文：${excerpt(paragraphs.join(''))}`,
];

const eventDetails = ({ organiser }: EventDraft): string[] => (organiser ? [`主办：${organiser}`] : []);

const aboutField = ({ field }: Remark): string => (field === 'text' ? '' : `${fieldName(field)}：`);

function shorten<T>(all: T[], most: number, say: (one: T) => string): string[] {
  const lines = all.slice(0, most).map(say);
  return all.length > most ? [...lines, `  ……还有 ${all.length - most} 条，用 --json 可以看全`] : lines;
}
