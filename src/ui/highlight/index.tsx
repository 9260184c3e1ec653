import { Text } from '@tarojs/components';
import { pieces, type MatchRange } from '@yugong/domain/search';
import styles from './style.module.scss';

/** A text with what was searched marked in it. */
export function Highlight({ text, ranges }: { text: string; ranges: readonly MatchRange[] }) {
  return (
    <Text>
      {pieces(text, ranges).map((piece, at) => (
        // Pieces have no identity of their own: their place in the text is it.
        <Text key={at} className={piece.hit ? styles.hit : undefined}>
          {piece.text}
        </Text>
      ))}
    </Text>
  );
}
