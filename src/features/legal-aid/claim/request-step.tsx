import { Text, View } from '@tarojs/components';
import { sayYuan, type Amount } from '@yugong/domain/labour-law';
import { open } from '@/platform/navigation';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { Section } from '@/ui/section';
import { TextArea } from '@/ui/text-area';
import { legalPageUrl } from '..';
import { useField } from '../draft/store';
import styles from './claim.module.scss';

/** What is asked for: the amounts that were chosen, whether the relation is to be confirmed, and the rest in words. */
export function RequestStep({ amounts, unready }: { amounts: readonly Amount[]; unready: number }) {
  const relation = useField('claimRelation');
  const others = useField('otherClaims');
  return (
    <View>
      <Section heading="要的钱">
        {amounts.map(({ title, fen }) => (
          <View key={title} className={styles.row}>
            <Text className={styles.grow}>{title}</Text>
            <Text className={styles.fen}>{sayYuan(fen)}</Text>
          </View>
        ))}
        {amounts.length === 0 && <View className={styles.note}>还没有。先算一算，再点“写进申请书”。</View>}
        {unready > 0 && <View className={styles.note}>{`有 ${unready} 项选了但还没算完，没有写进来。`}</View>}
        <Actions near>
          <PlainButton icon="calculator" onPress={() => open(legalPageUrl('amounts'))}>
            <Text>算一算</Text>
          </PlainButton>
        </Actions>
      </Section>
      <Section heading="别的请求">
        <ChoiceGroup
          name="claimRelation"
          label="要不要请求确认有劳动关系"
          hint="没签合同、单位不承认你是它的人，就要。工伤认定也常要先有这个"
          options={[
            { value: 'yes', text: '要' },
            { value: 'no', text: '不用' },
          ]}
          value={relation.value || null}
          onChange={relation.onChange}
        />
        <TextArea
          optional
          name="otherClaims"
          label="还要什么，一行写一个"
          hint="比如：请求继续履行劳动合同。请求出具解除劳动合同的证明。"
          rows={3}
          {...others}
        />
      </Section>
    </View>
  );
}
