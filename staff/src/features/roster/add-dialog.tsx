/** Adds a person who stands at the counter without a phone. */
import { Checkbox, Form, Input } from 'antd';
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';
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

type PersonFormValues = Partial<Record<PersonFieldName, string>>;

export function AddDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<PersonFormValues & { agreed: boolean }>();
  const { done } = useToast();
  const programmes = useProgrammes();
  const programme = programmes.data?.programmes.find(({ id }) => id === session.programmeId);
  // Eligibility by sex or age is read from the identity number, so it can't be left out there.
  const mustHaveId = programme !== undefined && (programme.sex !== null || programme.age !== null);
  const asked = personFieldNames.filter((name) => name === 'name' || programme?.fields.includes(name));
  const mustHave = (name: PersonFieldName): boolean => name === 'name' || (name === 'residentId' && mustHaveId);
  const add = useWrite(AddWire, {
    stale: ['roster', 'sessions'],
    done: ({ result }) => {
      done(resultTexts[result]);
      close();
    },
  });
  const send = (typed: PersonFormValues): void => {
    const person = Object.fromEntries(asked.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
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
        {asked.map((name) => {
          const { label, schema, keyboard } = personFields[name];
          return (
            <Form.Item
              key={name}
              name={name}
              label={mustHave(name) ? label : `${label}（选填）`}
              extra={
                name === 'residentId' ? (mustHaveId ? '用于核对是否符合条件' : '没有手机号时，用于识别重复报名') : null
              }
              rules={[schemaRule(schema, !mustHave(name))]}
            >
              <Input inputMode={keyboard === 'tel' ? 'tel' : 'text'} autoComplete="off" />
            </Form.Item>
          );
        })}
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
