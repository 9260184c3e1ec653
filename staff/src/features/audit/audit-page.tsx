import { Button, Form, Input, Space } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { AuditWire, type AuditPage as PageName } from '@yugong/domain/audit/wire';
import { auditPageLabels, describeAuditRow } from '@yugong/domain/audit/words';
import { keysOf } from '@yugong/domain/narrow';
import { callApi, queryString } from '../../api/client';
import { downloadFile } from '../../api/save-file';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { exactTime } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import styles from './audit.module.css';

const pages: { value: PageName; label: string }[] = keysOf(auditPageLabels).map((value) => ({
  value,
  label: auditPageLabels[value],
}));

export default function AuditPage() {
  const [params, setParams] = useSearchParams();
  const { failed } = useToast();
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
  const save = (): void => {
    const chosen = queryString({ ...filters, after: '' });
    void downloadFile(`GET /audit/file${chosen}`, '操作记录.csv').catch(failed);
  };
  return (
    <ConsolePage
      title="操作记录"
      actions={<Button onClick={save}>导出</Button>}
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
        <Form.Item label="操作人" htmlFor="staff">
          <SelectField
            id="staff"
            placeholder="所有人"
            options={(audit.data?.staff ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={filters.staff ?? ''}
            onChange={(staff) => set({ staff })}
          />
        </Form.Item>
        <Form.Item label="页面" htmlFor="page">
          <SelectField
            id="page"
            placeholder="全部"
            options={pages}
            value={filters.page ?? ''}
            onChange={(page) => set({ page })}
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
                  { title: '记录', cell: (row) => describeAuditRow(row) },
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
