/** What a store throws. */

/** What a database did wrong, by what can be done about it. */
export type FailureKind = 'full' | 'read-only' | 'unavailable' | 'busy' | 'locked' | 'conflict' | 'other';

/** Nothing of what was asked has been stored. */
export class StorageFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}
