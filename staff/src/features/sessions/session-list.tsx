/** Sessions grouped by day: time first, then where, then how full. */
import { Link } from 'react-router-dom';
import { dayAt, sayDay, timeAt } from '@yugong/domain/calendar';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { districtLabel, type Directory } from '../../api/directory';
import { Seats } from '../../parts/seats';
import { StatusTag } from '../../parts/status-tag';
import { sessionStanding, takenLabel } from './labels';
import styles from './sessions.module.css';

interface Props {
  sessions: readonly StaffSessionWire[];
  directory: Directory | undefined;
  /** The address that a session's name links to. */
  to?: (session: StaffSessionWire) => string;
}

/** How a session stands, as a tag. */
export function StandingTag({ session }: { session: StaffSessionWire }) {
  const { tone, label } = sessionStanding(session, Date.now());
  return <StatusTag tone={tone}>{label}</StatusTag>;
}

/** @example clockTime('2026-11-25T09:00:00+08:00') // '9:00' */
export const clockTime = (instant: string): string => timeAt(Date.parse(instant)).replace(/^0/, '');

/** Groups sessions by day and keeps their order. */
export function groupByDay(sessions: readonly StaffSessionWire[]): [day: string, StaffSessionWire[]][] {
  const days = new Map<string, StaffSessionWire[]>();
  for (const session of sessions) {
    const day = dayAt(Date.parse(session.startsAt));
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days];
}

export function SessionsByDay({ sessions, directory, to = ({ id }) => `/sessions/${id}` }: Props) {
  const today = dayAt(Date.now());
  return (
    <div className={styles.days}>
      {groupByDay(sessions).map(([day, list]) => (
        <section key={day} className={styles.day} aria-label={sayDay(day, today)}>
          <h2 className={styles.date}>{sayDay(day, today)}</h2>
          <ul className={styles.list}>
            {list.map((session) => (
              <li key={session.id} className={styles.row}>
                <p className={styles.time}>
                  {clockTime(session.startsAt)}
                  <span className={styles.until}>–{clockTime(session.endsAt)}</span>
                </p>
                <div className={styles.what}>
                  <Link className={styles.name} to={to(session)}>
                    {session.title}
                  </Link>
                  <p className={styles.where}>
                    {districtLabel(directory, session.adcode)} {session.place}
                  </p>
                </div>
                <div className={styles.taken}>
                  <Seats held={session.held} capacity={session.capacity} waiting={session.waiting} />
                  <p className={styles.said}>{takenLabel(session)}</p>
                </div>
                <StandingTag session={session} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
