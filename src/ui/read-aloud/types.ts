import type { ReactNode } from 'react';

export interface ReadAloudProps {
  /** What is read, in order. A paragraph drawn by `Paragraph`, or with `useReading`, is marked while it is read. */
  paragraphs: readonly string[];
  children: ReactNode;
}
