import { Text, View } from '@tarojs/components';
import type { NewsItem } from '@yugong/content/bundle';
import type { Day } from '@yugong/domain/calendar';
import { isSinglePage } from '@/platform/scene';
import { Pressable } from '@/ui/pressable';
import { newsUrl } from '..';
import { NewsBand } from './news-band';
import { sayNewsPlace } from './say';
import styles from './news.module.scss';

/** The newest piece, told before the list: what it is about as a picture, its title, how it begins, who reported it when. */
export function NewsLead({ item, today }: { item: NewsItem; today: Day }) {
  const [beginning] = item.paragraphs;
  const told = (
    <>
      <NewsBand item={item} kind="最新" />
      <View className={styles.about}>
        <View className={styles.title} ariaRole="heading" aria-level={2}>
          {item.title}
        </View>
        {beginning && <View className={styles.beginning}>{beginning}</View>}
        <View className={styles.said}>
          <Text>{sayNewsPlace(item, today)}</Text>
        </View>
      </View>
    </>
  );
  return isSinglePage() ? (
    <View className={styles.story}>{told}</View>
  ) : (
    <Pressable className={styles.story} url={newsUrl(item.id)}>
      {told}
    </Pressable>
  );
}
