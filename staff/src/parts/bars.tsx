/**
 * A bar chart with the number beside each bar; it is a table to screen readers. It is drawn here, since a chart
 * library would weigh more than all of the console's own code.
 */
import { sayHidden } from '@yugong/domain/monthly-figures/words';
import styles from './bars.module.css';

export interface Bar {
  label: string;
  /** Null stands for a suppressed small group. */
  value: number | null;
  /** Shown instead of the bare number, or of one that is hidden: why it is. */
  text?: string;
}

interface Props {
  caption: string;
  bars: readonly Bar[];
  /** The value of a full bar; the largest value by default. */
  full?: number;
}

export function Bars({ caption, bars, full }: Props) {
  const highest = full ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <table className={styles.bars}>
      <caption className="spoken">{caption}</caption>
      <tbody>
        {bars.map(({ label, value, text: text }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={styles.track}>
              <svg className={styles.drawn} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                {value !== null && <rect className={styles.bar} width={(value / highest) * 100} height="1" />}
                {value === null && <rect className={styles.hidden} width="4" height="1" />}
              </svg>
            </td>
            <td className={styles.value}>{text ?? value?.toLocaleString('zh-CN') ?? sayHidden()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
