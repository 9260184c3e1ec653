/** Writes one message to people of the roster, and says who has no app to read it in. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { MessagedSeveralWire, type MessageWay, type RosterRow } from '@yugong/domain/roster/wire';
import { Text } from '@yugong/domain/text';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';
import { FailureList, whoIn } from './write-failures';

const MAX_MESSAGE_LENGTH = 200;

/** Why somebody won't see a message; empty of who will. */
const unseenLabels: Record<MessageWay, string> = {
  app: '',
  wechat: '',
  'no-app': '由工会代报，没有应用可看',
  erased: '本人已删除信息',
  unproven: '手机号还没有验证',
};

interface Props {
  sessionId: string;
  rows: readonly RosterRow[];
  close: () => void;
}

export function MessageDialog({ sessionId, rows, close }: Props) {
  const [form] = Form.useForm<{ text: string }>();
  const [sent, setSent] = useState<MessagedSeveralWire['people'] | null>(null);
  const { done } = useToast();
  const write = useWrite(MessagedSeveralWire, {
    done: ({ people }) => {
      // What came of several stays until it was read; of one who will see it a line in passing is enough.
      if (people.length > 1 || people.some(({ way }) => unseenLabels[way] !== '')) return setSent(people);
      done(sentLabel(people));
      close();
    },
  });
  const ids = rows.map(({ registrationId }) => registrationId);
  if (sent) return <SentDialog rows={rows} people={sent} close={close} />;
  return (
    <Dialog
      title={`给${whoIn(rows)}发消息`}
      okText="发送"
      cancelText="暂不"
      confirmLoading={write.isPending}
      onCancel={close}
      onOk={form.submit}
    >
      {write.error && <Callout tone="bad">{describeError(write.error)}</Callout>}
      <p>本人打开应用能看到全文。微信只提醒有消息，不带内容；不发短信。改期、改地点请直接改场次，系统会逐一通知。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ text: '' }}
        onFinish={({ text }) =>
          write.mutate({ endpoint: rosterEndpoints.messageSeveral(sessionId), body: { ids, text } })
        }
      >
        <Form.Item
          name="text"
          label="消息内容"
          extra="不要写姓名、号码和检查结果"
          rules={[schemaRule(Text(MAX_MESSAGE_LENGTH))]}
        >
          <Input.TextArea rows={4} maxLength={MAX_MESSAGE_LENGTH} showCount />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

/** What came of a message: how many will see it and by which way, and who has to be telephoned. */
function SentDialog({
  rows,
  people,
  close,
}: Pick<Props, 'rows' | 'close'> & { people: MessagedSeveralWire['people'] }) {
  const unseen = people.flatMap(({ registrationId: id, way }) =>
    unseenLabels[way] === '' ? [] : [{ id, why: unseenLabels[way] }],
  );
  const isSent = unseen.length < people.length;
  return (
    <Dialog
      title={isSent ? '消息已发出' : '没有人看得到这条消息'}
      okText="知道了"
      cancelButtonProps={{ hidden: true }}
      onOk={close}
      onCancel={close}
    >
      {isSent && <Callout tone="good" title={sentLabel(people)} />}
      {unseen.length > 0 && (
        <Callout tone="warn" title={`${unseen.length} 人看不到，请打电话`}>
          <FailureList rows={rows} failures={unseen} />
        </Callout>
      )}
    </Dialog>
  );
}

/** @example sentLabel(people) // '3 人打开应用能看到，其中 1 人另有微信提醒' */
function sentLabel(people: MessagedSeveralWire['people']): string {
  const count = (...ways: MessageWay[]): number => people.filter(({ way }) => ways.includes(way)).length;
  const reminded = count('wechat');
  return `${count('app', 'wechat')} 人打开应用能看到${reminded > 0 ? `，其中 ${reminded} 人另有微信提醒` : ''}`;
}
