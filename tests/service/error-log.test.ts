/** Errors are told on stderr by default, without anything personal, and a start that fails says what to do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fastify } from 'fastify';
import { limitedLines } from '../../server/src/kernel/error-log';
import { handleError } from '../../server/src/kernel/problem';
import { openDatabase } from '../../server/src/storage/sqlite/database';
import { databaseFile } from '../../server/src/storage/sqlite/folder';
import { freePort, run, sendTo, type Running } from './support/process';
import { canMount, smallDisk } from './support/small-disk';
import { eventBody } from './support/service';

const onDisk = canMount() ? it : it.skip;
let running: Running | undefined;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  running = undefined;
});

it('tells an error of the database by its route, request and kind, and nothing of the person', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-errors-'));
  running = await run({ YUGONG_DATA: folder });
  const { url } = running;
  const token = (await sendTo(url, 'POST /api/v1/login/device'))?.body.token as string;
  const other = openDatabase(databaseFile(folder));
  other.exec('drop table notices');
  other.close();
  const answer = await sendTo(url, 'GET /api/v1/me/notices', { token });
  expect(answer?.status).toBe(500);
  const refused = await sendTo(url, 'POST /api/v1/sessions/demo-event-badminton/registrations', {
    token,
    key: 'k',
    body: { ...eventBody(1), more: '19900000001' },
  });
  expect(refused?.status).toBe(422);
  const lines = running
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'internal', reqId: answer?.body.requestId, level: 50 });
  expect(running.output()).not.toContain(token);
  expect(running.output()).not.toMatch(/1990000|演示人/);
  rmSync(folder, { recursive: true, force: true });
});

it('never writes what an error’s message says', async () => {
  const written: string[] = [];
  const app = fastify({ logger: { level: 'error', stream: { write: (line: string) => void written.push(line) } } });
  app.setErrorHandler(handleError);
  app.get('/', () => {
    throw new Error('duplicate key 19900000001');
  });
  expect((await app.inject('/')).statusCode).toBe(500);
  expect(written.join('')).toContain('error-log.test');
  expect(written.join('')).not.toContain('19900000001');
  await app.close();
});

it('writes few of many lines, and how many it left out', () => {
  const written: string[] = [];
  let now = 1000;
  const write = limitedLines(
    (line) => void written.push(line),
    () => now,
  );
  for (let n = 0; n < 500; n += 1) write(`line ${n}\n`);
  expect(written).toHaveLength(20);
  now += 10_000;
  write('later\n');
  expect(written.slice(20)).toEqual([expect.stringContaining('"count":480'), 'later\n']);
  // A clock that is put back silences nothing.
  now -= 86_400_000;
  write('earlier\n');
  expect(written.at(-1)).toBe('earlier\n');
});

describe('a start that fails', () => {
  const refusedStart = async (env: Record<string, string>): Promise<string> => {
    running = await run(env);
    expect(await running.ended).toBe(1);
    return running.output();
  };

  onDisk('says that the disk is full, in Chinese and English, and starts once there is room', async () => {
    const disk = smallDisk(12);
    if (!disk) return;
    const first = await run({ YUGONG_DATA: disk.folder });
    first.child.kill('SIGTERM');
    await first.ended;
    disk.fill();
    const said = await refusedStart({ YUGONG_DATA: disk.folder });
    expect(said).toContain('磁盘满了');
    expect(said).toContain('disk of the data folder is full');
    disk.empty();
    running = await run({ YUGONG_DATA: disk.folder });
    expect((await sendTo(running.url, 'GET /readyz'))?.status).toBe(200);
    running.child.kill('SIGKILL');
    await running.ended;
    disk.unmount();
  });

  it('says that the file is damaged, and what to do first', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yugong-errors-'));
    const first = await run({ YUGONG_DATA: folder });
    first.child.kill('SIGTERM');
    await first.ended;
    writeFileSync(databaseFile(folder), Buffer.alloc(40_960, 'damaged '));
    const said = await refusedStart({ YUGONG_DATA: folder });
    expect(said).toContain('损坏');
    expect(said).toContain('copy the whole folder');
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that PostgreSQL cannot be reached, without its password', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yugong-errors-'));
    const url = `postgres://yugong:very-secret@127.0.0.1:${await freePort()}/none`;
    const said = await refusedStart({ YUGONG_DATA: folder, DATABASE_URL: url });
    expect(said).toContain('连不上数据库');
    expect(said).toContain('cannot be reached');
    expect(said).not.toContain('very-secret');
    rmSync(folder, { recursive: true, force: true });
  });
});
