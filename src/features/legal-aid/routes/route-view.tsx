import { Text, View } from '@tarojs/components';
import { openDialler } from '@/platform/call';
import { open } from '@/platform/navigation';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Section } from '@/ui/section';
import { legalPageUrl } from '..';
import { dialOf } from '../model';
import { DaysLeft } from '../clock/days-left';
import type { RouteStep } from './routes';
import styles from './route.module.scss';

/** What to do, one after the other; the first is for today. */
export function RouteView({ steps, least }: { steps: readonly RouteStep[]; least: number | null }) {
  return (
    <View>
      {least !== null && <DaysLeft left={least} what="离最近的期限" />}
      <Section heading="按这个顺序来" note={`${steps.length} 步`}>
        {steps.map(({ title, text, cost, call: number, place, basis }, at) => (
          <View key={title} className={styles.step}>
            <View className={styles.number} aria-hidden>
              {at + 1}
            </View>
            <View className={styles.words}>
              <View className={styles.title}>{title}</View>
              <View className={styles.text}>
                <Text userSelect>{text}</Text>
              </View>
              <View className={styles.cost}>{cost}</View>
              {basis && (
                <View className={styles.basis}>
                  <Text userSelect>依据：{basis}</Text>
                </View>
              )}
              <Actions near>
                {place && (
                  <PlainButton onPress={() => open(legalPageUrl(place.to))}>
                    <Text>{place.text}</Text>
                  </PlainButton>
                )}
                {number && (
                  <PlainButton icon="phone" onPress={() => openDialler(dialOf(number))}>
                    <Text>打 {number}</Text>
                  </PlainButton>
                )}
              </Actions>
            </View>
          </View>
        ))}
      </Section>
      <View className={styles.again}>
        <PlainButton onPress={() => open(legalPageUrl('interview'))}>
          <Text>改我的回答</Text>
        </PlainButton>
      </View>
    </View>
  );
}
