/** One number at arm's length: 「12 / 30 个名额」. */
import styles from './count.module.css';

export const Count = ({ value, of }: { value: number; of: string }) => (
  <p className={styles.count}>
    {value}
    <span className={styles.of}> / {of}</span>
  </p>
);
