/** What the service asks of WeChat, and how it says no. */
import type { ProblemCode } from '../../../src/domain/problem';

/** WeChat's no to something a person is waiting for. */
export class WechatRefusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

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
}
