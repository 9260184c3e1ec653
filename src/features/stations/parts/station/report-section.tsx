import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ReportKind } from '@yugong/domain/report';
import { useOutbox } from '@/platform/outbox';
import { isSinglePage } from '@/platform/scene';
import { MainButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { OutboxList } from '@/ui/outbox-list';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';
import { stationReportsUrl } from '../..';
import { reportButtons, reportsIn, useReporting } from '../../reports';
import styles from './report-section.module.scss';

/** Telling how it really is; alone in the timeline nothing can be sent or kept, so a sentence says where it can. */
export function ReportSection(station: { id: string; title: string }) {
  if (!isSinglePage()) return <Reporting {...station} />;
  return (
    <Section heading="现场反馈">
      <View className={styles.promise}>这里不能反馈。请点下方“前往小程序”，到驿站页面提交。</View>
    </Section>
  );
}

/** One tap each, kept on the phone until it is sent. */
function Reporting({ id, title }: { id: string; title: string }) {
  const mine = reportsIn(useOutbox(), id);
  const report = useReporting({ id, title }, mine);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const words = note.trim();
  const tell = (kind: ReportKind, said?: string) => {
    const kept = report(kind, said);
    void Taro.showToast({ title: kept ? '已记录，感谢反馈' : '手机存储已满，反馈未保存', icon: 'none' });
    if (!kept) return;
    setAsking(false);
    setNote('');
  };
  return (
    <Section heading="现场反馈" more={{ text: '我的反馈', url: stationReportsUrl() }}>
      <View className={styles.buttons} ariaRole="group" ariaLabel="现场反馈">
        {reportButtons.map(({ kind, text, icon }) => (
          <Pressable
            key={kind}
            className={styles.button}
            onPress={() => (kind === 'other' ? setAsking(true) : tell(kind))}
          >
            <Icon name={icon} />
            <Text>{text}</Text>
          </Pressable>
        ))}
      </View>
      <View className={styles.promise}>你在现场的话，点一下就能反馈。匿名提交，没有网络也能记录。</View>
      <OutboxList items={mine} />
      <Sheet title="其他情况" open={asking} onClose={() => setAsking(false)}>
        <TextField
          name="report-note"
          label="情况说明"
          hint="例如：门口在修路。请勿填写姓名和电话"
          value={note}
          onChange={setNote}
        />
        <MainButton onPress={() => (words ? tell('other', words) : setAsking(false))}>
          <Text>{words ? '提交' : '关闭'}</Text>
        </MainButton>
      </Sheet>
    </Section>
  );
}
