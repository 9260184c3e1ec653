/** A session that only staff see yet: it is published at once or at a time, or kept as a draft. */
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { toInstant, toLocal } from '../../parts/local-time';
import { Callout } from '../../parts/notice';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { sessionEndpoints } from './api';
import { isDraftSession } from './labels';
import type { PublishWhen } from './session-form-values';

const publications = [
  { value: 'now', label: '马上公开' },
  { value: 'later', label: '到时间公开' },
  { value: 'draft', label: '先存为草稿，只有同事看得到' },
] as const satisfies { value: PublishWhen; label: string }[];

interface PublicationValues {
  publication?: PublishWhen;
  /** As `<input type="datetime-local">` has it. */
  publicFrom?: string;
}

/** When a session is to be public; stands in a form of Ant's. */
export function PublicationFields() {
  const publication = Form.useWatch<PublishWhen | undefined>('publication');
  return (
    <>
      <Form.Item name="publication" label="公开">
        <Radio.Group options={[...publications]} />
      </Form.Item>
      {publication === 'later' && (
        <Form.Item name="publicFrom" label="公开时间" rules={[{ required: true, message: '请填写时间' }]}>
          <Input type="datetime-local" step={300} />
        </Form.Item>
      )}
    </>
  );
}

/** Says that a session is a draft, and publishes it; nothing of one that is public. */
export function DraftSection({ session }: { session: StaffSessionWire }) {
  const [isAsking, setAsking] = useState(false);
  const { publicFrom } = session;
  if (session.state === 'cancelled' || !isDraftSession(session, Date.now())) return null;
  return (
    <Callout tone="warn" title={publicFrom === null ? '这一场是草稿' : '这一场还没有公开'}>
      <p>
        {publicFrom === null ? (
          '只有同事看得到，不能报名。'
        ) : (
          <>
            <TimeText at={publicFrom} /> 公开；在此之前只有同事看得到，不能报名。
          </>
        )}
      </p>
      <Button onClick={() => setAsking(true)}>{publicFrom === null ? '公开这一场' : '改公开时间'}</Button>
      {isAsking && <PublicationDialog session={session} close={() => setAsking(false)} />}
    </Callout>
  );
}

function PublicationDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<PublicationValues>();
  const { publicFrom } = session;
  // What was decided is about the session as the dialog was opened on it.
  const [seen] = useState(publicFrom);
  const { done } = useToast();
  const publish = useWrite(StaffSessionWire, {
    stale: ['sessions'],
    done: (now) => {
      close();
      done(isDraftSession(now, Date.now()) ? '已保存' : '已公开');
    },
  });
  const send = ({ publication, publicFrom: local = '' }: PublicationValues): void => {
    const at = publication === 'later' ? { at: toInstant(local) } : publication === 'draft' ? { at: null } : {};
    publish.mutate({ endpoint: sessionEndpoints.publish(session.id), body: { ...at, seen } });
  };
  return (
    <Dialog
      title={`公开“${session.title}”`}
      okText="保存"
      cancelText="暂不"
      confirmLoading={publish.isPending}
      onCancel={close}
      onOk={form.submit}
    >
      {publish.error && <Callout tone="bad">{describeError(publish.error)}</Callout>}
      <p>公开后职工就能看到，不能再收回；不办了可以取消场次。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ publication: 'now', publicFrom: publicFrom === null ? '' : toLocal(publicFrom) }}
        onFinish={send}
      >
        <PublicationFields />
      </Form>
    </Dialog>
  );
}
