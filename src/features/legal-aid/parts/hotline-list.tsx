import { Text, View } from '@tarojs/components';
import { openDialler } from '@/platform/call';
import { PlainButton } from '@/ui/button';
import { hotlines } from '../model';
import styles from './parts.module.scss';

/** The numbers to ring: number first, then what for and how from Chongqing. */
export function HotlineList() {
  return (
    <>
      {hotlines.map((hotline) => {
        const { number } = hotline;
        const dial = hotline.dial ?? number;
        return (
          <View key={hotline.id} className={styles.item}>
            <View className={styles.line}>
              <View className={styles.words}>
                {number && <View className={styles.number}>{number}</View>}
                <View className={styles.name}>{hotline.title}</View>
              </View>
              {dial && (
                <PlainButton icon="phone" onPress={() => openDialler(dial)}>
                  <Text>拨打</Text>
                </PlainButton>
              )}
            </View>
            <View className={styles.detail}>{hotline.scope}</View>
            <View className={styles.detail}>{hotline.dialling}</View>
            <View className={styles.detail}>{hotline.hours ? `时间：${hotline.hours}` : '接听时间未公布'}</View>
          </View>
        );
      })}
    </>
  );
}
