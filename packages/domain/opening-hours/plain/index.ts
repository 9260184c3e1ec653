/**
 * Hours as a clerk writes them in Chinese, put into OpenStreetMap's `opening_hours`.
 *
 * Text → tokens → clauses → rules, and three nets under it. Every token is accounted for, or the cell is refused. The rules
 * are said back as a sentence, and that sentence has to give the same hours again. And the hours have to make sense: open at
 * some time, on every day that the text gives hours for, and not on a day that it excludes. Whatever could mean two things
 * is refused with a question.
 *
 * 工作日 means the official calendar: Monday to Friday, not on public holidays, and on the weekends worked for them;
 * 周一至周五 says nothing of holidays and stays so.
 */
import { compileHours } from '../compile';
import { describeHours } from '../describe';
import { writeHours } from '../write';
import { sentenceOf } from './clauses';
import { normaliseHoursText } from './normalise';
import { rulesOf } from './rules';
import { differingDay, nonsenseIn } from './sense';
import { tokensOf } from './tokens';
import { Unclear } from './unclear';

export { differingDay, isEverOpen } from './sense';

/** `sentence` says back what was understood; `notes` is what a clerk should look at. */
export type PlainHours =
  { ok: true; written: string; sentence: string; notes: string[] } | { ok: false; message: string; expected: string };

const EXPECTED =
  '例如 周一至周五 9:00-12:00,14:00-18:00；周六 10:00-16:00；节假日休息，或 24小时，或 OSM 写法 Mo-Fr 09:00-18:00';

/**
 * Translates, or says what could not be understood.
 *
 * @example plainHours('9:00-18:00，周日休息')
 * // { ok: true, written: 'Mo-Su 09:00-18:00; Su off', sentence: '每天 9:00–18:00；周日不开', notes: [] }
 */
export function plainHours(text: string): PlainHours {
  try {
    const { written, sentence, notes } = translate(text);
    const again = translate(sentence);
    const day = differingDay(written, again.written);
    if (day !== null)
      throw new Unclear(
        `这样写可能有两种意思（${day}）`,
        '分成几句写，每句一种日子，例如 周一至周五 9:00-18:00；周六 10:00-16:00',
      );
    return { ok: true, written, sentence, notes };
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    return { ok: false, message: error.message, expected: error.expected ?? EXPECTED };
  }
}

function translate(text: string): { written: string; sentence: string; notes: string[] } {
  const tokens = tokensOf(normaliseHoursText(text));
  if (tokens.length === 0) throw new Unclear('没有写时间');
  const { clauses, remarks } = sentenceOf(tokens);
  const { rules, warnings } = rulesOf(clauses);
  const written = writeHours(rules);
  const compiled = compileHours(written);
  if (!compiled.ok) throw new Unclear(compiled.message, compiled.expected);
  const nonsense = nonsenseIn(compiled.hours, clauses);
  if (nonsense !== null) throw new Unclear(nonsense);
  const notes = [
    ...warnings,
    ...remarks.map((words) => `「${words}」没有写进开放时间；要告诉来的人，请写在「时间说明」里`),
  ];
  return { written, sentence: describeHours(rules), notes };
}
