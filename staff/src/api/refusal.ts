/** What went wrong, in words for the person at the screen. */
import { fieldFaults, type FieldFault, type Problem } from '@yugong/domain/problem';

/** Thrown by every call that didn't do what it was asked. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** The problem's code; `offline` where nothing was reached, `unexpected` where the answer wasn't understood. */
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

export const offline = (): Refusal => new Refusal('连不上服务。填好的内容还在，有网络了再试一次', 'offline', true);

/** @param answer with a status of 400 or more */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const after = Number(answer.headers.get('retry-after') ?? NaN);
  try {
    const problem = (await answer.json()) as Problem;
    return new Refusal(
      problem.title,
      problem.code,
      problem.retryable,
      problem.errors,
      Number.isFinite(after) ? after : null,
      problem.requestId,
    );
  } catch {
    // A proxy in between, or the service on its way up: not one of ours, so it may pass.
    return new Refusal(`服务没有正常回答（${answer.status}），请过一会儿再试`, 'unexpected', answer.status >= 500);
  }
}

/** What is wrong with one field, in words. */
export const sayFault = ({ code }: FieldFault): string =>
  (fieldFaults as Record<string, string>)[code] ?? '这一项要改一下';

/** Whatever was thrown, in words. */
export const sayError = (error: unknown): string =>
  error instanceof Refusal ? error.message : '页面出了问题，请刷新后再试';
