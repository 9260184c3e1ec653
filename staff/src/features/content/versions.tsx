/** The published versions, each of which can be taken back, whatever was published since. */
import { Button } from 'antd';
import { useState } from 'react';
import type { VersionWire } from '@yugong/domain/publication/wire';
import { Pagination } from '../../parts/pager';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useVersions } from './api';
import { collectionLabels } from './labels';
import { UndoDialog } from './undo-dialog';

const changesLabel = ({ changed }: VersionWire): string =>
  Object.entries(changed)
    .map(([collection, count]) => `${collectionLabels[collection] ?? collection} ${count} 条`)
    .join('，');

const VERSIONS_PER_PAGE = 10;

export function Versions() {
  const versions = useVersions();
  const [undoing, setUndoing] = useState<number | null>(null);
  const [page, setPage] = useState(1);
  return (
    <QueryResult of={versions} rows={2}>
      {({ versions: list }) =>
        list.length === 0 ? (
          <EmptyState title="暂无发布记录" />
        ) : (
          <>
            <DataTable
              caption="已发布的版本"
              rows={list.slice((page - 1) * VERSIONS_PER_PAGE, page * VERSIONS_PER_PAGE)}
              rowKey={({ version }) => String(version)}
              columns={[
                { title: '版本', cell: ({ version }) => `第 ${version} 版` },
                { title: '发布时间', cell: ({ publishedAt }) => <TimeText at={publishedAt} /> },
                { title: '发布人', cell: ({ by }) => by },
                { title: '改动', cell: (one) => `${changesLabel(one)}${one.note ? `。${one.note}` : ''}` },
                {
                  title: '操作',
                  actions: true,
                  cell: ({ version, undoneBy, undoable }) => {
                    if (undoneBy !== null) return <StatusTag tone="quiet">{`已在第 ${undoneBy} 版撤回`}</StatusTag>;
                    // What came since may have changed all of it already.
                    if (!undoable) return <StatusTag tone="quiet">没有可撤回的改动</StatusTag>;
                    return (
                      <Button onClick={() => setUndoing(version)} aria-label={`撤回第 ${version} 版`}>
                        撤回
                      </Button>
                    );
                  },
                },
              ]}
            />
            <Pagination page={page} size={VERSIONS_PER_PAGE} total={list.length} go={setPage} />
            {undoing !== null && <UndoDialog version={undoing} close={() => setUndoing(null)} />}
          </>
        )
      }
    </QueryResult>
  );
}
