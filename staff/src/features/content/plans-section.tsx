/** What waits: drafts of single records, and what publishes or takes itself down at a time. */
import { Button, Space } from 'antd';
import { Link } from 'react-router-dom';
import * as v from 'valibot';
import type { RecordPlanWire } from '@yugong/domain/publication/staff-wire';
import { useWrite } from '../../api/use-write';
import { PageSection } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints, useRecordPlans } from './api';
import { collectionLabels } from './labels';

export function PlansSection() {
  const plans = useRecordPlans();
  return (
    <PageSection title="草稿和定时">
      <QueryResult of={plans} rows={2}>
        {({ plans: list }) =>
          list.length === 0 ? (
            <p className="quiet">没有草稿，也没有定时发布或下架的内容。</p>
          ) : (
            <DataTable
              caption="草稿和定时"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '标题', cell: (plan) => <PlanTitle {...plan} /> },
                { title: '类别', cell: ({ collection }) => collectionLabels[collection] ?? collection },
                { title: '状态', cell: (plan) => <PlanState {...plan} /> },
                {
                  title: '最后修改',
                  cell: ({ by, updatedAt }) => (
                    <>
                      {by}，<TimeText at={updatedAt} />
                    </>
                  ),
                },
                { title: '操作', actions: true, cell: (plan) => <DropPlan {...plan} /> },
              ]}
            />
          )
        }
      </QueryResult>
    </PageSection>
  );
}

const PlanTitle = ({ id, collection, title, record }: RecordPlanWire) =>
  record === null ? <>{title}</> : <Link to={`/content/records/${collection}/${record.id}?plan=${id}`}>{title}</Link>;

function PlanState({ record, publishAt, expiresAt, failure }: RecordPlanWire) {
  if (failure !== null)
    return <StatusTag tone="bad">{`没有按时${record === null ? '下架' : '发布'}：${failure}`}</StatusTag>;
  if (publishAt === null) return <StatusTag tone="quiet">草稿</StatusTag>;
  return (
    <>
      <TimeText at={publishAt} /> {record === null ? '下架' : '发布'}
      {expiresAt !== null && (
        <>
          ，<TimeText at={expiresAt} /> 下架
        </>
      )}
    </>
  );
}

function DropPlan({ id, title, record, publishAt }: RecordPlanWire) {
  const { done, failed } = useToast();
  const said = publishAt === null ? '草稿已删除' : record === null ? '不再到期下架' : '不再定时发布';
  const drop = useWrite(v.unknown(), { stale: ['content'], done: () => done(said) });
  const verb = publishAt === null ? '删除草稿' : record === null ? '取消下架' : '取消发布';
  return (
    <Space>
      <Button
        loading={drop.isPending}
        aria-label={`${verb}“${title}”`}
        onClick={() => drop.mutate({ endpoint: contentEndpoints.dropPlan(id) }, { onError: failed })}
      >
        {verb}
      </Button>
    </Space>
  );
}
