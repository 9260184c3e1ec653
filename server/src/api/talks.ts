/** What somebody does about a request of hers to the union, whatever it is about: adds to it, takes it back, destroys it. */
import type * as v from 'valibot';
import type { MessageRequest } from '@yugong/domain/legal-aid/wire';
import type { IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { idempotentWrite } from '../kernel/idempotent-write';
import type { OperationContext } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import { deleteRequest, withdrawRequest, writeAsWorker, type TalkKind } from '../talks/changes';

type TalkContext<B = undefined> = OperationContext<v.InferOutput<typeof IdParams>, undefined, B>;

/** Why an own request that is open was not found: it is somebody else's, gone, or over. */
async function whyNotFound(
  { requests }: TalkKind,
  { service, account, params }: Pick<TalkContext, 'service' | 'account' | 'params'>,
): Promise<ApiProblem> {
  const { read } = service.store;
  const row = await read.selectFrom(requests).select('account_id').where('id', '=', params.id).executeTakeFirst();
  return new ApiProblem(row?.account_id === account.id ? 'request-over' : 'not-found');
}

export const messageProblems = [
  'unauthorized',
  'not-found',
  'request-over',
  'invalid',
  'idempotency-key-reused',
] as const;

/** @param answerBy of a talk with a deadline: until when this has to be answered */
export async function sendTalkMessage(
  talk: TalkKind,
  context: TalkContext<v.InferOutput<typeof MessageRequest>>,
  answerBy?: string,
): Promise<unknown> {
  const { service, account, body, params, reply } = context;
  const { text } = body;
  const at = service.now();
  const response = await idempotentWrite(
    context,
    body,
    () => {
      const message = { account, id: params.id, text, ...(answerBy === undefined ? {} : { answerBy }) };
      const { id, ...change } = writeAsWorker(service, talk, message);
      return { ...change, answer: { status: 201, body: { id, author: 'worker', createdAt: isoAt(at) } } };
    },
    { onConflict: () => whyNotFound(talk, context) },
  );
  return reply.code(response.status).send({ ...(response.body as object), text });
}

export async function withdrawFromTalk(talk: TalkKind, context: TalkContext): Promise<unknown> {
  const { service, account, params } = context;
  const response = await idempotentWrite(
    context,
    null,
    () => ({
      ...withdrawRequest(service, talk, account, params.id),
      answer: { status: 200, body: { id: params.id, status: 'withdrawn', createdAt: isoAt(service.now()) } },
    }),
    { onConflict: () => whyNotFound(talk, context) },
  );
  return response.body;
}

export const deletionAnswers = {
  204: { description: '已删除' },
  202: { description: '已删除；磁盘上的痕迹正在清除（有别的程序在读数据文件），清完为止' },
} as const;

export async function deleteFromTalk(talk: TalkKind, context: TalkContext): Promise<unknown> {
  const { service, account, params, reply } = context;
  await idempotentWrite(context, null, () => ({
    ...deleteRequest(service, talk, account, params.id),
    answer: { status: 204, body: null },
  }));
  const isDone = await service.store.scrub();
  return reply.code(isDone ? 204 : 202).send();
}
