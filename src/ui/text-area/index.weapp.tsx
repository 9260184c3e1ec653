import { Textarea } from '@tarojs/components';
import { useContext } from 'react';
import { Field, spoken } from '../field';
import { FormContext, useFieldId } from '../form/context';
import { excess, sayExcess, type TextAreaProps } from './types';
import styles from './style.module.scss';

/** Several lines to type. WeChat shortens to 140 characters by itself, so the maximum length is taken away. */
export function TextArea({ value, onChange, limit, ...field }: TextAreaProps) {
  const id = useFieldId(field.name);
  const { wanted, want } = useContext(FormContext);
  const over = excess(value, limit);
  const said = { ...field, error: field.error ?? (over > 0 ? sayExcess(over) : undefined) };
  return (
    <Field {...said} id={id}>
      <Textarea
        id={id}
        className={styles.area}
        maxlength={-1}
        autoHeight
        disableDefaultPadding
        value={value}
        focus={wanted === field.name}
        ariaLabel={spoken(said)}
        onInput={(event) => onChange(event.detail.value)}
        onBlur={() => wanted === field.name && want(null)}
      />
    </Field>
  );
}
