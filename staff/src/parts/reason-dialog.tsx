/** Why somebody looks: asked before anything personal is shown in full, and kept in the audit. */
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { accessReasons, type AccessReason } from '@yugong/domain/audit';
import { accessReasonLabels } from '@yugong/domain/audit/words';
import { Dialog } from './dialog';

export interface Why {
  reason: AccessReason;
  note?: string;
}

interface Props {
  title: string;
  open: boolean;
  yes: string;
  busy?: boolean;
  onYes: (why: Why) => void;
  onNo: () => void;
  /** Further fields, above the reason. */
  children?: ReactNode;
}

export function ReasonDialog({ title, open, yes, busy = false, onYes, onNo, children }: Props) {
  const [form] = Form.useForm<Why>();
  const reason = Form.useWatch('reason', form);
  return (
    <Dialog
      title={title}
      open={open}
      okText={yes}
      cancelText="先不"
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
          label="为什么要看"
          extra="会和你的名字、时间一起记进操作记录"
          rules={[{ required: true, message: '请选一个原因' }]}
        >
          <Radio.Group options={accessReasons.map((value) => ({ value, label: accessReasonLabels[value] }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={reason === 'other' ? '写明原因' : '补充说明（可不填）'}
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
