/** Tones for a request's state in the queue. The words are the domain's. */
import type { QueueState } from '@yugong/domain/legal-aid/staff-wire';
import type { StatusTone } from '../../parts/status-tag';

export const queueStateTones: Record<QueueState, StatusTone> = {
  new: 'bad',
  assigned: 'warn',
  answered: 'good',
  closed: 'quiet',
  withdrawn: 'quiet',
};
