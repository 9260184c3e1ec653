/** What the service asks of WeChat, and how it says no. */
import type { ProblemCode } from '@yugong/domain/problem';

/** WeChat's no to something a person is waiting for. */
export class WechatRefusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

/** What a reminder can say of a booked session. */
export const reminderContents = ['title', 'start', 'place', 'organiser'] as const;
export type ReminderContent = Record<(typeof reminderContents)[number], string>;

/** A reminder to one person. */
export interface Reminder {
  openid: string;
  /** Where a tap on it leads, `features/…/index?id=…`. */
  page: string;
  content: ReminderContent;
}

/** `final`: asking again is no use. `errcode` is WeChat's; null where nothing of its came back. */
export type Sent = { sent: true } | { sent: false; final: boolean; errcode: number | null };

export interface Wechat {
  /** Does the operator let people give the number that WeChat knows? Without it the app shows no such button. */
  readonly offersPhone: boolean;
  /**
   * Who somebody is to this mini-program.
   *
   * @param code of `wx.login`, good once
   * @throws WechatRefusal
   */
  openid(code: string): Promise<string>;
  /**
   * The number that somebody chose to give, eleven digits.
   *
   * @param code of a `getPhoneNumber` button, good once and for five minutes
   * @throws WechatRefusal
   */
  phone(code: string): Promise<string>;
  /** Null where nobody can be reminded; without a template nobody is asked either. */
  readonly reminders: { template: string | null } | null;
  /** Sends one. Where the answer is lost it may have been sent: WeChat has one for each yes and refuses a second. */
  remind(reminder: Reminder): Promise<Sent>;
}
