import { Text, View } from '@tarojs/components';
import type { NewsItem } from '@yugong/content/bundle';
import { figureParts } from '@yugong/domain/figure';
import { Art } from '@/ui/art';
import { Icon } from '@/ui/icon';
import { serviceOf } from '../../services';
import styles from './news.module.scss';

/**
 * What a piece of news is about, in its service's colour: its first figure drawn large where it has one, over a drawing
 * of the city. Of what has no service, the colour of reading.
 *
 * @param kind how it is called where it has no service
 */
export function NewsBand({ item: { service, figures }, kind }: { item: NewsItem; kind: string }) {
  const about = service ? serviceOf(service) : null;
  const [figure] = figures;
  const parts = figure && figureParts(figure);
  return (
    <View className={`${styles.band} tone-${service ?? 'reading'}`}>
      <View className={styles.drawing}>
        <Art name={service === 'stations' ? 'rest' : 'bridge'} className={styles.whole} />
      </View>
      <View className={styles.kind}>
        <Icon name={about?.icon ?? 'newspaper'} size="small" />
        <Text>{about?.name ?? kind}</Text>
      </View>
      {figure && parts && (
        <View className={styles.figure}>
          <View className={styles.value}>
            {parts.before && <Text className={styles.unit}>{parts.before}</Text>}
            <Text className={styles.number}>{parts.number}</Text>
            <Text className={styles.unit}>{parts.after}</Text>
          </View>
          <View className={styles.label}>{figure.label}</View>
        </View>
      )}
    </View>
  );
}
