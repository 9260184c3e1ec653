import type { FieldProps } from '../field';

export interface PickerOption<T extends string> {
  value: T;
  text: string;
}

export interface PickerFieldProps<T extends string> extends FieldProps {
  options: readonly PickerOption<T>[];
  /** Null until something is chosen. */
  value: T | null;
  onChange: (value: T) => void;
  /** Shown until something is chosen. */
  placeholder?: string;
}
