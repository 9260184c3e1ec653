/** What travels between app and service where the operator has WeChat. */
import * as v from 'valibot';
import { templateKinds } from '../notice';

/** A code of WeChat's, good once. */
export const WechatCode = v.pipe(v.string('type'), v.regex(/^[\w-]{1,128}$/, 'value'));

/** What of WeChat's the operator has: what isn't there is not shown. */
export const WechatOffers = v.object({
  phone: v.boolean(),
  /** Templates of messages that somebody can say yes to, by what they are for; a kind that isn't known here is left. */
  templates: v.optional(v.array(v.object({ kind: v.picklist(templateKinds, 'value'), id: v.string() })), []),
});
export type WechatOffers = v.InferOutput<typeof WechatOffers>;

/** Her yes to a message each of these kinds, with a code of `wx.login`; behind WeChat's gateway no code is needed. */
export const SubscriptionRequest = v.strictObject({
  code: v.optional(WechatCode),
  kinds: v.pipe(
    v.array(v.picklist(templateKinds, 'value'), 'type'),
    v.minLength(1, 'required'),
    v.maxLength(3, 'too-long'),
  ),
});

/** The kinds of which a message may still come. */
export const SubscriptionWire = v.object({ kinds: v.array(v.picklist(templateKinds, 'value')) });
export type SubscriptionWire = v.InferOutput<typeof SubscriptionWire>;

/** The number that WeChat knows, for the form of whoever gave it. */
export const WechatPhone = v.object({ phone: v.string() });
