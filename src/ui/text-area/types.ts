import type { FieldProps } from '../field';

export interface TextAreaProps extends FieldProps {
  value: string;
  /** Called with what stands in the field, as typed. */
  onChange: (value: string) => void;
  /** Lines in sight while it is empty; it grows with what is typed. */
  rows?: number;
  /** What the service takes at most. Never enforced while typing: what is too much is said, and kept. */
  limit?: number | undefined;
}

/** How far the text is over its limit, in characters as the service counts them; 0 while it fits. */
export const excess = (value: string, limit: number | undefined): number =>
  limit === undefined ? 0 : Math.max(0, value.length - limit);

export const sayExcess = (over: number): string => `超出 ${over} 个字，请删减后提交`;
