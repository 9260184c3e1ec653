/** What the volunteers' page asks of the service, with the token of its link. */
import { OnSiteChecksWire, OnSiteListWire, type OnSiteCheck } from '@yugong/domain/on-site/wire';
import { readTolerantly } from '@yugong/domain/wire/tolerant';
import type * as v from 'valibot';
import { ApiError, offlineError, toApiError } from '../src/api/api-error';

const BASE = '/api/v1/on-site';

export interface OnSiteApi {
  /** @throws ApiError */
  list(): Promise<OnSiteListWire>;
  /** @throws ApiError */
  send(checks: readonly OnSiteCheck[]): Promise<OnSiteChecksWire>;
}

async function call<T>(
  path: string,
  { token, answer, body }: { token: string; answer: v.GenericSchema<unknown, T>; body?: unknown },
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method: body === undefined ? 'GET' : 'POST',
      cache: 'no-store',
      credentials: 'omit',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw offlineError();
  }
  if (!response.ok) throw await toApiError(response);
  const read = readTolerantly(answer, await response.json());
  if (read.success) return read.output;
  throw new ApiError('页面不是最新版本，请刷新后再试', 'unexpected', false);
}

export const onSiteApi = (token: string): OnSiteApi => ({
  list: () => call('/list', { token, answer: OnSiteListWire }),
  send: (checks) =>
    call('/checks', { token, answer: OnSiteChecksWire, body: { sentAt: new Date().toISOString(), checks } }),
});
