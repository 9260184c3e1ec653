/** Errors of the API, in words for the person at the screen. */
import * as v from 'valibot';
import { fieldFaults, type FieldFault } from '@yugong/domain/problem';

/** Every call that fails throws this. */
export class ApiError extends Error {
  constructor(
    message: string,
    /**
     * The problem's code; `offline` without a network, `unreachable` where there is one and the service doesn't answer,
     * `unexpected` where the answer wasn't understood.
     */
    readonly code: string,
    readonly retryable: boolean,
    readonly errors: readonly FieldFault[] = [],
    readonly retryAfterSeconds: number | null = null,
    readonly requestId: string | null = null,
  ) {
    super(message);
  }
}

/** The code of an answer to somebody who is not, or no longer, signed in. */
export const SIGNED_OUT = 'staff-unauthorized';

/** Nothing was reached: the network's fault, or the service's. */
export const offlineError = (): ApiError =>
  navigator.onLine
    ? new ApiError('服务没有应答。填写的内容已保留，请稍后再试', 'unreachable', true)
    : new ApiError('现在没有网络。填写的内容已保留，网络恢复后再试', 'offline', true);

/** Was nothing reached, so that asking again by itself may do better? */
export const isUnreached = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'offline' || error.code === 'unreachable' || error.code === 'no-answer');

/** The parts of an RFC 9457 problem that the console uses. */
const ProblemWire = v.object({
  title: v.string(),
  code: v.string(),
  retryable: v.boolean(),
  requestId: v.nullish(v.string(), null),
  errors: v.optional(v.array(v.object({ pointer: v.string(), code: v.string() })), []),
});

/**
 * Reads a problem document, or says the status where the answer is none.
 *
 * @param answer with a status of 400 or more
 */
export async function toApiError(answer: Response): Promise<ApiError> {
  const after = Number(answer.headers.get('retry-after') ?? NaN);
  try {
    const problem = v.parse(ProblemWire, await answer.json());
    return new ApiError(
      problem.title,
      problem.code,
      problem.retryable,
      problem.errors,
      Number.isFinite(after) ? after : null,
      problem.requestId,
    );
  } catch {
    // The answer comes from a proxy or a service that is starting, so a later attempt may do better.
    return answer.status >= 500
      ? new ApiError(`服务没有应答（${answer.status}）。填写的内容已保留，请稍后再试`, 'no-answer', true)
      : new ApiError(`服务暂时出错（${answer.status}），请稍后再试`, 'unexpected', false);
  }
}

const faultTexts = new Map<string, string>(Object.entries(fieldFaults));

/** Says what is wrong with one field. */
export const describeFieldFault = ({ code }: FieldFault): string => faultTexts.get(code) ?? '这一项需要修改';

/** Says what went wrong, whatever was thrown. */
export const describeError = (error: unknown): string =>
  error instanceof ApiError ? error.message : '页面出错了，请刷新后再试';
