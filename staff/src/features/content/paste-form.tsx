/** The form that takes a newsletter's text as it was published. */
import { Button, Form, Input } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { DraftWire } from '@yugong/domain/publication/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { useFormDraft } from '../../parts/form-draft';
import { Callout } from '../../parts/notice';
import narrow from '../../parts/narrow.module.css';

interface PasteFormValues {
  text: string;
  issueDate?: string;
}

const MAX_NEWSLETTER_LENGTH = 400_000;

export function PasteForm() {
  const navigate = useNavigate();
  const draft = useFormDraft<PasteFormValues>('newsletter');
  const start = useRef(draft.read() ?? { text: '' }).current;
  const read = useWrite(DraftWire, {
    stale: ['content'],
    done: ({ id }) => {
      draft.drop();
      void navigate(`/content/drafts/${id}`);
    },
  });
  const send = ({ text, issueDate }: PasteFormValues): void =>
    read.mutate({ endpoint: 'POST /content/drafts', body: { text, issueDate: issueDate || null } });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={send}
      onValuesChange={(_one, all: PasteFormValues) => draft.save(all)}
    >
      {read.error && <Callout tone="bad">{describeError(read.error)}</Callout>}
      <Form.Item name="text" label="通讯全文" rules={[{ required: true, whitespace: true, message: '请粘贴通讯全文' }]}>
        <Input.TextArea rows={6} maxLength={MAX_NEWSLETTER_LENGTH} spellCheck={false} />
      </Form.Item>
      <Form.Item name="issueDate" label="发布日期（选填）" extra="正文没有写年份时，用来推算“昨天”“本周”是哪一天">
        <Input type="date" className={narrow.date} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={read.isPending}>
        识别内容
      </Button>
    </Form>
  );
}
