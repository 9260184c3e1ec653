import { type KeyboardEvent, useEffect, useRef } from 'react';
import { addDays, addMonths, type Day, monthOf, monthWeeks, weekStart } from '@yugong/domain/calendar';
import { MarkedDays } from './marked-days';
import { MonthHead } from './head';
import { useAsList } from './use-as-list';
import { dayOfMonth, isIn, lookOf, type MonthGridProps, sayCell, monthLabel, signsOf, weekdays } from './types';
import styles from './style.module.scss';

export type { DayMark, DayNote } from './types';

/**
 * A month, Monday first, with what is on its days. A table with one stop for the Tab key; arrows, Home,
 * End and the page keys move within it, into the months beside it as well.
 *
 * @example
 * <MonthGrid month="2026-10" today={today} selected={day} onSelect={setDay} onMonth={setMonth}
 *   marks={{ '2026-10-01': [{ sign: '休', text: '国庆节放假' }] }} />
 */
export function MonthGrid(props: MonthGridProps) {
  const asList = useAsList();
  return (
    <div>
      {!props.headless && <MonthHead {...props} />}
      {asList ? <MarkedDays {...props} /> : <Grid {...props} />}
    </div>
  );
}

function Grid(props: MonthGridProps) {
  const { month, today, selected, marks, notes, onSelect, onMonth } = props;
  const table = useRef<HTMLTableElement>(null);
  // The day that takes the focus once its month is drawn.
  const wanted = useRef<Day | null>(null);
  const stop = [selected, today].find((day) => day !== null && isIn(month, day)) ?? `${month}-01`;
  const focus = (day: Day) => table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  useEffect(() => {
    if (wanted.current && isIn(month, wanted.current)) focus(wanted.current);
    wanted.current = null;
  }, [month]);
  const move = (event: KeyboardEvent, day: Day) => {
    const next = dayFrom(day, event.key);
    if (next === null) return;
    event.preventDefault();
    if (isIn(month, next)) return focus(next);
    wanted.current = next;
    onMonth(monthOf(next));
  };
  return (
    <table ref={table} className={styles.grid} role="grid" aria-label={monthLabel(month)}>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} className={styles.weekday} scope="col" abbr={`周${name}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={styles.cell}
                role="gridcell"
                aria-selected={isIn(month, day) ? day === selected : undefined}
              >
                {isIn(month, day) && (
                  <button
                    type="button"
                    className={['pressable', styles.day, ...lookOf(day, props).map((look) => styles[look])].join(' ')}
                    data-day={day}
                    tabIndex={day === stop ? 0 : -1}
                    aria-current={day === today ? 'date' : undefined}
                    onClick={() => onSelect(day)}
                    onKeyDown={(event) => move(event, day)}
                  >
                    {/* Its name is text and no label, which would have to repeat what is drawn. */}
                    <span className={styles.spoken}>{sayCell(day, props)}</span>
                    <span className={styles.number} aria-hidden>
                      {dayOfMonth(day)}
                      {notes?.[day]?.badge && (
                        <span className={`${styles.badge} ${notes[day]?.badge === '休' ? styles.off : styles.work}`}>
                          {notes[day]?.badge}
                        </span>
                      )}
                    </span>
                    {notes && (
                      <span className={`${styles.under} ${notes[day]?.special ? styles.special : ''}`} aria-hidden>
                        {notes[day]?.under}
                      </span>
                    )}
                    <span className={styles.signs} aria-hidden>
                      {signsOf(marks[day]).map(({ sign, own }) => (
                        <span key={sign} className={`${styles.sign} ${own ? styles.own : ''}`}>
                          {sign}
                        </span>
                      ))}
                    </span>
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same day of another month, or that month's last where it is shorter. */
function inMonth(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const wanted = `${month}-${day.slice(8)}`;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  return wanted < last ? wanted : last;
}

const moves: Record<string, (day: Day) => Day> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: weekStart,
  End: (day) => addDays(weekStart(day), 6),
  PageUp: (day) => inMonth(day, -1),
  PageDown: (day) => inMonth(day, 1),
};

/** @returns null for a key that means nothing here */
const dayFrom = (day: Day, key: string): Day | null => moves[key]?.(day) ?? null;
