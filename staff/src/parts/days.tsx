/** A column chart with a value a day, and the same as a table for screen readers. */
import styles from './days.module.css';

export interface DayValue {
  day: string;
  /** Null stands for a suppressed small group. */
  value: number | null;
  /** The number in words, or why it is hidden. */
  text: string;
}

interface Props {
  caption: string;
  days: readonly DayValue[];
  say: (day: string) => string;
}

const HEIGHT = 40;

export function DayColumns({ caption, days, say }: Props) {
  const highest = Math.max(1, ...days.map(({ value }) => value ?? 0));
  const width = Math.max(days.length, 1);
  const last = days.at(-1);
  return (
    <figure className={styles.figure}>
      <svg className={styles.drawn} viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, value, text }, index) => {
          const tall = value === null ? 1 : (value / highest) * (HEIGHT - 2);
          return (
            <rect
              key={day}
              className={value === null ? styles.hidden : styles.column}
              x={index + 0.15}
              width={0.7}
              y={HEIGHT - tall}
              height={tall}
            >
              <title>{`${say(day)}：${text}`}</title>
            </rect>
          );
        })}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{days[0] && say(days[0].day)}</span>
        <span>最多一天 {highest}</span>
        <span>{last && say(last.day)}</span>
      </div>
      {/* The box clips the table: a table keeps the height of its rows, and the page would go on below its end. */}
      <div className="spoken">
        <table>
          <caption>{caption}</caption>
          <tbody>
            {days.map(({ day, text }) => (
              <tr key={day}>
                <th scope="row">{say(day)}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
