/** A release of the app, as the service tells phones of it: they fetch the next one before they know what it brings. */
import * as v from 'valibot';

/**
 * The release that the service belongs to, and what it brings.
 *
 * @example { version: '0.2.0', whatIsNew: ['报名、候补、改期和取消都有通知。'] }
 */
export const ReleaseWire = v.object({
  version: v.string(),
  /** Two lines at most, each a sentence. */
  whatIsNew: v.array(v.string()),
});
export type ReleaseWire = v.InferOutput<typeof ReleaseWire>;
