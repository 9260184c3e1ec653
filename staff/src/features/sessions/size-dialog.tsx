/**
 * Larger calls people in from the waiting list; smaller never takes a place away without naming whose. So it is two
 * steps: what would happen, then do it, with exactly the people that were shown.
 */
import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import { SizeWire, type StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/faults';
import { Notice } from '../../parts/notice';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';
import { SizeEffect } from './size-effect';
import styles from './size.module.css';

interface Typed {
  capacity: number;
  waitlistSize: number;
}

export function SizeDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<Typed>();
  const [effect, setEffect] = useState<(SizeWire & { asked: Typed }) | null>(null);
  const { done } = useSaid();
  const write = useWrite(SizeWire, { stale: ['sessions', 'roster'] });
  const onError = (error: unknown): void => void showFaults(form, error);
  const ask = (asked: Typed): void =>
    write.mutate(
      { line: lines.size(session.id), body: { ...asked, dryRun: true } },
      { onSuccess: (answer) => setEffect({ ...answer, asked }), onError },
    );
  const settle = (): void => {
    if (!effect) return form.submit();
    const body = { ...effect.asked, displace: effect.hits.map(({ registrationId }) => registrationId) };
    write.mutate(
      { line: lines.size(session.id), body },
      {
        onSuccess: (answer) => {
          // Somebody came meanwhile: it is shown again, with them.
          if (!answer.done) return setEffect({ ...answer, asked: effect.asked });
          done(`名额改成 ${answer.capacity} 个了`);
          close();
        },
        onError,
      },
    );
  };
  return (
    <Dialog
      title="增减名额"
      okText={effect ? '就这样改' : '看看会影响谁'}
      okButtonProps={{ danger: (effect?.hits.length ?? 0) > 0 }}
      cancelText="先不改"
      onOk={settle}
      onCancel={close}
      confirmLoading={write.isPending}
    >
      {write.error && <Notice tone="bad">{sayError(write.error)}</Notice>}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ capacity: session.capacity, waitlistSize: session.waitlistSize }}
        onFinish={ask}
        onValuesChange={() => setEffect(null)}
        requiredMark={false}
      >
        <div className={styles.fields}>
          <Form.Item
            name="capacity"
            label={`名额（已报 ${session.held}）`}
            rules={[{ required: true, message: '请填名额' }]}
          >
            <InputNumber min={1} max={20_000} precision={0} />
          </Form.Item>
          <Form.Item
            name="waitlistSize"
            label={`候补最多几人（现在 ${session.waiting}）`}
            rules={[{ required: true, message: '请填人数' }]}
          >
            <InputNumber min={0} max={20_000} precision={0} />
          </Form.Item>
        </div>
      </Form>
      {effect && <SizeEffect effect={effect} />}
    </Dialog>
  );
}
