/** The line on top that says when the newsletter came out. */
import { resolve, writtenDates } from './dates';

const LONGEST = 40;

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
  if (!/^(?:(?:出刊|出版|发布|发行|印发|编印)?(?:日期|时间)?[:：\s]*|\s*[（(]?(?:总)?第\s*\d+\s*期[）)]?\s*|[（()）|｜\s]|星期.|主办[:：]?.{0,15}工会|编[:：]?.{0,15}工会)*$/.test(others)) return null;
  const resolved = resolve(date, null);
  return resolved.ok ? resolved.start : null;
}
