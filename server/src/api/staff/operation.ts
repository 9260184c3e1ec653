/** An operation of the staff's: mounted and described like any other, but it gets a desk and never the store. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GenericSchema, InferOutput } from 'valibot';
import type { ProblemCode } from '@yugong/domain/problem';
import type { Permission } from '@yugong/domain/staff-account';
import { admit, type StaffContext } from '../../staff/context';
import type { AnswerDescription, Operation } from '../../kernel/operation';

type Maybe<S> = S extends GenericSchema ? InferOutput<S> : undefined;

export interface StaffOperationContext<P, Q, B> extends StaffContext {
  params: P;
  query: Q;
  body: B;
  request: FastifyRequest;
  reply: FastifyReply;
  idempotencyKey: string;
}

export interface StaffOperation<
  P extends GenericSchema | undefined,
  Q extends GenericSchema | undefined,
  B extends GenericSchema | undefined,
> {
  method: Operation['method'];
  /** After `/api/v1/staff`. */
  path: string;
  id: string;
  summary: string;
  /** Any one of these; `any` for whoever is signed in. */
  may: readonly Permission[] | 'any';
  /** It gives power over accounts: password and code must have been given anew just before. */
  stepUp?: boolean;
  params?: P;
  paramExamples?: Record<string, string>;
  query?: Q;
  body?: B;
  example?: unknown;
  moreExamples?: unknown[];
  answers: Record<number, AnswerDescription>;
  problems?: ProblemCode[];
  /** For files on their way up; 100 KB where it isn't said. */
  bodyLimit?: number;
  handle(context: StaffOperationContext<Maybe<P>, Maybe<Q>, Maybe<B>>): Promise<unknown> | unknown;
}

export const STAFF = '/api/v1/staff';
/** A spreadsheet of 3 MB in base64. */
export const FILE_LIMIT = 6 * 1024 * 1024;

export const staffOperation = <
  P extends GenericSchema | undefined = undefined,
  Q extends GenericSchema | undefined = undefined,
  B extends GenericSchema | undefined = undefined,
>(
  one: StaffOperation<P, Q, B>,
): Operation => {
  const { may, stepUp = false, path, problems = [], handle, ...rest } = one;
  const operation: Operation = {
    ...(rest as object as Operation),
    path: STAFF + path,
    tag: 'staff',
    auth: 'staff',
    problems: [
      'staff-unauthorized',
      ...(may === 'any' ? [] : (['staff-forbidden'] as const)),
      ...(stepUp ? (['staff-step-up'] as const) : []),
      ...problems,
    ],
    admit: (service, request) => admit(service, request, { may, stepUp }),
    handle: (context) => {
      const { admitted, params, query, body, request, reply, idempotencyKey } = context;
      const desk = admitted as StaffContext;
      return handle({ ...desk, params, query, body, request, reply, idempotencyKey } as never);
    },
  };
  return operation;
};
