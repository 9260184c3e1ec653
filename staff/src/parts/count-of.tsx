/** One number at arm's length: 「12 / 30 个名额」. */
import styles from './count-of.module.css';

export const CountOf = ({ value, of }: { value: number; of: string }) => (
  <p className={styles.count}>
    {value}
    <span className={styles.of}> / {of}</span>
  </p>
);
