/**
 * Browsers that somebody has signed in with: their tries are counted apart from everybody else's (OWASP's "device
 * cookies"), so that a stranger who guesses at a name can't keep its owner out. Such a cookie lets nobody in by itself.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DAY } from '@yugong/domain/time';
import { keyed, newSecret } from '../../crypto/ids';
import { networkOf } from '../../kernel/address';
import type { Service } from '../../kernel/context';
import { cookieOf, writeCookie } from './cookies';
import type { TrySource } from './tries';

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
