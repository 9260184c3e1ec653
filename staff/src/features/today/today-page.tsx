import { Link } from 'react-router-dom';
import { addDays, dayAt, sayDate, weekdayName } from '@yugong/domain/calendar';
import type { QueueState } from '@yugong/domain/legal-aid/staff-wire';
import { UNANSWERED_DAYS } from '@yugong/domain/report';
import { useDirectory } from '../../api/directory';
import { useMe, hasPermission } from '../../api/me';
import { canAccess } from '../../parts/nav-items';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { AlertsSection, useStaffAlerts } from '../accounts';
import { useCallList } from '../call-list';
import { useComplaintQueue } from '../complaints';
import { QuietContent } from '../content';
import { useQueue, QueueList } from '../legal-aid';
import { usePendingNotifications } from '../outcomes';
import { HeldSection, useHeldCases } from '../roster';
import { useStaffSessions, SessionsByDay } from '../sessions';
import { useReports } from '../stations';
import { todayLead } from './today-lead';

/** What this person has to do today; each section belongs to a role. */
export default function TodayPage() {
  const me = useMe();
  const today = dayAt(Date.now());
  const may = {
    sessions: canAccess(me, '/sessions') || canAccess(me, '/door'),
    requests: canAccess(me, '/legal-aid'),
    calls: canAccess(me, '/call-list'),
    notifications: canAccess(me, '/outcomes'),
    complaints: canAccess(me, '/complaints'),
    reports: canAccess(me, '/stations'),
  };
  const sessions = useStaffSessions({ from: today, to: addDays(today, 7) }, may.sessions);
  const calls = useCallList(may.calls);
  const queue = useQueue({}, may.requests);
  const pending = usePendingNotifications(may.notifications);
  const complaints = useComplaintQueue({ show: 'waiting' }, may.complaints);
  const reports = useReports({ show: 'open' }, may.reports);
  const held = useHeldCases({ enabled: hasPermission(me, 'roster') });
  const alerts = useStaffAlerts();
  const counts = [
    alerts.data?.alerts.length ?? 0,
    held.data?.held.length ?? 0,
    ...(may.sessions ? [sessions.data?.sessions.length] : []),
    ...(may.calls ? [calls.data?.calls.length] : []),
    ...(may.requests ? [queue.data?.requests.filter(isOpen).length] : []),
    ...(may.notifications ? [pending.data?.sessions.length] : []),
    ...(may.complaints ? [complaints.data?.counts.waiting] : []),
    ...(may.reports ? [reports.data?.stations.length] : []),
  ];
  return (
    <ConsolePage title={`${sayDate(today, today)} ${weekdayName(today)}`} lead={todayLead(me.name, counts)}>
      <AlertsSection alerts={alerts.data?.alerts ?? []} />
      {canAccess(me, '/content') && <QuietContent />}
      <HeldSection cases={held.data?.held ?? []} />
      {may.sessions && <SessionsToday list={sessions} />}
      {may.calls && <CallsToday list={calls} />}
      {may.requests && <LegalAidToday queue={queue} />}
      {may.notifications && <NotificationsToday pending={pending} />}
      {may.complaints && <ComplaintsToday queue={complaints} />}
      {may.reports && <StationsToday reports={reports} />}
    </ConsolePage>
  );
}

const isOpen = ({ state }: { state: QueueState }): boolean => state !== 'closed' && state !== 'withdrawn';

/** The sessions of seven days; for those who only check people in they link to check-in. */
function SessionsToday({ list }: { list: ReturnType<typeof useStaffSessions> }) {
  const me = useMe();
  const directory = useDirectory();
  const lead = hasPermission(me, 'sessions.write') ? 'sessions' : 'door';
  return (
    <PageSection title="七天内的场次">
      <QueryResult of={list} rows={3}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState title="七天内没有场次" />
          ) : (
            <SessionsByDay sessions={sessions} directory={directory.data} to={({ id }) => `/${lead}/${id}`} />
          )
        }
      </QueryResult>
    </PageSection>
  );
}

/** How many people wait for a call. */
function CallsToday({ list }: { list: ReturnType<typeof useCallList> }) {
  return (
    <PageSection title="待电话联系">
      <QueryResult of={list} rows={1}>
        {({ calls }) =>
          calls.length === 0 ? (
            <p className="quiet">没有待联系的人。</p>
          ) : (
            <p>
              <Link to="/call-list">{calls.length} 人还没联系上，请打电话</Link>
            </p>
          )
        }
      </QueryResult>
    </PageSection>
  );
}

const MAX_REQUESTS_SHOWN = 5;

/** The most urgent requests of the queue. */
function LegalAidToday({ queue }: { queue: ReturnType<typeof useQueue> }) {
  return (
    <PageSection title="法律援助" aside={<Link to="/legal-aid">全部</Link>}>
      <QueryResult of={queue} rows={2}>
        {({ requests }) => {
          const open = requests.filter(isOpen);
          return open.length === 0 ? (
            <p className="quiet">没有待办的请求。</p>
          ) : (
            <QueueList requests={open.slice(0, MAX_REQUESTS_SHOWN)} />
          );
        }}
      </QueryResult>
    </PageSection>
  );
}

/** How many people haven't been notified of their result. */
function NotificationsToday({ pending }: { pending: ReturnType<typeof usePendingNotifications> }) {
  return (
    <PageSection title="结果通知">
      <QueryResult of={pending} rows={1}>
        {({ sessions }) => {
          const people = sessions.reduce((sum, one) => sum + one.untold, 0);
          const late = sessions.filter(({ overdue }) => overdue).length;
          if (people === 0) return <p className="quiet">做完检查的人都已通知。</p>;
          return (
            <p>
              <Link to="/outcomes">{people} 人待通知结果</Link>
              {late > 0 && `，其中 ${late} 场已超过约定日期`}
            </p>
          );
        }}
      </QueryResult>
    </PageSection>
  );
}

/** How many complaints wait for an answer, and how many of them for longer than was promised. */
function ComplaintsToday({ queue }: { queue: ReturnType<typeof useComplaintQueue> }) {
  return (
    <PageSection title="投诉建议">
      <QueryResult of={queue} rows={1}>
        {({ counts }) =>
          counts.waiting === 0 ? (
            <p className="quiet">投诉建议都已答复。</p>
          ) : (
            <p>
              <Link to="/complaints?show=waiting">{counts.waiting} 条待答复</Link>
              {counts.overdue > 0 && `，其中 ${counts.overdue} 条已超过答复期限`}
            </p>
          )
        }
      </QueryResult>
    </PageSection>
  );
}

/** How many reports haven't been looked at, and for how many of them the public is told so. */
function StationsToday({ reports }: { reports: ReturnType<typeof useReports> }) {
  return (
    <PageSection title="驿站反馈">
      <QueryResult of={reports} rows={1}>
        {({ stations }) => {
          const reported = stations.flatMap((one) => one.reports);
          const fresh = reported.filter(({ state }) => state === 'received').length;
          const overdue = reported.filter((one) => one.overdue).length;
          return fresh === 0 ? (
            <p className="quiet">反馈都已核实。</p>
          ) : (
            <p>
              <Link to="/stations">
                {stations.length} 个驿站，{fresh} 条待核实
              </Link>
              {overdue > 0 && `，其中 ${overdue} 条超过 ${UNANSWERED_DAYS} 天，手机上已写明没有核实`}
            </p>
          );
        }}
      </QueryResult>
    </PageSection>
  );
}
