/** Whom somebody has to call, because nobody's phone showed what they must know. */
import { sql } from 'kysely';
import {
  callableKinds,
  callDueAt,
  isCallable,
  nextCallAt,
  stillCounts,
  type CallableKind,
} from '@yugong/domain/notice';
import type { CallListWire, CallResult, CallWire, PhoneWire } from '@yugong/domain/notice/staff-wire';
import { maskPerson } from '@yugong/domain/person';
import { contactPhoneOf, maskFamily } from '@yugong/domain/registration';
import { isoAt } from '@yugong/domain/time';
import type { FaultLog } from '../../kernel/account';
import { ApiProblem } from '../../kernel/problem';
import type { NoticeRow } from '../../kernel/schema';
import { statement } from '../../kernel/store';
import { beginHolds, noticeChangesOf, reasonOf, sessionsNamed } from '../../services/notices';
import type { ScopedContext } from '../context';
import { accountsOfOwners } from './accounts';
import { staffIdempotentWrite, type StaffRequest } from './idempotent-write';
import { attemptsOf } from './call-attempts';
import { confirmedBy } from './confirmations';
import { namesOf } from './members';
import { peopleOf } from './people';
import { storeOf, type Scoped } from './scoped';

type Call = NoticeRow & {
  kind: CallableKind;
  registration_id: string;
  session_id: string;
  pass_on_from: number | null;
  offer_until: number | null;
};

/**
 * The latest notice of every registration in scope that still counts, where no channel and no call confirmed it. An offer
 * that she doesn't know of comes before a later change of the session, which doesn't say that a seat waits for her. An
 * offer that was answered, or a change of a session that she gave up or that is over, is nobody's to call about.
 */
async function unconfirmed(scoped: Scoped, now: number): Promise<Call[]> {
  const latest = storeOf(scoped)
    .read.selectFrom('notices')
    .innerJoin('registrations', 'registrations.id', 'notices.registration_id')
    .selectAll('notices')
    .select([
      'registrations.status',
      'registrations.offer_until',
      'registrations.pass_on_from',
      confirmedBy.as('confirmed'),
      sql<number>`row_number() over (partition by notices.registration_id order by
        case when notices.kind = 'offered' and registrations.pass_on_from is not null and notices.read_at is null
          and notices.reached_at is null and notices.delivered_at is null then 0 else 1 end,
        notices.created_at desc, notices.id desc)`.as('newest'),
    ])
    .where('notices.kind', 'in', callableKinds)
    .where('registrations.account_id', '!=', '')
    .where(
      'registrations.session_id',
      'in',
      scoped.sessions().select('sessions.id').where('sessions.ends_at', '>', now),
    );
  const rows = await storeOf(scoped)
    .read.selectFrom(latest.as('latest'))
    .selectAll()
    .where('newest', '=', 1)
    .where('confirmed', '=', 'unconfirmed')
    .execute();
  return rows.filter(
    (row): row is typeof row & Call =>
      row.registration_id !== null &&
      row.session_id !== null &&
      isCallable(row.kind) &&
      stillCounts(row.kind, { status: row.status, offerUntil: row.offer_until }),
  );
}

/** Those whose time is up, the longest waiting first. */
export const dueCalls = async (scoped: Scoped, now: number): Promise<(Call & { due: number })[]> =>
  (await unconfirmed(scoped, now))
    .map((row) => {
      const unread = callDueAt(row.kind, Number(row.created_at));
      // Whoever may be passed over has to be called before, however short the programme's time is.
      const passOn = row.pass_on_from === null ? Infinity : Number(row.pass_on_from);
      return { ...row, due: Math.min(unread, passOn) };
    })
    .filter(({ due }) => due <= now)
    .sort((a, b) => a.due - b.due || a.id.localeCompare(b.id));

