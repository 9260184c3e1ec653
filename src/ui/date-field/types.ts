import type { FieldProps } from '../field';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or empty while nothing is chosen. */
  value: string;
  onChange: (day: string) => void;
  /** The first and the last day that can be chosen. */
  first?: string | undefined;
  last?: string | undefined;
}

/** The wheel of WeChat begins in 1970 and browsers in year 1; no working life is older than this. */
export const EARLIEST = '1960-01-01';
export const LATEST = '2049-12-31';
