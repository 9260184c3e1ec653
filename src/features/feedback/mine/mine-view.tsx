import { Text, View } from '@tarojs/components';
import { dayAt, sayDate, sayDay } from '@yugong/domain/calendar';
import { callBackTimeLabels, complaintKindLabels, complaintStatusLabels } from '@yugong/domain/complaint/words';
import { sayPage } from '@yugong/domain/complaint/pages';
import { MOST_COMPLAINT, type ComplaintWire } from '@yugong/domain/complaint/wire';
import { useState } from 'react';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { OutboxList } from '@/ui/outbox-list';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { TextArea } from '@/ui/text-area';
import { complaintsUrl, feedbackUrl } from '..';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { DemoNote } from '../../shared/demo-note';
import { SentText, Talk } from '../../shared/talk';
import styles from '../feedback.module.scss';
import type { useComplaint, useComplaints } from './use-complaints';

const TONES = {
  received: 'unknown',
  assigned: 'plain',
  answered: 'open',
  closed: 'plain',
  withdrawn: 'plain',
} as const;
const titleOf = ({ kind, number }: ComplaintWire): string => `${complaintKindLabels[kind]} ${number}`;
const isWaiting = ({ status }: ComplaintWire): boolean => status === 'received' || status === 'assigned';

/** Everything that was sent from here: what still waits to go out, then how the rest stands. */
export function ComplaintsView({ served, waiting, complaints, refresh }: ReturnType<typeof useComplaints>) {
  const none = waiting.length === 0 && (served === null || (served.state === 'ready' && complaints.length === 0));
  return (
    <View>
      {none && (
        <Empty
          title="暂无投诉建议"
          explanation="提交后会有编号，办理进度和答复显示在这里。"
          ways={[{ text: '投诉、建议或者请回电', url: feedbackUrl() }]}
        />
      )}
      {waiting.length > 0 && (
        <Section heading="待发送" note={`${waiting.length} 条`}>
          <OutboxList items={waiting} />
        </Section>
      )}
      {served?.state === 'loading' && <Loading what="投诉建议" />}
      {served?.state === 'offline' && <Offline what="投诉建议" onRetry={() => void refresh()} />}
      {served?.state === 'failed' && (
        <Failed what="投诉建议" kept="提交过的都已保存。" onRetry={() => void refresh()} />
      )}
      {complaints.length > 0 && (
        <Section heading="已提交" note={served?.state === 'ready' && served.old ? '上次加载的内容' : undefined}>
          {complaints.map((complaint) => (
            <ComplaintCard key={complaint.id} complaint={complaint} />
          ))}
        </Section>
      )}
    </View>
  );
}

function ComplaintCard({ complaint }: { complaint: ComplaintWire }) {
  const today = dayAt(Date.now());
  return (
    <Card
      first={complaintStatusLabels[complaint.status]}
      tone={TONES[complaint.status]}
      title={titleOf(complaint)}
      actions={
        <Pressable className={styles.more} url={complaintsUrl(complaint.id)}>
          <Text>查看答复、补充、删除</Text>
        </Pressable>
      }
    >
      <View>
        {sayDay(dayAt(Date.parse(complaint.createdAt)), today)}提交
        {isWaiting(complaint) && `，最晚${sayDay(complaint.answerBy, today)}答复`}
      </View>
    </Card>
  );
}

/** How it stands first, then the talk and room to add to it, then what was sent, then how to take it back. */
export function OwnComplaint(model: ReturnType<typeof useComplaint>) {
  const { complaint, served, refresh } = model;
  if (complaint) return <Found {...model} complaint={complaint} />;
  if (served?.state === 'loading') return <Loading what="这条投诉建议" />;
  if (served?.state === 'offline') return <Offline what="这条投诉建议" onRetry={() => void refresh()} />;
  if (served?.state === 'failed')
    return <Failed what="这条投诉建议" kept="提交过的都已保存。" onRetry={() => void refresh()} />;
  return (
    <Empty
      title="没有找到这条投诉建议"
      explanation="它可能已经删除，或者是在别的手机上提交的。"
      ways={[{ text: '我的投诉建议', url: complaintsUrl() }]}
    />
  );
}

function Found({
  complaint,
  waiting,
  leaving,
  open,
  reply,
  fault,
  send,
  remove,
}: ReturnType<typeof useComplaint> & { complaint: ComplaintWire }) {
  const { text, page, phone, callAt, answerBy, createdAt, messages, status } = complaint;
  const [asking, setAsking] = useState(false);
  const lines = [
    phone !== null && `手机号 ${phone}`,
    callAt !== null && `接听时间：${callBackTimeLabels[callAt]}`,
    page !== null && `关于“${sayPage(page)}”这一页`,
    `${sayDate(dayAt(Date.parse(createdAt)), '')}提交`,
  ].filter((line) => line !== false);
  return (
    <View>
      <Card first={complaintStatusLabels[status]} tone={TONES[status]} title={titleOf(complaint)}>
        {isWaiting(complaint) && <View>最晚{sayDate(answerBy, '')}答复</View>}
      </Card>
      <Section heading="沟通记录">
        <Talk messages={messages} none="还没有答复。" />
        {waiting.length > 0 && <OutboxList items={waiting} />}
        {open && (
          <>
            <DemoNote />
            <TextArea
              optional
              name="reply"
              label="补充"
              hint="补充后，答复期限重新计算"
              rows={3}
              limit={MOST_COMPLAINT}
              error={fault}
              {...reply}
            />
            <MainButton onPress={send}>
              <Text>提交补充</Text>
            </MainButton>
          </>
        )}
      </Section>
      <Section heading="你提交的">
        <SentText text={text} lines={lines} />
      </Section>
      {leaving ? (
        <View className={styles.note} ariaRole="status">
          <Text>正在删除，完成后会返回列表。</Text>
        </View>
      ) : (
        <Actions>
          <PlainButton icon="trash-2" onPress={() => setAsking(true)}>
            <Text>撤回并删除</Text>
          </PlainButton>
        </Actions>
      )}
      <ConfirmSheet
        title="撤回并删除？"
        open={asking}
        confirm="删除"
        keep="不删除"
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        <Text>你写的和工会答复的都会删除，不能恢复。还没有答复的，工会不再办理。</Text>
      </ConfirmSheet>
    </View>
  );
}
