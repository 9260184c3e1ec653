/** One person let in at this door, as the phone keeps it and as the service takes it. */
import * as v from 'valibot';
import type { CheckIn } from '@yugong/domain/check-in/wire';

export const Entry = v.object({
  /** Made here; the service takes it once, however often it is sent. */
  id: v.string(),
  registrationId: v.string(),
  /** By this phone's clock, ISO 8601. */
  at: v.string(),
  how: v.picklist(['scan', 'name']),
  /** The pass, where it was scanned. */
  code: v.nullable(v.string()),
});
export type Entry = v.InferOutput<typeof Entry>;

export const onWire = ({ id, at, how, code, registrationId }: Entry): CheckIn =>
  how === 'scan' && code !== null ? { id, at, how: 'scan', code } : { id, at, how: 'name', registrationId };
