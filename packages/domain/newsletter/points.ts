/** A case's numbered points, whether each has its own paragraph or all stand in one. */
import type { CaseDraft, Flags } from './drafts';
import type { NewsletterParagraph } from './paragraphs';
import { isClosed, pointOf, clauses, sentences } from './marks';

type Point = CaseDraft['points'][number];

/** What stands before the points, and the points. */
export interface CaseBody {
  lead: string | null;
  points: Point[];
}

/** A mark in the middle of a paragraph: …；二是… */
const INLINE = /(^|[。；;：:，,])\s*(?=[一二三四五六七八九十]{1,3}是(?!否|非))/g;

/** Reads a case's paragraphs. */
export function readBody(paragraphs: NewsletterParagraph[], flags: Flags): CaseBody {
  const lead: string[] = [];
  const points: { rest: string; line: number }[] = [];
  let expected = 1;
  for (const { text, line } of paragraphs.flatMap(splitInline)) {
    const opening = pointOf(text);
    const current = points.at(-1);
    if (opening) {
      if (opening.number !== expected) {
        flags.note(line, 'points', `要点的序号是 ${opening.number}，按顺序应为 ${expected}，看看有没有漏掉或排错`);
      }
      expected = opening.number + 1;
      points.push({ rest: opening.rest, line });
    } else if (current) {
      flags.note(line, 'points', '这一段在要点之后、没有序号，接在了上一条要点后面');
      current.rest += text;
    } else {
      lead.push(text);
    }
  }
  return { lead: lead.length > 0 ? lead.join('') : null, points: points.map(({ rest }) => partPoint(rest)) };
}

/**
 * Parts 「打造驾驶舱，让数据亮起来。本届……」 into its heading and the rest.
 *
 * A point of one sentence is parted behind its first clause.
 */
function partPoint(text: string): Point {
  const [first = text, ...rest] = sentences(text);
  const body = rest.join('').trim();
  if (body !== '') return { heading: plain(first), body };
  const [clause = text, ...others] = clauses(text);
  return { heading: plain(clause), body: others.join('').trim() || text.trim() };
}

const plain = (text: string): string => text.trim().replace(/[。，,；;：:]$/, '');

/** Parts a paragraph at its inline marks, when they count up from its own first. */
function splitInline(paragraph: NewsletterParagraph): { text: string; line: number }[] {
  const starts: number[] = [];
  for (const hit of paragraph.text.matchAll(INLINE)) {
    const at = hit.index + hit[0].length;
    const number = pointOf(paragraph.text.slice(at, at + 8))?.number;
    const before = starts.at(-1);
    const wanted = before === undefined ? number : (pointOf(paragraph.text.slice(before, before + 8))?.number ?? 0) + 1;
    if (number !== undefined && number === wanted) starts.push(at);
  }
  if (starts.length === 0) return [{ text: paragraph.text, line: paragraph.line }];
  const bounds = [...(starts[0] === 0 ? [] : [0]), ...starts, paragraph.text.length];
  return bounds.slice(0, -1).map((from, index) => ({
    text: endSentence(paragraph.text.slice(from, bounds[index + 1])),
    line: paragraph.line,
  }));
}

/** A point that ended in a semicolon beside the others ends in a full stop alone. */
const endSentence = (text: string): string => {
  const trimmed = text.trim().replace(/[；;，,]$/, '。');
  return isClosed(trimmed) ? trimmed : trimmed.replace(/[：:]$/, '。');
};
