/** A select field: the browser's own, which every phone, keyboard and screen reader knows. */
import type { SelectHTMLAttributes } from 'react';
import styles from './select-field.module.css';

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  options: readonly { value: string; label: string }[];
  /** Shown where nothing is chosen yet. */
  placeholder?: string;
  value?: string;
  onChange?: (value: string) => void;
}

export const SelectField = ({ options, placeholder, value = '', onChange, ...rest }: Props) => (
  <select {...rest} className={styles.choice} value={value} onChange={(event) => onChange?.(event.target.value)}>
    {placeholder !== undefined && <option value="">{placeholder}</option>}
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
