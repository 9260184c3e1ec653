/** Rows of a list at once: what WeChat is sent in one go without a slow phone noticing, and a reader looks through. */
export const ROWS_PER_PAGE = 20;

/**
 * One page of a list; a page beyond the end is the last.
 *
 * @param page from 0
 * @returns the page's rows, and how many there are before and after them
 * @example paginate(news, 0) // { shown: [20 rows], before: 0, after: 15 }
 */
export function paginate<T>(
  rows: readonly T[],
  page: number,
  size = ROWS_PER_PAGE,
): { shown: T[]; before: number; after: number } {
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const from = Math.min(Math.max(page, 0), last) * size;
  const shown = rows.slice(from, from + size);
  return { shown, before: from, after: rows.length - from - shown.length };
}
