import { Input } from '@tarojs/components';
import { useContext } from 'react';
import { normalise, type TypedKind } from '@yugong/domain/typing';
import { Field, spoken } from '../field';
import { FormContext, useFieldId } from '../form/context';
import type { TextFieldProps } from './types';
import styles from './style.module.scss';

const keyboards = { text: 'text', tel: 'number', number: 'digit', 'id-number': 'idcard' } as const satisfies Record<
  TypedKind,
  string
>;

/** One line to type. WeChat shortens to 140 characters by itself, so the maximum length is taken away. */
export function TextField({ type = 'text', value, onChange, onLeave, ...field }: TextFieldProps) {
  const id = useFieldId(field.name);
  const { wanted, want } = useContext(FormContext);
  const leave = () => {
    if (wanted === field.name) want(null);
    const tidy = normalise(type, value);
    if (tidy !== value) onChange(tidy);
    onLeave?.(tidy);
  };
  return (
    <Field {...field} id={id}>
      <Input
        id={id}
        className={styles.input}
        type={keyboards[type]}
        maxlength={-1}
        value={value}
        focus={wanted === field.name}
        ariaLabel={spoken(field)}
        onInput={(event) => onChange(event.detail.value)}
        onBlur={leave}
      />
    </Field>
  );
}
