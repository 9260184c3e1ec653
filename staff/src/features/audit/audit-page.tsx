import { Button, Form, Input, Space } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { AuditWire, type AuditRowWire } from '@yugong/domain/audit/wire';
import { auditActionGroups, describeAuditDetail, sayAuditAction } from '@yugong/domain/audit/words';
import { callApi, queryString } from '../../api/client';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { exactTime } from '../../parts/time';
import styles from './audit.module.css';

const actorLabel = ({ staff }: AuditRowWire): string => staff?.name ?? '职工本人或系统';

export default function AuditPage() {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(params);
  const audit = useQuery({
    queryKey: ['audit', filters],
    queryFn: ({ signal }) => callApi(`GET /audit${queryString(filters)}`, { answer: AuditWire, signal }),
    placeholderData: (before) => before,
  });
  const set = (some: Record<string, string>): void => {
    const next = Object.entries({ ...filters, after: '', ...some }).filter(([, value]) => value !== '');
    setParams(next, { replace: true });
  };
  return (
    <ConsolePage
      title="操作记录"
      lead={
        audit.data &&
        (audit.data.intact ? (
          <>
            谁在什么时候查看或处理了什么。 <StatusTag tone="good">记录完整，未被改动</StatusTag>
          </>
        ) : (
          <StatusTag tone="bad">记录校验不一致，可能被改动或删除，请立即核查</StatusTag>
        ))
      }
    >
      <Form layout="vertical" component="div" className={styles.filters}>
        <Form.Item label="操作类型" htmlFor="action">
          <SelectField
            id="action"
            placeholder="全部"
            options={auditActionGroups}
            value={filters.action ?? ''}
            onChange={(action) => set({ action })}
          />
        </Form.Item>
        <Form.Item label="开始日期" htmlFor="from">
          <Input
            id="from"
            type="date"
            value={filters.from ?? ''}
            onChange={(event) => set({ from: event.target.value })}
          />
        </Form.Item>
        <Form.Item label="结束日期" htmlFor="to">
          <Input id="to" type="date" value={filters.to ?? ''} onChange={(event) => set({ to: event.target.value })} />
        </Form.Item>
      </Form>
      <QueryResult of={audit}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <EmptyState title="这段时间没有记录" />
          ) : (
            <>
              <DataTable
                caption="操作记录"
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { title: '时间', cell: ({ at }) => <span className="figures">{exactTime(at)}</span> },
                  { title: '操作人', cell: actorLabel },
                  { title: '操作', cell: ({ action }) => sayAuditAction(action) },
                  { title: '对象', cell: ({ subject }) => <span className={styles.subject}>{subject ?? ''}</span> },
                  { title: '说明', cell: ({ detail }) => describeAuditDetail(detail) },
                ]}
              />
              <Space>
                {filters.after && <Button onClick={() => set({ after: '' })}>回到第一页</Button>}
                {next && <Button onClick={() => set({ after: next })}>更早</Button>}
              </Space>
            </>
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}
