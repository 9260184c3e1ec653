/** The dialog that records who verified a station on the spot, and when. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { dayAt } from '@yugong/domain/calendar';
import { Text } from '@yugong/domain/text';
import { PublishedWire } from '@yugong/domain/publication/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { stationEndpoints } from './api';

/** The service refuses a future day too, but here the field can say so. */
const notAfter = (today: string) => ({
  validator: (_rule: unknown, day: string) =>
    day > today ? Promise.reject(new Error('日期不能晚于今天')) : Promise.resolve(),
});

interface Props {
  station: string;
  name: string;
  /** The day of the last verification; null where there was none. */
  last: string | null;
  close: () => void;
}

export function VerifyDialog({ station, name, last, close }: Props) {
  const [form] = Form.useForm<{ date: string; by: string }>();
  // The reports are fetched anew behind the dialog.
  const [seen] = useState(last);
  const { done } = useToast();
  const today = dayAt(Date.now());
  const verify = useWrite(PublishedWire, {
    stale: ['reports'],
    done: ({ done: isDone }) => {
      if (!isDone) return;
      done('已登记核实，手机上会显示');
      close();
    },
  });
  return (
    <Dialog
      title={`核实“${name}”`}
      okText="登记"
      cancelText="暂不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={verify.isPending}
    >
      {verify.error && <Callout tone="bad">{describeError(verify.error)}</Callout>}
      {verify.data?.faults.map(({ field, message }) => (
        <Callout key={field} tone="bad">
          {message}
        </Callout>
      ))}
      <p>请在现场看过、与手机上的信息一致后再登记。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ date: today }}
        onFinish={(body) => verify.mutate({ endpoint: stationEndpoints.verify(station), body: { ...body, seen } })}
      >
        <Form.Item name="date" label="核实日期" rules={[{ required: true, message: '请填写日期' }, notAfter(today)]}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="by" label="核实单位" extra="会显示在手机上" rules={[schemaRule(Text(60))]}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
