/** Opens and closes the sign-up, and cancels the session. */
import { App, Button, Form, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { NoContent } from '../../api/client';
import { useMe } from '../../api/me';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { canAccess } from '../../parts/nav-items';
import { Callout } from '../../parts/notice';
import { useToast } from '../../parts/use-toast';
import { sessionEndpoints } from './api';
import { isDraftSession } from './labels';
import { CancellationReason } from './cancellation-reason';

export function SessionActions({ session }: { session: StaffSessionWire }) {
  const me = useMe();
  const [calling, setCalling] = useState(false);
  const { done, failed } = useToast();
  const flip = useWrite(StaffSessionWire, {
    stale: ['sessions'],
    done: ({ state }) => done(state === 'closed' ? '报名已停止' : '报名已开始'),
  });
  const can = session.state === 'upcoming' || session.state === 'closed' ? 'open' : 'close';
  const takesPlace = session.state !== 'cancelled' && session.state !== 'past';
  const isDraft = isDraftSession(session, Date.now());
  return (
    <Space wrap>
      {takesPlace && !isDraft && (
        <Button
          loading={flip.isPending}
          onClick={() =>
            flip.mutate(
              { endpoint: sessionEndpoints[can](session.id), ...(can === 'open' ? { body: {} } : {}) },
              { onError: failed },
            )
          }
        >
          {can === 'open' ? '立即开始报名' : '立即停止报名'}
        </Button>
      )}
      {takesPlace && !isDraft && canAccess(me, '/jobs') && (
        <Button danger onClick={() => setCalling(true)}>
          取消场次
        </Button>
      )}
      {isUnused(session) && <DeleteButton session={session} />}
      {calling && <CancelSessionDialog session={session} close={() => setCalling(false)} />}
    </Space>
  );
}

/** Nobody is or was in it; whether somebody waits for it the service knows. */
const isUnused = ({ counts, held, waiting }: StaffSessionWire): boolean =>
  held === 0 && waiting === 0 && Object.values(counts).every((count) => count === 0);

function DeleteButton({ session }: { session: StaffSessionWire }) {
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const { done, failed } = useToast();
  const remove = useWrite(NoContent, {
    stale: ['sessions'],
    done: () => {
      done('已删除');
      void navigate('/sessions');
    },
  });
  const askFirst = (): void =>
    void modal.confirm({
      title: `删除“${session.title}”？`,
      content: '没有人报过名。删除后不能恢复。',
      okText: '删除',
      cancelText: '暂不',
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync({ endpoint: sessionEndpoints.delete(session.id) }).catch(failed),
    });
  return <Button onClick={askFirst}>删除场次</Button>;
}

function CancelSessionDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<{ message: string }>();
  const navigate = useNavigate();
  const people = session.held + session.waiting;
  const cancel = useWrite(JobStartedWire, {
    stale: ['sessions', 'roster'],
    done: ({ jobId }) => {
      close();
      void navigate(`/sessions/${session.id}?job=${jobId}`);
    },
  });
  return (
    <Confirm
      open
      danger
      title={`取消“${session.title}”？`}
      yes={people > 0 ? `取消 ${people} 人的报名` : '取消场次'}
      onYes={form.submit}
      onNo={close}
      busy={cancel.isPending}
    >
      {cancel.error && <Callout tone="bad">{describeError(cancel.error)}</Callout>}
      <p>取消后不能恢复，也不能签到。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => cancel.mutate({ endpoint: sessionEndpoints.cancel(session.id), body })}
      >
        <CancellationReason
          name="message"
          label="给报名者的通知"
          extra="说明取消原因、后续安排和联系方式。不要写个人姓名和号码"
          rows={4}
        />
      </Form>
    </Confirm>
  );
}
