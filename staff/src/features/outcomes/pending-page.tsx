import { Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { districtLabel, useDirectory } from '../../api/directory';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { usePendingNotifications } from './api';

/** Sessions with people who came and haven't been notified of their result. */
export default function PendingNotificationsPage() {
  const [all, setAll] = useState(false);
  const untold = usePendingNotifications(all);
  const directory = useDirectory();
  const people = untold.data?.sessions.reduce((sum, one) => sum + one.untold, 0);
  return (
    <ConsolePage
      title="结果通知"
      lead={
        people === undefined
          ? '尚未收到结果通知的人。'
          : people === 0
            ? '做完检查的人都已通知。'
            : `还有 ${people} 人已做检查，尚未通知结果。`
      }
      actions={
        <>
          <LinkButton to="/outcomes/follow-up">随访统计</LinkButton>
          <LinkButton to="/outcomes/recalls">待复查的人</LinkButton>
        </>
      }
    >
      <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
        也列出已全部通知的场次（九十天内）
      </Checkbox>
      <QueryResult of={untold}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState title="没有待通知的人">
              <p>已签到的人会列在这里，直到记为“已通知”。这里不保存检查结果。</p>
            </EmptyState>
          ) : (
            <DataTable
              caption="有人待通知的场次"
              rows={sessions}
              rowKey={({ sessionId }) => sessionId}
              name="pending-outcomes"
              columns={[
                {
                  title: '场次',
                  sort: ({ title }) => title,
                  cell: ({ sessionId, title }) => <Link to={`/outcomes/${sessionId}`}>{title}</Link>,
                },
                { title: '时间', sort: ({ startsAt }) => startsAt, cell: ({ startsAt }) => <TimeText at={startsAt} /> },
                {
                  title: '地点',
                  sort: ({ adcode, place }) => `${districtLabel(directory.data, adcode)} ${place}`,
                  cell: ({ adcode, place }) => `${districtLabel(directory.data, adcode)} ${place}`,
                },
                {
                  title: '待通知',
                  number: true,
                  sort: ({ untold: left }) => left,
                  cell: ({ untold: left, came }) => `${left} / ${came}`,
                },
                {
                  title: '通知期限',
                  sort: ({ dueAt, untold: left }) => (left === 0 ? null : dueAt),
                  cell: ({ dueAt, overdue, untold: left }) =>
                    left === 0 ? (
                      <StatusTag tone="good">已全部通知</StatusTag>
                    ) : overdue ? (
                      <StatusTag tone="bad">已超过约定日期</StatusTag>
                    ) : dueAt ? (
                      <TimeText at={dueAt} />
                    ) : (
                      '未约定'
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
