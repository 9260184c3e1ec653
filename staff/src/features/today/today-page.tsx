import { Suspense } from 'react';
import { Link } from 'react-router-dom';
import { addDays, dayAt, sayDate, weekdayName } from '@yugong/domain/calendar';
import { HOUR } from '@yugong/domain/time';
import { firstStepLabels, sayTodo } from '@yugong/domain/todo/words';
import type { FirstStep, TodoItemWire, TodoWire } from '@yugong/domain/todo/wire';
import { useDirectory } from '../../api/directory';
import { useMe, hasPermission } from '../../api/me';
import { useTodo } from '../../api/todo';
import { canAccess } from '../../parts/nav-items';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult, EmptyState, LoadingState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { formatTime, TimeText } from '../../parts/time';
import { pageOfTodo } from '../../parts/todo-rows';
import { AlertsSection, useStaffAlerts } from '../accounts';
import { HeldSection, useHeldCases } from '../roster';
import { useStaffSessions, SessionsByDay } from '../sessions';
import { todayLead } from './today-lead';
import styles from './today.module.css';

/** What this person has to do now, by its deadline; then the sessions of a week. */
export default function TodayPage() {
  const me = useMe();
  const today = dayAt(Date.now());
  const todo = useTodo();
  const held = useHeldCases({ enabled: hasPermission(me, 'roster') });
  const alerts = useStaffAlerts();
  const maySeeSessions = canAccess(me, '/sessions') || canAccess(me, '/door');
  return (
    <ConsolePage
      title={`${sayDate(today, today)} ${weekdayName(today)}`}
      lead={todayLead(me.name, [alerts.data?.alerts.length ?? 0, todo.data?.items.length])}
    >
      <AlertsSection alerts={alerts.data?.alerts ?? []} />
      <QueryResult of={todo} rows={4}>
        {({ items, firstSteps }) => (
          <>
            {firstSteps && <FirstSteps steps={firstSteps} />}
            {items.length > 0 && <TodoList items={items} />}
          </>
        )}
      </QueryResult>
      {held.data !== undefined && held.data.held.length > 0 && (
        <Suspense fallback={<LoadingState rows={2} />}>
          <HeldSection cases={held.data.held} />
        </Suspense>
      )}
      {maySeeSessions && <SessionsThisWeek today={today} />}
    </ConsolePage>
  );
}

/** How urgent a deadline is: it has passed, it comes within a day, or later. */
function urgencyOf(dueAt: string | null, now: number): 'past' | 'soon' | 'later' {
  if (dueAt === null) return 'later';
  const left = Date.parse(dueAt) - now;
  return left < 0 ? 'past' : left < 24 * HOUR ? 'soon' : 'later';
}

/** Until when, in a narrow column. */
function Deadline({ dueAt, now }: { dueAt: string | null; now: number }) {
  if (dueAt === null) return <span className="quiet">不限期</span>;
  const urgency = urgencyOf(dueAt, now);
  return (
    <time dateTime={dueAt} className={urgency === 'later' ? 'figures' : `figures ${styles.urgent}`}>
      {urgency === 'past' ? '已到时间' : `${formatTime(dueAt, now)}前`}
    </time>
  );
}

/** One row a thing to do, the earliest deadline first; the row's link leads to where it is done. */
function TodoList({ items }: { items: readonly TodoItemWire[] }) {
  const now = Date.now();
  return (
    <ol className={styles.todo} aria-label="要办的事">
      {items.map((item) => (
        <li key={`${item.kind} ${item.subject?.id ?? ''}`} className={styles.row}>
          <Deadline dueAt={item.dueAt} now={now} />
          <Link className={styles.name} to={pageOfTodo(item)}>
            {sayTodo(item)}
          </Link>
          {item.dueAt !== null && urgencyOf(item.dueAt, now) === 'past' && (
            <span className="quiet">
              <TimeText at={item.dueAt} ago />
              到时间
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const pageOfStep: Record<FirstStep, string> = {
  people: '/users',
  programme: '/sessions/programmes/new',
  session: '/sessions/new',
  content: '/content',
};

/** What a service needs before anybody can sign up; what somebody else has to do is said without a link. */
function FirstSteps({ steps }: { steps: NonNullable<TodoWire['firstSteps']> }) {
  const me = useMe();
  return (
    <PageSection title="开始使用">
      <p>还没有场次。按下面的顺序做完，职工就能在手机上报名。</p>
      <ol className={styles.todo} aria-label="开始使用的步骤">
        {steps.map(({ step, done }) => (
          <li key={step} className={styles.row}>
            <StatusTag tone={done ? 'good' : 'quiet'}>{done ? '已完成' : '未完成'}</StatusTag>
            {canAccess(me, pageOfStep[step]) ? (
              <Link className={styles.name} to={pageOfStep[step]}>
                {firstStepLabels[step]}
              </Link>
            ) : (
              <span>{firstStepLabels[step]}（由管理员办理）</span>
            )}
          </li>
        ))}
      </ol>
    </PageSection>
  );
}

/** The sessions of seven days; for those who only check people in they link to check-in. */
function SessionsThisWeek({ today }: { today: string }) {
  const me = useMe();
  const directory = useDirectory();
  const list = useStaffSessions({ from: today, to: addDays(today, 7) });
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
