/** Somebody who stands at the counter and has no phone with them. */
import { Checkbox, Form, Input } from 'antd';
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';
import { AddWire } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/faults';
import { Notice } from '../../parts/notice';
import { rule } from '../../parts/schema-rule';
import { useSaid } from '../../parts/use-said';
import { useProgrammes } from '../sessions/lines';
import { lines } from './lines';

const said = { booked: '报上了', waitlist: '满了，排进了候补', exists: '她已经报过这一场' } as const;

type Typed = Partial<Record<PersonFieldName, string>>;

export function AddDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [form] = Form.useForm<Typed & { agreed: boolean }>();
  const { done } = useSaid();
  const programmes = useProgrammes();
  const programme = programmes.data?.programmes.find(({ id }) => id === session.programmeId);
  // Who may come is read from the number, so there it can't be left out.
  const mustHaveId = programme !== undefined && (programme.sex !== null || programme.age !== null);
  const asked = personFieldNames.filter((name) => name === 'name' || programme?.fields.includes(name));
  const mustHave = (name: PersonFieldName): boolean => name === 'name' || (name === 'residentId' && mustHaveId);
  const add = useWrite(AddWire, {
    stale: ['roster', 'sessions'],
    done: ({ result }) => {
      done(said[result]);
      close();
    },
  });
  const send = (typed: Typed): void => {
    const person = Object.fromEntries(asked.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
    add.mutate(
      { line: lines.add(session.id), body: { person, agreed: true } },
      { onError: (error) => showFaults(form, error, ['person']) },
    );
  };
  return (
    <Dialog
      title="手工加人"
      okText="加进名单"
      cancelText="先不加"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={add.isPending}
    >
      {add.error && <Notice tone="bad">{sayError(add.error)}</Notice>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        {asked.map((name) => {
          const { label, schema, keyboard } = personFields[name];
          return (
            <Form.Item
              key={name}
              name={name}
              label={mustHave(name) ? label : `${label}（可不填）`}
              extra={name === 'residentId' ? (mustHaveId ? '用来核对参加条件' : '没有手机号时用来识别重复报名') : null}
              rules={[rule(schema, !mustHave(name))]}
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
                on ? Promise.resolve() : Promise.reject(new Error('要先念给她听，她同意了再加')),
            },
          ]}
        >
          <Checkbox>上面的同意书念给本人听过，或者本人签过字</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  );
}
