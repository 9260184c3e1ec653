/** Publishing what was chosen, one version; whatever is at fault keeps all of it back and is named. */
import { Button, Space } from 'antd';
import { PublishedWire, type DraftEntryWire } from '@yugong/domain/publication/wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Notice } from '../../parts/notice';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';
import { sayField } from './words';
import styles from './draft.module.css';

interface Props {
  draftId: string;
  open: readonly DraftEntryWire[];
  chosen: ReadonlySet<string>;
  setChosen: (ids: ReadonlySet<string>) => void;
}

export function PublishBar({ draftId, open, chosen, setChosen }: Props) {
  const { done } = useSaid();
  const publish = useWrite(PublishedWire, {
    stale: ['content'],
    done: ({ done: isDone, version }) => {
      if (!isDone) return;
      setChosen(new Set());
      done(version === null ? '和现在的一样，没有要发布的' : `第 ${version} 版发布了`);
    },
  });
  if (open.length === 0) return null;
  const titleOf = (id: string): string => open.find(({ record }) => record.id === id)?.title ?? id;
  // What may be there already is taken one by one, by whoever has looked.
  const sure = open.filter(({ status }) => status !== 'unsure').map(({ id }) => id);
  const seen = Object.fromEntries(open.map(({ id, currentVersion }) => [id, currentVersion]));
  return (
    <div className={styles.publish}>
      {publish.error && <Notice tone="bad">{sayError(publish.error)}</Notice>}
      {publish.data && !publish.data.done && (
        <Notice tone="bad" title="还不能发布，什么都没有改">
          <ul>
            {publish.data.faults.map(({ record, field, message }) => (
              <li key={record + field + message}>
                {titleOf(record)}
                {field && `，${sayField(field)}`}：{message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Space wrap>
        <Button onClick={() => setChosen(new Set(sure))}>全选</Button>
        <Button
          type="primary"
          disabled={chosen.size === 0}
          loading={publish.isPending}
          onClick={() => publish.mutate({ line: lines.publish(draftId), body: { entries: [...chosen], seen } })}
        >
          发布选中的 {chosen.size} 条
        </Button>
      </Space>
    </div>
  );
}
