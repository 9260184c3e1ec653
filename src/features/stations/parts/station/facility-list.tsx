import { Text, View } from '@tarojs/components';
import {
  entryVocabulary,
  facilityVocabulary,
  type AnyoneMayEnter,
  type EntryWay,
  type Facility,
} from '@yugong/domain/station';
import { Icon, type IconName } from '@/ui/icon';
import { Section } from '@/ui/section';
import styles from './facility-list.module.scss';

/** What the place has. What no source mentions is not said to be missing. */
export function Facilities({ facilities }: { facilities: readonly Facility[] }) {
  return (
    <Section heading="设施">
      {facilities.length === 0 && <View className={styles.unknown}>设施信息暂缺。</View>}
      <Things things={facilities.map((key) => ({ key, ...facilityVocabulary[key] }))} />
    </Section>
  );
}

const anyoneWords: Record<AnyoneMayEnter, string> = {
  yes: '谁都能进，不用买东西，也不看证件。',
  no: '不是谁都能进，进门前请看说明或问工作人员。',
  unknown: '没有说明是不是谁都能进。',
};

/** How one gets in: whether anybody may, the door one stands before, and the source's own words. */
export function EntryWays({
  anyone,
  entry,
  access,
}: {
  anyone: AnyoneMayEnter;
  entry: readonly EntryWay[];
  access: string | null;
}) {
  return (
    <Section heading="进门方式">
      <View className={anyone === 'unknown' ? styles.unknown : styles.words}>{anyoneWords[anyone]}</View>
      {entry.length === 0 && access === null && <View className={styles.unknown}>暂无进门说明。</View>}
      <Things things={entry.map((key) => ({ key, ...entryVocabulary[key] }))} />
      {access !== null && <View className={styles.words}>{access}</View>}
    </Section>
  );
}

function Things({ things }: { things: readonly { key: string; icon: IconName; label: string }[] }) {
  if (things.length === 0) return null;
  return (
    <View className={styles.things} ariaRole="list">
      {things.map(({ key, icon, label }) => (
        <View key={key} className={styles.thing} ariaRole="listitem">
          <Icon name={icon} />
          <Text>{label}</Text>
        </View>
      ))}
    </View>
  );
}
