import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup } from '../../server/src/backup';
import { openDatabase } from '../../server/src/storage/sqlite/database';
import { eventBody, startService } from './support/service';

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
