import * as v from 'valibot';
import { GivenConsentList, purposes } from '@yugong/domain/consent/wire';
import { NoticeListWire, NoticesReadRequest } from '@yugong/domain/notice/wire';
import { isoAt } from '@yugong/domain/time';
import type { Account, FaultLog } from '../kernel/account';
import type { Service } from '../kernel/context';
import { operation } from '../kernel/operation';
import { givenConsents } from '../services/consents';
import { deleteAccount, withdrawConsent } from '../services/erase';
import { markRead, noticesOf } from '../services/notices';
import { sendTagged } from './answers';
import { asBase64, DOCX, makeDocument } from './documents';
import { ExportWire, ownRecordOf } from './own-record';
import { sayOwnRecord } from './own-record-text';

const own = { tag: 'me', auth: 'account' } as const;

const noticeAnswers = { 200: { description: '未读的在前，然后新的在前', schema: NoticeListWire } };

/** Everything that is kept of an account, as a text for its owner. */
async function readOwnRecord(service: Service, account: Account, log: FaultLog): Promise<string> {
  const [record, consents] = await Promise.all([ownRecordOf(service, account, log), givenConsents(service, account)]);
  const ids = [...record.registrations, ...record.held].map(({ sessionId }) => sessionId);
  const sessions =
    ids.length === 0
      ? []
      : await service.store.read
          .selectFrom('sessions')
          .select(['id', 'title', 'place', 'address', 'starts_at', 'ends_at'])
          .where('id', 'in', ids)
          .execute();
  const { stations, districts } = service.content.dataset();
  return sayOwnRecord(record, consents, {
    sessions: new Map(sessions.map((one) => [one.id, one])),
    stations: new Map(stations.map(({ id, title }) => [id, title])),
    districts: new Map(districts.map(({ adcode, title }) => [adcode, title])),
  });
}

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
      void reply.header('content-disposition', 'attachment; filename="yugong-export.json"');
      return ownRecordOf(service, account, request.log);
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/export/document',
    id: 'exportMeAsDocument',
    summary: '带走我的全部信息，做成能读能打印的 Word 文档',
    query: asBase64,
    answers: {
      200: {
        description: '分项列出保存着的全部内容；as=base64 时是 JSON：{ "base64": "…" }',
        mediaType: DOCX,
      },
    },
    problems: ['unauthorized', 'too-many-requests', 'busy'],
    handle: async ({ service, account, query, reply, request }) =>
      makeDocument(await readOwnRecord(service, account, request.log), {
        account,
        reply,
        as: query.as,
        name: 'yugong-export',
      }),
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
