import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayDate } from '@yugong/domain/calendar';
import { retirementOf, sayAge, sayYears } from '@yugong/domain/retirement';
import { useToday } from '@/platform/clock';
import { ChoiceGroup } from '@/ui/choice-group';
import { Facts } from '@/ui/facts';
import { PickerField } from '@/ui/picker-field';
import type { RightsGuide } from '../model';
import styles from './rights.module.scss';

type Rules = NonNullable<RightsGuide['retirement']>;

/** Of working people today: the oldest could have retired long ago, the youngest are of working age. */
const OLDEST = 90;
const YOUNGEST = 16;

const months = Array.from({ length: 12 }, (_, at) => {
  const month = String(at + 1).padStart(2, '0');
  return { value: month, text: `${at + 1}月` };
});

/** From the month of birth to the month of retirement. Nothing of it is stored or sent. */
export function RetirementFinder({ rules }: { rules: Rules }) {
  const thisYear = Number(useToday().today.slice(0, 4));
  const [who, setWho] = useState<string | null>(null);
  const [year, setYear] = useState<string | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const years = Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, at) => {
    const value = String(thisYear - YOUNGEST - at);
    return { value, text: `${value}年` };
  });
  const rule = rules.find((one) => one.who === who);
  return (
    <View className={styles.finder}>
      <ChoiceGroup
        name="who"
        label="你是哪一类"
        options={rules.map((one) => ({ value: one.who, text: one.who }))}
        value={who}
        onChange={setWho}
      />
      <PickerField name="bornYear" label="哪一年出生" options={years} value={year} onChange={setYear} />
      <PickerField name="bornMonth" label="几月出生" options={months} value={month} onChange={setMonth} />
      {rule && year !== null && month !== null && <Found rule={rule} born={`${year}-${month}`} />}
    </View>
  );
}

function Found({ rule, born }: { rule: Rules[number]; born: string }) {
  const { age, on, earliest, latest, contributions } = retirementOf(rule, born);
  const say = (month: string): string => sayDate(month, '');
  return (
    <View ariaRole="status">
      <View className={styles.figure}>{say(on)}</View>
      <Facts
        rows={[
          { label: '年龄', text: sayAge(age) },
          {
            label: '提前',
            text: earliest < on ? `最早 ${say(earliest)}，自愿，交够年数` : '不能再提前',
          },
          { label: '推后', text: `最晚 ${say(latest)}，要跟单位谈好` },
          { label: '交满', text: `${sayYears(contributions)}才能按月领养老金` },
        ]}
      />
    </View>
  );
}
