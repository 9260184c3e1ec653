/** One operation of the API: what it takes, what it answers, how it is described and how it is done. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GenericSchema, InferOutput } from 'valibot';
import type { ProblemCode } from '@yugong/domain/problem';
import type { Account } from './account';
import type { Service } from './context';

type Maybe<S> = S extends GenericSchema ? InferOutput<S> : undefined;

/**
 * Who an operation is for, by how it finds out. `provider`: the server of WeChat or of whoever sends SMS, which proves
 * itself by what it says; it has few addresses and much to say, so it isn't counted by them. `link`: whoever has a signed
 * link that says itself what it is good for; its handler reads the link, and counts by it.
 */
export type Auth = 'none' | 'link' | 'account' | 'renewal' | 'staff' | 'staff-login' | 'provider';

/** What a handler gets; `account` is there only where {@link Operation.auth} makes sure of one. */
export type OperationContext<P = undefined, Q = undefined, B = undefined, A extends Auth = 'account'> = BaseContext<
  P,
  Q,
  B
> &
  (A extends 'account' ? { account: Account } : unknown);

interface BaseContext<P, Q, B> {
  service: Service;
  request: FastifyRequest;
  reply: FastifyReply;
  params: P;
  query: Q;
  body: B;
  /** What {@link Operation.admit} found. */
  admitted: unknown;
  /** The key that came with a write. */
  idempotencyKey: string;
}

/** What an answer holds: a schema of its JSON, or the media type of something else. */
export interface AnswerDescription {
  description: string;
  schema?: GenericSchema;
  mediaType?: string;
}

export interface Operation<
  P extends GenericSchema | undefined = GenericSchema | undefined,
  Q extends GenericSchema | undefined = GenericSchema | undefined,
  B extends GenericSchema | undefined = GenericSchema | undefined,
  A extends Auth = Auth,
> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{parameter}`s, as in the description. */
  path: string;
  id: string;
  tag: string;
  /** For people, in Chinese. */
  summary: string;
  /** `staff`: by {@link Operation.admit}, and never on the gateway's listener. */
  auth: A;
  /** Finds out who asks before anything that was sent is looked at. */
  admit?(service: Service, request: FastifyRequest): Promise<unknown>;
  /** Bytes a body may have, where it isn't the usual. */
  bodyLimit?: number;
  params?: P;
  /** Examples of the path's parameters that exist in the demo data. */
  paramExamples?: Record<string, string>;
  query?: Q;
  body?: B;
  /** A body that works as it stands against the demo data. */
  example?: unknown;
  /** Further bodies that work, of another kind: they stand with the schema, where `example` is the one and only. */
  moreExamples?: unknown[];
  answers: Record<number, AnswerDescription>;
  problems: ProblemCode[];
  /** Not in the description: another name of an operation that is, or nobody's but a provider's. */
  hidden?: boolean;
  handle(context: OperationContext<Maybe<P>, Maybe<Q>, Maybe<B>, A>): Promise<unknown> | unknown;
}

/** Keeps the schemas' types between an operation's parts. */
export const operation = <
  P extends GenericSchema | undefined = undefined,
  Q extends GenericSchema | undefined = undefined,
  B extends GenericSchema | undefined = undefined,
  const A extends Auth = Auth,
>(
  one: Operation<P, Q, B, A>,
): Operation => one as unknown as Operation;
