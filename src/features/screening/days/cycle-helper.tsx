import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { addDays } from '@yugong/domain/calendar';
import { PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import type { useDays } from './use-days';
import styles from './days.module.scss';

/** Who has no use for it sees one button; who has, two dates, and where they stay. */
export function CycleHelper({ cycle, rule, today }: ReturnType<typeof useDays>) {
  const { on, toggle, dates, change, fault, kept, keep } = cycle;
  const earliest = addDays(today, -150);
  const remember = (chosen: string[]) => {
    if (!keep(chosen.length > 0)) void Taro.showToast({ title: '保存失败', icon: 'none' });
  };
  return (
    <View className={styles.cycle}>
      <PlainButton icon="calendar-days" pressed={on} onPress={toggle}>
        <Text>{on ? '关闭避开经期' : '避开经期'}</Text>
      </PlainButton>
      {on && (
        <View>
          <View className={styles.legend}>
            {rule ? `主办方要求：${rule.text}` : '这些场次未说明要避开的日期，请提前咨询检查的医院。'}
          </View>
          <View className={styles.legend}>日期只在本机计算，不会上传，也不会随报名提交。</View>
          <DateField
            name="cycle-last"
            label="最近一次月经第一天"
            value={dates.last}
            first={earliest}
            last={today}
            onChange={(last) => change({ last })}
          />
          <DateField
            name="cycle-before"
            label="上上次月经第一天"
            value={dates.before}
            first={earliest}
            last={today}
            error={fault}
            onChange={(before) => change({ before })}
          />
          <ChoiceGroup
            several
            name="cycle-keep"
            label="是否保存"
            options={[{ value: 'keep', text: '保存在本机', detail: '下次不用再填，90 天后自动删除' }]}
            value={kept ? ['keep'] : []}
            onChange={remember}
          />
          {cycle.cycle && (
            <View className={styles.legend} ariaRole="status">
              按平均 {cycle.cycle.length} 天算，标“避”的日期可能在经期。仅供参考，以实际情况为准。
            </View>
          )}
        </View>
      )}
    </View>
  );
}
