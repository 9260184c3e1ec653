/**
 * 仲裁申请书 by 劳动争议调解仲裁法 28 and 劳动人事争议仲裁办案规则 29: the parties with their addresses for service and
 * telephones, the requests with their own basis each, facts and reasons, evidence with its source, witnesses.
 *
 * No official element-style form (要素式) of arbitration was found for Chongqing or the country (November 2026); the
 * fields are those of rule 29. Nothing that the app says to its reader is ever on this paper.
 */
import { sayDate, type Day } from '../../calendar';
import type { Amount, WorkingStep } from '../amounts';
import { articles, citeArticles, type Article } from '../articles';
import { sayYuan, sum } from '../money';
import type { Evidence } from './evidence';
import { ageInYears, type Employer, type Worker } from './parties';

/** A request that isn't for money, with the articles it rests on. */
export interface PlainRequest {
  text: string;
  basis: readonly Article[];
}

/** A piece of evidence, and who has it in hand. */
export interface EvidenceItem {
  evidence: Evidence;
  /** Who puts it before the committee: its holder by default, or the worker where the worker has a copy. */
  from: Evidence['holder'];
}

export interface ApplicationInput {
  committee: string;
  worker: Worker;
  employer: Employer;
  /** Requests that are no amounts, first among them the labour relation. */
  requests: readonly PlainRequest[];
  /** Amounts that are claimed, by the reading that was chosen; see `claimedBy`. */
  amounts: readonly Amount[];
  facts: string;
  evidence: readonly EvidenceItem[];
  /** Witnesses, each with name and home. */
  witnesses: string;
  date: Day;
}

/** What art. 28 and rule 29 ask for and wasn't given; the application can be read without it, and isn't complete. */
export function missingFrom(input: ApplicationInput): string[] {
  const { worker, employer, amounts, requests, facts, evidence } = input;
  const wanted: [string, boolean][] = [
    ['你的姓名', worker.name !== ''],
    ['你的性别', worker.sex !== ''],
    ['你的出生日期', worker.born !== null],
    ['你的职业', worker.occupation !== ''],
    ['你的住址', worker.home !== ''],
    ['你的手机号', worker.phone !== ''],
    ['单位的全称', employer.name !== ''],
    ['单位的地址', employer.address !== ''],
    ['单位的电话', employer.phone !== ''],
    ['单位负责人的姓名和职务', employer.representative !== '' && employer.position !== ''],
    ['至少一项请求', amounts.length + requests.length > 0],
    ['事情经过', facts !== ''],
    ['至少一项证据', evidence.length > 0],
  ];
  return wanted.filter(([, given]) => !given).map(([name]) => name);
}

/** An ideographic space, which keeps two particulars on one line apart. */
const GAP = '\u3000';
/** A blank to be filled in by hand. */
const BLANK = '＿＿＿＿';
const orBlank = (text: string): string => text || BLANK;

/** Days and months as they are written on paper, and no gap between a number and what it counts. */
export const onPaper = (text: string): string =>
  text
    .replace(/\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/g, (_, year: string, month: string, day?: string) =>
      [`${year}年${Number(month)}月`, day && `${Number(day)}日`].join(''),
    )
    .replace(/([\d%]) (?=[\u4e00-\u9fff])/g, '$1')
    .replace(/([\u4e00-\u9fff]) (?=\d)/g, '$1');

/** The workings of an amount in a paper's register; steps that a paper has no use for are left out. */
const workingsOf = (steps: readonly WorkingStep[]): string[] =>
  steps.flatMap(({ what, how, fen, onPaper: paper }) =>
    paper === 'left-out'
      ? []
      : [`${paper?.what ?? what}：${paper?.how ?? how}${fen === undefined ? '' : ` = ${sayYuan(fen)}`}`],
  );

function workerLines(
  { name, sex, born, occupation, home, mailAddress, phone }: Worker,
  employer: string,
  date: Day,
): string[] {
  return [
    `申请人：${orBlank(name)}`,
    `性别：${orBlank(sex)}${GAP}出生日期：${born ? sayDate(born, '') : BLANK}${born ? `（${ageInYears(born, date)}周岁）` : ''}`,
    // Filled in by hand, or by `withIdNumber` when the finished text leaves the page.
    `身份证件号码：${BLANK.repeat(3)}`,
    `职业：${orBlank(occupation)}${GAP}工作单位：${orBlank(employer)}`,
    `住所：${orBlank(home)}`,
    `通讯地址（送达地址）：${mailAddress || (home ? '同住所' : BLANK)}`,
    `联系电话：${orBlank(phone)}`,
  ];
}

