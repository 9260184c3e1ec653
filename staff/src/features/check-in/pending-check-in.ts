/** A check-in on this phone, as it is stored here and as the service takes it. */
import * as v from 'valibot';
import type { CheckIn } from '@yugong/domain/check-in/wire';

export const PendingCheckIn = v.object({
  /** The id is made here; the service takes it once, however often it is sent. */
  id: v.string(),
  registrationId: v.string(),
  /** When it was, by the service's clock as far as this phone knows it; ISO 8601. */
  at: v.string(),
  how: v.picklist(['scan', 'name']),
  /** The pass, where it was scanned. */
  code: v.nullable(v.string()),
  /** The service found it to be of another day; it waits for a person to decide. */
  undecided: v.optional(v.boolean(), false),
  /** A person said that it was at this session. */
  confirmed: v.optional(v.boolean(), false),
});
export type PendingCheckIn = v.InferOutput<typeof PendingCheckIn>;

export const toCheckIn = ({ id, at, how, code, registrationId, confirmed }: PendingCheckIn): CheckIn =>
  how === 'scan' && code !== null
    ? { id, at, confirmed, how: 'scan', code }
    : { id, at, confirmed, how: 'name', registrationId };
