/** A sign-up that waits for its telephone number: a code is asked for, and the number is proved. */
import { CodeSentWire, SignUpWire } from '@yugong/domain/registration/detail';
import { ProofRequest } from '@yugong/domain/registration/request';
import { IdParams } from '@yugong/domain/wire';
import { operation } from '../kernel/operation';
import { proveNumber, sendCode } from '../services/phone-proof';

const own = { tag: 'registrations', auth: 'account', params: IdParams } as const;

export const phoneProofOperations = [
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/held/{id}/code',
    id: 'sendPhoneCode',
    summary: '给报名填写的手机号发验证码：六位数字，十分钟有效，试五次失效；按手机号、账号和设备限次',
    answers: { 200: { description: '已发出', schema: CodeSentWire } },
    problems: [
      'unauthorized',
      'not-found',
      'proof-expired',
      'code-off',
      'codes-too-many',
      'code-not-sent',
      'idempotency-key-reused',
      'too-many-requests',
    ],
    handle: async (context) => {
      const { status, body } = await sendCode(context);
      return context.reply.code(status).send(body);
    },
  }),
  operation({
    ...own,
    method: 'PUT',
    path: '/api/v1/me/held/{id}/proof',
    id: 'provePhone',
    summary: '验证手机号：短信验证码，或“微信手机号”按钮给的 code',
    body: ProofRequest,
    example: { code: '000000' },
    moreExamples: [{ wechatCode: 'demo-worker' }],
    answers: {
      200: {
        description: '验证通过：报上了或排进候补；别的账号用同一个手机号替同一个人报过的，转到这个账号',
        schema: SignUpWire,
      },
      202: { description: '验证通过，但别的账号替同一个人报过，手机号不同，要等工会核对', schema: SignUpWire },
    },
    problems: [
      'unauthorized',
      'not-found',
      'code-wrong',
      'code-expired',
      'codes-too-many',
      'phone-differs',
      'proof-expired',
      'wechat-phone-failed',
      'wechat-phone-abroad',
      'wechat-phone-off',
      'wechat-busy',
      'wechat-unavailable',
      'session-full',
      'quota-full',
      'session-closed',
      'session-cancelled',
      'limit-reached',
      'people-limit-reached',
      'invalid',
      'busy',
      'idempotency-key-reused',
      'too-many-requests',
    ],
    handle: async (context) => {
      const { status, body } = await proveNumber(context, context.body);
      return context.reply.code(status).send(body);
    },
  }),
];
