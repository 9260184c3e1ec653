/** The published versions, each of which can be undone. */
import { App, Button } from 'antd';
import { PublishedWire, type VersionWire } from '@yugong/domain/publication/wire';
import { useWrite } from '../../api/use-write';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints, useVersions } from './api';
import { collectionLabels } from './labels';

const changesLabel = ({ changed }: VersionWire): string =>
  Object.entries(changed)
    .map(([collection, count]) => `${collectionLabels[collection] ?? collection} ${count} 条`)
    .join('，');

export function Versions() {
  const versions = useVersions();
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const undo = useWrite(PublishedWire, { stale: ['content'] });
  const showOutcome = ({ done: isDone, faults }: PublishedWire): void =>
    isDone
      ? done('退回去了，手机上很快也会变')
      : failed(new Error(`不能撤回：别的内容还要用到它。${faults.map(({ message }) => message).join('，')}`));
  const askFirst = ({ version }: VersionWire): void =>
    void modal.confirm({
      title: `撤回第 ${version} 版？`,
      content: '这一版新增和改动的内容会回到发布之前的样子。',
      okText: '撤回',
      cancelText: '先不',
      okButtonProps: { danger: true },
      onOk: () => undo.mutateAsync({ endpoint: contentEndpoints.undo(version) }).then(showOutcome, failed),
    });
  return (
    <QueryResult of={versions} rows={2}>
      {({ versions: list }) =>
        list.length === 0 ? (
          <EmptyState title="还没有在这里发布过" />
        ) : (
          <DataTable
            caption="发布过的版本"
            rows={list}
            rowKey={({ version }) => String(version)}
            columns={[
              { title: '版本', cell: ({ version }) => `第 ${version} 版` },
              { title: '几时', cell: ({ publishedAt }) => <TimeText at={publishedAt} /> },
              { title: '谁', cell: ({ by }) => by },
              { title: '改了什么', cell: (one) => `${changesLabel(one)}${one.note ? `。${one.note}` : ''}` },
              {
                title: '操作',
                actions: true,
                cell: (one) =>
                  one.undoneBy === null ? (
                    <Button onClick={() => askFirst(one)} aria-label={`撤回第 ${one.version} 版`}>
                      撤回
                    </Button>
                  ) : (
                    <StatusTag tone="quiet">{`第 ${one.undoneBy} 版撤回了`}</StatusTag>
                  ),
              },
            ]}
          />
        )
      }
    </QueryResult>
  );
}
