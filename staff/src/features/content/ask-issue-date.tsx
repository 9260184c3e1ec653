/** A newsletter that doesn't say of when it is: nothing of it becomes a record until somebody says so. */
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { DraftWire } from '@yugong/domain/publication/wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Notice } from '../../parts/notice';
import { lines } from './lines';

export function AskIssueDate({ text }: { text: string }) {
  const [day, setDay] = useState('');
  const navigate = useNavigate();
  const again = useWrite(DraftWire, {
    stale: ['content'],
    done: ({ id }) => void navigate(`/content/drafts/${id}`, { replace: true }),
  });
  return (
    <Notice tone="warn" title="没读出这一期是哪天发的，还不能发布">
      <p>{again.error ? sayError(again.error) : '填上日期再读一次，“昨天”“本周”才知道是哪天。'}</p>
      <Space wrap>
        <Input type="date" aria-label="哪天发的" value={day} onChange={(event) => setDay(event.target.value)} />
        <Button
          disabled={day === ''}
          loading={again.isPending}
          onClick={() => again.mutate({ line: lines.paste, body: { text, issueDate: day } })}
        >
          按这一天再读
        </Button>
      </Space>
    </Notice>
  );
}
