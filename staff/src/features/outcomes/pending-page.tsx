import { Link } from 'react-router-dom';
import { districtLabel, useDirectory } from '../../api/directory';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { usePendingNotifications } from './api';

/** Sessions with people who came and haven't been notified of their result. */
export default function PendingNotificationsPage() {
  const untold = usePendingNotifications();
  const directory = useDirectory();
  const people = untold.data?.sessions.reduce((sum, one) => sum + one.untold, 0);
  return (
    <ConsolePage
      title="检查之后"
      lead={
        people === undefined
          ? '谁还没收到结果通知。'
          : people === 0
            ? '做完检查的，都通知到了。'
            : `还有 ${people} 个人做完了检查，没收到结果通知。`
      }
    >
      <QueryResult of={untold}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState title="没有等通知的人">
              <p>签到过的人会出现在这里，直到记上“已通知”。这里不存检查结果。</p>
            </EmptyState>
          ) : (
            <DataTable
              caption="还有人没收到通知的场次"
              rows={sessions}
              rowKey={({ sessionId }) => sessionId}
              columns={[
                { title: '场次', cell: ({ sessionId, title }) => <Link to={`/outcomes/${sessionId}`}>{title}</Link> },
                { title: '时间', cell: ({ startsAt }) => <TimeText at={startsAt} /> },
                { title: '地点', cell: ({ adcode, place }) => `${districtLabel(directory.data, adcode)} ${place}` },
                { title: '没通知', number: true, cell: ({ untold: left, came }) => `${left} / ${came}` },
                {
                  title: '应在',
                  cell: ({ dueAt, overdue }) =>
                    overdue ? (
                      <StatusTag tone="bad">过了约定的日子</StatusTag>
                    ) : dueAt ? (
                      <TimeText at={dueAt} />
                    ) : (
                      '没有约定'
                    ),
                },
              ]}
            />
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}
