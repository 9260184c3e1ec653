import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { backup } from '../../server/src/backup';
import { openDatabase } from '../../server/src/storage/sqlite/database';
import { statement } from '../../server/src/kernel/store';
import { eventBody, startService, type TestService } from './support/service';

const root = path.resolve(__dirname, '../..');

it('backs up what is there, and no older copy can be read once the account is deleted', async () => {
  const target = mkdtempSync(path.join(tmpdir(), 'yugong-backup-'));
  const test = await startService();
  const token = await test.login();
  await test.ask('POST /api/v1/sessions/demo-event-badminton/registrations', { token, body: eventBody() });
  const { wrapped } = await test.service.store.read.selectFrom('account_keys').selectAll().executeTakeFirstOrThrow();

  const before = backup(test.folder, target, new Date(0));
  expect(readFileSync(before.data).includes(wrapped)).toBe(false);
  expect(readFileSync(before.keys).includes(wrapped)).toBe(true);
  const copy = openDatabase(before.data, { readOnly: true });
  expect(copy.prepare('select count(*) as n from registrations').get()).toMatchObject({ n: 1 });
  copy.close();

  await test.ask('DELETE /api/v1/me', { token });
  backup(test.folder, target, new Date(1));
  // The old copy is still there; what would open it is in no file any more.
  expect(readFileSync(before.keys).includes(wrapped)).toBe(false);
  const { secret } = { secret: path.join(test.folder, 'secret.key') };
  await test.close();

  // Put back: the database, then the keys of the latest backup.
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-restored-'));
  copyFileSync(before.data, path.join(folder, 'yugong.sqlite'));
  expect(() => copyFileSync(secret, path.join(folder, 'secret.key'))).toThrow('ENOENT');
  for (const one of [target, folder]) rmSync(one, { recursive: true, force: true });
});

it('is put back with its keys', async () => {
  const target = mkdtempSync(path.join(tmpdir(), 'yugong-backup-'));
  const secret = `k1:${Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64')}`;
  const test = await startService({ config: { secret } });
  const { token } = (await test.ask('POST /api/v1/login/device')).json<{ token: string }>();
  await test.ask('POST /api/v1/sessions/demo-event-badminton/registrations', { token, body: eventBody() });
  const { data, keys } = backup(test.folder, target);
  await test.close();

  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-restored-'));
  const file = path.join(folder, 'yugong.sqlite');
  copyFileSync(data, file);
  const db = openDatabase(file);
  db.exec(`attach '${keys}' as vault; insert into account_keys select * from vault.account_keys; detach vault`);
  db.close();
  const restored = await startService({ config: { secret, dataDir: folder } });
  const mine = (await restored.ask('GET /api/v1/me/registrations', { token })).json();
  expect(mine.registrations).toMatchObject([{ status: 'booked', person: { name: '演示人' } }]);
  await restored.close();
  for (const one of [target, folder]) rmSync(one, { recursive: true, force: true });
});

describe('the steps of docs/deploy.md', () => {
  const page = readFileSync(path.join(root, 'docs/deploy.md'), 'utf8');
  const commandsWith = (command: string): string => {
    const block = [...page.matchAll(/```sh\n([\s\S]*?)```/g)]
      .map(([, lines = '']) => lines)
      .find((lines) => lines.includes(command));
    return defined(
      block
        ?.split('\n')
        .filter((line) => !line.includes('node dist/service'))
        .join('\n'),
    );
  };
  const place = mkdtempSync(path.join(tmpdir(), 'yugong-rehearsal-'));
  /** Does what the page says, in a place of its own instead of /srv. */
  const follow = (commands: string, file = ''): { status: number | null; said: string } => {
    const script = commands.replaceAll('/srv/', `${place}/`).replaceAll(/yugong-<time>\.sqlite/g, file);
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', script], { cwd: root, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  let running: TestService | null = null;
  afterAll(async () => {
    // Open still where an expectation failed.
    await running?.close();
    rmSync(place, { recursive: true, force: true });
  });

  it('bring every registration back that was there at the backup, and refuse to write over a database', async () => {
    const secret = `k1:${Buffer.from(Array.from({ length: 32 }, (_, n) => n * 3)).toString('base64')}`;
    const dataDir = path.join(place, 'yugong');
    mkdirSync(dataDir);
    const test = (running = await startService({ config: { secret, dataDir } }));
    Object.assign(test.service.limits, { writes: 1e6, logins: 1e6 });
    const { store } = test.service;
    const roomy = store.read.updateTable('sessions').set({ capacity: 100 }).where('id', '=', 'demo-event-lecture');
    await store.write([statement(roomy)]);
    const people = Array.from({ length: 40 }, (_, n) => n);
    const signUp = async (serial: number) => {
      const { token } = (await test.ask('POST /api/v1/login/device')).json<{ token: string }>();
      const answer = await test.ask('POST /api/v1/sessions/demo-event-lecture/registrations', {
        token,
        body: eventBody(serial),
      });
      expect([201, 202]).toContain(answer.statusCode);
      return token;
    };
    const tokens = await Promise.all(people.map(signUp));
    const rowsOf = ({ service }: TestService) =>
      service.store.read.selectFrom('registrations').selectAll().orderBy('id').execute();
    const before = await rowsOf(test);
    expect(before).toHaveLength(40);
    const saved = follow(commandsWith('npm run backup'));
    expect([saved.status, saved.said]).toEqual([0, expect.stringContaining('keys.sqlite')]);
    await signUp(99);
    await test.close();
    running = null;

    const file = defined(readdirSync(path.join(place, 'backups')).find((name) => name.startsWith('yugong-')));
    const steps = commandsWith('npm run restore');
    const over = follow(defined(steps.split('\n').find((line) => line.includes('npm run restore'))), file);
    expect([over.status, over.said]).toEqual([1, expect.stringContaining('还在，没有恢复')]);
    expect(follow(steps, file).status).toBe(0);

    const restored = (running = await startService({ config: { secret, dataDir } }));
    expect(await rowsOf(restored)).toEqual(before);
    for (const token of tokens) {
      const mine = (await restored.ask('GET /api/v1/me/registrations', { token })).json();
      expect(mine.registrations).toMatchObject([{ person: { name: '演示人' } }]);
    }
  }, 60_000);
});
