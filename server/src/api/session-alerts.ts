import { SessionAlertListWire, SessionAlertRequest, SessionAlertWire } from '@yugong/domain/session-alert/wire';
import { IdParams } from '@yugong/domain/wire';
import { forgetGrants } from '../delivery/grants';
import { idempotentWrite } from '../kernel/idempotent-write';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import { audit } from '../services/accounts';
import {
  alertRow,
  alertsOnWire,
  hasTooMany,
  keepAlert,
  removeAlert,
  sessionAlertsOf,
} from '../services/session-alerts';

const own = { tag: 'me', auth: 'account' } as const;

export const sessionAlertOperations = [
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/session-alerts',
    id: 'listSessionAlerts',
    summary: '我在等的场次：可以报名时通知我',
    answers: { 200: { description: '新的在前；通知以后就不在这里了', schema: SessionAlertListWire } },
    problems: ['unauthorized'],
    handle: async ({ service, account }) => ({ alerts: await sessionAlertsOf(service, account) }),
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/session-alerts',
    id: 'addSessionAlert',
    summary: '有场次通知我：等一场开始报名，或者等符合条件的场次；同样的只记一次',
    body: SessionAlertRequest,
    example: { sessionId: 'demo-screening-3' },
    moreExamples: [{ kind: 'screening', programmeId: null, adcode: '500103', evening: true, weekend: true }],
    answers: { 201: { description: '记下了，可以报名时写一条消息；同意过微信的另发一次', schema: SessionAlertWire } },
    problems: [
      'unauthorized',
      'invalid',
      'not-found',
      'session-cancelled',
      'session-closed',
      'too-many-alerts',
      'idempotency-key-reused',
    ],
    handle: async (context) => {
      const { service, account, body, reply } = context;
      const row = await alertRow(service, account, body);
      if (await hasTooMany(service, row)) throw new ApiProblem('too-many-alerts');
      const [kept] = await alertsOnWire(service, [row]);
      const response = await idempotentWrite(context, body, () => ({
        statements: [keepAlert(service, row)],
        audit: [audit(account.id, 'session-alert.asked')],
        answer: { status: 201, body: kept },
      }));
      return reply.code(201).send(response.body);
    },
  }),
  operation({
    ...own,
    method: 'DELETE',
    path: '/api/v1/me/session-alerts/{id}',
    id: 'removeSessionAlert',
    summary: '不再等了',
    params: IdParams,
    answers: { 204: { description: '去掉了' } },
    problems: ['unauthorized', 'not-found', 'idempotency-key-reused'],
    handle: async (context) => {
      const { service, account, params, reply } = context;
      await idempotentWrite(context, null, () => ({
        statements: [removeAlert(service, account, params.id), forgetGrants(service, params.id)],
        audit: [audit(account.id, 'session-alert.removed')],
        answer: { status: 204, body: null },
      }));
      return reply.code(204).send();
    },
  }),
];
