import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { Notice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import { AskIssueDate } from './ask-issue-date';
import { Entry } from './entry';
import { useDraft } from './lines';
import { Original } from './original';
import { PublishBar } from './publish-bar';
import styles from './draft.module.css';

export default function DraftPage() {
  const { id = '' } = useParams();
  const draft = useDraft(id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [line, setLine] = useState<number | null>(null);
  const { data } = draft;
  const open = data?.entries.filter(({ status }) => status !== 'same') ?? [];
  const faults = data?.flags.filter(({ severity }) => severity === 'fault').length ?? 0;
  const flip = (entry: string): void => {
    const next = new Set(chosen);
    if (!next.delete(entry)) next.add(entry);
    setChosen(next);
  };
  return (
    <Page
      title={data?.heading ?? '草稿'}
      lead={data && `${open.length} 条新的或有改动，${faults > 0 ? `${faults} 处看不准，要你定` : '没有看不准的'}。`}
      back={{ to: '/content', label: '内容' }}
    >
      <Answer of={draft}>
        {(one) => (
          <>
            {one.publishedVersion !== null && (
              <Notice tone="good" title={`已经作为第 ${one.publishedVersion} 版发布`} />
            )}
            {one.issueDate === null && <AskIssueDate text={one.lines.join('\n')} />}
            <div className={styles.sides}>
              <Original draft={one} line={line} />
              <div className={styles.entries}>
                {one.entries.map((entry) => (
                  <Entry
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
      </Answer>
    </Page>
  );
}
