import type { ReactNode } from 'react';
import type { useFinder } from '../../../use-finder';

export interface ListOrMapProps {
  finder: ReturnType<typeof useFinder>;
  /** The list. */
  children: ReactNode;
}
