/** One record that the newsletter becomes: what is new or differs, side by side with what is published. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { DraftEntryWire } from '@yugong/domain/publication/wire';
import { Mark } from '../../parts/mark';
import { EditDialog } from './edit-dialog';
import { collectionWords, sayField, sayValue } from './words';
import styles from './draft.module.css';

const statusWords = { new: '新的', changed: '有改动', same: '和现在一样', unsure: '拿不准，可能已有' } as const;

interface Props {
  draftId: string;
  entry: DraftEntryWire;
  chosen: boolean;
  choose: () => void;
  look: (line: number) => void;
}

const Change = ({ field, before, after }: DraftEntryWire['changes'][number]) => (
  <tr>
    <th scope="row">{sayField(field)}</th>
    <td>
      <del className={styles.before}>{sayValue(before)}</del>
    </td>
    <td>
      <ins className={styles.after}>{sayValue(after)}</ins>
    </td>
  </tr>
);

export function Entry({ draftId, entry, chosen, choose, look }: Props) {
  const [editing, setEditing] = useState(false);
  const { status, title, kind, line, changes, record, reason, candidates } = entry;
  return (
    <section className={styles.entry} aria-label={title}>
      <div className={styles.head}>
        {status === 'same' ? (
          <h2 className={styles.title}>{title}</h2>
        ) : (
          <Checkbox checked={chosen} onChange={choose}>
            <h2 className={styles.title}>{title}</h2>
          </Checkbox>
        )}
        <Mark tone={status === 'new' ? 'good' : status === 'changed' ? 'warn' : 'quiet'}>{statusWords[status]}</Mark>
      </div>
      <p className="quiet">
        {collectionWords[kind]}，原文第 {line} 行
      </p>
      {status === 'unsure' && (
        <p>
          {reason}：{candidates.map((one) => `“${one.title}”`).join('、')}
          。是同一条就不用管它；确实是新的一条，再勾上发布。
        </p>
      )}
      {status === 'changed' && (
        <table className={styles.diff}>
          <caption className="spoken">{title}的改动</caption>
          <thead>
            <tr>
              <th scope="col">哪一项</th>
              <th scope="col">现在</th>
              <th scope="col">发布后</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <Change key={one.field} {...one} />
            ))}
          </tbody>
        </table>
      )}
      {(status === 'new' || status === 'unsure') && (
        <details>
          <summary>看全部内容</summary>
          <dl className={styles.record}>
            {Object.entries(record).map(([field, value]) => (
              <div key={field}>
                <dt>{sayField(field)}</dt>
                <dd>{sayValue(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <div className={styles.tools}>
        <Button size="small" onClick={() => look(line)} aria-label={`${title}，看原文`}>
          看原文
        </Button>
        {status !== 'same' && (
          <Button size="small" onClick={() => setEditing(true)} aria-label={`${title}，改`}>
            改
          </Button>
        )}
      </div>
      {editing && <EditDialog draftId={draftId} entry={entry} close={() => setEditing(false)} />}
    </section>
  );
}
