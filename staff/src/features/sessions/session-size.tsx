/** How full a session is, and the dialog that changes its size. */
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { cancelCauses } from '@yugong/domain/registration';
import { cancelCauseLabels } from '@yugong/domain/registration/words';
import { type StaffSessionWire, SizeWire } from '@yugong/domain/session/staff-wire';
import { describeError, type ApiError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { CountOf } from '../../parts/count-of';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import { Seats } from '../../parts/seats';
import { useToast } from '../../parts/use-toast';
import { sessionEndpoints } from './api';
import styles from './size.module.css';

const CountRow = ({ label, value }: { label: string; value: number }) => (
  <div className={styles.count}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

export function SessionSize({ session }: { session: StaffSessionWire }) {
  const [open, setOpen] = useState(false);
  const { held, capacity, waiting, waitlistSize, counts, offered, cancelledBy } = session;
  return (
    <div className={styles.size}>
      <div className={styles.line}>
        <CountOf value={held} of={`${capacity} 个名额`} />
        {session.state !== 'cancelled' && session.state !== 'past' && (
          <Button onClick={() => setOpen(true)}>调整名额</Button>
        )}
      </div>
      <Seats held={held} capacity={capacity} waiting={waiting} />
      <dl className={styles.counts}>
        <CountRow label={`候补（最多 ${waitlistSize}）`} value={waiting} />
        {offered > 0 && <CountRow label="名额保留中，等确认" value={offered} />}
        <CountRow label="已签到" value={counts['checked-in'] + counts.fulfilled} />
        <CountRow label="未到场" value={counts.noshow} />
        {cancelCauses.map((cause) => (
          <CountRow key={cause} label={cancelCauseLabels[cause]} value={cancelledBy[cause]} />
        ))}
      </dl>
      {open && <SizeDialog session={session} close={() => setOpen(false)} />}
    </div>
  );
}

interface SizeFormValues {
  capacity: number;
  waitlistSize: number;
}

/** @param now the session as it was fetched again after the refusal */
const describeSizeError = (error: ApiError, seen: SizeFormValues, now: SizeFormValues): string =>
  error.code === 'stale' && (now.capacity !== seen.capacity || now.waitlistSize !== seen.waitlistSize)
    ? `别人刚改过：名额 ${seen.capacity}→${now.capacity}，候补 ${seen.waitlistSize}→${now.waitlistSize}。请关闭后再看一次`
    : describeError(error);

/**
 * Raising the capacity promotes people from the waitlist; lowering it never takes a seat away without naming whose.
 * So it takes two steps: a dry run that shows the effect, then the change, for exactly the people that were shown.
 */
function SizeDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<SizeFormValues>();
  /** The size that was there when the dialog was opened. */
  const [seen] = useState({ capacity: session.capacity, waitlistSize: session.waitlistSize });
  const [effect, setEffect] = useState<(SizeWire & { requested: SizeFormValues }) | null>(null);
  const { done } = useToast();
  const write = useWrite(SizeWire, { stale: ['sessions', 'roster', 'call-list'] });
  const onError = (error: unknown): void => void showFaults(form, error);
  const previewEffect = (requested: SizeFormValues): void =>
    write.mutate(
      { endpoint: sessionEndpoints.size(session.id), body: { ...requested, seen, dryRun: true } },
      { onSuccess: (answer) => setEffect({ ...answer, requested }), onError },
    );
  const submit = (): void => {
    if (!effect) return form.submit();
    const displace = effect.hits.map(({ registrationId }) => registrationId);
    const body = { ...effect.requested, seen, displace };
    write.mutate(
      { endpoint: sessionEndpoints.size(session.id), body },
      {
        onSuccess: (answer) => {
          // Somebody signed up meanwhile, so the effect is shown again, with them.
          if (!answer.done) return setEffect({ ...answer, requested: effect.requested });
          const told = effect.hits.length > 0 ? `，${effect.hits.length} 人被移出，请尽快通知` : '';
          done(`名额已改为 ${answer.capacity} 个${told}`);
          close();
        },
        onError,
      },
    );
  };
  return (
    <Dialog
      title="调整名额"
      okText={effect ? '确认修改' : '查看影响'}
      okButtonProps={{ danger: (effect?.hits.length ?? 0) > 0 }}
      cancelText="暂不修改"
      onOk={submit}
      onCancel={close}
      confirmLoading={write.isPending}
    >
      {write.error && <Callout tone="bad">{describeSizeError(write.error, seen, session)}</Callout>}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ capacity: session.capacity, waitlistSize: session.waitlistSize }}
        onFinish={previewEffect}
        onValuesChange={() => setEffect(null)}
        requiredMark={false}
      >
        <div className={styles.fields}>
          <Form.Item
            name="capacity"
            label={`名额（已报 ${session.held}）`}
            rules={[{ required: true, message: '请填写名额' }]}
          >
            <InputNumber min={1} max={20_000} precision={0} />
          </Form.Item>
          <Form.Item
            name="waitlistSize"
            label={`候补人数上限（现在 ${session.waiting}）`}
            rules={[{ required: true, message: '请填写人数' }]}
          >
            <InputNumber min={0} max={20_000} precision={0} />
          </Form.Item>
        </div>
      </Form>
      {effect && <SizeEffect effect={effect} />}
    </Dialog>
  );
}

/** Whom a new size promotes, and whom it sends back to the waitlist. */
function SizeEffect({ effect: { promotes, hits } }: { effect: SizeWire }) {
  if (hits.length > 0)
    return (
      <Callout tone="bad" title={`${hits.length} 人会被移出，排到候补最前面`}>
        <ul className={styles.hits} tabIndex={0} aria-label="会被移出的人">
          {hits.map(({ registrationId, name, phone, place }) => (
            <li key={registrationId}>
              第 {place} 个报名，{name} {phone}
            </li>
          ))}
        </ul>
        <p>
          建议修改前先电话联系。修改后系统会通知本人，联系不上的会列入待电话联系。有空出的名额会直接给她们，不需要再确认，报名时间不变。
        </p>
      </Callout>
    );
  return (
    <Callout tone="good" title={promotes > 0 ? `候补的前 ${promotes} 人会递补` : '没有人受影响'}>
      {promotes > 0 && <p>本人打开应用可看到消息。</p>}
    </Callout>
  );
}
