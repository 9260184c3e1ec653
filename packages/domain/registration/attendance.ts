/** What happened on the day of a session: who came, who finished, who didn't come. */
import { grantedOutcome, refuse, type Attend, type Outcome } from './commands';
import { changed, registrationFor, type BatchWork } from './state';
import type { RegistrationStatus } from './types';

/** From which statuses each of the day's statuses can be reached. Every step can be taken back, so slips are mended. */
const reachableFrom: Record<Attend['to'], RegistrationStatus[]> = {
  booked: ['checked-in', 'noshow'],
  'checked-in': ['booked', 'noshow', 'fulfilled'],
  fulfilled: ['checked-in', 'booked'],
  noshow: ['booked', 'checked-in'],
};

/**
 * Records attendance. Only staff may.
 *
 * @returns `unchanged` where somebody else recorded it first, so that a pass that was used already is told from one
 *   that just was; `not-active` where the status can't be reached
 */
export function attend(work: BatchWork, command: Attend): Outcome {
  const found = registrationFor(work, command);
  if ('result' in found) return found;
  const { row } = found;
  if (row.status === command.to) return grantedOutcome('unchanged', row, work.now);
  if (command.by !== 'staff' || !reachableFrom[command.to].includes(row.status)) return refuse('not-active');
  row.status = command.to;
  changed(work, row, 'attended', command.by);
  return grantedOutcome('attended', row, work.now);
}
