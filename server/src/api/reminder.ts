/** Being reminded of one's place, by a message of WeChat's. */
import * as v from 'valibot';
import { ReminderWire } from '@yugong/domain/registration/detail';
import { WechatCode } from '@yugong/domain/wechat/wire';
import { IdParams } from '@yugong/domain/wire';
import { askReminder, remindersOf } from '../reminders/ask';
import { findSession, ownRegistration } from '../services/registrations';
import { openidOf } from './subscriptions';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';

export const reminderOperations = [
  operation({
    method: 'POST',
    tag: 'registrations',
    auth: 'account',
    params: IdParams,
    path: '/api/v1/me/registrations/{id}/reminder',
    id: 'askReminder',
    summary: '前一天用微信提醒我一次：wx.requestSubscribeMessage 答应之后调用，带上 wx.login 的 code；经云托管的不用带',
    body: v.strictObject({ code: v.optional(WechatCode) }),
    example: { code: 'demo-worker' },
    answers: { 200: { description: '记下了；改期跟着走，取消就不发', schema: ReminderWire } },
    problems: [
      'unauthorized',
      'not-found',
      'invalid',
      'no-reminder',
      'wechat-code-invalid',
      'wechat-blocked',
      'wechat-busy',
      'wechat-unavailable',
      'wechat-not-configured',
      'too-many-requests',
    ],
    handle: async ({ service, account, params, body, request }) => {
      const row = await ownRegistration(service, account, params.id);
      const found = await findSession(service, row.session_id);
      if (!found) throw new ApiProblem('not-found');
      if (service.wechat.templates === null) throw new ApiProblem('no-reminder');
      const openid = await openidOf(request, body.code, service);
      const { session } = found;
      if (!(await askReminder(service, { account, row, session, openid }))) throw new ApiProblem('no-reminder');
      const reminders = await remindersOf(service, [row], new Map([[session.id, session]]));
      return reminders.get(row.id) ?? null;
    },
  }),
];
