/** A TCP proxy before a database, which can fall silent: connections stay open, and nothing comes through them any more. */
import { createServer, Socket, type AddressInfo } from 'node:net';

export interface SilenceableProxy {
  /** The address of the database, by way of the proxy. */
  url: string;
  /** From now on every byte is swallowed, and whoever connects is let in and never answered. */
  silence(): void;
  /** Lets new connections through again; what was open when it fell silent stays dead, as behind a router that forgot it. */
  speak(): void;
  stop(): Promise<void>;
}

export async function startProxy(database: string): Promise<SilenceableProxy> {
  const target = new URL(database);
  let silent = false;
  const pairs = new Set<{ client: Socket; server: Socket | null; dead: boolean }>();
  const proxy = createServer((client) => {
    const pair = { client, server: silent ? null : new Socket(), dead: silent };
    pairs.add(pair);
    client.on('error', () => undefined);
    client.on('close', () => pairs.delete(pair));
    const { server } = pair;
    client.on('data', (chunk: Buffer) => {
      if (!pair.dead) server?.write(chunk);
    });
    client.on('end', () => {
      if (!pair.dead) server?.end();
    });
    if (!server) return;
    server.connect(Number(target.port), target.hostname);
    server.on('error', () => client.destroy());
    server.on('data', (chunk) => {
      if (!pair.dead) client.write(chunk);
    });
    server.on('end', () => {
      if (!pair.dead) client.end();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const url = new URL(database);
  url.port = String(port);
  return {
    url: url.href,
    silence: () => {
      silent = true;
      for (const pair of pairs) pair.dead = true;
    },
    speak: () => {
      silent = false;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const { client, server } of pairs) {
          client.destroy();
          server?.destroy();
        }
        proxy.close(() => resolve());
      }),
  };
}
