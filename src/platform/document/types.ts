/** Of Word's documents (ECMA-376). */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `not-sent`: the service that makes it was not reached. */
export type DocumentAnswer = 'done' | 'cancelled' | 'not-sent' | 'failed';
