/** What the service asks of whoever sends SMS. */
import type { CallableKind } from '@yugong/domain/notice';
import type { Handover } from './handover';

/** What an SMS is for: a notice, which says the same to everybody, or a code. */
export type SmsText = { kind: CallableKind } | { kind: 'code'; code: string; minutes: number };

export type SmsMessage = SmsText & {
  /** Eleven digits. It goes to the provider and nowhere else. */
  phone: string;
  /** Comes back with what the provider tells of the message, where the operator has that. */
  reference: string;
};

/** A message as the provider's own records have it. */
export interface SmsRecord {
  providerId: string;
  state: 'pending' | 'delivered' | 'failed';
  /** The carrier's word; empty while it is pending. */
  code: string;
}

export interface Sms {
  /** How many may go out in an hour and in a day of Chongqing's, over all processes. */
  readonly ceilings: { hour: number; day: number };
  /** The secret part of the address that receipts come to: the provider signs none. */
  readonly receiptToken: string;
  /** Whether there is a template for codes. */
  readonly sendsCodes: boolean;
  send(message: SmsMessage): Promise<Handover>;
  /**
   * What was taken for a number since an instant, whether it has arrived or not.
   *
   * @param since milliseconds since the epoch
   * @returns null where the provider did not answer
   */
  records(phone: string, since: number): Promise<SmsRecord[] | null>;
}