/** People to be called, masked. */
export async function callList(context: ScopedContext, log: FaultLog): Promise<CallListWire> {
  const { scoped, tools } = context;
  const due = await dueCalls(scoped, tools.now());
  if (due.length === 0) return { calls: [] };
  const rows = await scoped
    .registrations()
    .selectAll()
    .where(
      'registrations.id',
      'in',
      due.map((one) => one.registration_id),
    )
    .execute();
  const people = await peopleOf(context, rows, log);
  const owners = await accountsOfOwners(
    context,
    due.filter(({ sealed }) => sealed !== null),
  );
  const sessions = await sessionsNamed({ store: storeOf(scoped) }, due);
  const attempts = await attemptsOf(context, due);
  const names = await namesOf(context);
  await scoped.saw('call-list.seen', null, { rows: due.length });
  const calls = due.flatMap((one): CallWire[] => {
    const session = sessions.get(one.session_id);
    const { person, family = null } = people.get(one.registration_id) ?? {};
    if (!session || !person) return [];
    const { name, phone } = maskPerson(person);
    const left = one.from_session_id === null ? undefined : sessions.get(one.from_session_id);
    return [
      {
        noticeId: one.id,
        registrationId: one.registration_id,
        sessionId: one.session_id,
        kind: one.kind,
        at: isoAt(Number(one.created_at)),
        dueAt: isoAt(one.due),
        deadline: one.kind === 'offered' && one.deadline !== null ? isoAt(Number(one.deadline)) : null,
        passOnFrom: one.pass_on_from === null ? null : isoAt(Number(one.pass_on_from)),
        offerUntil: one.offer_until === null ? null : isoAt(Number(one.offer_until)),
        name,
        phone: phone ?? '',
        contact: maskFamily(family),
        title: session.title,
        place: session.place,
        startsAt: isoAt(Number(session.starts_at)),
        reason: reasonOf(one, { session, owner: owners.get(one.account_id) ?? null, log }),
        changes: noticeChangesOf(one, left, session),
        attempts: attempts(one, phone ?? ''),
        calls: one.calls,
        lastCall: lastCallOf(one, names),
      },
    ];
  });
  return { calls };
}

/** How the last call ended, by whom, and when to call again; null where nobody called yet. */
function lastCallOf(
  { call_result: result, called_at, called_by }: Call,
  names: ReadonlyMap<string, string>,
): CallWire['lastCall'] {
  if (result === null || called_at === null) return null;
  const next = result === 'reached' ? null : nextCallAt(result, Number(called_at));
  return {
    at: isoAt(Number(called_at)),
    result,
    by: called_by === null ? null : (names.get(called_by) ?? null),
    nextAt: next === null ? null : isoAt(next),
  };
}

async function dueCall({ scoped, tools }: ScopedContext, noticeId: string): Promise<Call> {
  const call = (await dueCalls(scoped, tools.now())).find(({ id }) => id === noticeId);
  if (!call) throw new ApiProblem('not-found');
  return call;
}

/** The number to call and, of somebody whom a family member signed up, theirs; nothing else. Who saw it is written down first. */
export async function revealPhone(context: ScopedContext, noticeId: string, log: FaultLog): Promise<PhoneWire> {
  const { scoped } = context;
  const row = await scoped.registration((await dueCall(context, noticeId)).registration_id);
  await scoped.saw('person.revealed', row.id, { session: row.session_id, reason: 'call', note: null });
  const { person, family } = (await peopleOf(context, [row], log)).get(row.id) ?? {};
  const phone = person?.phone ?? '';
  return { phone, contactPhone: contactPhoneOf({ phone }, family ?? null) };
}

/**
 * Notes how a call ended. Who was reached knows of everything that was written of the registration until then, so all
 * of it is confirmed; after any other end the notice stays on the list.
 *
 * @throws `not-found` where it is not on the list any more, because she has read it meanwhile or gave up her place
 */
export async function recordCall(request: StaffRequest, noticeId: string, result: CallResult): Promise<void> {
  const { scoped, tools } = request;
  const now = tools.now();
  const call = await scoped
    .registrations()
    .innerJoin('notices', 'notices.registration_id', 'registrations.id')
    .select(['notices.id', 'notices.registration_id', 'notices.created_at', 'notices.session_id'])
    .where('notices.id', '=', noticeId)
    .executeTakeFirst();
  if (!call) throw new ApiProblem('not-found');
  const { read } = storeOf(scoped);
  const note = read
    .updateTable('notices')
    .set(({ eb }) => ({ call_result: result, called_at: now, called_by: scoped.staffId, calls: eb('calls', '+', 1) }))
    .where('id', '=', noticeId)
    .where('reached_at', 'is', null);
  const confirm = read
    .updateTable('notices')
    .set({ reached_at: now })
    .where('registration_id', '=', call.registration_id)
    .where('created_at', '<=', call.created_at)
    .where('reached_at', 'is', null);
  await staffIdempotentWrite(
    request,
    { noticeId, result },
    () => ({
      statements: [statement(note, 1), ...(result === 'reached' ? [statement(confirm)] : [])],
      audit: [scoped.entry('call.recorded', call.registration_id, { session: call.session_id, result })],
      answer: { status: 200, body: {} },
    }),
    () => Promise.resolve(new ApiProblem('not-found')),
  );
  if (call.registration_id !== null) await beginHolds({ store: storeOf(scoped) }, [call.registration_id]);
}
