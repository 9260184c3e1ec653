import type { TypedKind } from '@/domain/typing';
import type { FieldProps } from '../field';

export interface TextFieldProps extends FieldProps {
  value: string;
  /** Called with what stands in the field, as typed; when it is left, with what `normalise` makes of it. */
  onChange: (value: string) => void;
  /** Decides the keyboard and what `normalise` tidies. */
  type?: TypedKind;
  /** What browsers may fill in: `name`, `tel`. */
  autoComplete?: string;
}
