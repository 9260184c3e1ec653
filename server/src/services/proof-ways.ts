/** How a telephone number can be proved here. */
import type { ProofWire } from '@yugong/domain/registration/detail';
import type { Service } from '../kernel/context';

/** What the operator has; nothing where no programme can ask for a proof. */
export const proofWays = ({ sms, wechat }: Pick<Service, 'sms' | 'wechat'>): ProofWire['ways'] => [
  ...(sms?.sendsCodes ? (['sms'] as const) : []),
  ...(wechat.offersPhone ? (['wechat'] as const) : []),
];
