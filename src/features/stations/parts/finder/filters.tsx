import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { kindLabels, needs, reachChoices, stationKinds, type NeedKey, type StationKind } from '@yugong/domain/station';
import { MainButton, PlainButton } from '@/ui/button';
import { Segments } from '@/ui/segments';
import { Sheet } from '@/ui/sheet';
import { Toggles } from '@/ui/toggles';
import { countOf, noWishes, type StationWishes } from '../../finder';
import { sayReach } from '../../say';
import styles from './filters.module.scss';
import type { IconName } from '@/ui/icon/names';

const needIcons: Record<NeedKey, IconName> = {
  water: 'glass-water',
  hot_water: 'flame',
  microwave: 'microwave',
  charging: 'plug-zap',
  battery_swap: 'battery-charging',
  toilet: 'toilet',
  womens_room: 'venus',
  rest: 'armchair',
  air_conditioning: 'snowflake',
  bicycle_parking: 'bike',
  medicine: 'pill',
  aed: 'heart-pulse',
};

/** The wishes that most people have, at hand; all of them are in the sheet. */
const AT_HAND: readonly NeedKey[] = ['hot_water', 'charging', 'toilet', 'rest'];
const ALL = 'all';
const USUAL_REACH = 'usual';
const OPEN = 'open';
const ANYONE = 'anyone';
const ROUND_THE_CLOCK = 'round-the-clock';

const needOptions = needs.map(({ key, label }) => ({ value: key as NeedKey, text: label, icon: needIcons[key] }));
const kindOptions = stationKinds.map((kind) => ({ value: kind, text: kindLabels[kind].label }));

const toggled = <T,>(some: readonly T[], one: T): T[] =>
  some.includes(one) ? some.filter((other) => other !== one) : [...some, one];

/** What the reader wishes for: the usual in a line, everything in a sheet. */
export function StationFilters({
  wishes,
  onWish,
  total,
  measured,
}: {
  wishes: StationWishes;
  onWish: (change: Partial<StationWishes>) => void;
  /** How many there are with these wishes. */
  total: number;
  /** Is there a distance to sort by? */
  measured: boolean;
}) {
  const [open, setOpen] = useState(false);
  const count = countOf(wishes);
  const on = [...(wishes.openOnArrival ? [OPEN] : []), ...wishes.needs, ...(count > 0 ? [ALL] : [])];
  const toggle = (value: string) => {
    const need = needOptions.find((option) => option.value === value);
    if (value === ALL) setOpen(true);
    else if (value === OPEN) onWish({ openOnArrival: !wishes.openOnArrival });
    else if (need) onWish({ needs: toggled(wishes.needs, need.value) });
  };
  return (
    <View>
      <Toggles
        label="筛选"
        options={[
          { value: OPEN, text: '开放中', icon: 'clock' },
          { value: ALL, text: count > 0 ? `筛选 ${count}` : '筛选', icon: 'sliders-horizontal' },
          ...needOptions.filter(({ value }) => AT_HAND.includes(value)),
        ]}
        on={on}
        onToggle={toggle}
      />
      <Sheet title="筛选" open={open} onClose={() => setOpen(false)}>
        <ScrollView className={styles.all} scrollY>
          <Group name="开放时间">
            <Toggles
              label="开放时间"
              options={[
                { value: OPEN, text: '到达时仍开放' },
                { value: ROUND_THE_CLOCK, text: '24 小时' },
              ]}
              on={[...(wishes.openOnArrival ? [OPEN] : []), ...(wishes.roundTheClock ? [ROUND_THE_CLOCK] : [])]}
              onToggle={(value) =>
                onWish(
                  value === OPEN ? { openOnArrival: !wishes.openOnArrival } : { roundTheClock: !wishes.roundTheClock },
                )
              }
              wrap
            />
          </Group>
          <Group name="进门">
            <Toggles
              label="进门"
              options={[{ value: ANYONE, text: '谁都能进' }]}
              on={wishes.anyoneMayEnter ? [ANYONE] : []}
              onToggle={() => onWish({ anyoneMayEnter: !wishes.anyoneMayEnter })}
              wrap
            />
          </Group>
          <Group name="设施">
            <Toggles
              label="设施"
              options={needOptions}
              on={wishes.needs}
              onToggle={(need) => onWish({ needs: toggled(wishes.needs, need) })}
              wrap
            />
          </Group>
          <Group name="类型">
            <Toggles
              label="类型"
              options={kindOptions}
              on={wishes.kinds}
              onToggle={(kind: StationKind) => onWish({ kinds: toggled(wishes.kinds, kind) })}
              wrap
            />
          </Group>
          {measured && (
            <Group name="排序">
              <Segments
                label="排序"
                options={[
                  { value: 'distance', text: '距离最近' },
                  { value: 'honesty', text: '已核实优先' },
                ]}
                value={wishes.sort}
                onChange={(sort) => onWish({ sort })}
              />
            </Group>
          )}
          {measured && (
            <Group name="多远算附近">
              <Segments
                label="多远算附近"
                options={[
                  { value: USUAL_REACH, text: '按出行方式' },
                  ...reachChoices.map((metres) => ({ value: String(metres), text: sayReach(metres) })),
                ]}
                value={wishes.reach === null ? USUAL_REACH : String(wishes.reach)}
                onChange={(reach) => onWish({ reach: reach === USUAL_REACH ? null : Number(reach) })}
              />
            </Group>
          )}
        </ScrollView>
        <MainButton onPress={() => setOpen(false)}>
          <Text>{total > 0 ? `查看 ${total} 个` : '没有符合条件的驿站'}</Text>
        </MainButton>
        {count > 0 && (
          <PlainButton icon="x" onPress={() => onWish({ ...noWishes, sort: wishes.sort, reach: wishes.reach })}>
            <Text>清空筛选</Text>
          </PlainButton>
        )}
      </Sheet>
    </View>
  );
}

function Group({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <View className={styles.group}>
      <View className={styles.name} ariaRole="heading" aria-level={3}>
        {name}
      </View>
      {children}
    </View>
  );
}
