/** What the engine's outcomes are to who asked. */
import type { Outcome, EngineRefusal } from '@yugong/domain/registration';
import type { ProblemCode } from '@yugong/domain/problem';
import { ApiProblem } from '../kernel/problem';

/** The engine's no, as a problem. */
const REFUSALS: Record<EngineRefusal, ProblemCode> = {
  'not-found': 'not-found',
  'session-cancelled': 'session-cancelled',
  'not-open-yet': 'session-not-open',
  closed: 'session-closed',
  full: 'session-full',
  'quota-full': 'quota-full',
  'limit-reached': 'limit-reached',
  'people-limit-reached': 'people-limit-reached',
  'too-late': 'too-late',
  'not-active': 'not-active',
  'already-registered': 'already-registered',
  'other-programme': 'other-programme',
  'below-taken': 'invalid',
  'offer-not-due': 'offer-not-due',
  'nobody-waiting': 'nobody-waiting',
  'key-reused': 'idempotency-key-reused',
  stale: 'busy',
};

export type Granted = Exclude<Outcome, { result: 'refused' }>;

/** @throws ApiProblem where it was refused */
export function throwIfRefused(outcome: Outcome): Granted {
  if (outcome.result === 'refused') throw new ApiProblem(REFUSALS[outcome.refusal]);
  return outcome;
}
