import type { ReactNode } from 'react';

export interface SheetProps {
  title: string;
  open: boolean;
  /** Asked for by the button, the dimmed ground, and in browsers by Escape. */
  onClose: () => void;
  children: ReactNode;
}
