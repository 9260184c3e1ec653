import { Text, View } from '@tarojs/components';
import { dayAt, sayDay } from '@yugong/domain/calendar';
import { type ReportState } from '@yugong/domain/report';
import { reportKindLabels, reportStateLabels } from '@yugong/domain/report/words';
import { MyReportsWire, type MyReport } from '@yugong/domain/report/wire';
import { useOutbox } from '@/platform/outbox';
import { hasLogin, useService } from '@/platform/service';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { OutboxList } from '@/ui/outbox-list';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { Pressable } from '@/ui/pressable';
import { stationListUrl, stationUrl } from '../..';
import { reportsIn } from '../../reports';
import styles from './my-reports.module.scss';

const TONES: Record<ReportState, 'plain' | 'open' | 'unknown'> = {
  received: 'plain',
  confirmed: 'unknown',
  fixed: 'open',
  declined: 'plain',
};

/** What this phone has told about stations: what still waits to be sent, then what became of the rest. */
export function MyReports() {
  const waiting = reportsIn(useOutbox()).filter(({ progress }) => progress.state !== 'done');
  // Without an account nothing was ever sent, and looking must not make one.
  const path = hasLogin() ? '/api/v1/me/reports' : null;
  const { served, refresh } = useService(MyReportsWire, path, { as: 'me' });
  const reports = served.state === 'ready' ? served.data.reports : [];
  const none = waiting.length === 0 && (path === null || (served.state === 'ready' && reports.length === 0));
  return (
    <View>
      {none && (
        <Empty
          title="暂无反馈"
          explanation="到驿站后，在驿站页面点“开着”“锁着”“没水”即可反馈。处理结果会显示在这里。"
          ways={[{ text: '找驿站', url: stationListUrl() }]}
        />
      )}
      {waiting.length > 0 && (
        <Section heading="待发送" note={`${waiting.length} 条`}>
          <OutboxList items={waiting} />
        </Section>
      )}
      {path !== null && served.state === 'loading' && <Loading what="处理结果" />}
      {path !== null && served.state === 'offline' && <Offline what="处理结果" onRetry={() => void refresh()} />}
      {served.state === 'failed' && <Failed what="处理结果" kept="你的反馈已保存。" onRetry={() => void refresh()} />}
      {reports.length > 0 && (
        <Section heading="处理结果" note={served.state === 'ready' && served.old ? '上次加载的内容' : undefined}>
          {reports.map((report) => (
            <ReportCard key={report.id} report={report} />
          ))}
        </Section>
      )}
    </View>
  );
}

function ReportCard({ report }: { report: MyReport }) {
  const today = dayAt(Date.now());
  const on = (instant: string): string => sayDay(dayAt(Date.parse(instant)), today);
  return (
    <Card
      first={reportStateLabels[report.state]}
      tone={TONES[report.state]}
      title={`${report.stationTitle ?? '已撤下的驿站'}：${reportKindLabels[report.kind]}`}
      actions={
        report.stationTitle && (
          <Pressable className={styles.more} url={stationUrl(report.stationId)}>
            <Text>查看驿站</Text>
          </Pressable>
        )
      }
    >
      {report.note && <View>你的反馈：{report.note}</View>}
      {report.reply && <View className={styles.reply}>工会回复：{report.reply}</View>}
      <View>
        {on(report.createdAt)}反馈{report.state !== 'received' && `，${on(report.updatedAt)}有结果`}
      </View>
    </Card>
  );
}
