/** Adds a person who stands at the counter without a phone, or a team with its captain. */
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
import { TeamFields } from './team-fields';

const resultTexts = { booked: '报名成功', waitlist: '名额已满，已加入候补', exists: '此人已报过这一场' } as const;

type AddFormValues = Partial<Record<PersonFieldName, string>> & { team?: { members: string[] }; agreed: boolean };

export function AddDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<AddFormValues>();
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
  const size = programme?.team ?? null;
  const labelOf = (name: PersonFieldName): string =>
    name === 'name' && size !== null ? '队长姓名' : personFields[name].label;
  const send = (typed: AddFormValues): void => {
    const person = Object.fromEntries(asked.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
    const team = size === null ? {} : { team: typed.team };
    add.mutate(
      { endpoint: rosterEndpoints.add(session.id), body: { person, ...team, agreed: true } },
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
          const { schema, keyboard } = personFields[name];
          return (
            <Form.Item
              key={name}
              name={name}
              label={mustHave(name) ? labelOf(name) : `${labelOf(name)}（选填）`}
              extra={
                name === 'residentId' ? (mustHaveId ? '用于核对是否符合条件' : '没有手机号时，用于识别重复报名') : null
              }
              rules={[schemaRule(schema, !mustHave(name))]}
            >
              <Input inputMode={keyboard === 'tel' ? 'tel' : 'text'} autoComplete="off" />
            </Form.Item>
          );
        })}
        {size !== null && <TeamFields size={size} />}
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
