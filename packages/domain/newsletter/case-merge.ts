/** Brings a case's text and its entry in a list together. */
import type { CaseDraft, Flags } from './drafts';
import { essence } from './similarity';

/**
 * A title without what differs from place to place: 重庆 or 市 in front, blanks, quotes.
 *
 * @example caseKey('重庆市总工会打造“交互式” 职工摄影展') === caseKey('市总工会打造交互式职工摄影展') // true
 */
export const caseKey = (title: string): string => essence(title).replace(/^(?:重庆市?|市)(?=.)/, '');

/** One draft a case. Its period is the list's; where list and text contradict each other, both lines are told. */
export function mergeCases(texts: CaseDraft[], entries: CaseDraft[], flags: Flags): CaseDraft[] {
  const merged = new Map<string, CaseDraft>();
  for (const text of texts) addOnce(merged, text, flags);
  const listed = new Map<string, CaseDraft>();
  for (const entry of entries) addOnce(listed, entry, flags);
  for (const [key, entry] of listed) {
    const text = merged.get(key);
    merged.set(key, text ? join(text, entry, flags) : entry);
  }
  for (const draft of merged.values()) {
    if (draft.listLine === null) {
      const message = `名单里没有「${draft.title}」，不知道是第几期的`;
      flags.fault(draft.line, 'period', message, '名单（第几期、哪一类）里有同一个标题');
    } else if (draft.category === null && draft.newCategory === null) {
      flags.fault(
        draft.listLine,
        'category',
        `不知道「${draft.title}」是哪一类`,
        '标题上面有类别，例如「四、发挥劳模工匠作用」',
      );
    }
  }
  return [...merged.values()];
}

function join(text: CaseDraft, entry: CaseDraft, flags: Flags): CaseDraft {
  if (text.category !== null && entry.category !== null && text.category !== entry.category) {
    const message = `正文（第 ${text.line} 行）放在第 ${text.category} 类，名单（第 ${entry.line} 行）放在第 ${entry.category} 类`;
    flags.fault(text.line, 'category', message, '正文和名单的类别一致');
  }
  return {
    ...text,
    title: entry.title,
    unit: entry.unit,
    listLine: entry.listLine,
    period: entry.period,
    category: entry.category ?? text.category,
    categoryName: entry.category === null ? text.categoryName : entry.categoryName,
    newCategory: entry.category === null ? (entry.newCategory ?? text.newCategory) : entry.newCategory,
    district: entry.district ?? text.district,
  };
}

function addOnce(known: Map<string, CaseDraft>, draft: CaseDraft, flags: Flags): void {
  const key = caseKey(draft.title);
  const before = known.get(key);
  if (!before) {
    known.set(key, draft);
  } else if (sameCase(before, draft)) {
    flags.note(draft.line, 'title', `和第 ${before.line} 行重复，只收一次`);
  } else {
    flags.fault(draft.line, 'title', `标题和第 ${before.line} 行相同，内容不同`, '同一个案例只写一次');
  }
}

function sameCase(a: CaseDraft, b: CaseDraft): boolean {
  const content = ({ period, category, lead, points }: CaseDraft) =>
    JSON.stringify([period, category, essence(lead ?? ''), points.map((p) => essence(p.heading + p.body))]);
  return content(a) === content(b);
}
