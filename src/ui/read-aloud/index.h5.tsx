import type { ReadAloudProps } from './types';
import { WithControls } from './with-controls';

export { useReading } from './context';

/**
 * Lets an article be read aloud. Wrap what is drawn; name what is read.
 *
 * @example
 * <ReadAloud paragraphs={item.paragraphs}>
 *   {item.paragraphs.map((text) => <Paragraph key={text}>{text}</Paragraph>)}
 * </ReadAloud>
 */
export function ReadAloud(props: ReadAloudProps) {
  return <WithControls {...props} />;
}
