/** Her yes to messages of WeChat's about what is hers. */
import type { TemplateKind } from '@yugong/domain/notice';
import { SubscriptionRequest, SubscriptionWire } from '@yugong/domain/wechat/wire';
import { IdParams } from '@yugong/domain/wire';
import type { FastifyRequest } from 'fastify';
import { grantedKinds, grantMessages } from '../delivery/grants';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import { legalAidTalk } from '../legal-aid/requests';
import { askReminder } from '../reminders/ask';
import { ownDueReminder } from '../services/due-reminders';
import { ownHeld } from '../services/held';
import { findSession, ownRegistration } from '../services/registrations';
import { ownAlert } from '../services/session-alerts';
import { ownReport } from '../stations/reports';
import { ownRequestOf } from '../talks/changes';
import { complaintTalk } from '../talks/complaints';

/**
 * Whose WeChat it is: a message goes to whoever said yes to it, and nobody can say so for somebody else.
 *
 * @throws WechatRefusal, ApiProblem where there is no code and no gateway that says it
 */
export function openidOf(request: FastifyRequest, code: string | undefined, { wechat }: Service): Promise<string> {
  // Everywhere but behind WeChat's gateway the header was taken away, see api/mount.
  const fromGateway = request.headers['x-wx-openid'];
  if (typeof fromGateway === 'string') return Promise.resolve(fromGateway);
  if (code === undefined) throw new ApiProblem('invalid', [{ pointer: '/code', code: 'required' }]);
  return wechat.openid(code);
}

const own = { tag: 'me', auth: 'account', params: IdParams } as const;
const problems = [
  'unauthorized',
  'not-found',
  'invalid',
  'wechat-code-invalid',
  'wechat-blocked',
  'wechat-busy',
  'wechat-unavailable',
  'wechat-not-configured',
  'too-many-requests',
] as const;
const answers = { 200: { description: '还能发的', schema: SubscriptionWire } };

export const subscriptionOperations = [
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/registrations/{id}/subscriptions',
    id: 'listSubscriptions',
    summary: '这次报名还能收到哪几种微信消息；用完了可以再同意一次',
    answers,
    problems: ['unauthorized', 'not-found'],
    handle: async ({ service, account, params }) => {
      const { id } = await ownRegistration(service, account, params.id);
      return { kinds: await grantedKinds(service, id) };
    },
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/registrations/{id}/subscriptions',
    id: 'subscribe',
    summary: '同意这次报名有变动、候补有名额或前一天各发一次微信消息：wx.requestSubscribeMessage 答应之后调用',
    body: SubscriptionRequest,
    example: { code: 'demo-worker', kinds: ['change', 'offer'] },
    answers,
    problems: [...problems],
    handle: async ({ service, account, params, body, request }) => {
      const row = await ownRegistration(service, account, params.id);
      const found = await findSession(service, row.session_id);
      if (!found) throw new ApiProblem('not-found');
      if (service.wechat.templates === null) throw new ApiProblem('wechat-not-configured');
      const openid = await openidOf(request, body.code, service);
      // A template that may be sent again and again is good for the rest that a day brings; a single yes is the reminder's.
      const isLasting = service.wechat.templates.reminder?.longTerm === true;
      const kinds = body.kinds.filter((kind) => kind !== 'reminder' || isLasting);
      if (kinds.length > 0) await grantMessages(service, account, row.id, openid, kinds);
      // The reminder has its day; where that is over, the rest was agreed to all the same.
      if (body.kinds.includes('reminder')) await askReminder(service, { account, row, session: found.session, openid });
      return { kinds: await grantedKinds(service, row.id) };
    },
  }),
];

/** A yes to a message about one thing of hers: always of the same kind, whatever else was asked for. */
const subscribeTo = ({
  kind,
  find,
  ...described
}: {
  kind: TemplateKind;
  /** @throws ApiProblem `not-found` where it isn't hers */
  find(service: Service, account: Account, id: string): Promise<{ id: string }>;
  path: string;
  id: string;
  summary: string;
}) =>
  operation({
    ...own,
    ...described,
    method: 'POST',
    body: SubscriptionRequest,
    example: { code: 'demo-worker', kinds: [kind] },
    answers,
    problems: [...problems],
    handle: async ({ service, account, params, body, request }) => {
      const { id } = await find(service, account, params.id);
      if (service.wechat.templates === null) throw new ApiProblem('wechat-not-configured');
      await grantMessages(service, account, id, await openidOf(request, body.code, service), [kind]);
      return { kinds: await grantedKinds(service, id) };
    },
  });

/** Of a sign-up that staff have to settle: what is agreed to goes on with the registration that it becomes. */
export const heldSubscriptionOperations = [
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/held/{id}/subscriptions',
    id: 'listHeldSubscriptions',
    summary: '待核对的报名还能收到哪几种微信消息',
    answers,
    problems: ['unauthorized', 'not-found'],
    handle: async ({ service, account, params }) => {
      const { id } = await ownHeld(service, account, params.id);
      return { kinds: await grantedKinds(service, id) };
    },
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/held/{id}/subscriptions',
    id: 'subscribeToHeld',
    summary: '同意待核对的报名有结果或有变动时各发一次微信消息：wx.requestSubscribeMessage 答应之后调用',
    body: SubscriptionRequest,
    example: { code: 'demo-worker', kinds: ['change', 'offer'] },
    answers,
    problems: [...problems],
    handle: async ({ service, account, params, body, request }) => {
      const { id } = await ownHeld(service, account, params.id);
      if (service.wechat.templates === null) throw new ApiProblem('wechat-not-configured');
      await grantMessages(service, account, id, await openidOf(request, body.code, service), body.kinds);
      return { kinds: await grantedKinds(service, id) };
    },
  }),
];

/** Described after what they are about. */
export const answerSubscriptionOperations = [
  subscribeTo({
    path: '/api/v1/me/legal-aid/{id}/subscriptions',
    id: 'subscribeToAnswer',
    summary: '同意工会答复时发一次微信消息：wx.requestSubscribeMessage 答应之后调用',
    kind: 'reply',
    find: (...own) => ownRequestOf(legalAidTalk, ...own),
  }),
  subscribeTo({
    path: '/api/v1/me/complaints/{id}/subscriptions',
    id: 'subscribeToComplaintAnswer',
    summary: '同意投诉建议有答复时发一次微信消息：wx.requestSubscribeMessage 答应之后调用',
    kind: 'reply',
    find: (...own) => ownRequestOf(complaintTalk, ...own),
  }),
];
export const alertSubscriptionOperations = [
  subscribeTo({
    path: '/api/v1/me/reports/{id}/subscriptions',
    id: 'subscribeToReport',
    summary: '同意驿站反馈有结果时发一次微信消息：wx.requestSubscribeMessage 答应之后调用',
    kind: 'reply',
    find: ownReport,
  }),
  subscribeTo({
    path: '/api/v1/me/session-alerts/{id}/subscriptions',
    id: 'subscribeToAlert',
    summary: '同意可以报名时发一次微信消息：wx.requestSubscribeMessage 答应之后调用',
    kind: 'reminder',
    find: ownAlert,
  }),
  subscribeTo({
    path: '/api/v1/me/due-reminders/{id}/subscriptions',
    id: 'subscribeToDueReminder',
    summary: '同意到期时发一次微信消息：wx.requestSubscribeMessage 答应之后调用',
    kind: 'reminder',
    find: ownDueReminder,
  }),
];
