import { describedBy, Field } from '../field';
import { useFieldId } from '../form/context';
import { excess, sayExcess, type TextAreaProps } from './types';
import styles from './style.module.scss';

/**
 * Several lines to type. It grows with the text and never shortens it.
 *
 * @example
 * <TextArea name="facts" label="发生了什么" value={facts} onChange={setFacts} limit={4000} />
 */
export function TextArea({ value, onChange, rows = 4, limit, ...field }: TextAreaProps) {
  const id = useFieldId(field.name);
  const over = excess(value, limit);
  const said = { ...field, error: field.error ?? (over > 0 ? sayExcess(over) : undefined) };
  return (
    <Field {...said} id={id}>
      <div className={styles.grow}>
        {/* Drawn under the field, it makes the box as high as the text is: field-sizing is too young. */}
        <div className={styles.mirror} aria-hidden>{`${value}\n`}</div>
        <textarea
          id={id}
          className={styles.area}
          rows={rows}
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-invalid={said.error ? true : undefined}
          aria-required={field.optional ? undefined : true}
          aria-describedby={describedBy(id, said)}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </Field>
  );
}
