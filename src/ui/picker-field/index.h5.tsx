import { describedBy, Field } from '../field';
import { useFieldId } from '../form/context';
import { Icon } from '../icon';
import type { PickerFieldProps } from './types';
import styles from './style.module.scss';

/**
 * One of many, such as a district. Up to seven choices are better seen at once: `ChoiceGroup`.
 *
 * @example
 * <PickerField name="district" label="区县" options={districts} value={adcode} onChange={setAdcode} />
 */
export function PickerField<T extends string>({
  options,
  value,
  onChange,
  placeholder = '请选择',
  ...field
}: PickerFieldProps<T>) {
  const id = useFieldId(field.name);
  return (
    <Field {...field} id={id}>
      <div className={styles.box}>
        <select
          id={id}
          className={styles.select}
          value={value ?? ''}
          aria-invalid={field.error ? true : undefined}
          aria-required={field.optional ? undefined : true}
          aria-describedby={describedBy(id, field)}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {value === null && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
        <span className={styles.arrow}>
          <Icon name="chevron-down" size="small" />
        </span>
      </div>
    </Field>
  );
}
