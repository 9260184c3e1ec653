/** A number in large type, such as 「12 / 30 个名额」. */
import styles from './count-of.module.css';

export const CountOf = ({ value, of }: { value: number; of: string }) => (
  <p className={styles.count}>
    {value}
    <span className={styles.of}> / {of}</span>
  </p>
);
