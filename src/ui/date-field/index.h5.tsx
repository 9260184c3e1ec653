import { describedBy, Field } from '../field';
import { useFieldId } from '../form/context';
import { EARLIEST, LATEST, type DateFieldProps } from './types';
import styles from './style.module.scss';

/**
 * A day, on the phone's own wheel or calendar.
 *
 * @example
 * <DateField name="ended" label="最后一天上班" value={ended} onChange={setEnded} last={today} />
 */
export function DateField({ value, onChange, first = EARLIEST, last = LATEST, ...field }: DateFieldProps) {
  const id = useFieldId(field.name);
  return (
    <Field {...field} id={id}>
      <input
        id={id}
        className={styles.input}
        type="date"
        min={first}
        max={last}
        value={value}
        aria-invalid={field.error ? true : undefined}
        aria-required={field.optional ? undefined : true}
        aria-describedby={describedBy(id, field)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
