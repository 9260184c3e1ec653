import type { ReactNode } from 'react';

/** What every field has: a name within its form, words around it. */
export interface FieldProps {
  /** Its name within the form; an error summary leads to it by this. */
  name: string;
  label: string;
  /** What to know before filling it in. */
  hint?: string | undefined;
  /** What is wrong and how to put it right. */
  error?: string | undefined;
  /** May it stay empty? Said beside the label; required is not said. */
  optional?: boolean | undefined;
}

export interface FrameProps extends FieldProps {
  id: string;
  children: ReactNode;
}

/** Label, hint and error in one sentence, for readers that know no aria-describedby. */
export const spoken = ({ label, hint, error, optional }: FieldProps): string =>
  [label + (optional ? '（可不填）' : ''), error && `错误：${error}`, hint].filter(Boolean).join('，');

/** The ids of hint and error as they are drawn, for aria-describedby. */
export const describedBy = (id: string, { hint, error }: FieldProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
