/** Browsers have no messages of WeChat's. */
import type { Agreed } from './types';

export type { Agreed } from './types';

export const hasMessages = false;

export const agreeToMessage = (_template: string): Promise<Agreed> => Promise.resolve('failed');

export const messageTo = (): Promise<unknown> => Promise.resolve({});
