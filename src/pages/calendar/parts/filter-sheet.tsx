import { Text, View } from '@tarojs/components';
import { isFiltered, noFilter, type FilterKind } from '@yugong/domain/agenda';
import { subscribeUrl } from '@/features/events';
import { Chips } from '@/ui/chips';
import { Row } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { Toggles } from '@/ui/toggles';
import { PlainButton } from '@/ui/button';
import { districts as allDistricts } from '../table';
import type { Calendar } from '../use-calendar';
import styles from './filter-sheet.module.scss';

const kinds: readonly { value: FilterKind | null; text: string }[] = [
  { value: null, text: '全部' },
  { value: 'event', text: '活动' },
  { value: 'screening', text: '筛查' },
  { value: 'mine', text: '我的' },
  { value: 'holiday', text: '放假' },
];

const districts = [
  { value: null, text: '全市' },
  ...allDistricts.map(({ adcode, title }) => ({ value: adcode, text: title })),
];

type Wish = 'joinable' | 'lunar';

/** What to look for, and how much to show. What is chosen is seen at once behind the sheet. */
export function FilterSheet({ calendar, open, onClose }: { calendar: Calendar; open: boolean; onClose: () => void }) {
  const { filter, setFilter, lunar, setLunar, items } = calendar;
  const on: Wish[] = [...(filter.joinable ? (['joinable'] as const) : []), ...(lunar ? (['lunar'] as const) : [])];
  const toggle = (wish: Wish) =>
    wish === 'lunar' ? setLunar(!lunar) : setFilter({ ...filter, joinable: !filter.joinable });
  return (
    <Sheet title="筛选" open={open} onClose={onClose}>
      <View className={styles.heading}>类型</View>
      <Chips label="类型" options={kinds} value={filter.kind} onChange={(kind) => setFilter({ ...filter, kind })} />
      <View className={styles.heading}>区县</View>
      <Chips
        label="区县"
        options={districts}
        value={filter.adcode}
        onChange={(adcode) => setFilter({ ...filter, adcode })}
      />
      <View className={styles.note}>未注明区县的活动按全市显示。</View>
      <View className={styles.heading}>其他</View>
      <Toggles
        label="其他"
        wrap
        options={[
          { value: 'joinable', text: '只看可报名' },
          { value: 'lunar', text: '显示农历' },
        ]}
        on={on}
        onToggle={toggle}
      />
      <View className={styles.found} ariaRole="status">
        <Text>{`共 ${items.length} 个`}</Text>
      </View>
      <View className={styles.actions}>
        <PlainButton onPress={onClose}>查看结果</PlainButton>
        {isFiltered(filter) && <PlainButton onPress={() => setFilter(noFilter)}>清空筛选</PlainButton>}
      </View>
      <Row url={subscribeUrl(filter)} title="按这个筛选订阅到手机日历" detail="有新活动时自动更新到手机日历" />
    </Sheet>
  );
}
