/** What travels between app and service where the operator has WeChat. */
import * as v from 'valibot';

/** A code of WeChat's, good once. */
export const WechatCode = v.pipe(v.string('type'), v.regex(/^[\w-]{1,128}$/, 'value'));

/** What of WeChat's the operator has: what isn't there is not shown. */
export const WechatOffers = v.object({ phone: v.boolean() });

/** The number that WeChat knows, for the form of whoever gave it. */
export const WechatPhone = v.object({ phone: v.string() });
