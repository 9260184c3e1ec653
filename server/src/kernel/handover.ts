/** What becomes of a message that is handed to a provider: to WeChat, or to whoever sends SMS. */

/** `code` is the provider's own word, for the audit and the operator; it never names a person. */
export type Handover =
  /** The provider took it. That is no proof of its arrival. */
  | { result: 'accepted'; providerId: string | null; segments: number }
  /** It will never be taken: asking again changes nothing. */
  | { result: 'refused'; code: string }
  /** It was surely not taken, and may be tried again. */
  | { result: 'later'; code: string }
  /** The answer was lost: it may have been taken, or not. */
  | { result: 'unknown' };
