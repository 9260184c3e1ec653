import * as v from 'valibot';
import { WechatCode } from '@yugong/domain/wechat/wire';
import { Time } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { loginDevice, loginWechat, loginIdIn, renew, revoke, type LoginAnswer } from '../services/accounts';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import { limitAddress, limitRenewals } from './mount';

const LoginWire = v.object({ token: v.string(), expiresAt: Time, renewal: v.string(), renewalExpiresAt: Time });

const answer = ({ token, expiresAt, renewal, renewalExpiresAt }: LoginAnswer) => ({
  token,
  expiresAt: isoAt(expiresAt),
  renewal,
  renewalExpiresAt: isoAt(renewalExpiresAt),
});
const answers = { 200: { description: '登录凭证，两小时有效；renewal 用来续期', schema: LoginWire } };
const login = { method: 'POST', tag: 'login', auth: 'none' } as const;

export const loginOperations = [
  operation({
    ...login,
    path: '/api/v1/login/device',
    id: 'loginDevice',
    summary: '给这个浏览器一个匿名账号',
    answers,
    problems: ['too-many-requests', 'unavailable'],
    handle: async ({ service }) => answer(await loginDevice(service)),
  }),
  operation({
    ...login,
    path: '/api/v1/login/wechat',
    id: 'loginWechat',
    summary: '用微信登录：wx.login 的 code 换凭证',
    body: v.strictObject({ code: WechatCode }),
    example: { code: 'demo-worker' },
    answers,
    problems: [
      'wechat-code-invalid',
      'wechat-blocked',
      'wechat-busy',
      'wechat-unavailable',
      'wechat-not-configured',
      'too-many-requests',
      'invalid',
    ],
    handle: async ({ service, body }) => answer(await loginWechat(service, await service.wechat.openid(body.code))),
  }),
  operation({
    ...login,
    auth: 'renewal',
    path: '/api/v1/login/renew',
    id: 'renewLogin',
    summary: '续期：Authorization 里带 renewal，换新的 token 和 renewal；用过的 renewal 再用，登录就作废',
    answers,
    problems: ['unauthorized', 'too-many-requests'],
    handle: async ({ service, request }) => {
      const [, renewal = ''] = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
      const loginId = loginIdIn(renewal);
      if (loginId !== null) await limitRenewals(service, loginId);
      const renewed = await renew(service, renewal);
      if (renewed) return answer(renewed);
      await limitAddress(service, request, 'renewal');
      throw new ApiProblem('unauthorized');
    },
  }),
  operation({
    method: 'DELETE',
    tag: 'login',
    auth: 'account',
    path: '/api/v1/login',
    id: 'logout',
    summary: '退出：这台手机上的凭证立即作废',
    answers: { 204: { description: '已退出' } },
    problems: ['unauthorized'],
    handle: async ({ service, account, reply }) => {
      if (account.loginId) await revoke(service, account.loginId, account.id);
      return reply.code(204).send();
    },
  }),
];
