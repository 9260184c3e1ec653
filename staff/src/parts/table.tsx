/** A table; on a phone each row becomes a card whose first cell is its heading. */
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './table.module.css';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers are aligned to the right. */
  number?: boolean;
  /** A column of buttons has no visible heading. */
  actions?: boolean;
}

interface Props<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
}

const classOf = <T,>({ number, actions }: Column<T>): string | undefined =>
  number ? styles.number : actions ? styles.actions : undefined;

/** What in a row takes the focus, in the order of the row. */
const controlsOf = (row: Element): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input[type="checkbox"]:not(:disabled)'),
];

const neighbours: Partial<Record<string, (row: Element) => Element | null>> = {
  ArrowDown: (row) => row.nextElementSibling,
  ArrowUp: (row) => row.previousElementSibling,
  Home: (row) => row.parentElement?.firstElementChild ?? null,
  End: (row) => row.parentElement?.lastElementChild ?? null,
};

/** The arrow keys go from row to row and stay in their column; Home and End go to the first and the last row. */
function goToRow(event: KeyboardEvent<HTMLElement>): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement))
    return;
  const row = target.closest('tr');
  const find = neighbours[key];
  if (!row || !find) return;
  const column = controlsOf(row).indexOf(target);
  const controls = controlsOf(find(row) ?? row);
  const next = controls[column] ?? controls.at(-1);
  // Anything else in a row, such as a field for text, keeps its keys.
  if (column < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

// The ARIA roles are repeated, since a browser drops them from a table that is laid out as cards.
export function DataTable<T>({ caption, columns, rows, rowKey }: Props<T>) {
  return (
    <table className={styles.table} role="table">
      <caption className="spoken">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.title} role="columnheader" scope="col" className={classOf(column)}>
              {column.actions ? <span className="spoken">{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" onKeyDown={goToRow}>
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.title} role="rowheader" scope="row" className={styles.first}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.title}
                  role="cell"
                  className={classOf(column)}
                  data-title={column.actions ? '' : column.title}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
