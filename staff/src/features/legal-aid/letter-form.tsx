/** Notes that a letter of 一函两书 was sent; from an 意见书 on the fifteen working days for its answer run. */
import { Button, Form, Input } from 'antd';
import { dayAt } from '@yugong/domain/calendar';
import { letterKinds, OPINION_DAYS, type LetterKind } from '@yugong/domain/legal-aid';
import { QueueRow, type CaseWire } from '@yugong/domain/legal-aid/staff-wire';
import { letterNames } from '@yugong/domain/legal-aid/words';
import { useWrite } from '../../api/use-write';
import { SelectField } from '../../parts/select-field';
import { useToast } from '../../parts/use-toast';
import { legalAidEndpoints } from './api';

interface Letter {
  kind?: LetterKind;
  sentOn?: string;
}

export function LetterForm({ request }: { request: CaseWire }) {
  const [form] = Form.useForm<Letter>();
  const { done, failed } = useToast();
  const today = dayAt(Date.now());
  const write = useWrite(QueueRow, {
    stale: ['legal-aid'],
    done: () => {
      form.resetFields();
      done('已记下，本人能看到');
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ sentOn: today }}
      onFinish={(body) => write.mutate({ endpoint: legalAidEndpoints.letter(request.id), body }, { onError: failed })}
    >
      <Form.Item
        name="kind"
        label="记下发函（一函两书）"
        htmlFor="letter-kind"
        extra={`意见书从发出起算 ${OPINION_DAYS} 个工作日`}
        rules={[{ required: true, message: '请选择发了哪一种' }]}
      >
        <SelectField
          id="letter-kind"
          placeholder="发了哪一种"
          options={letterKinds.map((kind) => ({ value: kind, label: letterNames[kind] }))}
        />
      </Form.Item>
      <Form.Item name="sentOn" label="发出日期" rules={[{ required: true, message: '请填写发出日期' }]}>
        <Input type="date" max={today} />
      </Form.Item>
      <Button htmlType="submit" loading={write.isPending}>
        记下
      </Button>
    </Form>
  );
}
