/** Whether a registration is behind its person. */
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';

/** A registration is history once it is cancelled or its session is over. @param now milliseconds since the epoch */
export const isHistory = (
  { status }: Pick<RegistrationWire, 'status'>,
  { endsAt }: Pick<SessionWire, 'endsAt'>,
  now: number,
): boolean => status === 'cancelled' || Date.parse(endsAt) <= now;
