import { Button, Space } from 'antd';
import { useDirectory } from '../../api/directory';
import { useMe } from '../../api/me';
import { LinkButton } from '../../parts/link-button';
import { canAccess } from '../../parts/nav-items';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { useStaffSessions } from './api';
import { SessionFilterBar } from './session-filter-bar';
import { useSessionFilters } from './session-filters';
import { SessionTable } from './session-table';

export default function SessionsPage() {
  const { filters, set, request } = useSessionFilters();
  const me = useMe();
  const directory = useDirectory();
  const list = useStaffSessions(request);
  return (
    <ConsolePage
      title="场次"
      lead={list.data ? `共 ${list.data.total} 场。` : '筛查和活动的场次。'}
      actions={
        <>
          <LinkButton to="/sessions/programmes">项目</LinkButton>
          <LinkButton to="/sessions/cancellation-templates">取消说明</LinkButton>
          {canAccess(me, '/jobs') && <LinkButton to="/sessions/import">从表格导入</LinkButton>}
          <LinkButton to="/sessions/new" type="primary">
            新建场次
          </LinkButton>
        </>
      }
    >
      <SessionFilterBar filters={filters} set={set} />
      <QueryResult of={list}>
        {({ sessions, next }) =>
          sessions.length === 0 ? (
            <EmptyState title="没有符合条件的场次">
              <p>可以更换筛选条件，或新建场次。</p>
            </EmptyState>
          ) : (
            <>
              <SessionTable sessions={sessions} directory={directory.data} isPart={Boolean(next || filters.after)} />
              {(next || filters.after) && (
                <Space>
                  {filters.after && <Button onClick={() => set({ after: '' })}>回到第一页</Button>}
                  {next && <Button onClick={() => set({ after: next })}>下一页</Button>}
                </Space>
              )}
            </>
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}
