/** Items that a newsletter prints twice. */
import type { Flags, NewsDraft } from './drafts';
import type { ReadNews } from './news';
import { essence } from './similarity';

/**
 * Keeps each item once. The same words twice are one item; the same title on the same day with other
 * words may be a correction or an oversight, and only a person can tell.
 */
export function withoutDuplicates(items: ReadNews[], flags: Flags): ReadNews[] {
  const byText = new Map<string, NewsDraft>();
  const byTitle = new Map<string, NewsDraft>();
  return items.filter(({ draft, lines }) => {
    const text = essence(draft.paragraphs.join(''));
    const title = `${draft.happenedOn} ${essence(draft.title)}`;
    const same = byText.get(text);
    const namesake = byTitle.get(title);
    if (same) {
      flags.leaveOut(lines, `和第 ${same.line} 行重复，只收一次`);
    } else if (namesake) {
      const message = `日期和标题与第 ${namesake.line} 行相同，内容不同`;
      flags.fault(draft.line, 'title', message, '同一件事只留一条；是两件事就把标题写得不同');
    }
    byText.set(text, same ?? draft);
    byTitle.set(title, namesake ?? draft);
    return !same && !namesake;
  });
}
