/** How a browser reaches the service: where the app came from, unless the operator built it for elsewhere. */
import { request, type Ask } from '../request';

declare const SERVICE_ORIGIN: string;

/** Asks the service; see {@link Ask}. */
export const reach: Ask = ({ path, ...rest }) => request({ url: SERVICE_ORIGIN + path, ...rest });

/** A browser has no identity: the service gives it an anonymous account. */
export const identify = (): Promise<{ path: string; body?: unknown } | null> =>
  Promise.resolve({ path: '/api/v1/login/device' });
