/** Whom an address stands for, as far as counting goes. */
import { isIPv6 } from 'node:net';

/** The machine's own address, which says nothing about who asks: a proxy that isn't named in YUGONG_TRUST_PROXY. */
export const isLoopback = (address: string): boolean => /^(::1|(::ffff:)?127\.)/.test(address);

/** Does a service that was told to listen there hear nobody but this machine? */
export const isLoopbackHost = (host: string): boolean => /^(localhost|127\.|::1$)/.test(host);

/**
 * The network whose requests are counted together: an IPv4 address itself, of IPv6 the /64 that a single subscriber is
 * given (RFC 6177), in which every request can come from another address.
 *
 * @example networkOf('2001:db8::1') // '2001:db8:0:0/64'
 * @example networkOf('::ffff:192.0.2.1') // '192.0.2.1'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [before = '', after] = bare.split('::');
  const groups = before === '' ? [] : before.split(':');
  if (after !== undefined) {
    const rest = after === '' ? 0 : after.split(':').length + (after.includes('.') ? 1 : 0);
    while (groups.length < 8 - rest && groups.length < 4) groups.push('0');
    groups.push(...after.split(':'));
  }
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}/64`;
}
