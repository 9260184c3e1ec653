/** How a request stands, in words. */
import type { LegalAidStatus } from '@yugong/domain/legal-aid';

export const statusWords: Record<LegalAidStatus, { text: string; tone: 'plain' | 'open' | 'unknown' }> = {
  received: { text: '工会收到了，等人接手', tone: 'unknown' },
  assigned: { text: '有人接手了，在办', tone: 'plain' },
  answered: { text: '工会回复了', tone: 'open' },
  closed: { text: '办结了', tone: 'plain' },
  withdrawn: { text: '你撤回了', tone: 'plain' },
};
