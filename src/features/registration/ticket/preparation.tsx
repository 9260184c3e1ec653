import { Text, View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { AS_ANNOUNCED, preparationTimeline, sayFrom, type PreparationRow } from '@yugong/domain/screening';
import { Section } from '@/ui/section';
import type { Ticket } from './tickets';
import styles from './ticket.module.scss';

const whenOf = ({ from, until }: PreparationRow, now: number): 'before' | 'now' | 'after' =>
  now < from ? 'before' : now < until ? 'now' : 'after';

/** What to do before the session as a line in time; what no source says is said to be unknown. */
export function Preparation({ ticket, now, today }: { ticket: Ticket; now: number; today: Day }) {
  const { programme, session } = ticket;
  const rules = programme?.rules;
  if (!rules) return null;
  const rows = preparationTimeline({ rules }, session.startsAt);
  return (
    <Section heading="参加前准备">
      {rows === null && <View className={styles.unknown}>准备事项：{AS_ANNOUNCED}。</View>}
      {rows?.length === 0 && <View>无需特别准备。</View>}
      {rows?.map((row) => {
        const when = whenOf(row, now);
        return (
          <View key={row.id} className={`${styles.step} ${styles[when]}`}>
            <View className={styles.dot} aria-hidden />
            <View className={styles.words}>
              <View className={styles.from}>{when === 'now' ? '现在起，到检查前' : sayFrom(row.from, today)}</View>
              <View>{row.text}</View>
              {row.why && <View className={styles.why}>{row.why}</View>}
            </View>
          </View>
        );
      })}
      {rules.cycle && <View className={styles.why}>{rules.cycle.text}</View>}
      <View className={styles.bring}>
        <Text className={styles.name}>携带</Text>
        <Text>{rules.bring === null ? AS_ANNOUNCED : rules.bring.join('、') || '无需携带'}</Text>
      </View>
    </Section>
  );
}
