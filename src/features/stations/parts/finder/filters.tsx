import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { kindLabels, needs, stationKinds, type NeedKey, type StationKind } from '@yugong/domain/station';
import { MainButton, PlainButton } from '@/ui/button';
import { Segments } from '@/ui/segments';
import { Sheet } from '@/ui/sheet';
import { Toggles } from '@/ui/toggles';
import { countOf, noWishes, type Wishes } from '../../finder';
import { needIcons } from '../../icons';
import styles from './filters.module.scss';

/** The wishes that most people have, at hand; all of them are in the sheet. */
const AT_HAND: readonly NeedKey[] = ['hot_water', 'charging', 'toilet', 'rest'];
const ALL = 'all';
const OPEN = 'open';
const ROUND_THE_CLOCK = 'round-the-clock';

const needOptions = needs.map(({ key, label }) => ({ value: key as NeedKey, text: label, icon: needIcons[key] }));
const kindOptions = stationKinds.map((kind) => ({ value: kind, text: kindLabels[kind].label }));

const toggled = <T,>(some: readonly T[], one: T): T[] =>
  some.includes(one) ? some.filter((other) => other !== one) : [...some, one];

/** What the reader wishes for: the usual in a line, everything in a sheet. */
export function Filters({
  wishes,
  onWish,
  total,
  measured,
}: {
  wishes: Wishes;
  onWish: (change: Partial<Wishes>) => void;
  /** How many there are with these wishes. */
  total: number;
  /** Is there a distance to sort by? */
  measured: boolean;
}) {
  const [open, setOpen] = useState(false);
  const count = countOf(wishes);
  const on = [...(wishes.openOnArrival ? [OPEN] : []), ...wishes.needs, ...(count > 0 ? [ALL] : [])];
  const toggle = (value: string) => {
    if (value === ALL) setOpen(true);
    else if (value === OPEN) onWish({ openOnArrival: !wishes.openOnArrival });
    else onWish({ needs: toggled(wishes.needs, value as NeedKey) });
  };
  return (
    <View>
      <Toggles
        label="筛选"
        options={[
          { value: OPEN, text: '到时开着', icon: 'clock' },
          { value: ALL, text: count > 0 ? `筛选 ${count}` : '筛选', icon: 'sliders-horizontal' },
          ...needOptions.filter(({ value }) => AT_HAND.includes(value)),
        ]}
        on={on}
        onToggle={toggle}
      />
      <Sheet title="要找什么样的" open={open} onClose={() => setOpen(false)}>
        <ScrollView className={styles.all} scrollY>
          <Group name="开门时间">
            <Toggles
              label="开门时间"
              options={[
                { value: OPEN, text: '到时开着' },
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
          <Group name="要有">
            <Toggles
              label="要有"
              options={needOptions}
              on={wishes.needs}
              onToggle={(need) => onWish({ needs: toggled(wishes.needs, need) })}
              wrap
            />
          </Group>
          <Group name="哪一种">
            <Toggles
              label="哪一种"
              options={kindOptions}
              on={wishes.kinds}
              onToggle={(kind: StationKind) => onWish({ kinds: toggled(wishes.kinds, kind) })}
              wrap
            />
          </Group>
          {measured && (
            <Group name="谁排前面">
              <Segments
                label="谁排前面"
                options={[
                  { value: 'distance', text: '近的' },
                  { value: 'honesty', text: '核实过的' },
                ]}
                value={wishes.sort}
                onChange={(sort) => onWish({ sort })}
              />
            </Group>
          )}
        </ScrollView>
        <MainButton onPress={() => setOpen(false)}>
          <Text>{total > 0 ? `看这 ${total} 个` : '没有符合的，关上'}</Text>
        </MainButton>
        {count > 0 && (
          <PlainButton icon="x" onPress={() => onWish({ ...noWishes, sort: wishes.sort })}>
            <Text>都不要求了</Text>
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
