/** Opening and closing the sign-up, and calling the session off. */
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useMe } from '../../api/me';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { mayEnter } from '../../parts/rooms';
import { Notice } from '../../parts/notice';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';

const MESSAGE = 200;

export function Steps({ session }: { session: StaffSessionWire }) {
  const me = useMe();
  const [calling, setCalling] = useState(false);
  const { done, failed } = useSaid();
  const flip = useWrite(StaffSessionWire, {
    stale: ['sessions'],
    done: ({ state }) => done(state === 'closed' ? '报名停了' : '报名开了'),
  });
  const can = session.state === 'upcoming' || session.state === 'closed' ? 'open' : 'close';
  if (session.state === 'past') return null;
  return (
    <Space wrap>
      <Button
        loading={flip.isPending}
        onClick={() =>
          flip.mutate({ line: lines[can](session.id), ...(can === 'open' ? { body: {} } : {}) }, { onError: failed })
        }
      >
        {can === 'open' ? '现在就开始报名' : '现在就停止报名'}
      </Button>
      {mayEnter(me, '/jobs') && (
        <Button danger onClick={() => setCalling(true)}>
          取消这一场
        </Button>
      )}
      {calling && <CallOff session={session} close={() => setCalling(false)} />}
    </Space>
  );
}

function CallOff({ session, close }: { session: StaffSessionWire; close: () => void }) {
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
      yes={people > 0 ? `取消 ${people} 人的报名` : '取消这一场'}
      onYes={form.submit}
      onNo={close}
      busy={cancel.isPending}
    >
      {cancel.error && <Notice tone="bad">{sayError(cancel.error)}</Notice>}
      <p>取消以后不能恢复，也不能再签到。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => cancel.mutate({ line: lines.cancel(session.id), body })}
      >
        <Form.Item
          name="message"
          label="跟报名的人说什么"
          extra="为什么取消、接下来怎么办、找谁问。不要写个人的姓名和号码"
          rules={[{ required: true, whitespace: true, message: '请写一句，报名的人要知道为什么' }]}
        >
          <Input.TextArea rows={4} maxLength={MESSAGE} showCount />
        </Form.Item>
      </Form>
    </Confirm>
  );
}
