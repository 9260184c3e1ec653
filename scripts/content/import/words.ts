/** What fields and values are called before a clerk. */
import { sayFigure } from '@yugong/domain/figure';

const FIELDS: Record<string, string> = {
  title: '标题',
  period: '期',
  category: '类别',
  unit: '单位',
  lead: '导语',
  points: '要点',
  figures: '数字',
  happenedOn: '日期',
  paragraphs: '正文',
  start: '日期',
  end: '结束日期',
  place: '地点',
  organiser: '主办',
  summary: '简介',
  adcode: '区县代码',
  districtThen: '当时的区县名',
  publishedAt: '出刊日期',
  issueDate: '出刊日期',
  text: '文字',
  source: '出处',
  publisher: '发布单位',
  confidence: '可靠程度',
  adcodes: '区县代码',
};

/** The field's name in Chinese; its own name where it has none. */
export const fieldName = (field: string): string => FIELDS[field] ?? field;

const LONGEST = 72;

/** Cut to a line's length, saying how much there is. */
export const excerpt = (text: string, longest = LONGEST): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}……（共 ${text.length} 字）`;

interface Point {
  heading: string;
  body: string;
}
type Figure = Parameters<typeof sayFigure>[0] & { label: string };

/** 「职工 724万名」, with a line's length for each. */
export const sayFigures = (figures: Figure[]): string =>
  figures.map((figure) => `${figure.label} ${sayFigure(figure)}`).join('；');

/** A field's value in one line. */
export function sayValue(field: string, value: unknown): string {
  if (value === null || value === undefined) return '（没有）';
  if (!Array.isArray(value)) return excerpt(String(value));
  if (value.length === 0) return '（没有）';
  if (field === 'figures') return excerpt(sayFigures(value as Figure[]), 2 * LONGEST);
  if (field === 'points') return excerpt((value as Point[]).map(({ heading }) => heading).join('／'), 2 * LONGEST);
  return excerpt(value.join(''));
}
