/** What the service asks of WeChat, and how it says no. */
import type { TemplateKind } from '@yugong/domain/notice';
import type { ProblemCode } from '@yugong/domain/problem';
import type { Handover } from './handover';

/** WeChat's no to something a person is waiting for. */
export class WechatRefusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

/** What a message can say; which of it a template's kind has is wechat/templates' to know. */
export const messageContents = ['what', 'title', 'start', 'place', 'organiser', 'at', 'deadline'] as const;
export type MessageContent = (typeof messageContents)[number];

/** A message to one person. */
export interface WechatMessage {
  kind: TemplateKind;
  openid: string;
  /** Where a tap on it leads, `features/…/index?id=…`. */
  page: string;
  content: Partial<Record<MessageContent, string>> & { at: string };
}

/** One of the operator's templates. */
export interface WechatTemplate {
  id: string;
  /** A yes to it is good for any number of messages, which WeChat grants to some public services only. */
  longTerm: boolean;
}

/** WeChat's proof that a message arrived, or didn't, as its message push tells it. */
export interface WechatReceipt {
  openid: string;
  templateId: string;
  messageId: string;
  delivered: boolean;
  /** WeChat's word for it, such as `success` or `failed:user block`. */
  status: string;
}

/** What WeChat tells the service by itself. `refusal`: somebody takes back the yes to a template. */
export interface WechatEvents {
  receipts: WechatReceipt[];
  refusals: { openid: string; templateId: string }[];
}

/** WeChat's signed word to the service: the address' parameters, and what is encrypted in the body. */
export interface WechatPush {
  signature: string;
  timestamp: string;
  nonce: string;
  encrypted: string;
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
  /** By what they are for; null where no message can be sent at all. A kind that has none is never asked about. */
  readonly templates: Partial<Record<TemplateKind, WechatTemplate>> | null;
  /** Sends one. Where the answer is lost it may have been sent: WeChat has one for each yes and refuses a second. */
  send(message: WechatMessage): Promise<Handover>;
  /**
   * The mini-program code (小程序码) of a page, a JPEG of 1280 px; null where no mini-program is configured. WeChat makes
   * 100,000 of them in all, so that it is asked for one only when somebody prints it.
   *
   * @param page `features/…/index?id=…`
   * @throws WechatRefusal
   */
  readonly pageCode: ((page: string) => Promise<Uint8Array>) | null;
  /** Null where WeChat doesn't tell this service anything, so that no message is ever proved to have arrived. */
  readonly push: {
    /** Whether `signature` is WeChat's over the parts, in any order. */
    isSigned(signature: string, ...parts: string[]): boolean;
    /** What WeChat says; null where it isn't WeChat that says it, or it isn't said to this mini-program. */
    open(push: WechatPush): WechatEvents | null;
  } | null;
}
