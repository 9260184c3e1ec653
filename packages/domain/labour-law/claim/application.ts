/** 仲裁申请书, complete by 劳动争议调解仲裁法 28: the parties, the claims with facts and reasons, evidence and witnesses. */
import { sayDate, type Day } from '../../calendar';
import type { Amount } from '../amounts';
import { sayArticle } from '../articles';
import { sayYuan } from '../money';
import type { Evidence } from './evidence';

export interface Party {
  name: string;
  sex: string;
  age: string;
  occupation: string;
  home: string;
  phone: string;
}

export interface EmployerParty {
  name: string;
  address: string;
  representative: string;
  position: string;
}

export interface ApplicationInput {
  committee: string;
  worker: Party;
  employer: EmployerParty;
  /** Amounts that are claimed, in their order. */
  amounts: readonly Amount[];
  /** Claims that are no amounts, a line each: 确认劳动关系. */
  claims: readonly string[];
  facts: string;
  evidence: readonly Evidence[];
  /** A witness a line, name and home. */
  witnesses: string;
  date: Day;
}

/** What art. 28 asks for and wasn't given; the application can be read without it, and isn't complete. */
export function missingFrom({ worker, employer, amounts, claims, facts, evidence }: ApplicationInput): string[] {
  const wanted: [string, boolean][] = [
    ['你的姓名', worker.name !== ''],
    ['你的性别', worker.sex !== ''],
    ['你的年龄', worker.age !== ''],
    ['你的职业', worker.occupation !== ''],
    ['你的住址', worker.home !== ''],
    ['单位的全称', employer.name !== ''],
    ['单位的地址', employer.address !== ''],
    ['单位负责人的姓名和职务', employer.representative !== '' && employer.position !== ''],
    ['至少一项请求', amounts.length + claims.length > 0],
    ['事情经过', facts !== ''],
    ['至少一项证据', evidence.length > 0],
  ];
  return wanted.filter(([, given]) => !given).map(([name]) => name);
}

const BLANK = '＿＿＿＿';
const or = (text: string): string => text || BLANK;

const sources: Record<Evidence['holder'], string> = {
  worker: '来源：申请人保存',
  employer: '由被申请人掌握，请求依《劳动争议调解仲裁法》第六条责令其提供',
  office: '来源：向有关单位调取',
};

/** Days and months as they are written on paper: 2026年2月5日. */
const onPaper = (text: string): string =>
  text.replace(/\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/g, (_, year: string, month: string, day?: string) =>
    [`${year}年${Number(month)}月`, day && `${Number(day)}日`].join(''),
  );

/** The claim for an amount, with its workings, so that the committee can follow it. */
function claimOf({ claim, fen, lines }: Amount, at: number): string {
  const how = lines.map(
    (line) => `${line.what}：${line.how}${line.fen === undefined ? '' : ` = ${sayYuan(line.fen)}`}`,
  );
  return `${at}. 请求裁决被申请人支付${claim} ${sayYuan(fen)}。\n   计算：${how.join('；')}。`;
}

/**
 * The application as text: a title, then headings that begin with 一、 二、 三、 四、, each with its paragraphs. What
 * isn't known is left as a blank to fill in by hand.
 */
export function applicationText(input: ApplicationInput): string {
  const { worker, employer, amounts, claims, facts, evidence, witnesses, date } = input;
  const requests = [...claims.map((claim, at) => `${at + 1}. ${claim}`)];
  requests.push(...amounts.map((amount, at) => claimOf(amount, claims.length + at + 1)));
  const laws = [...new Set(amounts.flatMap((amount) => amount.articles.map(sayArticle)))];
  return [
    '劳动人事争议仲裁申请书',
    '',
    '一、双方',
    `申请人：${or(worker.name)}，性别：${or(worker.sex)}，年龄：${or(worker.age)}，职业：${or(worker.occupation)}，工作单位：${or(employer.name)}，住所：${or(worker.home)}${worker.phone ? `，电话：${worker.phone}` : ''}。`,
    `被申请人：${or(employer.name)}，住所：${or(employer.address)}，法定代表人（主要负责人）：${or(employer.representative)}，职务：${or(employer.position)}。`,
    '',
    '二、仲裁请求',
    ...(requests.length > 0 ? requests.map(onPaper) : [BLANK]),
    '',
    '三、事实和理由',
    or(facts),
    ...(laws.length > 0 ? [`依据：${laws.join('、')}。`] : []),
    '',
    '四、证据和证据来源、证人',
    ...evidence.map(({ name, holder }, at) => `${at + 1}. ${name}。${sources[holder]}。`),
    ...(evidence.length === 0 ? [BLANK] : []),
    `证人姓名和住所：${witnesses || '无'}`,
    '',
    '此致',
    or(input.committee),
    '',
    `申请人（签名）：${BLANK}`,
    sayDate(date, ''),
    '',
    '附：申请书副本（按被申请人人数），证据复印件，身份证复印件。',
  ].join('\n');
}
