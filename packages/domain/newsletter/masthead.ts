/** The line on top that says when the newsletter came out. */
import { resolve, writtenDates } from './dates';

const LONGEST = 40;
/** What else stands on such a line. */
const CUSTOMARY = /出刊|出版|发布|发行|印发|编印|日期|时间|总?第\s*\d+\s*期|星期.|[:：（）()|｜\s]/g;

/**
 * The full date of a masthead line; null for a line that says anything else.
 *
 * @example printedIssueDate('2024年11月20日 第46期') // '2024-11-20'
 */
export function printedIssueDate(line: string): string | null {
  if (line.length > LONGEST || /[，。；！？]/.test(line)) return null;
  const [date, second] = [...writtenDates(line)];
  if (!date || second || date.year === null || date.day === null || date.last) return null;
  const others = line.slice(0, date.start) + line.slice(date.end);
  if (others.replace(CUSTOMARY, '') !== '') return null;
  const resolved = resolve(date, null);
  return resolved.ok ? resolved.start : null;
}
