import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { monthOf, partsOf, type Month } from '@yugong/domain/calendar';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { Sheet } from '@/ui/sheet';
import type { Calendar } from '../use-calendar';
import styles from './jump-sheet.module.scss';

/** Another month: a year and its twelve. */
export function JumpSheet({ calendar, open, onClose }: { calendar: Calendar; open: boolean; onClose: () => void }) {
  return (
    <Sheet title="选择月份" open={open} onClose={onClose}>
      <Months calendar={calendar} onClose={onClose} />
    </Sheet>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

function Months({ calendar: { day, today, table, goToMonth }, onClose }: { calendar: Calendar; onClose: () => void }) {
  const [year, setYear] = useState(partsOf(day).year);
  const busy = new Set(table.events.flatMap(({ starts }) => starts.map(monthOf)));
  const monthAt = (month: number): Month => `${year}-${String(month).padStart(2, '0')}`;
  const jump = (month: Month) => {
    onClose();
    goToMonth(month);
  };
  const sayMark = (month: Month): string =>
    [month === monthOf(today) && '本月', busy.has(month) && '有活动'].filter(Boolean).join('，');
  return (
    <View>
      <View className={styles.years}>
        <Pressable className={styles.step} label="上一年" onPress={() => setYear(year - 1)}>
          <Icon name="chevron-left" />
        </Pressable>
        <Text className={styles.year}>{`${year}年`}</Text>
        <Pressable className={styles.step} label="下一年" onPress={() => setYear(year + 1)}>
          <Icon name="chevron-right" />
        </Pressable>
      </View>
      <View className={styles.months}>
        {MONTHS.map((number) => {
          const month = monthAt(number);
          const chosen = month === monthOf(day);
          return (
            <View key={month} className={styles.cell}>
              <Pressable
                className={`${styles.month} ${chosen ? styles.chosen : ''}`}
                pressed={chosen}
                label={[`${year}年${number}月`, sayMark(month)].filter(Boolean).join('，')}
                onPress={() => jump(month)}
              >
                <Text className={styles.number}>{`${number}月`}</Text>
                <Text className={styles.mark}>
                  {month === monthOf(today) ? '本月' : busy.has(month) ? '有活动' : ''}
                </Text>
              </Pressable>
            </View>
          );
        })}
      </View>
      {monthOf(day) !== monthOf(today) && (
        <Pressable className={styles.back} onPress={() => jump(monthOf(today))}>
          <Text>回到今天</Text>
        </Pressable>
      )}
    </View>
  );
}
