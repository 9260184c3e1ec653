/** A newsletter, pasted as it is published. */
import { Button, Form, Input } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { DraftWire } from '@yugong/domain/publication/wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { draftOf } from '../../parts/draft';
import narrow from '../../parts/narrow.module.css';
import { Notice } from '../../parts/notice';

interface Typed {
  text: string;
  issueDate?: string;
}

const LONGEST = 400_000;

export function PasteForm() {
  const navigate = useNavigate();
  const kept = useRef(draftOf<Typed>('newsletter')).current;
  const start = useRef(kept.read() ?? { text: '' }).current;
  const read = useWrite(DraftWire, {
    stale: ['content'],
    done: ({ id }) => {
      kept.drop();
      void navigate(`/content/drafts/${id}`);
    },
  });
  const send = ({ text, issueDate }: Typed): void =>
    read.mutate({ line: 'POST /content/drafts', body: { text, issueDate: issueDate || null } });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={send}
      onValuesChange={(_one, all: Typed) => kept.keep(all)}
    >
      {read.error && <Notice tone="bad">{sayError(read.error)}</Notice>}
      <Form.Item
        name="text"
        label="通讯全文"
        rules={[{ required: true, whitespace: true, message: '请把通讯全文粘在这里' }]}
      >
        <Input.TextArea rows={6} maxLength={LONGEST} spellCheck={false} />
      </Form.Item>
      <Form.Item name="issueDate" label="哪天发的（可不填）" extra="正文里没写年份时，靠它算出“昨天”“本周”是哪天">
        <Input type="date" className={narrow.date} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={read.isPending}>
        读出每一条
      </Button>
    </Form>
  );
}
