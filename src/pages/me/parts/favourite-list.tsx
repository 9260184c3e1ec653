import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { kindNames, recordUrl } from '@/features/links';
import type { Favourite } from '@/platform/favourites';
import { PlainButton } from '@/ui/button';
import { Row } from '@/ui/row';

/** As many as a cheap phone draws at once; WeChat wants no more than sixty beside each other. */
const BLOCK = 30;

/** The favourites, newest first, a block at a time: thousands of them must not stop the phone. */
export function FavouriteList({ favourites }: { favourites: readonly Favourite[] }) {
  const [blocks, setBlocks] = useState(1);
  const shown = Array.from({ length: blocks }, (_, at) => favourites.slice(at * BLOCK, (at + 1) * BLOCK));
  const rest = favourites.length - blocks * BLOCK;
  return (
    <>
      {shown.map((block, at) => (
        // A block is its place in the list.
        <View key={at}>
          {block.map((item) => (
            <Row
              key={item.id}
              url={recordUrl(item.collection, item.id)}
              title={item.title}
              detail={kindNames[item.collection]}
            />
          ))}
        </View>
      ))}
      {rest > 0 && (
        <PlainButton onPress={() => setBlocks(blocks + 1)}>
          <Text>再看 {Math.min(rest, BLOCK)} 条</Text>
        </PlainButton>
      )}
    </>
  );
}
