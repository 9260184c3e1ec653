import { normalise, type TypedKind } from '@yugong/domain/typing';
import { describedBy, Field } from '../field';
import { useFieldId } from '../form/context';
import type { TextFieldProps } from './types';
import styles from './style.module.scss';

/** type="number" would throw away what it can't read, such as 12，000: the keyboard is asked for by itself. */
const keyboards = { text: 'text', tel: 'tel', number: 'decimal', 'id-number': 'text' } as const satisfies Record<
  TypedKind,
  string
>;

/**
 * One line to type. Takes what people type, full-width digits and blanks included, and never shortens it:
 * there is no maximum length.
 *
 * @example
 * <TextField name="phone" label="手机号" type="tel" value={phone} onChange={setPhone} error={errors.phone} />
 */
export function TextField({ type = 'text', value, onChange, onLeave, autoComplete, ...field }: TextFieldProps) {
  const id = useFieldId(field.name);
  const leave = () => {
    const tidy = normalise(type, value);
    if (tidy !== value) onChange(tidy);
    onLeave?.(tidy);
  };
  return (
    <Field {...field} id={id}>
      <input
        id={id}
        className={styles.input}
        type={type === 'tel' ? 'tel' : 'text'}
        inputMode={keyboards[type]}
        autoComplete={autoComplete ?? 'off'}
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        aria-invalid={field.error ? true : undefined}
        aria-required={field.optional ? undefined : true}
        aria-describedby={describedBy(id, field)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={leave}
      />
    </Field>
  );
}
