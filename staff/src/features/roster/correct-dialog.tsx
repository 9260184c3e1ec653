/** Corrects a misspelt name or number. What is left empty stays; what was there before stays sealed in the audit. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';

type PersonFormValues = Partial<Record<PersonFieldName, string>>;

export function CorrectDialog({ row, close }: { row: RosterRow; close: () => void }) {
  const [form] = Form.useForm<PersonFormValues>();
  // The roster is fetched anew behind the dialog; what she decides about is what she opened.
  const [seen] = useState(row.personVersion);
  const { done } = useToast();
  const correct = useWrite(StatusWire, {
    stale: ['roster', 'call-list'],
    done: () => {
      done('已更正');
      close();
    },
  });
  // What the programme doesn't ask for is null.
  const asked = personFieldNames.filter((name) => row[name] !== null);
  const send = (typed: PersonFormValues): void => {
    const person = Object.fromEntries(asked.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
    if (Object.keys(person).length === 0) return form.setFields([{ name: 'name', errors: ['请填写要更正的内容'] }]);
    correct.mutate(
      { endpoint: rosterEndpoints.person(row.registrationId), body: { person, seen } },
      { onError: (error) => showFaults(form, error, ['person']) },
    );
  };
  return (
    <Dialog
      title={`更正${row.name}的报名信息`}
      okText="保存更正"
      cancelText="暂不更正"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={correct.isPending}
    >
      {correct.error && <Callout tone="bad">{describeError(correct.error)}</Callout>}
      <p className="quiet">只填写错的，空着的不变。报名时间和候补顺序不变，更正会留下记录。</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        {asked.map((name) => {
          const { label, schema, keyboard } = personFields[name];
          return (
            <Form.Item key={name} name={name} label={label} rules={[schemaRule(schema, true)]}>
              <Input
                inputMode={keyboard === 'tel' ? 'tel' : 'text'}
                autoComplete="off"
                placeholder={row[name] ?? undefined}
              />
            </Form.Item>
          );
        })}
      </Form>
    </Dialog>
  );
}
