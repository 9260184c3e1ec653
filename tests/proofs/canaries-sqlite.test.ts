/** Nothing that a thousand people gave can be read in the database's files, its log, the service's log or a backup. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { backup } from '../../server/src/backup';
import { letGo, releaseCanaries } from './support/canaries';
import { effort, proved } from './support/effort';
import { FaultFinder, filesUnder } from './support/finder';

const CANARIES = effort({ full: 1000, quick: 50 });

it(`keeps ${CANARIES} people unreadable on SQLite, and leaves no byte of those who go`, async () => {
  const { test, canaries, log } = await releaseCanaries(CANARIES, {});
  const backups = mkdtempSync(path.join(tmpdir(), 'yugong-backup-'));
  const plain = new FaultFinder(
    canaries.flatMap((one) =>
      [one.name, one.phone, one.residentId, one.text].map((value): [string, string] => [value, value]),
    ),
  );
  const readable = (finder: FaultFinder) =>
    [test.folder, backups].flatMap((folder) =>
      [...filesUnder(folder)].flatMap(({ file, bytes }) => {
        const found = finder.find(bytes);
        return found === null ? [] : [`${path.basename(file)}: ${found}`];
      }),
    );
  // It does find what is there: the person's own export has all of it.
  const mine = await test.ask('GET /api/v1/me/export', { token: defined(canaries[0]).token });
  expect(plain.find(mine.rawPayload)).not.toBeNull();
  expect(log.length).toBeGreaterThan(CANARIES * 4);
  backup(test.folder, backups);
  expect(readable(plain)).toEqual([]);
  expect(plain.find(Buffer.from(log.join('')))).toBeNull();

  const { read } = test.service.store;
  const keys = await read.selectFrom('account_keys').select('wrapped').execute();
  const sealed = [
    ...(await read.selectFrom('registrations').select('sealed').execute()),
    ...(await read.selectFrom('legal_aid').select('sealed').execute()),
    ...(await read.selectFrom('legal_aid_messages').select('sealed').execute()),
    ...(await read.selectFrom('station_reports').select('sealed').execute()),
  ].map((row) => defined(row.sealed));
  const traces = (values: string[]) => new FaultFinder(values.map((value) => [value.slice(0, 8), value]));
  expect(readable(traces(sealed))).not.toEqual([]);
  await letGo(test, canaries);
  backup(test.folder, backups, new Date(0));
  const keysLeft = traces(keys.map(({ wrapped }) => wrapped));
  expect(readable(keysLeft)).toEqual([]);
  // The older backup still has ciphertext, and nobody has its key; the database itself has none.
  const left = [...filesUnder(test.folder)].filter(({ bytes }) => traces(sealed).find(bytes) !== null);
  expect(left.map(({ file }) => file)).toEqual([]);
  expect(readable(plain)).toEqual([]);
  await test.close();
  rmSync(backups, { recursive: true, force: true });
  proved('canaries on SQLite', CANARIES);
}, 1_200_000);
