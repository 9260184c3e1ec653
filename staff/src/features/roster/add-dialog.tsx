/** Adds a person who stands at the counter without a phone. */
import { Checkbox, Form, Input } from 'antd';
import { Name, Phone, ResidentId } from '@yugong/domain/identity';
import { AddWire } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { useProgrammes } from '../sessions';
import { rosterEndpoints } from './api';

const resultTexts = { booked: '报名成功', waitlist: '名额已满，已加入候补', exists: '此人已报过这一场' } as const;

interface PersonFormValues {
  name: string;
  phone?: string;
  residentId?: string;
}

export function AddDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<PersonFormValues & { agreed: boolean }>();
  const { done } = useToast();
  const programmes = useProgrammes();
  const programme = programmes.data?.programmes.find(({ id }) => id === session.programmeId);
  // Eligibility by sex or age is read from the identity number, so it can't be left out there.
  const mustHaveId = programme !== undefined && (programme.sex !== null || programme.age !== null);
  const wants = (field: 'phone' | 'residentId'): boolean => programme?.fields.includes(field) ?? false;
  const add = useWrite(AddWire, {
    stale: ['roster', 'sessions'],
    done: ({ result }) => {
      done(resultTexts[result]);
      close();
    },
  });
  const send = ({ name, phone, residentId }: PersonFormValues): void => {
    const person = { name, ...(phone ? { phone } : {}), ...(residentId ? { residentId } : {}) };
    add.mutate(
      { endpoint: rosterEndpoints.add(session.id), body: { person, agreed: true } },
      { onError: (error) => showFaults(form, error, ['person']) },
    );
  };
  return (
    <Dialog
      title="手动添加"
      okText="加入名单"
      cancelText="暂不添加"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={add.isPending}
    >
      {add.error && <Callout tone="bad">{describeError(add.error)}</Callout>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="name" label="姓名" rules={[schemaRule(Name)]}>
          <Input autoComplete="off" />
        </Form.Item>
        {wants('phone') && (
          <Form.Item name="phone" label="手机号（选填）" rules={[schemaRule(Phone, true)]}>
            <Input inputMode="tel" autoComplete="off" />
          </Form.Item>
        )}
        {wants('residentId') && (
          <Form.Item
            name="residentId"
            label="身份证号"
            extra={mustHaveId ? '用于核对是否符合条件' : '没有手机号时，用于识别重复报名'}
            rules={[schemaRule(ResidentId, !mustHaveId)]}
          >
            <Input autoComplete="off" />
          </Form.Item>
        )}
        {programme?.consents.map(({ purpose, title, text }) => (
          <details key={purpose}>
            <summary>{title}</summary>
            <p>{text}</p>
          </details>
        ))}
        <Form.Item
          name="agreed"
          valuePropName="checked"
          rules={[
            {
              validator: (_rule, on) =>
                on ? Promise.resolve() : Promise.reject(new Error('请先向本人说明，本人同意后再添加')),
            },
          ]}
        >
          <Checkbox>已向本人宣读上面的同意书，或本人已签字</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  );
}
