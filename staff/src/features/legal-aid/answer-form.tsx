/** Answering, with a template to begin with; what is typed stays in this tab until it is sent. */
import { App, Button, Form, Input, Space } from 'antd';
import { useRef } from 'react';
import { Text } from '@yugong/domain/identity';
import { MessageWire } from '@yugong/domain/legal-aid/wire';
import { QueueRow, type CaseWire } from '@yugong/domain/legal-aid/staff-wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Choice } from '../../parts/choice';
import { draftOf } from '../../parts/draft';
import { Notice } from '../../parts/notice';
import { rule } from '../../parts/schema-rule';
import { useSaid } from '../../parts/use-said';
import { lines, useTemplates } from './lines';

const LONGEST = 2000;

export function AnswerForm({ request }: { request: CaseWire }) {
  const [form] = Form.useForm<{ text: string }>();
  const draft = useRef(draftOf<string>(`answer.${request.id}`)).current;
  const { modal } = App.useApp();
  const { done, failed } = useSaid();
  const templates = useTemplates();
  const over = (said: string): void => {
    draft.drop();
    form.resetFields();
    form.setFieldValue('text', '');
    done(said);
  };
  const answer = useWrite(MessageWire, { stale: ['legal-aid'], done: () => over('答复发出去了') });
  const close = useWrite(QueueRow, { stale: ['legal-aid'], done: () => over('办结了') });
  const begin = (id: string): void => {
    const one = templates.data?.templates.find((template) => template.id === id);
    if (!one) return;
    // Added to what is there: nothing typed is lost.
    const before = (form.getFieldValue('text') as string | undefined)?.trim();
    const text = before ? `${before}\n\n${one.text}` : one.text;
    form.setFieldValue('text', text);
    draft.keep(text);
  };
  const end = (): void => {
    const text = (form.getFieldValue('text') as string | undefined)?.trim();
    modal.confirm({
      title: '这件事办结？',
      content: text ? '会把上面写的作为最后的答复发给本人。' : '不再发答复。本人还可以再来问。',
      okText: '办结',
      cancelText: '先不',
      onOk: () => close.mutateAsync({ line: lines.close(request.id), body: text ? { text } : {} }).catch(failed),
    });
  };
  const fitting = (templates.data?.templates ?? []).filter(({ topic }) => topic === null || topic === request.topic);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ text: draft.read() ?? '' }}
      onValuesChange={(_one, { text }: { text: string }) => draft.keep(text)}
      onFinish={(body) => answer.mutate({ line: lines.answer(request.id), body })}
    >
      {answer.error && <Notice tone="bad">{sayError(answer.error)}</Notice>}
      {fitting.length > 0 && (
        <Form.Item label="从常用答复开始" htmlFor="template">
          <Choice
            id="template"
            placeholder="选一个，会加在下面"
            options={fitting.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={begin}
          />
        </Form.Item>
      )}
      <Form.Item name="text" label="写给本人" rules={[rule(Text(LONGEST))]}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={LONGEST} showCount />
      </Form.Item>
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          发出答复
        </Button>
        <Button onClick={end}>办结</Button>
      </Space>
    </Form>
  );
}
