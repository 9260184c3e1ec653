/** A database that lost something: told from a new one, and never begun anew without a word. Files are the owner's alone. */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup } from '../../server/src/backup';
import { openDatabase } from '../../server/src/storage/sqlite/database';
import { run, sendTo, type Running } from './support/process';
import { eventBody } from './support/service';

const REGISTER = 'POST /api/v1/sessions/demo-event-badminton/registrations';
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-lost-'));
  folders.push(folder);
  return folder;
};
const running: Running[] = [];
const start = async (folder: string): Promise<Running> => {
  const one = await run({ YUGONG_DATA: folder });
  running.push(one);
  return one;
};
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function signUp({ url }: Running): Promise<void> {
  const token = (await sendTo(url, 'POST /api/v1/login/device'))?.body.token as string;
  expect((await sendTo(url, REGISTER, { token, key: 'once', body: eventBody() }))?.status).toBe(201);
}
const end = async ({ child, ended }: Running, signal: NodeJS.Signals): Promise<void> => {
  child.kill(signal);
  await ended;
};
const countIn = (folder: string): unknown => {
  const db = openDatabase(path.join(folder, 'yugong.sqlite'), { readOnly: true });
  const row = db.prepare('select count(*) as n from registrations').get();
  db.close();
  return row?.n;
};

it('refuses a database copied from a killed service without its log, and takes it with its log', async () => {
  const folder = newFolder();
  const service = await start(folder);
  await signUp(service);
  await end(service, 'SIGKILL');
  const copy = newFolder();
  for (const name of ['yugong.sqlite', 'secret.key']) copyFileSync(path.join(folder, name), path.join(copy, name));
  const refused = await start(copy);
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('-wal');
  const whole = newFolder();
  for (const name of ['yugong.sqlite', 'yugong.sqlite-wal', 'secret.key'])
    copyFileSync(path.join(folder, name), path.join(whole, name));
  await end(await start(whole), 'SIGTERM');
  expect(countIn(whole)).toBe(1);
  // Killed, it starts again where it is.
  await end(await start(folder), 'SIGTERM');
  expect(countIn(folder)).toBe(1);
});

it('leaves one whole file when it is stopped, which can be copied by itself', async () => {
  const folder = newFolder();
  const service = await start(folder);
  await signUp(service);
  await end(service, 'SIGTERM');
  const copy = newFolder();
  for (const name of ['yugong.sqlite', 'secret.key']) copyFileSync(path.join(folder, name), path.join(copy, name));
  expect(countIn(copy)).toBe(1);
  await end(await start(copy), 'SIGTERM');
  expect(countIn(copy)).toBe(1);
});

it('refuses to begin anew where the database is missing or an older one was put in its place', async () => {
  const folder = newFolder();
  const file = path.join(folder, 'yugong.sqlite');
  await end(await start(folder), 'SIGTERM');
  copyFileSync(file, path.join(folder, 'older'));
  const service = await start(folder);
  await signUp(service);
  await end(service, 'SIGTERM');
  copyFileSync(file, path.join(folder, 'newer'));
  for (const name of readdirSync(folder))
    if (/^yugong\.sqlite(-wal|-shm)?$/.test(name)) rmSync(path.join(folder, name));

  const missing = await start(folder);
  expect(await missing.ended).toBe(1);
  expect(missing.output()).toContain('不见了');
  expect(existsSync(file)).toBe(false);

  copyFileSync(path.join(folder, 'older'), file);
  const older = await start(folder);
  expect(await older.ended).toBe(1);
  expect(older.output()).toContain('旧');
  copyFileSync(path.join(folder, 'newer'), file);
  await end(await start(folder), 'SIGTERM');
  expect(countIn(folder)).toBe(1);
});

it('keeps every file of the database, its key and its backups to the owner, also where they were not', async () => {
  const folder = newFolder();
  await end(await start(folder), 'SIGTERM');
  for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o644);
  const service = await start(folder);
  await signUp(service);
  const target = newFolder();
  const { data, keys } = backup(folder, target);
  const files = [...readdirSync(folder).map((name) => path.join(folder, name)), data, keys];
  expect(files.length).toBeGreaterThan(5);
  for (const one of files) expect([path.basename(one), statSync(one).mode & 0o077]).toEqual([path.basename(one), 0]);
  // What was backed up while the service ran is whole, and starts.
  await end(service, 'SIGTERM');
  const restored = newFolder();
  copyFileSync(data, path.join(restored, 'yugong.sqlite'));
  copyFileSync(path.join(folder, 'secret.key'), path.join(restored, 'secret.key'));
  await end(await start(restored), 'SIGTERM');
  expect(countIn(restored)).toBe(1);
});
