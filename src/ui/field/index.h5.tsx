import { FieldMessages } from './messages';
import type { FrameProps } from './types';
import styles from './style.module.scss';

export { describedBy, spoken, type FieldProps } from './types';

/** Label, hint and error around one control; the label is a real one, so tapping it reaches the control. */
export function Field({ id, label, hint, error, optional, children }: Omit<FrameProps, 'name'>) {
  return (
    <div className={`${styles.field} ${error ? styles.wrong : ''}`}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}>可不填</span>}
      </label>
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}
