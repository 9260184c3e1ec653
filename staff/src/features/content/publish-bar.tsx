/** Publishes the chosen entries as one version; any fault holds all of them back and is listed. */
import { Button, Space } from 'antd';
import { PublishedWire, type DraftEntryWire } from '@yugong/domain/publication/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Callout } from '../../parts/notice';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints } from './api';
import { describeRecordFault } from './labels';
import styles from './draft.module.css';

interface Props {
  draftId: string;
  open: readonly DraftEntryWire[];
  chosen: ReadonlySet<string>;
  setChosen: (ids: ReadonlySet<string>) => void;
}

export function PublishBar({ draftId, open, chosen, setChosen }: Props) {
  const { done } = useToast();
  const publish = useWrite(PublishedWire, {
    stale: ['content'],
    done: ({ done: isDone, version }) => {
      if (!isDone) return;
      setChosen(new Set());
      done(version === null ? '与当前内容相同，无需发布' : `第 ${version} 版已发布`);
    },
  });
  if (open.length === 0) return null;
  const titleOf = (id: string): string => open.find(({ record }) => record.id === id)?.title ?? id;
  // Possible duplicates aren't selected with the others: somebody has to look at each.
  const sure = open.filter(({ status }) => status !== 'unsure').map(({ id }) => id);
  const seen = Object.fromEntries(open.map(({ id, currentVersion }) => [id, currentVersion]));
  return (
    <div className={styles.publish}>
      {publish.error && <Callout tone="bad">{describeError(publish.error)}</Callout>}
      {publish.data && !publish.data.done && (
        <Callout tone="bad" title="暂不能发布，内容未改动">
          <ul>
            {publish.data.faults.map(({ record, field, message }) => (
              <li key={record + field + message}>
                {titleOf(record)}，{describeRecordFault(field ?? '', message)}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <Space wrap>
        <Button onClick={() => setChosen(new Set(sure))}>全选</Button>
        <Button
          type="primary"
          disabled={chosen.size === 0}
          loading={publish.isPending}
          onClick={() =>
            publish.mutate({ endpoint: contentEndpoints.publish(draftId), body: { entries: [...chosen], seen } })
          }
        >
          发布选中的 {chosen.size} 条
        </Button>
      </Space>
    </div>
  );
}
