/** One record that the newsletter becomes, side by side with what is published. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { DraftEntryWire } from '@yugong/domain/publication/wire';
import { StatusTag } from '../../parts/status-tag';
import { ChangeTable } from './change-table';
import { EditDialog } from './edit-dialog';
import { collectionLabels, fieldLabel, formatRecordValue } from './labels';
import { PhonePreview } from './phone-preview';
import type { LinkChoice } from './record-form';
import { useValueWords } from './value-words';
import styles from './draft.module.css';

const entryStatusLabels = { new: '新增', changed: '有改动', same: '无改动', unsure: '可能重复' } as const;

/** What a draft leads to has its title only once it is published. */
const NO_LINKS: readonly LinkChoice[] = [];

interface Props {
  draftId: string;
  entry: DraftEntryWire;
  chosen: boolean;
  choose: () => void;
  look: (line: number) => void;
}

export function DraftEntry({ draftId, entry, chosen, choose, look }: Props) {
  const [editing, setEditing] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const words = useValueWords();
  const { status, title, kind, line, changes, record, reason, candidates, reworded } = entry;
  return (
    <section className={styles.entry} aria-label={title}>
      <div className={styles.head}>
        {status === 'same' || reworded ? (
          <h2 className={styles.title}>{title}</h2>
        ) : (
          <Checkbox checked={chosen} onChange={choose}>
            <h2 className={styles.title}>{title}</h2>
          </Checkbox>
        )}
        <StatusTag tone={status === 'new' ? 'good' : status === 'changed' ? 'warn' : 'quiet'}>
          {entryStatusLabels[status]}
        </StatusTag>
      </div>
      <p className="quiet">
        {collectionLabels[kind]}，原文第 {line} 行
      </p>
      {reworded && <p>发布以后有人改过这一条，草稿不再覆盖它。要改请到已发布的内容里改。</p>}
      {status === 'unsure' && (
        <p>
          {reason}：{candidates.map((one) => `“${one.title}”`).join('、')}
          。如果是同一条，不用处理；确认是新的，再勾选发布。
        </p>
      )}
      {status === 'changed' && <ChangeTable title={title} changes={changes} />}
      {(status === 'new' || status === 'unsure') && (
        <details>
          <summary>查看全部内容</summary>
          <dl className={styles.record}>
            {Object.entries(record).map(([field, value]) => (
              <div key={field}>
                <dt>{fieldLabel(field)}</dt>
                <dd>{formatRecordValue(value, words, field)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <div className={styles.tools}>
        <Button size="small" onClick={() => look(line)} aria-label={`${title}，查看原文`}>
          查看原文
        </Button>
        <Button
          size="small"
          onClick={() => setPreviewing(!previewing)}
          aria-expanded={previewing}
          aria-label={`${title}，手机上的样子`}
        >
          {previewing ? '收起' : '手机上的样子'}
        </Button>
        {status !== 'same' && (
          <Button size="small" onClick={() => setEditing(true)} aria-label={`${title}，修改`}>
            改
          </Button>
        )}
      </div>
      {previewing && <PhonePreview collection={kind} record={record} links={NO_LINKS} />}
      {editing && <EditDialog draftId={draftId} entry={entry} close={() => setEditing(false)} />}
    </section>
  );
}
