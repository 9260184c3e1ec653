import type { Server } from 'node:net';

/** The port of a server that listens on an address. @throws where it doesn't listen, or on a socket's path */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
