/** What somebody has to do now, by its deadline. Nothing personal is opened for it, so nothing is written down. */
import { URGENT_DAYS } from '@yugong/domain/legal-aid';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { addDays, dayAt, daysBetween } from '@yugong/domain/calendar';
import { UNANSWERED_DAYS } from '@yugong/domain/report';
import { may, type Permission } from '@yugong/domain/staff-account';
import { DAY, instantOf, isoAt } from '@yugong/domain/time';
import { QUIET_DAYS, type TodoItemWire, type TodoWire } from '@yugong/domain/todo/wire';
import { rowIsUrgent } from '../../legal-aid/requests';
import type { StaffContext } from '../context';
import { pendingNotification } from '../outcomes/outcomes';
import { dueCalls } from './call-list';
import { unpublishedDrafts } from './drafts';
import { openCases } from './held';
import { waitingPlans } from './plans';
import { storeOf } from './scoped';

/** Drafts that are older than this were given up. */
const DRAFT_AGE = 30 * DAY;

const item = (
  kind: TodoItemWire['kind'],
  count: number,
  dueAt: number | null,
  subject: TodoItemWire['subject'] = null,
): TodoItemWire[] => (count === 0 ? [] : [{ kind, count, dueAt: dueAt === null ? null : isoAt(dueAt), subject }]);

const lastMoment = (day: string): number => instantOf(addDays(day, 1)) - 1;

const earliest = (times: readonly (number | null)[]): number | null =>
  times.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);

async function calls({ scoped, tools }: StaffContext): Promise<TodoItemWire[]> {
  const due = await dueCalls(scoped, tools.now());
  return item('calls', due.length, earliest(due.map((one) => one.due)));
}

/** Seats whose hold ends within a day. */
async function lapsingOffers({ scoped, tools }: StaffContext): Promise<TodoItemWire[]> {
  const rows = await scoped
    .registrations()
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select(({ fn }) => [
      'sessions.id',
      'sessions.title',
      fn.countAll<number>().as('count'),
      fn.min('registrations.offer_until').as('until'),
    ])
    .where('registrations.status', '=', 'waitlist')
    .where('registrations.offer_until', '<=', tools.now() + DAY)
    .groupBy(['sessions.id', 'sessions.title'])
    .execute();
  return rows.flatMap(({ id, title, count, until }) => item('offer', Number(count), Number(until), { id, title }));
}

async function heldSignUps({ scoped }: StaffContext): Promise<TodoItemWire[]> {
  const rows = await openCases(scoped)
    .innerJoin('sessions', 'sessions.id', 'held_registrations.session_id')
    .select(({ fn }) => ['sessions.id', 'sessions.title', 'sessions.starts_at', fn.countAll<number>().as('count')])
    .groupBy(['sessions.id', 'sessions.title', 'sessions.starts_at'])
    .execute();
  return rows.flatMap(({ id, title, starts_at, count }) =>
    item('held', Number(count), Number(starts_at), { id, title }),
  );
}

/** Those with few days left one by one, the others that wait for us as a number. */
async function requests({ scoped, tools }: StaffContext): Promise<TodoItemWire[]> {
  const now = tools.now();
  const rows = await scoped
    .legalAid()
    .select(['id', 'topic', 'status', 'due_day', 'created_at'])
    .where('status', 'in', ['received', 'assigned', 'answered'])
    .execute();
  const isNear = (row: (typeof rows)[number]): boolean =>
    rowIsUrgent(row, now) || (row.due_day !== null && daysBetween(dayAt(now), row.due_day) < URGENT_DAYS);
  const waiting = rows.filter(({ status }) => status !== 'answered');
  return [
    ...rows
      .filter(isNear)
      .flatMap(({ id, topic, due_day }) =>
        item('request', 1, due_day === null ? null : lastMoment(due_day), { id, title: legalAidTopicLabels[topic] }),
      ),
    ...item('requests', waiting.filter((row) => !isNear(row)).length, null),
  ];
}

/** Sessions of today and tomorrow that have somebody to let in, and whose list no phone has fetched. */
async function missingDoorLists({ scoped, tools }: StaffContext): Promise<TodoItemWire[]> {
  const now = tools.now();
  const soon = await scoped
    .sessions()
    .select(['sessions.id', 'sessions.title', 'sessions.starts_at'])
    .where('sessions.state', '=', 'open')
    .where('sessions.held', '>', 0)
    .where('sessions.starts_at', '>', now)
    .where('sessions.starts_at', '<', instantOf(addDays(dayAt(now), 2)))
    .execute();
  if (soon.length === 0) return [];
  const taken = await storeOf(scoped)
    .read.selectFrom('audit')
    .select('subject')
    .distinct()
    .where('action', '=', 'door.taken')
    .where(
      'subject',
      'in',
      soon.map(({ id }) => id),
    )
    .execute();
  const isTaken = new Set(taken.map(({ subject }) => subject));
  return soon
    .filter(({ id }) => !isTaken.has(id))
    .flatMap(({ id, title, starts_at }) => item('door-list', 1, Number(starts_at), { id, title }));
}

