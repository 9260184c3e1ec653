import { App, Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { NoContent, type Endpoint } from '../api/client';
import { useWrite } from '../api/use-write';
import { ConsolePage } from './page';
import { QueryResult, EmptyState } from './states';
import { DataTable } from './table';
import { TimeText } from './time';
import { useToast } from './use-toast';

interface Template {
  id: string;
  title: string;
  updatedAt: string;
}

interface Props<T extends Template> {
  title: string;
  lead: string;
  back: { to: string; label: string };
  /** What one of them is called: 答复. */
  noun: string;
  templates: UseQueryResult<{ templates: T[] }>;
  /** What the list says of each between its name and its time. */
  column: { title: string; cell: (template: T) => ReactNode };
  /** The endpoint that deletes one. */
  removal: (id: string) => Endpoint;
  /** What is fetched anew after a deletion. */
  stale: string;
  dialog: (edited: T | 'new', close: () => void) => ReactNode;
}

/** A union's texts that colleagues choose from: listed, added, edited, and deleted after a question. */
export function TemplateListPage<T extends Template>({
  title: heading,
  lead,
  back,
  noun,
  templates,
  column,
  removal,
  stale,
  dialog,
}: Props<T>) {
  const [edited, setEdited] = useState<T | 'new' | null>(null);
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const remove = useWrite(NoContent, { stale: [stale], done: () => done('已删除') });
  const askFirst = ({ id, title }: T): void =>
    void modal.confirm({
      title: `删除“${title}”？`,
      okText: '删除',
      cancelText: '暂不',
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync({ endpoint: removal(id) }).catch(failed),
    });
  return (
    <ConsolePage
      title={heading}
      lead={lead}
      back={back}
      actions={
        <Button type="primary" onClick={() => setEdited('new')}>
          {`新增${noun}`}
        </Button>
      }
    >
      <QueryResult of={templates}>
        {({ templates: list }) =>
          list.length === 0 ? (
            <EmptyState title={`暂无常用${noun}`} />
          ) : (
            <DataTable
              caption={heading}
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '名称', cell: ({ title }) => title },
                column,
                { title: '修改时间', cell: ({ updatedAt }) => <TimeText at={updatedAt} ago /> },
                {
                  title: '操作',
                  actions: true,
                  cell: (one) => (
                    <Space>
                      <Button onClick={() => setEdited(one)} aria-label={`修改“${one.title}”`}>
                        修改
                      </Button>
                      <Button onClick={() => askFirst(one)} aria-label={`删除“${one.title}”`}>
                        删除
                      </Button>
                    </Space>
                  ),
                },
              ]}
            />
          )
        }
      </QueryResult>
      {edited && dialog(edited, () => setEdited(null))}
    </ConsolePage>
  );
}
