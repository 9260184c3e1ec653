/**
 * Numbers drawn as bars from a common line, with the number beside each: proportion to the eye, and a table to a
 * screen reader. Drawn here: a chart library would weigh more than all of the console's own code.
 */
import styles from './bars.module.css';

export interface Bar {
  label: string;
  /** Null where the group is too small to be shown. */
  value: number | null;
  /** Drawn instead of the bare number. */
  text?: string;
}

interface Props {
  caption: string;
  bars: readonly Bar[];
  /** What a full bar is; the largest value where it isn't said. */
  full?: number;
}

export function Bars({ caption, bars, full }: Props) {
  const most = full ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <table className={styles.bars}>
      <caption className="spoken">{caption}</caption>
      <tbody>
        {bars.map(({ label, value, text: said }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={styles.track}>
              <svg className={styles.drawn} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                {value !== null && <rect className={styles.bar} width={(value / most) * 100} height="1" />}
                {value === null && <rect className={styles.hidden} width="4" height="1" />}
              </svg>
            </td>
            <td className={styles.value}>{value === null ? '少于 5' : (said ?? value.toLocaleString('zh-CN'))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
