/** What was deleted is gone from the files too, also while somebody reads them, and doesn't come back with a backup. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup } from '../../server/src/backup';
import { eraseReturned } from '../../server/src/services/erase';
import { openDatabase } from '../../server/src/storage/sqlite/database';
import { databaseFile } from '../../server/src/storage/sqlite/folder';
import { eventBody, startService } from './support/service';

const SESSION = 'demo-event-badminton';
const REGISTER = `POST /api/v1/sessions/${SESSION}/registrations`;
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-deleted-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const isInFiles = (folder: string, text: string): boolean =>
  readdirSync(folder).some((name) => readFileSync(path.join(folder, name)).includes(text));

it('says 202 while somebody reads the file, signs others up meanwhile, and cleans up once the reader is gone', async () => {
  const test = await startService();
  const token = await test.login();
  await test.ask(REGISTER, { token, body: eventBody(1) });
  const { sealed } = await test.service.store.read
    .selectFrom('registrations')
    .select('sealed')
    .executeTakeFirstOrThrow();
  const { wrapped } = await test.service.store.read
    .selectFrom('account_keys')
    .select('wrapped')
    .executeTakeFirstOrThrow();
  const reader = openDatabase(databaseFile(test.folder), { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from registrations').get();

  expect((await test.ask('DELETE /api/v1/me', { token })).statusCode).toBe(202);
  expect((await test.ask('GET /api/v1/me/registrations', { token })).statusCode).toBe(401);
  const other = await test.login();
  expect((await test.ask(REGISTER, { token: other, body: eventBody(2) })).statusCode).toBe(201);
  expect(isInFiles(test.folder, wrapped)).toBe(true);

  reader.exec('rollback');
  reader.close();
  // It is tried twice a second.
  const until = performance.now() + 20_000;
  while (isInFiles(test.folder, wrapped) && performance.now() < until) await new Promise((r) => setTimeout(r, 100));
  expect([isInFiles(test.folder, wrapped), isInFiles(test.folder, sealed ?? '')]).toEqual([false, false]);
  // With nobody reading it is done at once.
  expect((await test.ask('DELETE /api/v1/me', { token: other })).statusCode).toBe(204);
  await test.close();
});

it('gives the places of accounts free that were deleted after the backup that is put back', async () => {
  const test = await startService();
  const [deleted, stays] = [await test.login(), await test.login()];
  await test.ask(REGISTER, { token: deleted, body: eventBody(1) });
  await test.ask(REGISTER, { token: stays, body: eventBody(2) });
  const target = newFolder();
  const { data } = backup(test.folder, target, new Date(1));
  await test.ask('DELETE /api/v1/me', { token: deleted });
  const { keys } = backup(test.folder, target, new Date(2));
  const restored = newFolder();
  copyFileSync(data, databaseFile(restored));
  copyFileSync(path.join(test.folder, 'secret.key'), path.join(restored, 'secret.key'));
  const db = openDatabase(databaseFile(restored));
  db.exec(`attach '${keys}' as v; insert into account_keys select * from v.account_keys;
    insert or ignore into erased_accounts select * from v.erased_accounts`);
  db.close();
  await test.close();

  const again = await startService({ config: { dataDir: restored } });
  const held = async () =>
    (await again.service.store.read.selectFrom('sessions').select('held').where('id', '=', SESSION).executeTakeFirst())
      ?.held;
  expect(await held()).toBe(2);
  expect(await eraseReturned(again.service)).toBe(1);
  expect(await held()).toBe(1);
  expect(await again.service.store.read.selectFrom('accounts').select('id').execute()).toHaveLength(1);
  const mine = await again.ask('GET /api/v1/me/registrations', { token: stays });
  expect(mine.json<{ registrations: { status: string }[] }>().registrations).toMatchObject([{ status: 'booked' }]);
  expect(await eraseReturned(again.service)).toBe(0);
  await again.close();
});
