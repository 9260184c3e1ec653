/** Asks for the reason before personal data is shown in full; the audit records it. */
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { accessReasons, type AccessReason } from '@yugong/domain/audit';
import { accessReasonLabels } from '@yugong/domain/audit/words';
import { Dialog } from './dialog';

export interface AccessReasonValues {
  reason: AccessReason;
  note?: string;
}

interface Props {
  title: string;
  open: boolean;
  yes: string;
  busy?: boolean;
  onYes: (why: AccessReasonValues) => void;
  onNo: () => void;
  /** Further fields, above the reason. */
  children?: ReactNode;
}

export function ReasonDialog({ title, open, yes, busy = false, onYes, onNo, children }: Props) {
  const [form] = Form.useForm<AccessReasonValues>();
  const reason = Form.useWatch('reason', form);
  return (
    <Dialog
      title={title}
      open={open}
      okText={yes}
      cancelText="暂不"
      onOk={form.submit}
      onCancel={onNo}
      confirmLoading={busy}
      destroyOnHidden
    >
      {children}
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={({ reason: why, note }) => onYes({ reason: why, ...(note ? { note } : {}) })}
      >
        <Form.Item
          name="reason"
          label="查看原因"
          extra="会连同你的姓名和时间记入操作记录"
          rules={[{ required: true, message: '请选择原因' }]}
        >
          <Radio.Group options={accessReasons.map((value) => ({ value, label: accessReasonLabels[value] }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={reason === 'other' ? '写明原因' : '补充说明（选填）'}
          extra="不要写姓名和号码"
          rules={[
            { required: reason === 'other', message: '请写明原因' },
            { pattern: /^(?!.*\d{6})/s, message: '不要写电话和证件号码' },
          ]}
        >
          <Input maxLength={80} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
