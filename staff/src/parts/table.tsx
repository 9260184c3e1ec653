/** A table; on a phone each row becomes a card whose first cell is its heading. */
import { Button } from 'antd';
import { lazy, Suspense, useState, type KeyboardEvent, type ReactNode } from 'react';
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { useMe } from '../api/me';
import { sortRows, turnSort, type SortOrder, type SortValue } from './table-view';
import styles from './table.module.css';

/** Fetched where somebody chooses. */
const ColumnDialog = lazy(() => import('./column-dialog'));

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers are aligned to the right. */
  number?: boolean;
  /** A column of buttons has no visible heading. `one`: a single button, which stands beside the row on a phone. */
  actions?: boolean | 'one';
  /** What the rows are sorted by at a press on the head, which is no button without it. Null comes last either way. */
  sort?: (row: T) => SortValue;
  /** Left out on a phone, where a row says who or what it is and how it stands. */
  deskOnly?: boolean;
}

interface Props<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Of a list that people work in: what their choice of columns is kept under. Its rows take the focus. */
  name?: string;
  /** Further rows are on other pages, so sorting says that it sorts these alone. */
  isPart?: boolean;
}

function classOf<T>({ number, actions, deskOnly }: Column<T>): string {
  const kind = number ? styles.number : actions === 'one' ? styles.one : '';
  return [kind, actions ? styles.actions : '', deskOnly ? styles.deskOnly : ''].filter(Boolean).join(' ');
}

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

/** Enter on a row presses its main action: the one that says so, or its link. Any other button wants a press of its own. */
function pressMain(row: HTMLElement): boolean {
  const controls = controlsOf(row).filter((one) => one.matches('a, button') && one.offsetParent !== null);
  const main = controls.find((one) => one.hasAttribute('data-main')) ?? controls.find((one) => one.matches('a'));
  // Whatever it opens gives the focus back to it.
  main?.focus();
  main?.click();
  return main !== undefined;
}

/**
 * The arrow keys go from row to row, and from a control of one row to the same of the next; Home and End go to the first
 * and the last row. Enter on a row, or on its tick, presses its main action.
 */
function followKey(event: KeyboardEvent<HTMLElement>): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement))
    return;
  const row = target.closest('tr');
  if (!row) return;
  const isTick = target.matches('input[type="checkbox"]');
  if (key === 'Enter' && (target === row || isTick)) {
    if (pressMain(row)) event.preventDefault();
    return;
  }
  const find = neighbours[key];
  if (!find) return;
  const beside = find(row) ?? row;
  if (target === row) {
    event.preventDefault();
    if (beside instanceof HTMLElement) beside.focus();
    return;
  }
  const column = controlsOf(row).indexOf(target);
  const controls = controlsOf(beside);
  const next = controls[column] ?? controls.at(-1);
  // Anything else in a row, such as a field for text, keeps its keys.
  if (column < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

const Titles = v.array(v.string());

function stored(key: string): readonly string[] {
  try {
    return readJson(Titles, localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

/**
 * The columns that somebody hides: kept on the device, each account's own, and no word of what is in them.
 *
 * @param name of the list; without one every column is shown
 */
function useHiddenColumns(name: string | undefined): [readonly string[], (hidden: readonly string[]) => void] {
  const { id } = useMe();
  const key = `staff.columns.${id}.${name ?? ''}`;
  const [hidden, setHidden] = useState(() => (name === undefined ? [] : stored(key)));
  const keep = (next: readonly string[]): void => {
    setHidden(next);
    if (next.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
  };
  return [hidden, keep];
}

// The ARIA roles are repeated, since a browser drops them from a table that is laid out as cards.
export function DataTable<T>({ caption, columns: all, rows, rowKey, name, isPart = false }: Props<T>) {
  const [hidden, setHidden] = useHiddenColumns(name);
  const [order, setOrder] = useState<SortOrder | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  // One row is in the order of the tabulator; the arrow keys reach the others.
  const [current, setCurrent] = useState<string | null>(null);
  const columns = all.filter(({ title }) => !hidden.includes(title));
  const sortedBy = columns.find(({ title }) => title === order?.title);
  const shown = order && sortedBy?.sort ? sortRows(rows, sortedBy.sort, order.descending) : rows;
  const keys = shown.map(rowKey);
  const inTabOrder = current !== null && keys.includes(current) ? current : keys[0];
  const ariaSort = ({ title }: Column<T>) =>
    title !== sortedBy?.title ? undefined : order?.descending ? 'descending' : 'ascending';
  const chooser = name !== undefined && (
    <Button type="text" size="small" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
      选择列
    </Button>
  );
  // The button stands at the end of the head; a last column of cells reaches below it.
  const hasOwnEnd = columns.at(-1)?.actions !== undefined;
  const spanOf = (index: number): number | undefined =>
    name !== undefined && !hasOwnEnd && index === columns.length - 1 ? 2 : undefined;
  return (
    <>
      {isPart && sortedBy && <p className="quiet">只在这一页里按“{sortedBy.title}”排列。</p>}
      <table className={styles.table} role="table">
        <caption className="spoken">{caption}</caption>
        <thead role="rowgroup" className={name === undefined ? styles.spokenHead : ''}>
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.title}
                role="columnheader"
                scope="col"
                className={`${classOf(column)} ${column.sort || column.actions ? '' : styles.unsorted}`}
                aria-sort={ariaSort(column)}
                data-sort={column.sort ? column.title : undefined}
              >
                {column.actions ? (
                  <>
                    <span className="spoken">{column.title}</span>
                    {chooser}
                  </>
                ) : column.sort ? (
                  <button type="button" className={styles.sort} onClick={() => setOrder(turnSort(order, column.title))}>
                    {column.title}
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
            {chooser && !hasOwnEnd && (
              <td role="cell" className={styles.actions}>
                {chooser}
              </td>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup" onKeyDown={followKey}>
          {shown.map((row) => {
            const key = rowKey(row);
            const focusable =
              name === undefined ? {} : { tabIndex: key === inTabOrder ? 0 : -1, onFocus: () => setCurrent(key) };
            return (
              <tr key={key} role="row" {...focusable}>
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
                      colSpan={spanOf(index)}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {isChoosing && (
        <Suspense fallback={null}>
          <ColumnDialog
            titles={all.slice(1).flatMap(({ title, actions }) => (actions ? [] : [title]))}
            hidden={hidden}
            setHidden={setHidden}
            close={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
