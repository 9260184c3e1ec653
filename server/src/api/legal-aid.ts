import * as v from 'valibot';
import { IdParams } from '../../../src/domain/registration/wire';
import { LegalAidRequest, LegalAidWire, MessageRequest, MessageWire } from '../../../src/domain/legal-aid/wire';
import { newId } from '../crypto/ids';
import { legalAidExample, messageExample } from '../demo/examples';
import { audit, type Account } from '../services/accounts';
import { checkConsents } from '../services/registrations';
import type { Service } from '../context';
import { statement } from '../storage/store';
import { iso } from './answers';
import { once } from './once';
import { operation, type Context } from './operation';
import { ApiProblem } from './problem';

const own = { tag: 'legal-aid', auth: 'account' } as const;
const requestContext = (id: string): string => `legal-aid|${id}`;
const messageContext = (id: string): string => `legal-aid-message|${id}`;

/** Everything an account has asked, with the talk about it. */
export async function legalAidOf({ store }: Service, account: Account): Promise<LegalAidWire[]> {
  const requests = await store.read
    .selectFrom('legal_aid')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .execute();
  const ids = requests.map(({ id }) => id);
  const messages = ids.length
    ? await store.read
        .selectFrom('legal_aid_messages')
        .selectAll()
        .where('request_id', 'in', ids)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    : [];
  return requests.map((row) => {
    const { name, phone, text } = JSON.parse(account.unseal(row.sealed, requestContext(row.id))) as LegalAidWire;
    return {
      id: row.id,
      status: row.status,
      topic: row.topic as LegalAidWire['topic'],
      name,
      phone,
      text,
      createdAt: iso(row.created_at),
      updatedAt: iso(row.updated_at),
      messages: messages
        .filter(({ request_id }) => request_id === row.id)
        .map(({ id, author, sealed, created_at }) => ({
          id,
          author,
          text: account.unseal(sealed, messageContext(id)),
          createdAt: iso(created_at),
        })),
    };
  });
}

const Created = v.object({ id: v.string(), status: v.picklist(['open']), createdAt: v.string() });

const addMessage = {
  ...own,
  method: 'POST',
  summary: '就一件求助补充或回复',
  params: IdParams,
  body: MessageRequest,
  example: messageExample,
  answers: { 201: { description: '已发送', schema: MessageWire } },
  problems: ['unauthorized', 'not-found', 'not-active', 'invalid', 'idempotency-key-reused'],
  handle: async (context: Context<v.InferOutput<typeof IdParams>, undefined, v.InferOutput<typeof MessageRequest>>) => {
    const { service, account, body, params, reply } = context;
    const { read } = service.store;
    const request = await read.selectFrom('legal_aid').selectAll().where('id', '=', params.id).executeTakeFirst();
    if (!request || request.account_id !== account.id) throw new ApiProblem('not-found');
    if (request.status === 'closed' || request.status === 'withdrawn') throw new ApiProblem('not-active');
    const at = service.now();
    const id = newId(at);
    const kept = await once(context, body, () => ({
      statements: [
        // Only while the request is there and open: it may be closed or withdrawn at this moment.
        statement(
          read
            .updateTable('legal_aid')
            .set({ updated_at: at, status: 'open' })
            .where('id', '=', params.id)
            .where('status', 'in', ['open', 'answered']),
          1,
        ),
        statement(
          read.insertInto('legal_aid_messages').values({
            id,
            request_id: params.id,
            author: 'worker',
            sealed: account.seal(body.text, messageContext(id)),
            created_at: at,
          }),
        ),
      ],
      audit: [audit(account.id, 'legal-aid.message', { request: params.id })],
      answer: { status: 201, body: { id, author: 'worker', createdAt: iso(at) } },
    }));
    return reply.code(kept.status).send({ ...(kept.body as object), text: body.text });
  },
} as const;

export const legalAidOperations = [
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/legal-aid',
    id: 'askLegalAid',
    summary: '向工会求助',
    body: LegalAidRequest,
    example: legalAidExample,
    answers: { 201: { description: '已收到', schema: Created } },
    problems: ['unauthorized', 'consent-missing', 'invalid', 'idempotency-key-reused', 'too-many-requests'],
    handle: async (context) => {
      const { service, account, body, reply } = context;
      const at = service.now();
      const consents = checkConsents(['legal-aid'], body.consents, at);
      const id = newId(at);
      const { topic, name, phone, text } = body;
      const sealed = account.seal(JSON.stringify({ name, phone, text }), requestContext(id));
      const times = { created_at: at, updated_at: at };
      const row = { id, account_id: account.id, status: 'open' as const, topic, sealed, consents, ...times };
      const kept = await once(context, body, () => ({
        statements: [statement(service.store.read.insertInto('legal_aid').values(row))],
        audit: [audit(account.id, 'legal-aid.asked', { request: id })],
        answer: { status: 201, body: { id, status: 'open', createdAt: iso(at) } },
      }));
      return reply.code(kept.status).send(kept.body);
    },
  }),
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/legal-aid',
    id: 'listLegalAid',
    summary: '我的求助和往来',
    answers: { 200: { description: '求助，新的在前', schema: v.object({ requests: v.array(LegalAidWire) }) } },
    problems: ['unauthorized'],
    handle: async ({ service, account }) => ({ requests: await legalAidOf(service, account) }),
  }),
  operation({
    ...addMessage,
    problems: [...addMessage.problems],
    path: '/api/v1/me/legal-aid/{id}/messages',
    id: 'addMessage',
  }),
  // The contract's "…" can be read as this path too.
  operation({
    ...addMessage,
    problems: [...addMessage.problems],
    path: '/api/v1/legal-aid/{id}/messages',
    id: 'addMessageToo',
    hidden: true,
  }),
];
