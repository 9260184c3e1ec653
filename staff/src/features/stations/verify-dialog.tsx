/** Somebody went there and it is as the list says: who, and when. */
import { Form, Input } from 'antd';
import { dayAt } from '@yugong/domain/calendar';
import { Text } from '@yugong/domain/identity';
import { PublishedWire } from '@yugong/domain/publication/wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Notice } from '../../parts/notice';
import { rule } from '../../parts/schema-rule';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';

/** The service refuses it too, but here it can say so at the field. */
const notAfter = (today: string) => ({
  validator: (_rule: unknown, day: string) =>
    day > today ? Promise.reject(new Error('还没到这一天，请填去看的那天')) : Promise.resolve(),
});

interface Props {
  station: string;
  name: string;
  close: () => void;
}

export function VerifyDialog({ station, name, close }: Props) {
  const [form] = Form.useForm<{ date: string; by: string }>();
  const { done } = useSaid();
  const today = dayAt(Date.now());
  const verify = useWrite(PublishedWire, {
    stale: ['reports'],
    done: ({ done: isDone }) => {
      if (!isDone) return;
      done('核实记上了，手机上会看到');
      close();
    },
  });
  return (
    <Dialog
      title={`核实“${name}”`}
      okText="记上"
      cancelText="先不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={verify.isPending}
    >
      {verify.error && <Notice tone="bad">{sayError(verify.error)}</Notice>}
      {verify.data?.faults.map(({ field, message }) => (
        <Notice key={field} tone="bad">
          {message}
        </Notice>
      ))}
      <p>到现场看过，和手机上写的一样，才记。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ date: today }}
        onFinish={(body) => verify.mutate({ line: lines.verify(station), body })}
      >
        <Form.Item name="date" label="哪天看的" rules={[{ required: true, message: '请填日期' }, notAfter(today)]}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="by" label="谁去看的" extra="写单位，手机上会显示" rules={[rule(Text(60))]}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
