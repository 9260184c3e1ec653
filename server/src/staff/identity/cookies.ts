/** Cookies of the console: no script can read them, and no other site's page can make a browser send them. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export const COOKIE_PATH = '/api/v1/staff';

/** The value of a cookie that came with a request; undefined where there is none. */
export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((one) => one.trim());
  return cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * Sets a cookie, or takes it away.
 *
 * @param value null to take it away
 * @param life milliseconds
 */
export function writeCookie(reply: FastifyReply, name: string, value: string | null, life: number): void {
  const secure = reply.request.protocol === 'https' ? '; Secure' : '';
  const age = value === null ? 0 : Math.floor(life / 1000);
  void reply.header(
    'set-cookie',
    `${name}=${value ?? ''}; Path=${COOKIE_PATH}; HttpOnly; SameSite=Strict; Max-Age=${age}${secure}`,
  );
}
