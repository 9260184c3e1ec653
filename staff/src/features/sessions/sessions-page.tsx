import { Button, Space } from 'antd';
import { useMe } from '../../api/me';
import { usePlaces } from '../../api/places';
import { Choice } from '../../parts/choice';
import { LinkButton } from '../../parts/link-button';
import { Page } from '../../parts/page';
import { mayEnter } from '../../parts/rooms';
import { Answer, Empty } from '../../parts/states';
import { useSessions } from './lines';
import { SessionList } from './session-list';
import { useFilters } from './use-filters';
import styles from './sessions.module.css';

const kinds = [
  { value: 'screening', label: '筛查' },
  { value: 'event', label: '活动' },
];
const spans = [
  { value: 'coming', label: '今天和以后' },
  { value: 'past', label: '办过的' },
];

export default function SessionsPage() {
  const { filters, set, asked } = useFilters();
  const me = useMe();
  const places = usePlaces();
  const list = useSessions(asked);
  const districts = (places.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  return (
    <Page
      title="场次"
      lead={list.data ? `一共 ${list.data.total} 场。` : '筛查和活动的每一场。'}
      actions={
        <>
          <LinkButton to="/sessions/programmes">项目</LinkButton>
          {mayEnter(me, '/jobs') && <LinkButton to="/sessions/import">从表格导入</LinkButton>}
          <LinkButton to="/sessions/new" type="primary">
            新的场次
          </LinkButton>
        </>
      }
    >
      <div className={styles.filters} role="search" aria-label="筛选场次">
        <Choice aria-label="时间" options={spans} value={filters.span} onChange={(span) => set({ span })} />
        <Choice
          aria-label="种类"
          placeholder="筛查和活动"
          options={kinds}
          value={filters.kind}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          aria-label="区县"
          placeholder="全部区县"
          options={districts}
          value={filters.adcode}
          onChange={(adcode) => set({ adcode })}
        />
      </div>
      <Answer of={list}>
        {({ sessions, next }) =>
          sessions.length === 0 ? (
            <Empty title="这里没有场次">
              <p>换个条件看看，或者建一场新的。</p>
            </Empty>
          ) : (
            <>
              <SessionList sessions={sessions} places={places.data} />
              {(next || filters.after) && (
                <Space>
                  {filters.after && <Button onClick={() => set({ after: '' })}>回到开头</Button>}
                  {next && <Button onClick={() => set({ after: next })}>下一页</Button>}
                </Space>
              )}
            </>
          )
        }
      </Answer>
    </Page>
  );
}
