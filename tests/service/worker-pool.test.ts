/** Work that would hold up everybody has queues of its own: a flood of it neither stops files from being read nor keeps others waiting. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { startService, type TestService } from './support/service';

let test: TestService;
beforeEach(async () => {
  test = await startService({ limits: { writes: 1e6, logins: 1e6 } });
});
afterEach(() => test.close());

const wrongLogin = (n: number, address = `203.0.113.${n}`) =>
  test.ask('POST /api/v1/staff/login', { address, body: { username: `nobody${n}`, password: 'wrong password' } });

it('reads files while many wrong passwords are tried', async () => {
  // The thread is there before anything is counted.
  await wrongLogin(1);
  let tried = 0;
  const flood = Array.from({ length: 10 }, (_, n) => wrongLogin(n + 2).then(() => (tried += 1)));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await readFile(__filename);
  // libuv's four threads take what comes in turn: had the passwords taken them, the file would have come after six.
  expect(tried).toBeLessThan(4);
  await Promise.all(flood);
});

/** The nice value of a thread of this process: field 19 of proc_pid_stat(5). */
const niceOf = (thread: string | number): number =>
  Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]);

const onLinux = process.platform === 'linux' ? it : it.skip;
onLinux('gives such work the processor after whoever serves', async () => {
  await wrongLogin(1);
  const own = getPriority();
  expect(readdirSync('/proc/self/task').map(niceOf)).toContain(own + 10);
  expect(niceOf(process.pid)).toBe(own);
});

it('refuses a network that tries more passwords at once than anybody needs, and lets others in between', async () => {
  const order: string[] = [];
  const flood = Array.from({ length: 12 }, (_, n) =>
    wrongLogin(n, '203.0.113.1').then(({ statusCode }) => {
      order.push('flood');
      return statusCode;
    }),
  );
  const other = wrongLogin(100, '203.0.113.2').then(() => order.push('other'));
  const codes = await Promise.all(flood);
  await other;
  expect(codes.filter((code) => code === 429)).toHaveLength(4);
  expect(codes.filter((code) => code === 401)).toHaveLength(8);
  // Of the eight that were taken on it waits for two at most, the one under way and the one whose turn it was.
  expect(order.indexOf('other')).toBeLessThan(4 + 3);
});

it('makes two documents of one account at a time, and another account’s beside them', async () => {
  const body = { text: '法\n'.repeat(3000) };
  const [mine, hers] = [await test.login(), await test.login()];
  const order: string[] = [];
  const make = async (token: string, name: string) => {
    const { statusCode } = await test.ask('POST /api/v1/legal-aid/document', { token, body });
    order.push(`${name} ${statusCode}`);
  };
  await Promise.all([make(mine, 'mine'), make(mine, 'mine'), make(mine, 'mine'), make(hers, 'hers')]);
  expect([...order].sort()).toEqual(['hers 200', 'mine 200', 'mine 200', 'mine 429']);
  expect(order[0]).toBe('mine 429');
});
