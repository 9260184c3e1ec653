/** Takes the flags off a sign-up that was looked at and is in order; how that was found out goes into the audit. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { CheckedRequest, type RosterRow } from '@yugong/domain/roster/wire';
import { rosterFlagLabels } from '@yugong/domain/roster/words';
import { describeError } from '../../api/api-error';
import { NoContent } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';

export function CheckedDialog({ row, close }: { row: RosterRow; close: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const [seen] = useState(row.flags);
  const { done } = useToast();
  const write = useWrite(NoContent, {
    stale: ['roster'],
    done: () => {
      close();
      done('提示已取消');
    },
  });
  return (
    <Dialog
      title={`${row.name}的报名核对无误？`}
      okText="取消提示"
      cancelText="暂不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={write.isPending}
    >
      <p>{`提示：${row.flags.map((flag) => rosterFlagLabels[flag]).join('、')}。报名本身不变；有问题请用“代为取消”。`}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          write.mutate({ endpoint: rosterEndpoints.checked(row.registrationId), body: { reason, seen } })
        }
      >
        {write.error && <Callout tone="bad">{describeError(write.error)}</Callout>}
        <Form.Item
          name="reason"
          label="怎么核对的"
          extra="不要写姓名和号码；会记入操作记录"
          rules={[schemaRule(CheckedRequest.entries.reason)]}
        >
          <Input maxLength={80} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
