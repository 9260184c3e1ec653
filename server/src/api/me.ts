import * as v from 'valibot';
import { purposes } from '@yugong/domain/consent/wire';
import { GivenConsentList } from '@yugong/domain/consent/wire';
import { DueReminderWire } from '@yugong/domain/due-reminder/wire';
import { NoticeListWire, NoticesReadRequest, NoticeWire } from '@yugong/domain/notice/wire';
import { SessionAlertWire } from '@yugong/domain/session-alert/wire';
import { isoAt } from '@yugong/domain/time';
import { givenConsents } from '../services/consents';
import { dueRemindersOf } from '../services/due-reminders';
import { deleteAccount, withdrawConsent } from '../services/erase';
import { heldRowsOf } from '../services/held';
import { allNoticesOf, deliveriesOf, markRead, noticesOf } from '../services/notices';
import { readPerson } from '../services/registrations';
import { sessionAlertsOf } from '../services/session-alerts';
import { reportOnWire } from '../stations/reports';
import { legalAidOf } from '../legal-aid/requests';
import { complaintsOf } from '../talks/complaints';
import { operation } from '../kernel/operation';
import { mapInTurns } from '../kernel/turns';
import { sendTagged } from './answers';

const own = { tag: 'me', auth: 'account' } as const;

const noticeAnswers = { 200: { description: '未读的在前，然后新的在前', schema: NoticeListWire } };

const ExportWire = v.object({
  exportedAt: v.string(),
  account: v.looseObject({ id: v.string() }),
  registrations: v.array(v.looseObject({ id: v.string() })),
  held: v.array(v.looseObject({ id: v.string() })),
  legalAid: v.array(v.looseObject({ id: v.string() })),
  complaints: v.array(v.looseObject({ id: v.string() })),
  reports: v.array(v.looseObject({ id: v.string() })),
  reminders: v.array(v.looseObject({ registrationId: v.string() })),
  notices: v.array(NoticeWire),
  deliveries: v.array(v.looseObject({ noticeId: v.string() })),
  messages: v.array(v.looseObject({ about: v.string() })),
  sessionAlerts: v.array(SessionAlertWire),
  dueReminders: v.array(DueReminderWire),
  withdrawals: v.array(v.looseObject({ purpose: v.string() })),
});

/** What can be read of a person; that something can't be is said, not hidden. */
const exported = ({ person, team, family, unreadable }: ReturnType<typeof readPerson>) => ({
  person,
  ...(team ? { team } : {}),
  ...(family ? { family } : {}),
  ...(unreadable ? { unreadable } : {}),
});

