/** A check-in on this phone, as it is stored here and as the service takes it. */
import * as v from 'valibot';
import type { CheckIn } from '@yugong/domain/check-in/wire';

export const PendingCheckIn = v.object({
  /** The id is made here; the service takes it once, however often it is sent. */
  id: v.string(),
  registrationId: v.string(),
  /** The time by this phone's clock, ISO 8601. */
  at: v.string(),
  how: v.picklist(['scan', 'name']),
  /** The pass, where it was scanned. */
  code: v.nullable(v.string()),
});
export type PendingCheckIn = v.InferOutput<typeof PendingCheckIn>;

export const toCheckIn = ({ id, at, how, code, registrationId }: PendingCheckIn): CheckIn =>
  how === 'scan' && code !== null ? { id, at, how: 'scan', code } : { id, at, how: 'name', registrationId };
