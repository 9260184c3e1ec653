/** What figures are counted from: no person, only when, where and how. */
import { sql } from 'kysely';
import { MINUTE } from '@yugong/domain/time';
import { base32 } from '../../crypto/ids';
import type { ScopedContext } from '../context';
import { storeOf } from './scoped';

export interface CountedMonth {
  from: number;
  to: number;
  kind: 'screening' | 'event';
}

/** Ids begin with their time, so those of a month lie together in the primary key. */
function idAt(ms: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.max(0, ms), 0, 6);
  return base32(bytes);
}

export const signUpRows = ({ scoped }: ScopedContext, { from, to, kind }: CountedMonth) =>
  scoped
    .registrations()
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .leftJoin('accounts', 'accounts.id', 'registrations.account_id')
    .select(['registrations.created_at', 'sessions.adcode', 'accounts.kind as source'])
    .where('sessions.kind', '=', kind)
    .where('registrations.id', '>=', idAt(from - MINUTE))
    .where('registrations.id', '<', idAt(to + MINUTE))
    .where('registrations.created_at', '>=', from)
    .where('registrations.created_at', '<', to)
    .execute();

/** Of the sessions that ended in the month, by district. */
export const attendanceCounts = ({ scoped }: ScopedContext, { from, to, kind }: CountedMonth) =>
  scoped
    .registrations()
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select(({ fn }) => ['sessions.adcode', 'registrations.status', fn.countAll<number>().as('count')])
    .where('sessions.kind', '=', kind)
    .where('sessions.ends_at', '>=', from)
    .where('sessions.ends_at', '<', to)
    .where('registrations.status', 'in', ['checked-in', 'fulfilled', 'noshow'])
    .groupBy(['sessions.adcode', 'registrations.status'])
    .execute();

/** Of the sessions that ended in the month: why registrations were cancelled. */
export const cancellationCounts = ({ scoped }: ScopedContext, { from, to, kind }: CountedMonth) =>
  scoped
    .registrations()
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select(({ fn }) => ['registrations.cancel_cause as cause', fn.countAll<number>().as('count')])
    .where('sessions.kind', '=', kind)
    .where('sessions.ends_at', '>=', from)
    .where('sessions.ends_at', '<', to)
    .where('registrations.cancel_cause', 'is not', null)
    .groupBy('registrations.cancel_cause')
    .execute();

/** Milliseconds from joining a line to a place, of those who got one in the month; from the audit, which forgets nothing. */
export async function waitDurations({ scoped }: ScopedContext, { from, to, kind }: CountedMonth): Promise<number[]> {
  const rows = await storeOf(scoped)
    .read.selectFrom('audit')
    .innerJoin('registrations', 'registrations.id', 'audit.subject')
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select(sql<number>`audit.at - registrations.created_at`.as('wait'))
    .where('audit.at', '>=', from)
    .where('audit.at', '<', to)
    .where('audit.action', 'in', ['registration.promoted', 'registration.offered'])
    .where('sessions.kind', '=', kind)
    .where('registrations.session_id', 'in', scoped.sessions().select('sessions.id'))
    .execute();
  return rows.map(({ wait }) => Number(wait)).sort((a, b) => a - b);
}

export const reportCounts = ({ scoped }: ScopedContext, { from, to }: CountedMonth) =>
  scoped
    .reports()
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .groupBy('kind')
    .execute();

export const requestCounts = ({ scoped }: ScopedContext, { from, to }: CountedMonth) =>
  scoped
    .legalAid()
    .select(({ fn }) => ['topic', fn.countAll<number>().as('count')])
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .groupBy('topic')
    .execute();