export const meOperations = [
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/export',
    id: 'exportMe',
    summary: '带走我的全部信息',
    answers: { 200: { description: '保存着的全部内容', schema: ExportWire } },
    problems: ['unauthorized'],
    handle: async ({ service, account, reply, request }) => {
      const { read } = service.store;
      const [accounts, logins, registrations, reports, withdrawals, reminders, grants] = await Promise.all([
        read.selectFrom('accounts').selectAll().where('id', '=', account.id).executeTakeFirstOrThrow(),
        read
          .selectFrom('logins')
          .select(['created_at', 'expires_at', 'revoked_at'])
          .where('account_id', '=', account.id)
          .execute(),
        read
          .selectFrom('registrations')
          .selectAll()
          .where('account_id', '=', account.id)
          .where('awaits_proof', '=', 0)
          .orderBy('created_at')
          .execute(),
        read.selectFrom('station_reports').selectAll().where('account_id', '=', account.id).execute(),
        read.selectFrom('consent_withdrawals').selectAll().where('account_id', '=', account.id).execute(),
        read.selectFrom('reminders').selectAll().where('account_id', '=', account.id).execute(),
        read.selectFrom('wechat_grants').selectAll().where('account_id', '=', account.id).execute(),
      ]);
      void reply.header('content-disposition', 'attachment; filename="yugong-export.json"');
      return {
        exportedAt: isoAt(service.now()),
        account: {
          id: accounts.id,
          kind: accounts.kind,
          createdAt: isoAt(accounts.created_at),
          logins: logins.map((one) => ({
            createdAt: isoAt(one.created_at),
            expiresAt: isoAt(one.expires_at),
            revoked: one.revoked_at !== null,
          })),
        },
        registrations: await mapInTurns(registrations, (row) => ({
          id: row.id,
          sessionId: row.session_id,
          programmeId: row.programme_id,
          status: row.status,
          createdAt: isoAt(row.created_at),
          updatedAt: isoAt(row.updated_at),
          ...exported(readPerson(account, row, request.log)),
          consents: JSON.parse(row.consents) as unknown,
        })),
        held: (await heldRowsOf(service, account)).map((row) => ({
          id: row.id,
          sessionId: row.session_id,
          programmeId: row.programme_id,
          state: row.state,
          reason: row.reason,
          createdAt: isoAt(Number(row.created_at)),
          ...exported(readPerson(account, row, request.log)),
          consents: JSON.parse(row.consents) as unknown,
        })),
        legalAid: await legalAidOf(service, account),
        complaints: await complaintsOf(service, account),
        reports: reports.map((row) => reportOnWire(row, account)),
        reminders: reminders.map((row) => ({
          registrationId: row.registration_id,
          state: row.state,
          askedAt: isoAt(row.created_at),
        })),
        notices: await allNoticesOf(service, { account, log: request.log }),
        deliveries: await deliveriesOf(service, account),
        messages: grants.map((row) => ({
          about: row.subject_id,
          kind: row.template_kind,
          remaining: row.remaining,
          askedAt: isoAt(Number(row.created_at)),
        })),
        sessionAlerts: await sessionAlertsOf(service, account),
        dueReminders: await dueRemindersOf(service, account),
        withdrawals: withdrawals.map(({ purpose, at }) => ({ purpose, at: isoAt(at) })),
      };
    },
  }),
  operation({
    ...own,
    method: 'DELETE',
    path: '/api/v1/me',
    id: 'deleteMe',
    summary: '删除我的账号和全部信息，报名会取消，不能恢复',
    answers: {
      204: { description: '已删除，凭证也已作废' },
      202: { description: '已删除，凭证也已作废；磁盘上的痕迹正在清除（有别的程序在读数据文件），清完为止' },
    },
    problems: ['unauthorized'],
    handle: async ({ service, account, reply }) => {
      const isDone = await deleteAccount(service, account.id);
      return reply.code(isDone ? 204 : 202).send();
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/consents',
    id: 'listConsents',
    summary: '我同意过的，和凭它保存着的报名、求助各有几件',
    answers: { 200: { description: '同意过的，早的在前', schema: GivenConsentList } },
    problems: ['unauthorized'],
    handle: async ({ service, account }) => ({ consents: await givenConsents(service, account) }),
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/consents/{purpose}/withdraw',
    id: 'withdrawConsent',
    summary: '撤回同意：凭它做的事情停下，为它填的信息删除',
    params: v.strictObject({ purpose: v.picklist(purposes) }),
    paramExamples: { purpose: 'legal-aid' },
    answers: {
      200: {
        description: '已撤回',
        schema: v.object({ purpose: v.picklist(purposes), affected: v.number(), withdrawnAt: v.string() }),
      },
    },
    problems: ['unauthorized', 'not-found'],
    handle: async ({ service, account, params }) => {
      const affected = await withdrawConsent(service, account.id, params.purpose);
      return { purpose: params.purpose, affected, withdrawnAt: isoAt(service.now()) };
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/notices',
    id: 'listNotices',
    summary: '我的消息：候补有名额、改期、取消、答复；内容没变时只回 304',
    answers: { ...noticeAnswers, 304: { description: '没有变' } },
    problems: ['unauthorized'],
    handle: async ({ service, account, request, reply }) =>
      sendTagged(request, reply, await noticesOf(service, { account, log: request.log })),
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/notices/read',
    id: 'readNotices',
    summary: '这些消息看过了；重复发送只算一次',
    body: NoticesReadRequest,
    example: { ids: ['00000000000000000000000000'] },
    answers: noticeAnswers,
    problems: ['unauthorized', 'invalid'],
    handle: async ({ service, account, request, body }) => {
      await markRead(service, account, body.ids);
      return noticesOf(service, { account, log: request.log });
    },
  }),
];
