import Taro from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { MAX_FAVOURITES, useFavourites, type Favourite } from '@/platform/favourites';
import { isSinglePage } from '@/platform/scene';
import { PlainButton } from '../button';

const SAID = {
  added: '已收藏',
  removed: '已取消收藏',
  'too-many': `收藏已满 ${MAX_FAVOURITES} 条，请先取消一些`,
  'not-kept': '手机存储已满，收藏失败',
  'not-removed': '手机存储已满，取消失败',
} as const;

/** Keeps an article or a place on the device, and says what happened. Alone in the timeline nothing can be kept. */
export function FavouriteButton({ item }: { item: Omit<Favourite, 'savedAt'> }) {
  const kept = useFavourites((state) => state.items.some((other) => other.id === item.id));
  const toggle = useFavourites((state) => state.toggle);
  if (isSinglePage()) return null;
  return (
    <PlainButton
      icon={kept ? 'star-filled' : 'star'}
      pressed={kept}
      onPress={() => void Taro.showToast({ title: SAID[toggle(item)], icon: 'none' })}
    >
      <Text>{kept ? '已收藏' : '收藏'}</Text>
    </PlainButton>
  );
}
