import { Link } from 'react-router-dom';
import { districtName, usePlaces } from '../../api/places';
import { Mark } from '../../parts/mark';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { When } from '../../parts/when';
import { useUntold } from './lines';

/** Who came and has not been told, by session: the loop closes here. */
export default function UntoldPage() {
  const untold = useUntold();
  const places = usePlaces();
  const people = untold.data?.sessions.reduce((sum, one) => sum + one.untold, 0);
  return (
    <Page
      title="检查之后"
      lead={
        people === undefined
          ? '谁还没收到结果通知。'
          : people === 0
            ? '做完检查的，都通知到了。'
            : `还有 ${people} 个人做完了检查，没收到结果通知。`
      }
    >
      <Answer of={untold}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <Empty title="没有等通知的人">
              <p>签到过的人会出现在这里，直到记上“已通知”。这里不存检查结果。</p>
            </Empty>
          ) : (
            <Table
              caption="还有人没收到通知的场次"
              rows={sessions}
              rowKey={({ sessionId }) => sessionId}
              columns={[
                { title: '场次', cell: ({ sessionId, title }) => <Link to={`/outcomes/${sessionId}`}>{title}</Link> },
                { title: '时间', cell: ({ startsAt }) => <When at={startsAt} /> },
                { title: '地点', cell: ({ adcode, place }) => `${districtName(places.data, adcode)} ${place}` },
                { title: '没通知', number: true, cell: ({ untold: left, came }) => `${left} / ${came}` },
                {
                  title: '应在',
                  cell: ({ dueAt, overdue }) =>
                    overdue ? <Mark tone="bad">过了约定的日子</Mark> : dueAt ? <When at={dueAt} /> : '没有约定',
                },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  );
}
