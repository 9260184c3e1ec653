import { ComplaintList, ComplaintRequest, SentComplaintWire } from '@yugong/domain/complaint/wire';
import { MessageRequest, MessageWire } from '@yugong/domain/legal-aid/wire';
import { IdParams } from '@yugong/domain/wire';
import { newId } from '../crypto/ids';
import { complaintExample, messageExample } from '../demo/examples';
import { idempotentWrite } from '../kernel/idempotent-write';
import { operation } from '../kernel/operation';
import { statement } from '../kernel/store';
import { audit } from '../services/accounts';
import { tooManyComplaints, whileFewComplaints } from '../services/daily-limits';
import { answerByOf, complaintsOf, complaintTalk, sealComplaint, sentComplaint } from '../talks/complaints';
import { limitNewcomers } from './mount';
import { deleteFromTalk, deletionAnswers, messageProblems, sendTalkMessage } from './talks';

const own = { tag: 'complaints', auth: 'account' } as const;

/** 投诉建议 and 请回电 (国办函〔2026〕12号, 网络数据安全管理条例 20): no consent is asked for, whoever writes wants an answer. */
export const complaintOperations = [
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/complaints',
    id: 'sendComplaint',
    summary: '投诉、提建议，或者请工会回电',
    body: ComplaintRequest,
    example: complaintExample,
    answers: { 201: { description: '已提交，有编号和答复期限', schema: SentComplaintWire } },
    problems: ['unauthorized', 'invalid', 'idempotency-key-reused', 'too-many-complaints', 'too-many-requests'],
    handle: async (context) => {
      const { service, request, account, body, reply } = context;
      await limitNewcomers(service, request, account);
      const at = service.now();
      const id = newId(at);
      const { kind, text, page, phone, callAt, adcode } = body;
      const row = {
        id,
        account_id: account.id,
        status: 'received' as const,
        kind,
        page,
        sealed: sealComplaint(account, id, { text, phone, callAt: kind === 'call-back' ? (callAt ?? 'any') : null }),
        adcode,
        answer_by: answerByOf(service),
        assigned_to: null,
        created_at: at,
        updated_at: at,
      };
      const response = await idempotentWrite(
        context,
        body,
        () => ({
          statements: [
            ...whileFewComplaints(service, account),
            statement(service.store.read.insertInto('complaints').values(row)),
          ],
          audit: [audit(account.id, 'complaint.sent', { request: id })],
          answer: { status: 201, body: sentComplaint(row) },
        }),
        { onConflict: tooManyComplaints },
      );
      return reply.code(response.status).send(response.body);
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/complaints',
    id: 'listComplaints',
    summary: '我的投诉建议，办到哪一步、答复了什么',
    answers: { 200: { description: '新的在前', schema: ComplaintList } },
    problems: ['unauthorized'],
    handle: async ({ service, account }) => ({ complaints: await complaintsOf(service, account) }),
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/complaints/{id}/messages',
    id: 'addToComplaint',
    summary: '就一条投诉建议补充；答复期限重新起算',
    params: IdParams,
    body: MessageRequest,
    example: messageExample,
    answers: { 201: { description: '已发送', schema: MessageWire } },
    problems: [...messageProblems],
    handle: (context) => sendTalkMessage(complaintTalk, context, answerByOf(context.service)),
  }),
  operation({
    ...own,
    method: 'DELETE',
    path: '/api/v1/me/complaints/{id}',
    id: 'deleteComplaint',
    summary: '撤回并删除一条投诉建议和它的全部往来，不能恢复',
    params: IdParams,
    answers: deletionAnswers,
    problems: ['unauthorized', 'not-found', 'idempotency-key-reused'],
    handle: (context) => deleteFromTalk(complaintTalk, context),
  }),
];
