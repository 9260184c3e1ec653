/** Which paragraph is being read aloud, for whatever draws it. */
import { createContext, useContext, useEffect } from 'react';
import { bringIntoSight } from './follow';

/** The text of the paragraph that is being read; null when nothing is. */
export const ReadingContext = createContext<string | null>(null);

const ID = 'being-read';

/**
 * Is this text being read aloud? Then it comes into sight; give its element the id.
 *
 * @example const { being, id } = useReading(point.body);
 */
export function useReading(text: unknown): { being: boolean; id: string | undefined } {
  const current = useContext(ReadingContext);
  const being = current !== null && current === text;
  useEffect(() => {
    if (being) bringIntoSight(ID);
  }, [being]);
  return { being, id: being ? ID : undefined };
}
