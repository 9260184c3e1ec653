import type { TicketFacts } from './types';

export type { TicketFacts } from './types';

/** Can a picture of the ticket be saved here? WeChat has no canvas among this app's parts. */
export const canSavePicture = false;

/** Not offered in WeChat, where a screenshot does the same. */
export const savePicture = (_facts: TicketFacts): Promise<boolean> => Promise.resolve(false);
