/** Sessions under their days: time first, then where, then how full. */
import { Link } from 'react-router-dom';
import { dayAt, sayDay, timeAt } from '@yugong/domain/calendar';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { districtName, type Places } from '../../api/places';
import { Mark } from '../../parts/mark';
import { Seats } from '../../parts/seats';
import { sayTaken, stateWords } from './words';
import styles from './sessions.module.css';

interface Props {
  sessions: readonly StaffSessionWire[];
  places: Places | undefined;
  /** Where a session's name leads. */
  to?: (session: StaffSessionWire) => string;
}

const clock = (instant: string): string => timeAt(Date.parse(instant)).replace(/^0/, '');

/** In their order, a day a group. */
export function byDay(sessions: readonly StaffSessionWire[]): [day: string, StaffSessionWire[]][] {
  const days = new Map<string, StaffSessionWire[]>();
  for (const session of sessions) {
    const day = dayAt(Date.parse(session.startsAt));
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days];
}

export function SessionList({ sessions, places, to = ({ id }) => `/sessions/${id}` }: Props) {
  const today = dayAt(Date.now());
  return (
    <div className={styles.days}>
      {byDay(sessions).map(([day, list]) => (
        <section key={day} className={styles.day} aria-label={sayDay(day, today)}>
          <h2 className={styles.date}>{sayDay(day, today)}</h2>
          <ul className={styles.list}>
            {list.map((session) => (
              <li key={session.id} className={styles.row}>
                <p className={styles.time}>
                  {clock(session.startsAt)}
                  <span className={styles.until}>–{clock(session.endsAt)}</span>
                </p>
                <div className={styles.what}>
                  <Link className={styles.name} to={to(session)}>
                    {session.title}
                  </Link>
                  <p className={styles.where}>
                    {districtName(places, session.adcode)} {session.place}
                  </p>
                </div>
                <div className={styles.taken}>
                  <Seats held={session.held} capacity={session.capacity} waiting={session.waiting} />
                  <p className={styles.said}>{sayTaken(session)}</p>
                </div>
                <Mark tone={stateWords[session.state].tone}>{stateWords[session.state].said}</Mark>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
