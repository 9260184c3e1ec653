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
    if (!keep(chosen.length > 0)) void Taro.showToast({ title: '手机没能存下来', icon: 'none' });
  };
  return (
    <View className={styles.cycle}>
      <PlainButton icon="calendar-days" pressed={on} onPress={toggle}>
        <Text>{on ? '不用避开经期了' : '帮我避开经期'}</Text>
      </PlainButton>
      {on && (
        <View>
          <View className={styles.legend}>
            {rule ? `主办方要求：${rule.text}` : '这些场次没有写要避开哪几天，去之前问一声检查的医院。'}
          </View>
          <View className={styles.legend}>两个日期只在这部手机上算，不发出去，也不跟着报名走。</View>
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
            label="再往前一次的第一天"
            value={dates.before}
            first={earliest}
            last={today}
            error={fault}
            onChange={(before) => change({ before })}
          />
          <ChoiceGroup
            several
            name="cycle-keep"
            label="记不记"
            options={[{ value: 'keep', text: '记在这部手机上', detail: '下次不用再填，九十天后自动删。不勾就不记' }]}
            value={kept ? ['keep'] : []}
            onChange={remember}
          />
          {cycle.cycle && (
            <View className={styles.legend} ariaRole="status">
              按平均 {cycle.cycle.length} 天算，标“避”的日子可能碰上。只是推算，身体说了算。
            </View>
          )}
        </View>
      )}
    </View>
  );
}
