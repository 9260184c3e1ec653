/**
 * The service of today with what released versions left behind: their databases, and the requests that phones with them
 * still send. See docs/adr/0025-evolution-of-the-wire.md.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { defined } from '@yugong/domain/narrow';
import { accountById } from '../../server/src/services/accounts';
import { readPerson } from '../../server/src/services/registrations';
import { startService, type TestService } from './support/service';

const releases = path.join(__dirname, '../fixtures/releases');
/** What each left in its database. */
const left = [
  { release: '0.1', registrations: 5, notices: 0 },
  // Somebody gave a place back, so a seat is held for the first in line; a session was changed, another called off.
  { release: '0.2', registrations: 8, notices: 3 },
];

it('has what every release left', () => {
  expect(left.map(({ release }) => release)).toEqual(readdirSync(releases).sort());
});

interface Sent {
  request: string;
  login: boolean;
  body: Record<string, unknown> | null;
  status: number;
}

describe.each(left)('release $release', ({ release: version, ...counts }) => {
  const release = path.join(releases, version);
  let folder: string;
  let test: TestService;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'yugong-release-'));
    const database = new DatabaseSync(path.join(folder, 'yugong.sqlite'));
    database.exec(readFileSync(path.join(release, 'database.sql'), 'utf8'));
    database.close();
    copyFileSync(path.join(release, 'secret.key'), path.join(folder, 'secret.key'));
    test = await startService({ config: { dataDir: folder } });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a database that opens, with every registration and everybody readable', async () => {
    const { read } = test.service.store;
    const registrations = await read.selectFrom('registrations').selectAll().execute();
    expect(registrations).toHaveLength(counts.registrations);
    for (const row of registrations) {
      const account = defined(await accountById(test.service, row.account_id));
      expect(readPerson(account, row, console).person?.name).toMatch(/^演示/);
    }
    const sessions = await read.selectFrom('sessions').select(['id', 'held', 'capacity']).execute();
    const seats = registrations.filter(
      ({ status, offer_until }) => status === 'booked' || (status === 'waitlist' && offer_until !== null),
    ).length;
    expect(sessions.reduce((sum, { held }) => sum + held, 0)).toBe(seats);
    expect(await read.selectFrom('legal_aid').select('status').execute()).toHaveLength(1);
    const notices = await read.selectFrom('notices').selectAll().execute();
    expect(notices).toHaveLength(counts.notices);
    // What was written before there was anything to deliver it is in the app, and is sent to nobody now.
    expect(notices.filter(({ deliver_at }) => deliver_at !== null)).toEqual([]);
  });

  it('has its quotas in their column after the migration', async () => {
    const rows = await test.service.store.read.selectFrom('programmes').select(['rules', 'quotas']).execute();
    for (const { rules, quotas } of rows) {
      const stated = rules === null ? null : ((JSON.parse(rules) as { quotas: unknown[] | null }).quotas ?? null);
      expect(quotas === null ? null : JSON.parse(quotas)).toEqual(stated);
    }
  });

  const sent: Sent[] = JSON.parse(readFileSync(path.join(release, 'requests.json'), 'utf8'));
  const fresh = sent.filter(({ request }) => request.startsWith('POST') && !request.includes('/me/'));

  it.each(fresh.map((one) => [one.request.replace(/^POST /, ''), one] as const))(
    'sends %s as it did, and is answered as it was',
    async (_, one) => {
      test.clock.now = Date.now();
      await test.reset();
      const token = one.login ? await test.login() : undefined;
      const answer = await test.ask(one.request, { ...(token ? { token } : {}), body: one.body });
      // Without WeChat's keys its number can't be had, then as now.
      expect(answer.statusCode).toBe(one.status);
    },
  );
});
