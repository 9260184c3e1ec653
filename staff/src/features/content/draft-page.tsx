import { useState } from 'react';
import { useParams, useNavigate } from 'react-router-dom';
import { Button, Input, Space } from 'antd';
import { DraftWire } from '@yugong/domain/publication/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Callout } from '../../parts/notice';
import { ConsolePage } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { useNewsletterDraft, contentEndpoints } from './api';
import { DraftEntry } from './draft-entry';
import { OriginalText } from './original-text';
import { PublishBar } from './publish-bar';
import styles from './draft.module.css';

export default function DraftPage() {
  const { id = '' } = useParams();
  const draft = useNewsletterDraft(id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [line, setLine] = useState<number | null>(null);
  const { data } = draft;
  const open = data?.entries.filter(({ status, reworded }) => status !== 'same' && !reworded) ?? [];
  const faults = data?.flags.filter(({ severity }) => severity === 'fault').length ?? 0;
  const flip = (entry: string): void => {
    const next = new Set(chosen);
    if (!next.delete(entry)) next.add(entry);
    setChosen(next);
  };
  return (
    <ConsolePage
      title={data?.heading ?? '草稿'}
      lead={data && `${open.length} 条新增或有改动，${faults > 0 ? `${faults} 处需要你确认` : '没有需要确认的地方'}。`}
      back={{ to: '/content', label: '内容发布' }}
    >
      <QueryResult of={draft}>
        {(one) => (
          <>
            {one.publishedVersion !== null && <Callout tone="good" title={`已作为第 ${one.publishedVersion} 版发布`} />}
            {one.issueDate === null && <IssueDateForm text={one.lines.join('\n')} />}
            <div className={styles.sides}>
              <OriginalText draft={one} line={line} />
              <div className={styles.entries}>
                {one.entries.map((entry) => (
                  <DraftEntry
                    key={entry.id}
                    draftId={id}
                    entry={entry}
                    chosen={chosen.has(entry.id)}
                    choose={() => flip(entry.id)}
                    look={setLine}
                  />
                ))}
              </div>
            </div>
            <PublishBar draftId={id} open={open} chosen={chosen} setChosen={setChosen} />
          </>
        )}
      </QueryResult>
    </ConsolePage>
  );
}

/** Asks for the issue date of a newsletter that doesn't state it; nothing of it can be published before. */
function IssueDateForm({ text }: { text: string }) {
  const [day, setDay] = useState('');
  const navigate = useNavigate();
  const again = useWrite(DraftWire, {
    stale: ['content'],
    done: ({ id }) => void navigate(`/content/drafts/${id}`, { replace: true }),
  });
  return (
    <Callout tone="warn" title="未识别出这一期的发布日期，暂不能发布">
      <p>{again.error ? describeError(again.error) : '填写日期后重新识别，才能算出“昨天”“本周”是哪一天。'}</p>
      <Space wrap>
        <Input type="date" aria-label="发布日期" value={day} onChange={(event) => setDay(event.target.value)} />
        <Button
          disabled={day === ''}
          loading={again.isPending}
          onClick={() => again.mutate({ endpoint: contentEndpoints.paste, body: { text, issueDate: day } })}
        >
          按此日期重新识别
        </Button>
      </Space>
    </Callout>
  );
}
