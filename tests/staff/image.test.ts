/**
 * What the Dockerfile puts into its image is enough: its COPY lines are followed into an empty root, and the service is
 * started there with nothing else of the machine but Node and the libraries that Node is linked to.
 */
import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../service/support/process';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '../..');
const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const stage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const NOBODY = 65534;

let image: string;
let running: ChildProcess | undefined;

const into = (target: string): string => {
  const file = path.join(image, target);
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
};

/** Node and what it is linked to, at their own paths. */
function copyNode(): void {
  const linked = execFileSync('ldd', [process.execPath], { encoding: 'utf8' });
  const libraries = [...linked.matchAll(/(\/\S+) \(0x/g)].map(([, file = '']) => file);
  for (const file of libraries) copyFileSync(file, into(file));
  copyFileSync(process.execPath, into('/usr/local/bin/node'));
  chmodSync(path.join(image, 'usr/local/bin/node'), 0o755);
}

beforeAll(() => {
  image = mkdtempSync(path.join(tmpdir(), 'yugong-image-'));
  chmodSync(image, 0o755);
  copyNode();
  for (const [, from = '', to = ''] of stage.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)) {
    // Whoever builds an image for real has filled in who runs it; nobody has here.
    if (from === 'operator*.json') {
      copyFileSync(path.join(root, 'tests/fixtures/operator/operator.json'), into('app/operator.json'));
    } else {
      cpSync(path.join(root, from), into(path.join('app', to)), { recursive: true, dereference: true });
    }
  }
  for (const folder of ['data', 'tmp']) {
    mkdirSync(path.join(image, folder));
    execFileSync('chown', [`${NOBODY}:${NOBODY}`, path.join(image, folder)]);
  }
});

afterAll(() => {
  running?.kill('SIGKILL');
  rmSync(image, { recursive: true, force: true });
});

const environment = (): Record<string, string> =>
  Object.fromEntries(
    [...(/^ENV (.*)$/m.exec(stage)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** The command that the image starts, as nobody, seeing nothing but the image. */
function start(env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const [, command = ''] = /^CMD \["node", "([^"]+)"\]$/m.exec(stage) ?? [];
  const child = spawn(
    '/usr/sbin/chroot',
    [`--userspec=${NOBODY}:${NOBODY}`, image, '/usr/local/bin/node', `/app/${command}`],
    {
      env: { ...environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, said: () => output };
}

const isAbleTo = process.getuid?.() === 0 && existsSync('/usr/sbin/chroot');

// Entering another root is root's right alone; the CI has it.
(isAbleTo ? it : it.skip)(
  'starts from what the image holds, serves the app, and is found ready by its health check',
  async () => {
    const port = await freePort();
    const secret = `k1:${randomBytes(32).toString('base64')}`;
    const { child, said } = start({ PORT: String(port), HOST: '127.0.0.1', YUGONG_SECRET: secret });
    const base = `http://127.0.0.1:${port}`;
    const isReady = async () => (await fetch(`${base}/readyz`).catch(() => null))?.ok === true;
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(said());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const [home, consolePage, sessions] = await Promise.all(
      ['/', '/staff/', '/api/v1/sessions'].map((where) => fetch(`${base}${where}`)),
    );
    expect([home?.status, consolePage?.status, sessions?.status]).toEqual([200, 200, 200]);
    expect(await sessions?.json()).toEqual({ sessions: [] });

    const [, check = ''] = /^ {2}CMD \["node", "-e", "(.+)"\]$/m.exec(stage) ?? [];
    const code = check.replace('8787', String(port));
    expect(() => execFileSync(process.execPath, ['-e', code])).not.toThrow();

    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(() => execFileSync(process.execPath, ['-e', code])).toThrow();
  },
);

it('runs as nobody with power, and has no key and no source in it', () => {
  expect(stage).toMatch(/^USER node$/m);
  expect(stage).not.toMatch(/YUGONG_SECRET|COPY --from=build \/app\/?\s/);
  expect(readFileSync(path.join(root, '.dockerignore'), 'utf8')).toContain('.env*');
});
