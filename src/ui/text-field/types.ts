import type { TypedKind } from '@yugong/domain/typing';
import type { FieldProps } from '../field';

export interface TextFieldProps extends FieldProps {
  value: string;
  /** Called with what stands in the field, as typed; when it is left, with what `normalise` makes of it. */
  onChange: (value: string) => void;
  /** Called when the field is left, with what then stands in it: the moment to say what is wrong. */
  onLeave?: ((value: string) => void) | undefined;
  /** Decides the keyboard and what `normalise` tidies. */
  type?: TypedKind;
  /** What browsers may fill in: `name`, `tel`. */
  autoComplete?: string;
}
