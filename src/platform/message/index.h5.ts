/** Browsers have no messages of WeChat's. */
import type { TemplateKind } from '@yugong/domain/notice';
import type { Agreed, MessageTemplate } from './types';

export type { Agreed, MessageTemplate } from './types';

export const hasMessages = false;

export const agreeToMessage = (_template: string): Promise<Agreed> => Promise.resolve('failed');

export const agreeToMessages = (
  _templates: readonly MessageTemplate[],
): Promise<{ kinds: TemplateKind[]; why: Agreed }> => Promise.resolve({ kinds: [], why: 'failed' });

export const messageTo = (): Promise<object> => Promise.resolve({});