/** Sessions without a time to be public. Each should be before its sign-ups begin; one alone is said by its title. */
async function sessionDrafts({ scoped, tools }: StaffContext): Promise<TodoItemWire[]> {
  const rows = await scoped
    .sessions()
    .select(['sessions.id', 'sessions.title', 'sessions.opens_at'])
    .where('sessions.public_from', 'is', null)
    .where('sessions.state', '=', 'open')
    .where('sessions.ends_at', '>', tools.now())
    .orderBy('sessions.opens_at')
    .execute();
  const [first] = rows;
  if (!first) return [];
  const subject = rows.length === 1 ? { id: first.id, title: first.title } : null;
  return item('session-drafts', rows.length, Number(first.opens_at), subject);
}

async function outcomes(context: StaffContext): Promise<TodoItemWire[]> {
  const { sessions } = await pendingNotification(context);
  const due = sessions.map(({ dueAt }) => (dueAt === null ? null : Date.parse(dueAt)));
  return item(
    'outcomes',
    sessions.reduce((sum, { untold }) => sum + untold, 0),
    earliest(due),
  );
}

/**
 * A report that stays unanswered is said to be so on the phone after some days: that is its deadline. That a place is open
 * and works needs no answer.
 */
async function reports({ scoped }: StaffContext): Promise<TodoItemWire[]> {
  const { count, first } = await scoped
    .reports()
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('created_at').as('first')])
    .where('state', '=', 'received')
    .where('kind', '!=', 'open')
    .executeTakeFirstOrThrow();
  return item('reports', Number(count), Number(first) + UNANSWERED_DAYS * DAY);
}

/** The working day by which the first has to be answered. */
async function complaints({ scoped }: StaffContext): Promise<TodoItemWire[]> {
  const { count, first } = await scoped
    .complaints()
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('answer_by').as('first')])
    .where('status', 'in', ['received', 'assigned'])
    .executeTakeFirstOrThrow();
  return item('complaints', Number(count), first === null ? null : lastMoment(first));
}

async function unpublished(context: StaffContext): Promise<TodoItemWire[]> {
  const since = context.tools.now() - DRAFT_AGE;
  const plans = await waitingPlans(context);
  const failed = plans.filter(({ failure }) => failure !== null);
  const drafts = plans.filter((one) => one.failure === null && one.publish_at === null && one.updated_at >= since);
  return [
    ...item('failed-plans', failed.length, earliest(failed.map(({ updated_at }) => Number(updated_at)))),
    ...item('drafts', (await unpublishedDrafts(context, since)) + drafts.length, null),
  ];
}

/** When the last publication has been the last for too long; one that never was has no deadline. */
async function quietContent({ scoped, tools }: StaffContext): Promise<TodoItemWire[]> {
  const { newest } = await scoped
    .publications()
    .select(({ fn }) => fn.max('at').as('newest'))
    .executeTakeFirstOrThrow();
  if (newest === null) return item('quiet-content', 1, null);
  const dueAt = Number(newest) + QUIET_DAYS * DAY;
  return dueAt > tools.now() ? [] : item('quiet-content', 1, dueAt);
}

const sources: readonly { needs: Permission; read: (context: StaffContext) => Promise<TodoItemWire[]> }[] = [
  { needs: 'roster', read: calls },
  { needs: 'roster', read: lapsingOffers },
  { needs: 'roster', read: heldSignUps },
  { needs: 'legal-aid', read: requests },
  { needs: 'check-in', read: missingDoorLists },
  { needs: 'sessions.write', read: sessionDrafts },
  { needs: 'outcomes', read: outcomes },
  { needs: 'stations', read: reports },
  { needs: 'complaints', read: complaints },
  { needs: 'content', read: unpublished },
  { needs: 'content', read: quietContent },
];

const END = '9';

/** Everything that this person has to do within their scope and permissions. */
export async function todoOf(context: StaffContext): Promise<TodoWire> {
  const { roles } = context.member;
  const items: TodoItemWire[] = [];
  for (const { needs, read } of sources) if (may(roles, needs)) items.push(...(await read(context)));
  return {
    items: items.sort((a, b) => (a.dueAt ?? END).localeCompare(b.dueAt ?? END)),
    firstSteps: await firstStepsOf(context),
  };
}

/** Which of the first steps are done; null where there is a session, and for whoever makes none of it. */
async function firstStepsOf({ scoped, member }: StaffContext): Promise<TodoWire['firstSteps']> {
  if (!may(member.roles, 'sessions.write')) return null;
  const isThere = async (query: { executeTakeFirst(): Promise<unknown> }): Promise<boolean> =>
    (await query.executeTakeFirst()) !== undefined;
  const session = await isThere(scoped.sessions().select('sessions.id').limit(1));
  if (session) return null;
  const { read } = storeOf(scoped);
  const colleagues = read.selectFrom('staff').select('staff.id').where('staff.id', '!=', scoped.staffId).limit(1);
  const { organisation } = scoped.scope;
  const people = organisation === null ? colleagues : colleagues.where('staff.organisation', '=', organisation);
  return [
    { step: 'people', done: await isThere(people) },
    { step: 'programme', done: await isThere(scoped.programmes().select('programmes.id').limit(1)) },
    { step: 'session', done: session },
    { step: 'content', done: await isThere(scoped.publications().select('version').limit(1)) },
  ];
}
