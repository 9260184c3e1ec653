/** The published versions, each of which can be undone. */
import { App, Button } from 'antd';
import { PublishedWire, type VersionWire } from '@yugong/domain/publication/wire';
import { ApiError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints, useVersions } from './api';
import { collectionLabels, undoConflictText } from './labels';

const changesLabel = ({ changed }: VersionWire): string =>
  Object.entries(changed)
    .map(([collection, count]) => `${collectionLabels[collection] ?? collection} ${count} 条`)
    .join('，');

/** An error in the console's own words, which a toast shows as it is. */
const undoError = (message: string): ApiError => new ApiError(message, 'undo-refused', false);

export function Versions() {
  const versions = useVersions();
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const undo = useWrite(PublishedWire, { stale: ['content'] });
  const showOutcome = ({ done: isDone, faults }: PublishedWire): void =>
    isDone
      ? done('已撤回，手机上很快会更新')
      : failed(undoError(`不能撤回：其他内容引用了它。${faults.map(({ message }) => message).join('，')}`));
  const explain = (version: number, error: unknown): void => {
    const isStale = error instanceof ApiError && error.code === 'stale';
    const conflict = isStale ? undoConflictText(version, versions.data?.versions ?? []) : null;
    failed(conflict === null ? error : undoError(conflict));
  };
  const askFirst = ({ version }: VersionWire): void =>
    void modal.confirm({
      title: `撤回第 ${version} 版？`,
      content: '这一版新增和修改的内容会恢复到发布之前。',
      okText: '撤回',
      cancelText: '暂不',
      okButtonProps: { danger: true },
      onOk: () =>
        undo
          .mutateAsync({ endpoint: contentEndpoints.undo(version) })
          .then(showOutcome, (error: unknown) => explain(version, error)),
    });
  return (
    <QueryResult of={versions} rows={2}>
      {({ versions: list }) =>
        list.length === 0 ? (
          <EmptyState title="暂无发布记录" />
        ) : (
          <DataTable
            caption="已发布的版本"
            rows={list}
            rowKey={({ version }) => String(version)}
            columns={[
              { title: '版本', cell: ({ version }) => `第 ${version} 版` },
              { title: '发布时间', cell: ({ publishedAt }) => <TimeText at={publishedAt} /> },
              { title: '发布人', cell: ({ by }) => by },
              { title: '改动', cell: (one) => `${changesLabel(one)}${one.note ? `。${one.note}` : ''}` },
              {
                title: '操作',
                actions: true,
                cell: (one) =>
                  one.undoneBy === null ? (
                    <Button onClick={() => askFirst(one)} aria-label={`撤回第 ${one.version} 版`}>
                      撤回
                    </Button>
                  ) : (
                    <StatusTag tone="quiet">{`已在第 ${one.undoneBy} 版撤回`}</StatusTag>
                  ),
              },
            ]}
          />
        )
      }
    </QueryResult>
  );
}
