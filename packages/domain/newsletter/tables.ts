/** Rows of tables and entries of schedules: lines that list what is planned, and are no items of news. */
import { openingOf } from './dates';
import type { NewsletterLine } from './lines';
import { isClosed, markOf } from './marks';
import { unionAt } from './unions';

const LONGEST_ENTRY = 50;
/** 9:00—10:30 签到 */
const TIME_FIRST = /^(?:上午|下午|晚上?)?\s*\d{1,2}[:：]\d{2}\s*(?:[-—–~～至到]\s*\d{1,2}[:：]\d{2})?\s*\S/;

/** Is the line a row of a table? Three columns are; two are where a neighbour has two as well. */
export function isTableRow(line: NewsletterLine, neighbours: readonly (NewsletterLine | undefined)[]): boolean {
  if (line.level !== null || isClosed(line.text)) return false;
  return line.columns >= 3 || (line.columns === 2 && neighbours.some((one) => one !== undefined && one.columns === 2));
}

/** Is the line an entry of a schedule: a day or a time, then a name, without a sentence? A union that did something is news. */
export function isScheduleEntry({ text, level }: NewsletterLine): boolean {
  if (level !== null || text.length > LONGEST_ENTRY || isClosed(text)) return false;
  const content = markOf(text)?.content ?? text;
  if (TIME_FIRST.test(content)) return !/，/.test(content);
  const opening = openingOf(content);
  if (opening?.kind !== 'date') return false;
  const behind = content.slice(opening.date.end);
  if (unionAt(behind.trim()) !== null) return false;
  return (
    /^(?:[（(].{1,4}[)）])?(?:\s*(?:上午|下午|晚上?)?\s*\d{1,2}[:：]\d{2}\S*)?(?:[\s:：]|$)/.test(behind) &&
    !/[，；]/.test(behind)
  );
}
