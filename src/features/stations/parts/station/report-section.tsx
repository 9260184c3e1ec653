import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ReportKind } from '@yugong/domain/report';
import { useOutbox } from '@/platform/outbox';
import { MainButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { OutboxList } from '@/ui/outbox-list';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';
import { stationReportsUrl } from '../..';
import { reportButtons, reportsIn, sendReport } from '../../reports';
import styles from './report-section.module.scss';

/** Telling how it really is: one tap each, kept on the phone until it is sent. */
export function ReportSection({ id, title }: { id: string; title: string }) {
  const mine = reportsIn(useOutbox(), id);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const words = note.trim();
  const tell = (kind: ReportKind, said?: string) => {
    const kept = sendReport({ id, title }, kind, said);
    void Taro.showToast({ title: kept ? '记下了' : '手机存储已满，没有记下来', icon: 'none' });
    if (!kept) return;
    setAsking(false);
    setNote('');
  };
  return (
    <Section heading="现在什么情况" more={{ text: '我的反馈', url: stationReportsUrl() }}>
      <View className={styles.buttons} ariaRole="group" ariaLabel="现在什么情况">
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
      <View className={styles.promise}>人在那里的，点一下就行。没网也记下，有网了自动发；不留名字。</View>
      <OutboxList items={mine} />
      <Sheet title="是什么情况" open={asking} onClose={() => setAsking(false)}>
        <TextField
          name="report-note"
          label="写一句"
          hint="比如：门口在修路。不要写姓名和电话"
          value={note}
          onChange={setNote}
        />
        <MainButton onPress={() => (words ? tell('other', words) : setAsking(false))}>
          <Text>{words ? '发出去' : '不说了'}</Text>
        </MainButton>
      </Sheet>
    </Section>
  );
}
