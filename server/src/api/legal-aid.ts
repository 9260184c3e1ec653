import { IdParams } from '@yugong/domain/wire';
import {
  AskedWire,
  LegalAidConsent,
  LegalAidList,
  LegalAidRequest,
  MessageRequest,
  MessageWire,
  DocumentRequest,
} from '@yugong/domain/legal-aid/wire';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../crypto/ids';
import { legalAidExample, messageExample, documentExample } from '../demo/examples';
import { legalAidOf, legalAidTalk, rowIsUrgent, sealRequest } from '../legal-aid/requests';
import { audit } from '../services/accounts';
import { tooManyRequests, whileFewRequests } from '../services/daily-limits';
import { checkConsents } from '../services/registrations';
import { statement } from '../kernel/store';
import { idempotentWrite } from '../kernel/idempotent-write';
import { operation } from '../kernel/operation';
import { consentOnWire } from '../services/sessions';
import { asBase64, DOCX, makeDocument } from './documents';
import { limitNewcomers } from './mount';
import { deleteFromTalk, deletionAnswers, messageProblems, sendTalkMessage, withdrawFromTalk } from './talks';

const own = { tag: 'legal-aid', auth: 'account' } as const;

const addMessage = {
  ...own,
  method: 'POST',
  summary: '就一件求助补充或回复',
  params: IdParams,
  body: MessageRequest,
  example: messageExample,
  answers: { 201: { description: '已发送', schema: MessageWire } },
  handle: (context: Parameters<typeof sendTalkMessage>[1]) => sendTalkMessage(legalAidTalk, context),
} as const;

export const legalAidOperations = [
  operation({
    ...own,
    auth: 'none',
    method: 'GET',
    path: '/api/v1/legal-aid/consent',
    id: 'getLegalAidConsent',
    summary: '求助之前要同意的话',
    answers: { 200: { description: '现在用的一版', schema: LegalAidConsent } },
    problems: [],
    handle: ({ service }) => ({ consent: consentOnWire(service, 'legal-aid'), demo: service.demo }),
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/legal-aid',
    id: 'askLegalAid',
    summary: '向工会求助',
    body: LegalAidRequest,
    example: legalAidExample,
    answers: { 201: { description: '已收到', schema: AskedWire } },
    problems: [
      'unauthorized',
      'consent-missing',
      'invalid',
      'idempotency-key-reused',
      'too-many-requests-open',
      'too-many-urgent',
      'too-many-requests',
    ],
    handle: async (context) => {
      const { service, request, account, body, reply } = context;
      await limitNewcomers(service, request, account);
      const at = service.now();
      const consents = checkConsents(service, ['legal-aid'], body.consents);
      const id = newId(at);
      const { topic, name, phone, text, bring, adcode, dueDay } = body;
      const row = {
        id,
        account_id: account.id,
        status: 'received' as const,
        topic,
        sealed: sealRequest(account, id, { name, phone, text, bring }),
        consents,
        adcode,
        due_day: dueDay,
        assigned_to: null,
        created_at: at,
        updated_at: at,
      };
      const response = await idempotentWrite(
        context,
        body,
        () => ({
          statements: [
            ...whileFewRequests(service, account, rowIsUrgent(row, at)),
            statement(service.store.read.insertInto('legal_aid').values(row)),
          ],
          audit: [audit(account.id, 'legal-aid.asked', { request: id })],
          answer: { status: 201, body: { id, status: 'received', createdAt: isoAt(at) } },
        }),
        { onConflict: () => tooManyRequests(service, account) },
      );
      return reply.code(response.status).send(response.body);
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/legal-aid',
    id: 'listLegalAid',
    summary: '我的求助和往来',
    answers: { 200: { description: '求助，新的在前', schema: LegalAidList } },
    problems: ['unauthorized'],
    handle: async ({ service, account }) => ({ requests: await legalAidOf(service, account) }),
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/legal-aid/{id}/withdraw',
    id: 'withdrawLegalAid',
    summary: '撤回一件求助：工会不再办，往来还能看 30 天',
    params: IdParams,
    answers: { 200: { description: '已撤回', schema: AskedWire } },
    problems: ['unauthorized', 'not-found', 'request-over', 'idempotency-key-reused'],
    handle: (context) => withdrawFromTalk(legalAidTalk, context),
  }),
  operation({
    ...own,
    method: 'DELETE',
    path: '/api/v1/me/legal-aid/{id}',
    id: 'deleteLegalAid',
    summary: '删除一件求助和它的全部往来，不能恢复',
    params: IdParams,
    answers: deletionAnswers,
    problems: ['unauthorized', 'not-found', 'idempotency-key-reused'],
    handle: (context) => deleteFromTalk(legalAidTalk, context),
  }),
  operation({
    ...addMessage,
    path: '/api/v1/me/legal-aid/{id}/messages',
    id: 'addMessage',
    problems: [...messageProblems],
  }),
  // The contract's "…" can be read as this path too.
  operation({
    ...addMessage,
    path: '/api/v1/legal-aid/{id}/messages',
    id: 'addMessageToo',
    problems: [...messageProblems],
    hidden: true,
  }),
];

export const documentOperations = [
  operation({
    method: 'POST',
    tag: 'legal-aid',
    // Making one takes the service more than reading does: it counts as a write of the account's.
    auth: 'account',
    path: '/api/v1/legal-aid/document',
    id: 'makeDocument',
    summary: '把一段文字做成 Word 文档；不保存，也不记录内容',
    query: asBase64,
    body: DocumentRequest,
    example: documentExample,
    answers: {
      200: {
        description: '第一行是标题，“一、”开头的行是小标题；as=base64 时是 JSON：{ "base64": "…" }',
        mediaType: DOCX,
      },
    },
    problems: ['unauthorized', 'invalid', 'too-many-requests', 'busy'],
    handle: ({ account, body, query, reply }) =>
      makeDocument(body.text, { account, reply, as: query.as, name: 'application' }),
  }),
];
