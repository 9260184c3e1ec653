export type DocumentAnswer = 'done' | 'cancelled' | 'failed';