const employerLines = ({ name, address, mailAddress, phone, representative, position }: Employer): string[] => [
  `被申请人：${orBlank(name)}`,
  `住所：${orBlank(address)}`,
  `通讯地址：${mailAddress || (address ? '同住所' : BLANK)}`,
  `联系电话：${orBlank(phone)}`,
  `法定代表人（主要负责人）：${orBlank(representative)}${GAP}职务：${orBlank(position)}`,
];

/** An article, or the law by its name, as somebody cites one in a request of her own. */
const CITED = /第[零〇一二三四五六七八九十百\d]+条|《[^》]+》/;

/**
 * A request with what it rests on. What the worker wrote without naming an article gets a blank to be filled in by hand:
 * each request stands on its own basis, and the app doesn't guess one.
 */
function withBasis(text: string, basis: readonly Article[]): string {
  if (basis.length === 0 && CITED.test(text)) return text;
  return `${text.replace(/[。；]$/, '')}（依据：${basis.length === 0 ? BLANK : citeArticles(basis)}）。`;
}

function requestLines(requests: readonly PlainRequest[], amounts: readonly Amount[]): string[] {
  if (requests.length + amounts.length === 0) return [BLANK];
  const lines = [
    ...requests.map(({ text, basis }) => withBasis(text, basis)),
    ...amounts.map(({ claim, fen, basis }) => withBasis(`请求裁决被申请人支付${claim}${sayYuan(fen)}`, basis)),
  ].map((line, at) => `${at + 1}. ${line}`);
  if (amounts.length < 2) return lines;
  const [first, last] = [requests.length + 1, requests.length + amounts.length];
  return [...lines, `以上第${first}项至第${last}项金额合计${sayYuan(sum(amounts.map(({ fen }) => fen)))}。`];
}

function evidenceLines(evidence: readonly EvidenceItem[]): string[] {
  const of = (from: Evidence['holder']): string[] =>
    evidence.filter((item) => item.from === from).map((item) => item.evidence.name);
  const numbered = (names: readonly string[], source: string): string[] =>
    names.map((name, at) => `${at + 1}. ${name}。${source}`);
  const [own, asked, office] = [of('worker'), of('employer'), of('office')];
  const submitted = [...numbered(own, '来源：申请人保存。')];
  submitted.push(...office.map((name, at) => `${own.length + at + 1}. ${name}。来源：有关单位出具。`));
  return [
    ...(submitted.length > 0 ? ['（一）申请人提交的证据', ...submitted] : []),
    ...(asked.length > 0
      ? [
          `（二）由被申请人掌握管理、请求责令其提供的证据（依据：${citeArticles([articles.evidence])}）`,
          ...numbered(asked, '来源：被申请人掌握管理。'),
        ]
      : []),
    ...(evidence.length === 0 ? [BLANK] : []),
  ];
}

function annexLines(amounts: readonly Amount[], before: number): string[] {
  if (amounts.length === 0) return [];
  return [
    '',
    '附件：各项金额的计算',
    ...amounts.flatMap(({ claim, lines }, at) => [`第${before + at + 1}项${GAP}${claim}`, ...workingsOf(lines)]),
  ];
}

/**
 * The application as text: a title, then headings that begin with 一、 二、 三、 四、 and 附件, each with its paragraphs.
 * What isn't known is left as a blank to fill in by hand.
 */
export function applicationText(input: ApplicationInput): string {
  const { worker, employer, amounts, requests, facts, evidence, witnesses, date } = input;
  return [
    '劳动人事争议仲裁申请书',
    '',
    '一、当事人',
    ...workerLines(worker, employer.name, date),
    '',
    ...employerLines(employer),
    '',
    '二、仲裁请求',
    ...requestLines(requests, amounts).map(onPaper),
    '',
    '三、事实和理由',
    ...orBlank(facts).split('\n').map(onPaper),
    '',
    '四、证据和证据来源、证人',
    ...evidenceLines(evidence),
    `证人姓名和住所：${witnesses || '无'}`,
    '',
    '此致',
    orBlank(input.committee),
    '',
    `申请人（签名）：${BLANK}`,
    sayDate(date, ''),
    '',
    '附：申请书副本（按被申请人人数），证据复印件，身份证复印件。',
    ...annexLines(amounts, requests.length).map(onPaper),
  ].join('\n');
}
