import { Button, Form, Input, Space } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { AuditWire, type AuditRowWire } from '@yugong/domain/audit/wire';
import { auditActionGroups, describeAuditDetail, sayAuditAction } from '@yugong/domain/audit/words';
import { ask, query } from '../../api/client';
import { Choice } from '../../parts/choice';
import { Mark } from '../../parts/mark';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { exactTime } from '../../parts/when';
import styles from './audit.module.css';

const sayWho = ({ staff }: AuditRowWire): string => staff?.name ?? '职工本人或系统';

export default function AuditPage() {
  const [params, setParams] = useSearchParams();
  const asked = Object.fromEntries(params);
  const audit = useQuery({
    queryKey: ['audit', asked],
    queryFn: ({ signal }) => ask(`GET /audit${query(asked)}`, { answer: AuditWire, signal }),
    placeholderData: (before) => before,
  });
  const set = (some: Record<string, string>): void => {
    const next = Object.entries({ ...asked, after: '', ...some }).filter(([, value]) => value !== '');
    setParams(next, { replace: true });
  };
  return (
    <Page
      title="操作记录"
      lead={
        audit.data &&
        (audit.data.intact ? (
          <>
            谁在什么时候看了什么、做了什么。 <Mark tone="good">记录完整，没有被改过</Mark>
          </>
        ) : (
          <Mark tone="bad">记录对不上，有人改过或删过，请马上查</Mark>
        ))
      }
    >
      <Form layout="vertical" component="div" className={styles.filters}>
        <Form.Item label="什么事" htmlFor="action">
          <Choice
            id="action"
            placeholder="所有事"
            options={auditActionGroups}
            value={asked.action ?? ''}
            onChange={(action) => set({ action })}
          />
        </Form.Item>
        <Form.Item label="从" htmlFor="from">
          <Input
            id="from"
            type="date"
            value={asked.from ?? ''}
            onChange={(event) => set({ from: event.target.value })}
          />
        </Form.Item>
        <Form.Item label="到" htmlFor="to">
          <Input id="to" type="date" value={asked.to ?? ''} onChange={(event) => set({ to: event.target.value })} />
        </Form.Item>
      </Form>
      <Answer of={audit}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty title="这段时间没有记录" />
          ) : (
            <>
              <Table
                caption="操作记录"
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { title: '时间', cell: ({ at }) => <span className="figures">{exactTime(at)}</span> },
                  { title: '谁', cell: sayWho },
                  { title: '做了什么', cell: ({ action }) => sayAuditAction(action) },
                  { title: '对什么', cell: ({ subject }) => <span className={styles.subject}>{subject ?? ''}</span> },
                  { title: '为什么', cell: ({ detail }) => describeAuditDetail(detail) },
                ]}
              />
              <Space>
                {asked.after && <Button onClick={() => set({ after: '' })}>回到开头</Button>}
                {next && <Button onClick={() => set({ after: next })}>更早的</Button>}
              </Space>
            </>
          )
        }
      </Answer>
    </Page>
  );
}
