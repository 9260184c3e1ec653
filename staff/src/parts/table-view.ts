/** The order in which somebody looks at a table's rows. */

export type SortValue = string | number | null;

export interface SortOrder {
  /** The column's title. */
  title: string;
  descending: boolean;
}

/** Names as a Chinese reader sorts them, by their sound, and numbers within a text by their size. */
const texts = new Intl.Collator('zh-CN', { numeric: true });

function compare(one: SortValue, other: SortValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return texts.compare(String(one), String(other));
}

/**
 * Sorts without changing `rows`. Those without a value come last in either order, and equal ones keep the order they had.
 *
 * @example sortRows([{ n: 2 }, { n: null }, { n: 1 }], ({ n }) => n, true) // [{ n: 2 }, { n: 1 }, { n: null }]
 */
export function sortRows<T>(rows: readonly T[], valueOf: (row: T) => SortValue, descending: boolean): T[] {
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null);
      return (descending ? -1 : 1) * compare(one.value, other.value);
    })
    .map(({ row }) => row);
}

/**
 * What a press on a column's head makes of the order: ascending, then descending, then as the service has it.
 *
 * @example turnSort({ title: '姓名', descending: true }, '姓名') // null
 */
export function turnSort(order: SortOrder | null, title: string): SortOrder | null {
  if (order?.title !== title) return { title, descending: false };
  return order.descending ? null : { title, descending: true };
}
