/** What WeChat lends a hand with, where the operator has it. */
import * as v from 'valibot';
import { WechatCode, WechatOffers, WechatPhone } from '@yugong/domain/wechat/wire';
import { templateKinds } from '@yugong/domain/notice';
import { operation } from '../kernel/operation';

export const wechatOperations = [
  operation({
    method: 'GET',
    tag: 'wechat',
    auth: 'none',
    path: '/api/v1/wechat',
    id: 'wechatOffers',
    summary: '这里开通了微信的哪些功能，没有开通的就不显示',
    answers: { 200: { description: '开通了的', schema: WechatOffers } },
    problems: [],
    handle: ({ service: { wechat } }) => ({
      phone: wechat.offersPhone,
      templates: templateKinds.flatMap((kind) => {
        const id = wechat.templates?.[kind]?.id;
        return id === undefined ? [] : [{ kind, id }];
      }),
    }),
  }),
  operation({
    method: 'POST',
    tag: 'wechat',
    auth: 'account',
    path: '/api/v1/wechat/phone',
    id: 'wechatPhone',
    summary: '用“微信手机号”按钮给的 code 换手机号：只回给本人填表，不保存，也不记录',
    body: v.strictObject({ code: WechatCode }),
    example: { code: 'demo-worker' },
    answers: { 200: { description: '手机号', schema: WechatPhone } },
    problems: [
      'unauthorized',
      'invalid',
      'wechat-phone-failed',
      'wechat-phone-abroad',
      'wechat-phone-off',
      'wechat-busy',
      'wechat-unavailable',
      'too-many-requests',
    ],
    // The code is good once, so the same key twice is refused by WeChat itself; keeping the answer would keep a number.
    handle: async ({ service, body }) => ({ phone: await service.wechat.phone(body.code) }),
  }),
];
