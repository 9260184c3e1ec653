/** Everything that goes wrong, as RFC 9457 problems. What was sent is never in one. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problems, type FieldFault, type Problem, type ProblemCode } from '@yugong/domain/problem';
import { faultOf } from './error-log';
import { StorageFailure } from './storage-failure';
import { WechatRefusal } from './wechat';

/** Thrown by a handler to answer with a problem. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors: FieldFault[] = [],
    readonly retryAfter?: number,
  ) {
    super(code);
  }
}

/** What somebody wanted to replace isn't what it was when they looked at it. */
export class StaleProblem extends ApiProblem {
  /** @param current what there is now in the place of what they named as `seen`: a state, an id or a version */
  constructor(readonly current: unknown) {
    super('stale');
  }
}

const MEDIA_TYPE = 'application/problem+json';

export const problemBody = (code: ProblemCode, requestId: string, errors: FieldFault[] = []): Problem => {
  const { status, title, retryable } = problems[code];
  return { type: `/api/v1/problems/${code}`, title, status, code, retryable, requestId, errors };
};

export function sendProblem(reply: FastifyReply, problem: ApiProblem): FastifyReply {
  const body = {
    ...problemBody(problem.code, reply.request.id, problem.errors),
    ...(problem instanceof StaleProblem ? { current: problem.current } : {}),
  };
  const after = problem.retryAfter ?? (body.status === 503 ? 2 : undefined);
  if (after !== undefined) void reply.header('retry-after', String(after));
  if (body.status === 401) void reply.header('www-authenticate', 'Bearer');
  // A string: the app's serializers are for answers.
  return reply.code(body.status).type(MEDIA_TYPE).send(JSON.stringify(body));
}

const STORAGE: Record<StorageFailure['kind'], ProblemCode> = {
  full: 'storage-full',
  'read-only': 'storage-read-only',
  unavailable: 'unavailable',
  busy: 'busy',
  locked: 'busy',
  conflict: 'busy',
  other: 'internal',
};

/** The framework's refusals by their code. */
const FRAMEWORK: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};

export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof StorageFailure) return new ApiProblem(STORAGE[error.kind]);
  if (error instanceof WechatRefusal) return new ApiProblem(error.code);
  const { code = '', statusCode } = error as FastifyError;
  const known = FRAMEWORK[code];
  if (known) return new ApiProblem(known);
  return new ApiProblem(statusCode !== undefined && statusCode < 500 ? 'bad-request' : 'internal');
}

/** Problems that say what to expect and not that anything broke. */
const EXPECTED: ReadonlySet<ProblemCode> = new Set(['busy', 'stopping']);

/** Logs what is the service's own fault, or its database's: where, never with what values. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problems[problem.code].status >= 500 && !(error instanceof WechatRefusal) && !EXPECTED.has(problem.code))
    request.log.error(faultOf(error), problem.code);
  return sendProblem(reply, problem);
}
