/** The built console in Chromium, on the real service with a real clock, on either engine. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Role, Scope } from '@yugong/domain/staff-account';
import { launchChromium } from '../../../scripts/lib/chromium';
import { runNode, script } from '../../../scripts/lib/run';
import { isFresh, root } from '../../../scripts/lib/stale';
import { COOKIE_PATH } from '../../../server/src/staff/identity/cookies';
import { COOKIE } from '../../../server/src/staff/identity/sign-ins';
import { startService, type TestService } from '../../service/support/service';
import { postgresEngine } from '../../service/support/stores';
import { member, type TestMember } from '../../service/staff/support';
import { portOf } from '../../../scripts/lib/port';

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export type EngineName = 'sqlite' | 'postgres';

export interface Console {
  test: TestService;
  browser: Browser;
  origin: string;
  /** A page signed in as somebody new with these roles. */
  as(roles: Role[], options?: AsOptions): Promise<{ page: Page; context: BrowserContext; who: TestMember }>;
  /** A page with nobody signed in. */
  stranger(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export interface AsOptions extends BrowserContextOptions {
  scope?: Scope;
}

/** What the page itself got wrong, apart from answers that a test asks for. */
function watch(page: Page): void {
  page.on('pageerror', (error) => {
    throw error;
  });
}

/** Builds the console, or the app that workers have, where it is missing or older than its sources. */
export async function ensureBuilt(what: 'staff' | 'h5' = 'staff'): Promise<void> {
  if (isFresh(what)) return;
  const command =
    what === 'staff' ? script('scripts/build-staff.ts', '--if-stale') : script('scripts/build.ts', 'h5', '--if-stale');
  const { code, output } = await runNode(command);
  if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${output.slice(-2000)}`);
}

const contextOf = (browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> =>
  browser.newContext({
    viewport: DESK,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });

/** A page on which somebody is signed in already. */
export async function openPageAs(
  browser: Browser,
  { token }: TestMember,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await contextOf(browser, options);
  await context.addCookies([{ name: COOKIE, value: token, domain: '127.0.0.1', path: COOKIE_PATH }]);
  const page = await context.newPage();
  watch(page);
  return { page, context };
}

export async function openConsole(engine: EngineName, flags: string[] = []): Promise<Console> {
  await ensureBuilt();
  const postgres = engine === 'postgres' ? postgresEngine() : null;
  await postgres?.start();
  const databaseUrl = postgres ? (await postgres.place()).at : null;
  const test = await startService({
    now: Date.now,
    maintenance: true,
    ...(databaseUrl ? { config: { databaseUrl } } : {}),
    app: {
      staff: path.join(root, 'dist/staff'),
      onSite: path.join(root, 'dist/on-site'),
      h5: path.join(root, 'dist/h5'),
    },
  });
  await test.app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${portOf(test.app.server)}`;
  const browser = await launchChromium(flags);
  return {
    test,
    browser,
    origin,
    stranger: async (options = {}) => {
      const page = await (await contextOf(browser, options)).newPage();
      watch(page);
      return page;
    },
    as: async (roles, { scope, ...options } = {}) => {
      const who = await member(test, roles, scope);
      const { page, context } = await openPageAs(browser, who, options);
      return { page, context, who };
    },
    close: async () => {
      await browser.close();
      await test.close();
      await postgres?.stop();
    },
  };
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, a line each. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.slice(0, 200) ?? ''}`),
  );
}

/** The page is there: its heading is drawn and nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-label="正在加载"]') === null);
}
