/** The form that answers a request, from a template or not; what is typed stays in this tab until it is sent. */
import { App, Button, Form, Input, Space } from 'antd';
import { useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { Text } from '@yugong/domain/text';
import { MessageWire } from '@yugong/domain/legal-aid/wire';
import { describeError, type ApiError } from '../api/api-error';
import type { Endpoint } from '../api/client';
import { useWrite } from '../api/use-write';
import { emptySentText, useFormDraft } from './form-draft';
import { Callout } from './notice';
import { schemaRule } from './schema-rule';
import { SelectField } from './select-field';
import { useToast } from './use-toast';

const MAX_ANSWER_LENGTH = 2000;

/** All that is needed of the answer to closing one. */
const Closed = v.object({ id: v.string() });

export function AnswerForm({
  request,
  endpoints,
  stale,
  templates = [],
}: {
  /** `updatedAt`: as it was when it was opened; an answer is refused where somebody wrote or took it since. */
  request: { id: string; updatedAt: string };
  endpoints: Record<'answer' | 'close', Endpoint>;
  /** The queries that are another after an answer. */
  stale: string;
  templates?: readonly { id: string; title: string; text: string }[];
}) {
  const [form] = Form.useForm<{ text?: string }>();
  const draft = useFormDraft<string>(`answer.${request.id}`);
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const client = useQueryClient();
  const seen = request.updatedAt;
  const sent = useRef('');
  const typedText = (): string => form.getFieldsValue().text?.trim() ?? '';
  const finish = (message: string): void => {
    emptySentText(form, draft, sent.current);
    done(message);
  };
  const answer = useWrite(MessageWire, { stale: [stale], done: () => finish('答复已发送') });
  const close = useWrite(Closed, { stale: [stale], done: () => finish('已办结') });
  const begin = (id: string): void => {
    const one = templates.find((template) => template.id === id);
    if (!one) return;
    // The template is appended, so that nothing typed is lost.
    const before = typedText();
    const text = before ? `${before}\n\n${one.text}` : one.text;
    form.setFieldValue('text', text);
    draft.save(text);
  };
  const end = (): void => {
    const text = typedText();
    sent.current = text;
    modal.confirm({
      title: '确认办结？',
      content: text ? '上面的内容会作为最后一次答复发给本人。' : '不再发送答复。本人可以再次提交。',
      okText: '办结',
      cancelText: '暂不',
      onOk: () =>
        close.mutateAsync({ endpoint: endpoints.close, body: { ...(text ? { text } : {}), seen } }).catch(failed),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ text: draft.read() ?? '' }}
      onValuesChange={(_one, { text = '' }) => draft.save(text)}
      onFinish={(body) => {
        sent.current = typedText();
        answer.mutate({ endpoint: endpoints.answer, body: { ...body, seen } });
      }}
    >
      {answer.error && (
        <AnswerFault error={answer.error} again={() => void client.invalidateQueries({ queryKey: [stale] })} />
      )}
      {templates.length > 0 && (
        <Form.Item label="选用常用答复" htmlFor="template">
          <SelectField
            id="template"
            placeholder="选择后会添加到下方"
            options={templates.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={begin}
          />
        </Form.Item>
      )}
      <Form.Item name="text" label="答复内容" rules={[schemaRule(Text(MAX_ANSWER_LENGTH))]}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={MAX_ANSWER_LENGTH} showCount />
      </Form.Item>
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          发送答复
        </Button>
        <Button onClick={end}>办结</Button>
      </Space>
    </Form>
  );
}

/** Why an answer didn't go out. Where somebody was quicker, what they wrote is loaded; what was typed stays. */
function AnswerFault({ error, again }: { error: ApiError; again: () => void }) {
  if (error.code !== 'stale') return <Callout tone="bad">{describeError(error)}</Callout>;
  return (
    <Callout tone="warn" title="答复没有发出：这件事刚刚有新的内容，或换了办理人">
      <p>你写的还在。请先看最新的内容，再决定要不要发。</p>
      <Button onClick={again}>看最新的内容</Button>
    </Callout>
  );
}
