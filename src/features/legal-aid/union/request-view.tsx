import { Text, View } from '@tarojs/components';
import { dayAt, sayDate } from '@yugong/domain/calendar';
import { daysUntilDue } from '@yugong/domain/legal-aid';
import { legalAidTopicChoices, sayLetter } from '@yugong/domain/legal-aid/words';
import { MOST_MESSAGE, type LegalAidWire } from '@yugong/domain/legal-aid/wire';
import { MainButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { OutboxList } from '@/ui/outbox-list';
import { Section } from '@/ui/section';
import { Failed, Loading, Offline } from '@/ui/states';
import { TextArea } from '@/ui/text-area';
import { legalPageUrl, legalRequestsUrl } from '..';
import { DemoNote } from '../../shared/demo-note';
import { SentText, Talk } from '../../shared/talk';
import { DaysLeft } from '../clock/days-left';
import { districts } from '../model';
import { Leave } from './leave';
import type { useRequest } from './use-request';
import { sayStatus } from './say';
import styles from './union.module.scss';

/** How it stands first, then the talk and room to add to it, then what was sent, then how to take it back. */
export function RequestView(model: ReturnType<typeof useRequest>) {
  const { request, served, refresh } = model;
  if (request) return <Found {...model} request={request} />;
  if (served?.state === 'loading') return <Loading what="这件求助" />;
  if (served?.state === 'offline') return <Offline what="这件求助" onRetry={() => void refresh()} />;
  if (served?.state === 'failed')
    return <Failed what="这件求助" kept="发过的都在工会那里，不会丢。" onRetry={() => void refresh()} />;
  return (
    <Empty
      title="没有这件求助"
      explanation="它可能已经删除，或者是别的手机发的。"
      ways={[
        { text: '看我的求助', url: legalRequestsUrl() },
        { text: '请工会帮忙', url: legalPageUrl('ask') },
      ]}
    />
  );
}

function Found({
  request,
  waiting,
  open,
  leaving,
  reply,
  fault,
  send,
  withdraw,
  remove,
}: ReturnType<typeof useRequest> & { request: LegalAidWire }) {
  const { text, tone } = sayStatus(request.status);
  const left = daysUntilDue(request.dueDay, dayAt(Date.now()));
  return (
    <View>
      <Card first={text} tone={tone} title={legalAidTopicChoices[request.topic]} />
      {open && left !== null && left < 7 && <DaysLeft left={left} what="你说的最近期限" />}
      {request.letter && (
        <View className={styles.note} ariaRole="status">
          <Text userSelect>{sayLetter(request.letter)}</Text>
        </View>
      )}
      <Section heading="沟通记录">
        <Talk messages={request.messages} none="工会还没有回复。" />
        {waiting.length > 0 && <OutboxList items={waiting} />}
        {open && (
          <>
            <DemoNote />
            <TextArea
              optional
              name="reply"
              label="补充或回复"
              hint="急事请打 12351，这里不一定马上有人看"
              rows={3}
              limit={MOST_MESSAGE}
              error={fault}
              {...reply}
            />
            <MainButton onPress={send}>
              <Text>发给工会</Text>
            </MainButton>
          </>
        )}
      </Section>
      <Section heading="你提交的内容">
        <Sent request={request} />
      </Section>
      <Leave open={open} leaving={leaving} withdraw={withdraw} remove={remove} />
    </View>
  );
}

function Sent({ request }: { request: LegalAidWire }) {
  const { text, name, phone, bring, adcode, dueDay, createdAt } = request;
  const lines = [
    `${name}，${phone}`,
    adcode && `工作的区县：${districts.find((one) => one.adcode === adcode)?.title ?? adcode}`,
    dueDay && `最近的期限：${sayDate(dueDay, '')}`,
    bring.length > 0 && `见面时带：${bring.join('、')}`,
    `${sayDate(dayAt(Date.parse(createdAt)), '')}提交`,
  ].filter((line): line is string => Boolean(line));
  return (
    <View className={styles.sent}>
      <SentText text={text} lines={lines} />
    </View>
  );
}
