import { Link } from 'react-router-dom';
import { addDays, dayAt, sayDate, weekdayName } from '@yugong/domain/calendar';
import { useMe, can } from '../../api/me';
import { usePlaces } from '../../api/places';
import { Page, Section } from '../../parts/page';
import { mayEnter } from '../../parts/rooms';
import { Answer, Empty } from '../../parts/states';
import { useQueue } from '../legal-aid/lines';
import { QueueList } from '../legal-aid/queue-list';
import { useUntold } from '../outcomes/lines';
import { useSessions } from '../sessions/lines';
import { SessionList } from '../sessions/session-list';
import { useReports } from '../stations/lines';

/** What waits for this person today; each part is somebody's whose role it is. */
export default function TodayPage() {
  const me = useMe();
  const today = dayAt(Date.now());
  return (
    <Page title={`${sayDate(today, today)} ${weekdayName(today)}`} lead={`${me.name}，今天有这些事。`}>
      {(mayEnter(me, '/sessions') || mayEnter(me, '/door')) && <SessionsToday from={today} to={addDays(today, 7)} />}
      {mayEnter(me, '/legal-aid') && <LegalAidToday />}
      {mayEnter(me, '/outcomes') && <UntoldToday />}
      {mayEnter(me, '/stations') && <StationsToday />}
    </Page>
  );
}

/** The week's sessions; for the door they lead to the check-in. */
function SessionsToday({ from, to }: { from: string; to: string }) {
  const me = useMe();
  const places = usePlaces();
  const list = useSessions({ from, to });
  const lead = can(me, 'sessions.write') ? 'sessions' : 'door';
  return (
    <Section title="七天内的场次">
      <Answer of={list} rows={3}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <Empty title="七天内没有场次" />
          ) : (
            <SessionList sessions={sessions} places={places.data} to={({ id }) => `/${lead}/${id}`} />
          )
        }
      </Answer>
    </Section>
  );
}

const FIRST = 5;

/** The first of the queue: what can't wait. */
function LegalAidToday() {
  const queue = useQueue({});
  return (
    <Section title="法律援助" aside={<Link to="/legal-aid">全部</Link>}>
      <Answer of={queue} rows={2}>
        {({ requests }) => {
          const open = requests.filter(({ state }) => state !== 'closed' && state !== 'withdrawn');
          return open.length === 0 ? (
            <p className="quiet">没有等着的。</p>
          ) : (
            <QueueList requests={open.slice(0, FIRST)} />
          );
        }}
      </Answer>
    </Section>
  );
}

/** How many wait for word of their result. */
function UntoldToday() {
  const untold = useUntold();
  return (
    <Section title="检查之后">
      <Answer of={untold} rows={1}>
        {({ sessions }) => {
          const people = sessions.reduce((sum, one) => sum + one.untold, 0);
          const late = sessions.filter(({ overdue }) => overdue).length;
          if (people === 0) return <p className="quiet">做完检查的，都通知到了。</p>;
          return (
            <p>
              <Link to="/outcomes">{people} 个人没收到结果通知</Link>
              {late > 0 && `，其中 ${late} 场过了约定的日子`}
            </p>
          );
        }}
      </Answer>
    </Section>
  );
}

/** How many reports nobody has looked at. */
function StationsToday() {
  const reports = useReports({ show: 'open' });
  return (
    <Section title="驿站">
      <Answer of={reports} rows={1}>
        {({ stations }) => {
          const fresh = stations.flatMap((one) => one.reports).filter(({ state }) => state === 'received').length;
          return fresh === 0 ? (
            <p className="quiet">报来的都核实过了。</p>
          ) : (
            <p>
              <Link to="/stations">
                {stations.length} 个地方，{fresh} 条没核实
              </Link>
            </p>
          );
        }}
      </Answer>
    </Section>
  );
}
