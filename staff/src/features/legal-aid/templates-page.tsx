import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { type TemplateWire } from '@yugong/domain/legal-aid/staff-wire';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { Nothing } from '../../api/nothing';
import { useWrite } from '../../api/use-write';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { When } from '../../parts/when';
import { lines, useTemplates } from './lines';
import { TemplateDialog } from './template-dialog';

export default function TemplatesPage() {
  const [edited, setEdited] = useState<TemplateWire | 'new' | null>(null);
  const templates = useTemplates();
  const { modal } = App.useApp();
  const { done, failed } = useSaid();
  const drop = useWrite(Nothing, { stale: ['legal-aid'], done: () => done('删掉了') });
  const askFirst = ({ id, title }: TemplateWire): void =>
    void modal.confirm({
      title: `删掉“${title}”？`,
      okText: '删掉',
      cancelText: '先不',
      okButtonProps: { danger: true },
      onOk: () => drop.mutateAsync({ line: lines.template('DELETE', id) }).catch(failed),
    });
  return (
    <Page
      title="常用答复"
      lead="写一次，大家都能用；发之前还能改。"
      back={{ to: '/legal-aid', label: '法律援助' }}
      actions={
        <Button type="primary" onClick={() => setEdited('new')}>
          新的答复
        </Button>
      }
    >
      <Answer of={templates}>
        {({ templates: list }) =>
          list.length === 0 ? (
            <Empty title="还没有常用答复" />
          ) : (
            <Table
              caption="常用答复"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '名称', cell: ({ title }) => title },
                { title: '用在', cell: ({ topic }) => (topic ? legalAidTopicLabels[topic] : '所有事情') },
                { title: '改过', cell: ({ updatedAt }) => <When at={updatedAt} ago /> },
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
      </Answer>
      {edited && <TemplateDialog template={edited} close={() => setEdited(null)} />}
    </Page>
  );
}
