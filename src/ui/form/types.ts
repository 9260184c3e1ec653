import type { ReactNode } from 'react';

export interface FormProps {
  /** What the form is for; heard, not seen. */
  label: string;
  /** Check the fields here; what is wrong goes into an `ErrorSummary` and to the fields' `error`. */
  onSubmit: () => void;
  children: ReactNode;
}
