/** Opening, closing, and telling people of a change. Times only: places are the engine's. */
import { ApiProblem } from '../../api/problem';
import { statement, type Statement } from '../../storage/store';
import { tellSession } from '../data/outbox';
import type { Desk } from '../desk';

type Asking = Pick<Desk, 'scoped' | 'tools'>;

export const tellChanged = ({ scoped, tools }: Asking, sessionId: string): Statement =>
  tellSession(scoped, sessionId, 'changed', tools.now());

async function running({ scoped }: Asking, id: string) {
  const row = await scoped.session(id);
  if (row.state === 'cancelled') throw new ApiProblem('session-cancelled');
  return row;
}

/** Sign-up begins now; where it had ended it goes on until `closesAt`, or until the session begins. */
export async function openNow(desk: Asking, id: string, closesAt?: string): Promise<void> {
  const { scoped, tools } = desk;
  const row = await running(desk, id);
  const now = tools.now();
  if (row.ends_at <= now) throw new ApiProblem('session-closed');
  const wanted = closesAt === undefined ? null : Date.parse(closesAt);
  const closes_at = wanted ?? (row.closes_at > now ? row.closes_at : row.starts_at > now ? row.starts_at : row.ends_at);
  if (closes_at <= now || closes_at > row.ends_at)
    throw new ApiProblem('invalid', [{ pointer: '/closesAt', code: 'order' }]);
  const update = scoped.updateSession(id).set({ opens_at: Math.min(row.opens_at, now), closes_at });
  await scoped.write([statement(update, 1)], [scoped.entry('session.opened', id)]);
}

export async function closeNow(desk: Asking, id: string): Promise<void> {
  const { scoped, tools } = desk;
  const row = await running(desk, id);
  const now = tools.now();
  const times = { closes_at: Math.min(row.closes_at, now), opens_at: Math.min(row.opens_at, now - 1) };
  await scoped.write([statement(scoped.updateSession(id).set(times), 1)], [scoped.entry('session.closed', id)]);
}
