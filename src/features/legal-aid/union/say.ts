/** How a request stands, as its card shows it: the word is the noun's own, the tone is this page's. */
import type { LegalAidStatus } from '@yugong/domain/legal-aid';
import { legalAidStatusLabels } from '@yugong/domain/legal-aid/words';

const tones: Record<LegalAidStatus, 'plain' | 'open' | 'unknown'> = {
  received: 'unknown',
  assigned: 'plain',
  answered: 'open',
  closed: 'plain',
  withdrawn: 'plain',
};

/** @example sayStatus('received') // { text: '已提交，等待受理', tone: 'unknown' } */
export const sayStatus = (status: LegalAidStatus) => ({ text: legalAidStatusLabels[status], tone: tones[status] });
