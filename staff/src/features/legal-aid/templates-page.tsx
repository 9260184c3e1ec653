import { App, Button, Space } from 'antd';
import { useState } from 'react';
import type { TemplateWire } from '@yugong/domain/legal-aid/staff-wire';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { NoContent } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { legalAidEndpoints, useTemplates } from './api';
import { TemplateDialog } from './template-dialog';

export default function TemplatesPage() {
  const [edited, setEdited] = useState<TemplateWire | 'new' | null>(null);
  const templates = useTemplates();
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const drop = useWrite(NoContent, { stale: ['legal-aid'], done: () => done('已删除') });
  const askFirst = ({ id, title }: TemplateWire): void =>
    void modal.confirm({
      title: `删除“${title}”？`,
      okText: '删除',
      cancelText: '暂不',
      okButtonProps: { danger: true },
      onOk: () => drop.mutateAsync({ endpoint: legalAidEndpoints.template('DELETE', id) }).catch(failed),
    });
  return (
    <ConsolePage
      title="常用答复"
      lead="写好后同事都可以使用，发送前可以修改。"
      back={{ to: '/legal-aid', label: '法律援助' }}
      actions={
        <Button type="primary" onClick={() => setEdited('new')}>
          新增答复
        </Button>
      }
    >
      <QueryResult of={templates}>
        {({ templates: list }) =>
          list.length === 0 ? (
            <EmptyState title="暂无常用答复" />
          ) : (
            <DataTable
              caption="常用答复"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '名称', cell: ({ title }) => title },
                { title: '适用类型', cell: ({ topic }) => (topic ? legalAidTopicLabels[topic] : '全部类型') },
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
      {edited && <TemplateDialog template={edited} close={() => setEdited(null)} />}
    </ConsolePage>
  );
}
