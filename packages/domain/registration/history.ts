/** What happens to a registration, as its history records it. */
import type { RegistrationStatus } from './types';

/** The engine's happenings that are about one registration. */
export const changeKinds = [
  'booked',
  'waitlist',
  'promoted',
  'offered',
  'offer-expired',
  'moved',
  'cancelled',
  'attended',
  'displaced',
  'passed-on',
  'corrected',
] as const;

export interface RegistrationChange {
  /** ISO 8601 at +08:00. */
  at: string;
  what: (typeof changeKinds)[number];
  by: 'me' | 'union' | 'service';
  /** How it stood afterwards. */
  status: RegistrationStatus | 'unknown';
}
