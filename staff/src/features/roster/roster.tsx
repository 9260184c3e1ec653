/** A session's roster: masked, searchable, with actions on each person. */
import { Button, Input, Space, App } from 'antd';
import { useState } from 'react';
import { NoShowsWire } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { LineIcon } from '../../parts/icon';
import { Pagination } from '../../parts/pager';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { AddDialog } from './add-dialog';
import { rosterEndpoints } from './api';
import { ExportDialog } from './export-dialog';
import { registrationStatusLabels } from './labels';
import { PrintRoster } from './print-roster';
import { RosterTable } from './roster-table';
import { useRosterPage } from './use-roster-page';
import styles from './roster.module.css';

const statuses = Object.entries(registrationStatusLabels).map(([value, { label }]) => ({ value, label }));

export function Roster({ session }: { session: StaffSessionWire }) {
  const { request, typed, setTyped, status, setStatus, page, setPage, list } = useRosterPage(session.id);
  const [dialog, setDialog] = useState<'add' | 'export' | null>(null);
  const isCancelled = session.state === 'cancelled';
  return (
    <div className={styles.roster}>
      <div className={styles.bar}>
        <search className={styles.search}>
          <Input
            aria-label="找人"
            placeholder="姓名，或手机号、证件号里的几位"
            prefix={<LineIcon name="search" />}
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <SelectField aria-label="状态" placeholder="全部" options={statuses} value={status} onChange={setStatus} />
        </search>
        <Space wrap>
          {!isCancelled && <Button onClick={() => setDialog('add')}>手工加人</Button>}
          {!isCancelled && <NoShows session={session} />}
          <Button onClick={() => setDialog('export')}>导出表格</Button>
          <PrintRoster session={session} request={request} />
        </Space>
      </div>
      <QueryResult of={list}>
        {({ rows, total, size }) =>
          rows.length === 0 ? (
            <EmptyState title={typed || status ? '没有找到' : '还没有人报名'} />
          ) : (
            <>
              <p className="quiet">共 {total} 人。号码打了星号，要看全，点“看全”。</p>
              <div className={styles.screen}>
                <RosterTable session={session} rows={rows} />
              </div>
              <Pagination page={page} size={size} total={total} go={setPage} />
            </>
          )
        }
      </QueryResult>
      {dialog === 'add' && <AddDialog session={session} close={() => setDialog(null)} />}
      {dialog === 'export' && <ExportDialog session={session} close={() => setDialog(null)} />}
    </div>
  );
}

/** Marks all who are booked and didn't come as no-shows; each can be taken back. */
function NoShows({ session }: { session: StaffSessionWire }) {
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const mark = useWrite(NoShowsWire, {
    stale: ['roster', 'sessions'],
    done: ({ marked }) => done(marked > 0 ? `记下 ${marked} 个人没来` : '没有要记的人'),
  });
  if (Date.parse(session.startsAt) > Date.now() || session.counts.booked === 0) return null;
  const askFirst = (): void =>
    void modal.confirm({
      title: `还没签到的 ${session.counts.booked} 个人都记作没来？`,
      content: '一个一个可以撤销。',
      okText: '都记作没来',
      cancelText: '先不',
      onOk: () => mark.mutateAsync({ endpoint: rosterEndpoints.noShows(session.id) }).catch(failed),
    });
  return <Button onClick={askFirst}>没来的都记上</Button>;
}
