/** A session's roster: masked, searchable, with actions on each person. */
import { Button, Input, Space, App } from 'antd';
import { useState, useEffect } from 'react';
import { registrationStatusLabels } from '@yugong/domain/registration/words';
import { NoShowsWire } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { LineIcon } from '../../parts/icon';
import { Pagination } from '../../parts/pager';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { AddDialog } from './add-dialog';
import { rosterEndpoints, useRoster } from './api';
import { ExportDialog } from './export-dialog';
import { NumberSearch, wholeNumberIn } from './number-search';
import { PrintRoster } from './print-roster';
import { toRosterRequest } from './roster-request';
import { RosterTable } from './roster-table';
import styles from './roster.module.css';

const statuses = Object.entries(registrationStatusLabels).map(([value, label]) => ({ value, label }));

export function Roster({ session }: { session: StaffSessionWire }) {
  const { request, typed, setTyped, status, setStatus, page, setPage, list } = useRosterPage(session.id);
  const [dialog, setDialog] = useState<'add' | 'export' | null>(null);
  const number = wholeNumberIn(typed);
  const isCancelled = session.state === 'cancelled';
  return (
    <div className={styles.roster}>
      <div className={styles.bar}>
        <search className={styles.search}>
          <Input
            aria-label="搜索名单"
            placeholder="姓名，或号码末四位"
            prefix={<LineIcon name="search" />}
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <SelectField aria-label="状态" placeholder="全部" options={statuses} value={status} onChange={setStatus} />
        </search>
        <Space wrap>
          {!isCancelled && <Button onClick={() => setDialog('add')}>手动添加</Button>}
          {!isCancelled && <NoShows session={session} />}
          <Button onClick={() => setDialog('export')}>导出表格</Button>
          <PrintRoster sessions={[session]} request={request} label="打印" />
          <PrintRoster sessions={[session]} request={request} label="打印标签" as="labels" />
        </Space>
      </div>
      {number ? (
        <NumberSearch key={typed} session={session} number={number} />
      ) : (
        <QueryResult of={list}>
          {({ rows, total, size }) =>
            rows.length === 0 ? (
              <EmptyState title={typed || status ? '没有找到' : '还没有人报名'} />
            ) : (
              <>
                <p className="quiet">共 {total} 人。号码已隐藏部分数字，点“查看完整信息”可查看。</p>
                <RosterTable session={session} rows={rows} isPart={total > rows.length} />
                <Pagination page={page} size={size} total={total} go={setPage} />
              </>
            )
          }
        </QueryResult>
      )}
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
    done: ({ marked }) => done(marked > 0 ? `已登记 ${marked} 人未到场` : '没有需要登记的人'),
  });
  if (Date.parse(session.startsAt) > Date.now() || session.counts.booked === 0) return null;
  const askFirst = (): void =>
    void modal.confirm({
      title: `把未签到的 ${session.counts.booked} 人都记为未到场？`,
      content: '之后可以逐个撤销。',
      okText: '全部记为未到场',
      cancelText: '暂不',
      onOk: () => mark.mutateAsync({ endpoint: rosterEndpoints.noShows(session.id) }).catch(failed),
    });
  return <Button onClick={askFirst}>登记未到场</Button>;
}

const DEBOUNCE_MS = 300;

/** State of the roster's search: the request is sent when typing pauses, a page at a time. */
function useRosterPage(sessionId: string) {
  const [typed, setTyped] = useState('');
  const [searchTerm, setSearchTerm] = useState('');
  const [status, setStatus] = useState('');
  const [page, setPage] = useState(1);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSearchTerm(typed.trim());
      setPage(1);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const request = toRosterRequest({ searchTerm, status, page });
  const choose = (next: string): void => {
    setStatus(next);
    setPage(1);
  };
  return {
    request,
    typed,
    setTyped,
    status,
    setStatus: choose,
    page,
    setPage,
    list: useRoster(sessionId, request),
  };
}
