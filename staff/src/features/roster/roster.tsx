/** Who is in a session: masked, searchable, and what can be done about each. */
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { Choice } from '../../parts/choice';
import { Icon } from '../../parts/icon';
import { Pager } from '../../parts/pager';
import { Answer, Empty } from '../../parts/states';
import { AddDialog } from './add-dialog';
import { ExportDialog } from './export-dialog';
import { NoShows } from './no-shows';
import { PrintRoster } from './print-roster';
import { RosterTable } from './roster-table';
import { useRosterPage } from './use-roster-page';
import { statusWords } from './words';
import styles from './roster.module.css';

const statuses = Object.entries(statusWords).map(([value, { said }]) => ({ value, label: said }));

export function Roster({ session }: { session: StaffSessionWire }) {
  const { asked, typed, setTyped, status, setStatus, page, setPage, list } = useRosterPage(session.id);
  const [dialog, setDialog] = useState<'add' | 'export' | null>(null);
  const over = session.state === 'cancelled';
  return (
    <div className={styles.roster}>
      <div className={styles.bar}>
        <search className={styles.search}>
          <Input
            aria-label="找人"
            placeholder="姓名，或手机号、证件号里的几位"
            prefix={<Icon name="search" />}
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Choice aria-label="状态" placeholder="全部" options={statuses} value={status} onChange={setStatus} />
        </search>
        <Space wrap>
          {!over && <Button onClick={() => setDialog('add')}>手工加人</Button>}
          {!over && <NoShows session={session} />}
          <Button onClick={() => setDialog('export')}>导出表格</Button>
          <PrintRoster session={session} asked={asked} />
        </Space>
      </div>
      <Answer of={list}>
        {({ rows, total, size }) =>
          rows.length === 0 ? (
            <Empty title={typed || status ? '没有找到' : '还没有人报名'} />
          ) : (
            <>
              <p className="quiet">共 {total} 人。号码打了星号，要看全，点“看全”。</p>
              <div className={styles.screen}>
                <RosterTable session={session} rows={rows} />
              </div>
              <Pager page={page} size={size} total={total} go={setPage} />
            </>
          )
        }
      </Answer>
      {dialog === 'add' && <AddDialog session={session} close={() => setDialog(null)} />}
      {dialog === 'export' && <ExportDialog session={session} close={() => setDialog(null)} />}
    </div>
  );
}
