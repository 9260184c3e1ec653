/** How WeChat's asynchronous interfaces answer: through success/fail/complete, or a promise where none was given. */
import type { Pending } from './pending';

export interface CallOptions {
  success?: (result: object) => void;
  fail?: (error: { errMsg: string; errno?: number }) => void;
  complete?: (result: object) => void;
  [key: string]: unknown;
}

/** A refusal in WeChat's words. */
export class Refusal extends Error {
  constructor(
    readonly errMsg: string,
    readonly errno?: number,
  ) {
    super(errMsg);
  }
}

/**
 * Runs an interface and answers later.
 * @param work its result, or a {@link Refusal} thrown
 * @param remote is it answered by somebody outside the phone?
 */
export function answer(
  pending: Pending,
  api: string,
  options: CallOptions | undefined,
  work: () => object | undefined | Promise<object | undefined>,
  { remote = false } = {},
): Promise<object> | undefined {
  const { success, fail, complete } = options ?? {};
  const byCallback = Boolean(success ?? fail ?? complete);
  const outcome = pending.during(
    (async () => work())().then(
      (result) => ({ ok: true as const, result: { ...result, errMsg: `${api}:ok` } }),
      (error: unknown) => ({ ok: false as const, result: refusal(api, error) }),
    ),
    { remote },
  );
  if (!byCallback) {
    return outcome.then(({ ok, result }) => {
      if (!ok) throw result;
      return result;
    });
  }
  void outcome.then(({ ok, result }) =>
    pending.later(() => {
      if (ok) success?.(result);
      else fail?.(result);
      complete?.(result);
    }),
  );
  return undefined;
}

function refusal(api: string, error: unknown): { errMsg: string; errno?: number } {
  if (error instanceof Refusal)
    return { errMsg: `${api}:${error.errMsg}`, ...(error.errno === undefined ? {} : { errno: error.errno }) };
  return { errMsg: `${api}:fail ${error instanceof Error ? error.message : String(error)}` };
}
