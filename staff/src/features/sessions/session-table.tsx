/** Sessions as a list to work through, a row each; where a day is looked at, they are grouped by it, see `SessionsByDay`. */
import { Link } from 'react-router-dom';
import { dayAt, sayDay } from '@yugong/domain/calendar';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { districtLabel, type Directory } from '../../api/directory';
import { Seats } from '../../parts/seats';
import { DataTable } from '../../parts/table';
import { clockTime, StandingTag } from './session-list';
import { sessionStanding, takenLabel } from './labels';
import styles from './sessions.module.css';

interface Props {
  sessions: readonly StaffSessionWire[];
  directory: Directory | undefined;
  /** There are more, on other pages. */
  isPart: boolean;
}

export function SessionTable({ sessions, directory, isPart }: Props) {
  const today = dayAt(Date.now());
  return (
    <DataTable
      caption="场次"
      rows={sessions}
      rowKey={({ id }) => id}
      name="sessions"
      isPart={isPart}
      columns={[
        {
          title: '名称',
          sort: ({ title }) => title,
          cell: ({ id, title }) => (
            <Link className={styles.name} to={`/sessions/${id}`}>
              {title}
            </Link>
          ),
        },
        {
          title: '时间',
          sort: ({ startsAt }) => startsAt,
          cell: ({ startsAt, endsAt }) => (
            <span className={styles.when}>
              {sayDay(dayAt(Date.parse(startsAt)), today)} {clockTime(startsAt)}
              <span className={styles.until}>–{clockTime(endsAt)}</span>
            </span>
          ),
        },
        {
          title: '地点',
          sort: ({ adcode, place }) => `${districtLabel(directory, adcode)} ${place}`,
          cell: ({ adcode, place }) => `${districtLabel(directory, adcode)} ${place}`,
        },
        {
          title: '名额',
          sort: ({ held }) => held,
          cell: (session) => (
            <div className={styles.seats}>
              <Seats held={session.held} capacity={session.capacity} waiting={session.waiting} />
              <span className={styles.said}>{takenLabel(session)}</span>
            </div>
          ),
        },
        {
          title: '状态',
          sort: (session) => sessionStanding(session, Date.now()).label,
          cell: (session) => <StandingTag session={session} />,
        },
      ]}
    />
  );
}
