/** The console on a service that is a process of its own, so that it can be killed in the middle of its work. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../scripts/lib/chromium';
import type { Store } from '../../../server/src/kernel/store';
import { openService } from '../../../server/src/service';
import { readConfig } from '../../../server/src/config';
import { freePort, run, type Running } from '../../service/support/process';
import { startService, type TestService } from '../../service/support/service';
import { postgresEngine } from '../../service/support/stores';
import { ensureBuilt, type EngineName } from './console';

export interface Killable {
  browser: Browser;
  origin: string;
  /** SIGKILL: nothing is finished, nothing is told. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** What is in its database once it has stopped. */
  look<T>(at: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param prepare fills the database before the service is started */
export async function openKillable(
  engine: EngineName,
  prepare: (test: TestService) => Promise<void>,
): Promise<Killable> {
  await ensureBuilt();
  const postgres = engine === 'postgres' ? postgresEngine() : null;
  await postgres?.start();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yugong-killable-'));
  const databaseUrl = postgres ? (await postgres.place()).at : null;
  const test = await startService({ now: Date.now, config: { dataDir, databaseUrl } });
  test.service.limits.writes = 1e9;
  test.service.limits.logins = 1e9;
  await prepare(test);
  await test.close();

  const port = await freePort();
  const env = { YUGONG_DATA: dataDir, PORT: String(port), ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  let service: Running | null = null;
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    service?.child.kill(signal);
    await service?.ended;
    service = null;
  };
  const start = async (): Promise<void> => {
    service = await run(env);
  };
  await start();
  const browser = await launchChromium();
  return {
    browser,
    origin: `http://127.0.0.1:${port}`,
    kill,
    start,
    look: async (at) => {
      await kill('SIGTERM');
      const opened = await openService({ ...readConfig({}), dataDir, databaseUrl }, { maintenance: false });
      try {
        return await at(opened.store);
      } finally {
        await opened.close();
      }
    },
    close: async () => {
      await browser.close();
      await kill();
      await postgres?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
