import { Button, Space } from 'antd';
import { useDirectory } from '../../api/directory';
import { useMe } from '../../api/me';
import { LinkButton } from '../../parts/link-button';
import { canAccess } from '../../parts/nav-items';
import { ConsolePage } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { QueryResult, EmptyState } from '../../parts/states';
import { useStaffSessions } from './api';
import { useSessionFilters } from './session-filters';
import { SessionsByDay } from './session-list';
import styles from './sessions.module.css';

const kinds = [
  { value: 'screening', label: '筛查' },
  { value: 'event', label: '活动' },
];
const spans = [
  { value: 'coming', label: '今天及以后' },
  { value: 'past', label: '已结束' },
];

export default function SessionsPage() {
  const { filters, set, request } = useSessionFilters();
  const me = useMe();
  const directory = useDirectory();
  const list = useStaffSessions(request);
  const districts = (directory.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
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
      <div className={styles.filters} role="search" aria-label="筛选场次">
        <SelectField aria-label="时间" options={spans} value={filters.span} onChange={(span) => set({ span })} />
        <SelectField
          aria-label="种类"
          placeholder="筛查和活动"
          options={kinds}
          value={filters.kind}
          onChange={(kind) => set({ kind })}
        />
        <SelectField
          aria-label="区县"
          placeholder="全部区县"
          options={districts}
          value={filters.adcode}
          onChange={(adcode) => set({ adcode })}
        />
      </div>
      <QueryResult of={list}>
        {({ sessions, next }) =>
          sessions.length === 0 ? (
            <EmptyState title="没有符合条件的场次">
              <p>可以更换筛选条件，或新建场次。</p>
            </EmptyState>
          ) : (
            <>
              <SessionsByDay sessions={sessions} directory={directory.data} />
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
