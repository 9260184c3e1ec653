/** 「到期提醒」: one date, kept by a consent of its own, and how she defers, ends or renews it. */
import {
  DueReminderChange,
  DueReminderListWire,
  DueReminderRequest,
  DueReminderWire,
} from '@yugong/domain/due-reminder/wire';
import { dayAt } from '@yugong/domain/calendar';
import { IdParams } from '@yugong/domain/wire';
import { dueReminderExample } from '../demo/examples';
import { forgetGrants } from '../delivery/grants';
import { idempotentWrite } from '../kernel/idempotent-write';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import { audit } from '../services/accounts';
import {
  changeDueReminder,
  dueReminderOnWire,
  dueReminderRow,
  dueRemindersOf,
  findDueReminder,
  keepDueReminder,
  ownDueReminder,
  removeDueReminder,
} from '../services/due-reminders';
import { checkConsents, findSession, ownRegistration } from '../services/registrations';

const own = { tag: 'me', auth: 'account' } as const;
const kept = { params: IdParams, path: '/api/v1/me/due-reminders/{id}' } as const;

export const dueReminderOperations = [
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/due-reminders',
    id: 'listDueReminders',
    summary: '我的到期提醒：只有日期，没有检查结果',
    answers: { 200: { description: '日期早的在前', schema: DueReminderListWire } },
    problems: ['unauthorized'],
    handle: async ({ service, account }) => ({ reminders: await dueRemindersOf(service, account) }),
  }),
  operation({
    ...own,
    method: 'POST',
    params: IdParams,
    path: '/api/v1/me/registrations/{id}/due-reminder',
    id: 'keepDueReminder',
    summary: '到期提醒我：单独同意后保存下次检查的日期，到期和一个月后各提醒一次',
    body: DueReminderRequest,
    example: dueReminderExample,
    answers: { 201: { description: '记下了；已经记下的不变', schema: DueReminderWire } },
    problems: ['unauthorized', 'not-found', 'invalid', 'consent-missing', 'no-due-date', 'idempotency-key-reused'],
    handle: async (context) => {
      const { service, account, params, body, reply } = context;
      const registration = await ownRegistration(service, account, params.id);
      const found = await findSession(service, registration.session_id);
      if (!found) throw new ApiProblem('not-found');
      const consents = checkConsents(service, ['due-reminder'], body.consents);
      const row = dueReminderRow(service, account, registration, found, consents);
      if (!row) throw new ApiProblem('no-due-date');
      const before = await findDueReminder(service, account, row.id);
      const response = await idempotentWrite(context, body, () => ({
        statements: [keepDueReminder(service, row)],
        audit: [audit(account.id, 'due-reminder.kept')],
        answer: { status: 201, body: dueReminderOnWire(before ?? row) },
      }));
      return reply.code(201).send(response.body);
    },
  }),
  operation({
    ...own,
    ...kept,
    method: 'PUT',
    id: 'changeDueReminder',
    summary: '推迟几个月，或者做过了：换成新的日期，重新提醒',
    body: DueReminderChange,
    example: { action: 'defer', months: 1 },
    moreExamples: [{ action: 'done', on: '2026-01-31' }],
    answers: { 200: { description: '新的日期', schema: DueReminderWire } },
    problems: ['unauthorized', 'not-found', 'invalid', 'idempotency-key-reused'],
    handle: async (context) => {
      const { service, account, params, body } = context;
      if (body.action === 'done' && body.on > dayAt(service.now()))
        throw new ApiProblem('invalid', [{ pointer: '/on', code: 'future' }]);
      const row = await ownDueReminder(service, account, params.id);
      const changed = changeDueReminder(service, row, body);
      const response = await idempotentWrite(context, body, () => ({
        statements: [changed.statement],
        audit: [audit(account.id, 'due-reminder.changed')],
        answer: { status: 200, body: dueReminderOnWire(changed.row) },
      }));
      return response.body;
    },
  }),
  operation({
    ...own,
    ...kept,
    method: 'DELETE',
    id: 'removeDueReminder',
    summary: '不再提醒：日期马上删除',
    answers: { 204: { description: '已删除' } },
    problems: ['unauthorized', 'not-found', 'idempotency-key-reused'],
    handle: async (context) => {
      const { service, account, params, reply } = context;
      await idempotentWrite(context, null, () => ({
        statements: [removeDueReminder(service, account, params.id), forgetGrants(service, params.id)],
        audit: [audit(account.id, 'due-reminder.removed')],
        answer: { status: 204, body: null },
      }));
      return reply.code(204).send();
    },
  }),
];
