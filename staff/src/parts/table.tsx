/** A table; on a phone each row becomes a card whose first cell is its heading. */
import type { ReactNode } from 'react';
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
      <tbody role="rowgroup">
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
