/** How a browser reaches the service: where the app came from, unless the operator built it for elsewhere. */
import { request, type Ask } from '../request';

declare const SERVICE_ORIGIN: string;

/** Asks the service; see {@link Ask}. */
export const reach: Ask = ({ path, ...rest }) => request({ url: SERVICE_ORIGIN + path, ...rest });

/** A browser asks where the app came from, so there always is one to ask. */
export const hasService = true;

/** A browser has no identity: the service gives it an anonymous account. */
export const identify = (): Promise<{ path: string; body?: unknown } | null> =>
  Promise.resolve({ path: '/api/v1/login/device' });

/** The address of something of the service's, whole, for other apps to open. */
export const addressOf = (path: string): string | null => (SERVICE_ORIGIN || window.location.origin) + path;
