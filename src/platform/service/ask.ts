/** One question to the service, its answer checked. */
import type * as v from 'valibot';
import { readTolerantly } from '@yugong/domain/wire/tolerant';
import { log } from '../log';
import type { Method, Reply } from '../request';
import { asMe } from './login';
import { reach } from './reach';

export interface ServiceRequest {
  /** From `/api/v1`, query included; nothing personal in it. */
  path: string;
  /** `me`: with this phone's account, made where there is none yet. */
  as?: 'anyone' | 'me';
  method?: Method;
  body?: unknown;
  /** For a write that isn't worth the outbox: the same key makes it happen once. */
  key?: string;
  timeoutMs?: number;
}

export type ServiceReply<T> =
  | { kind: 'answered'; status: number; data: T }
  | Extract<Reply, { kind: 'problem' }>
  /** `unexpected`: something answered that is not this service. */
  | { kind: 'no-answer'; reason: 'timeout' | 'network' | 'unexpected' };

/** Asks once. Never throws. */
export async function askService<T>(
  schema: v.GenericSchema<unknown, T>,
  { as = 'anyone', key, ...options }: ServiceRequest,
): Promise<ServiceReply<T>> {
  const headers = key === undefined ? undefined : { 'idempotency-key': key };
  const reply = await (as === 'me' ? asMe : reach)({ ...options, ...(headers ? { headers } : {}) });
  if (reply.kind !== 'answered') return reply;
  const parsed = readTolerantly(schema, reply.data);
  if (parsed.success) {
    if (parsed.dropped > 0) log('service', `left out ${parsed.dropped} records of a newer service`);
    return { kind: 'answered', status: reply.status, data: parsed.output };
  }
  // The place of the first fault, never the answer: that may be somebody's.
  log('service', `unexpected answer at ${parsed.where}`);
  return { kind: 'no-answer', reason: 'unexpected' };
}
