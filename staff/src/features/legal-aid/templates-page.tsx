import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { topicLabels, type TemplateWire } from '@yugong/domain/legal-aid/staff-wire';
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
  const drop = useWrite(NoContent, { stale: ['legal-aid'], done: () => done('删掉了') });
  const askFirst = ({ id, title }: TemplateWire): void =>
    void modal.confirm({
      title: `删掉“${title}”？`,
      okText: '删掉',
      cancelText: '先不',
      okButtonProps: { danger: true },
      onOk: () => drop.mutateAsync({ endpoint: legalAidEndpoints.template('DELETE', id) }).catch(failed),
    });
  return (
    <ConsolePage
      title="常用答复"
      lead="写一次，大家都能用；发之前还能改。"
      back={{ to: '/legal-aid', label: '法律援助' }}
      actions={
        <Button type="primary" onClick={() => setEdited('new')}>
          新的答复
        </Button>
      }
    >
      <QueryResult of={templates}>
        {({ templates: list }) =>
          list.length === 0 ? (
            <EmptyState title="还没有常用答复" />
          ) : (
            <DataTable
              caption="常用答复"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '名称', cell: ({ title }) => title },
                { title: '用在', cell: ({ topic }) => (topic ? topicLabels[topic] : '所有事情') },
                { title: '改过', cell: ({ updatedAt }) => <TimeText at={updatedAt} ago /> },
                {
                  title: '操作',
                  actions: true,
                  cell: (one) => (
                    <Space>
                      <Button onClick={() => setEdited(one)} aria-label={`修改“${one.title}”`}>
                        修改
                      </Button>
                      <Button onClick={() => askFirst(one)} aria-label={`删掉“${one.title}”`}>
                        删掉
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
