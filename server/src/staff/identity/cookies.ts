/** Cookies of the console: no script can read them, and no other site's page can make a browser send them. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DAY } from '@yugong/domain/time';
import { keyed, newSecret } from '../../crypto/ids';
import { networkOf } from '../../kernel/address';
import type { Service } from '../../kernel/context';
import type { TrySource } from './tries';

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

/**
 * A browser that somebody has signed in with: its tries are counted apart from everybody else's (OWASP's "device
 * cookies"), so that a stranger who guesses at a name can't keep its owner out. The cookie lets nobody in by itself.
 */
const DEVICE_COOKIE = 'yugong_staff_device';
const LIFE = 400 * DAY;
const TOKEN = /^yd1\.([\w-]{22})\.([\w-]{43})$/;

const macOf = ({ secrets }: Pick<Service, 'secrets'>, username: string, id: string): string =>
  keyed(secrets.blind, 'staff-device', username, id);

/** The source of a request to sign in: the device, where its cookie was given for this very name, or the network. */
export function trySourceOf(service: Pick<Service, 'secrets'>, request: FastifyRequest, username: string): TrySource {
  const [, id, mac] = TOKEN.exec(cookieOf(request, DEVICE_COOKIE) ?? '') ?? [];
  if (id !== undefined && mac !== undefined) {
    const expected = macOf(service, username, id);
    if (timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return { kind: 'device', id };
  }
  return { kind: 'network', id: networkOf(request.ip) };
}

/** Makes this browser one that the name's owner is known by. */
export function rememberDevice(service: Pick<Service, 'secrets'>, reply: FastifyReply, username: string): void {
  const id = newSecret(16);
  writeCookie(reply, DEVICE_COOKIE, `yd1.${id}.${macOf(service, username, id)}`, LIFE);
}
