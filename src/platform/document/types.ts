/** `not-sent`: the service that makes it was not reached. */
export type DocumentAnswer = 'done' | 'cancelled' | 'not-sent' | 'failed';
