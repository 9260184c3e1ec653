/** What a store throws. */

/**
 * What a database did wrong, by what can be done about it. `unreplicated`: a cluster that would acknowledge what only one
 * of its servers has; `forbidden`: the account may not do what the service does.
 */
export type FailureKind =
  'full' | 'read-only' | 'unavailable' | 'unreplicated' | 'forbidden' | 'busy' | 'locked' | 'conflict' | 'other';

/** Nothing of what was asked has been stored. */
export class StorageFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}
