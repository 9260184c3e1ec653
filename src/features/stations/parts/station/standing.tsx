import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { describeCount, describeUnanswered } from '@yugong/domain/report/words';
import { StandingsWire, type StandingOnWire } from '@yugong/domain/report/wire';
import { useOutbox } from '@/platform/outbox';
import { useService } from '@/platform/service';
import { Tag } from '@/ui/tag';
import { reportsIn } from '../../reports';
import { standingsPath } from '../../standings';
import styles from './standing.module.scss';

/**
 * What people have said of it lately: extra knowledge, so a page without a network, or with nobody's word, shows nothing
 * in its place.
 */
export function StationStanding({ id, now }: { id: string; now: number }) {
  const { served, refresh } = useService(StandingsWire, standingsPath([id]));
  // What one has just told oneself counts as well, as soon as it has arrived.
  const arrived = reportsIn(useOutbox(), id).filter(({ progress }) => progress.state === 'done').length;
  useEffect(() => {
    if (arrived > 0) void refresh();
  }, [arrived, refresh]);
  const [standing] = served.state === 'ready' ? served.data.stations : [];
  return standing ? <StandingNote {...standing} now={now} /> : null;
}

/** The words of it: 存疑 where two fresh reports contradict each other. */
export function StandingNote({
  standing,
  reports,
  unanswered,
  now,
}: Pick<StandingOnWire, 'standing' | 'reports' | 'unanswered'> & { now: number }) {
  return (
    <View className={`${styles.standing} ${styles[standing]}`}>
      {standing === 'doubtful' && (
        <View>
          <Tag tone="unknown">存疑</Tag>
          反馈不一致，建议先打电话确认
        </View>
      )}
      {reports.map((one) => (
        <View key={one.kind}>{describeCount(one, now)}</View>
      ))}
      {unanswered && <View>{describeUnanswered(unanswered, now)}</View>}
      <View className={styles.since}>反馈来自职工，工会尚未逐条核实</View>
    </View>
  );
}
