/** Cancels people's registrations, for a reason that they read, or because they asked for it: the counts tell the two apart. */
import { Form, Radio } from 'antd';
import { useState } from 'react';
import { problems } from '@yugong/domain/problem';
import { cancelCauseLabels } from '@yugong/domain/registration/words';
import { CancelledSeveralWire, type RosterRow } from '@yugong/domain/roster/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { useToast } from '../../parts/use-toast';
import { CancellationReason } from '../sessions';
import { rosterEndpoints } from './api';
import { WriteFailures, whoIn, type StepFailure } from './write-failures';

const decisions = [
  { value: 'union', label: `${cancelCauseLabels.union}：系统会通知本人，联系不上的列入待电话联系` },
  { value: 'owner', label: `${cancelCauseLabels.owner}：本人当面或来电要求取消，不再通知` },
] as const;

interface CancelFormValues {
  decision: (typeof decisions)[number]['value'];
  reason?: string;
}

interface Props {
  sessionId: string;
  rows: readonly RosterRow[];
  close: () => void;
}

export function CancelDialog({ sessionId, rows, close }: Props) {
  const [form] = Form.useForm<CancelFormValues>();
  const decision = Form.useWatch('decision', form) ?? 'union';
  const [failures, setFailures] = useState<readonly StepFailure[]>([]);
  const { done } = useToast();
  const cancel = useWrite(CancelledSeveralWire, {
    stale: ['roster', 'sessions', 'call-list'],
    done: ({ people }) => {
      const left = people.flatMap(({ registrationId: id, problem }) =>
        problem === null ? [] : [{ id, why: problems[problem].title }],
      );
      setFailures(left);
      const cancelled = people.length - left.length;
      if (cancelled > 0) done(rows.length === 1 ? '已取消报名' : `已取消 ${cancelled} 人的报名`);
      if (left.length === 0) close();
    },
  });
  const send = ({ decision: by, reason }: CancelFormValues): void => {
    const ids = failures.length > 0 ? failures.map(({ id }) => id) : rows.map(({ registrationId }) => registrationId);
    const why = by === 'owner' ? { onBehalf: true } : { reason };
    cancel.mutate({ endpoint: rosterEndpoints.cancelSeveral(sessionId), body: { ids, ...why } });
  };
  return (
    <Dialog
      title={`代${whoIn(rows)}取消报名？`}
      okText={rows.length === 1 ? '取消报名' : `取消 ${rows.length} 人的报名`}
      okButtonProps={{ danger: true }}
      cancelText="暂不"
      confirmLoading={cancel.isPending}
      onCancel={close}
      onOk={form.submit}
    >
      {cancel.error && <Callout tone="bad">{describeError(cancel.error)}</Callout>}
      <WriteFailures rows={rows} failures={failures} />
      <p>名额会依次给候补的人。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ decision: 'union', reason: '' }}
        onFinish={send}
      >
        <Form.Item name="decision" label="谁决定取消">
          <Radio.Group options={[...decisions]} />
        </Form.Item>
        {decision === 'union' && (
          <CancellationReason
            name="reason"
            label="取消原因"
            extra={`${rows.length === 1 ? '本人' : '每个人'}在应用里都能看到。不要写姓名和号码`}
            rows={3}
          />
        )}
      </Form>
    </Dialog>
  );
}
