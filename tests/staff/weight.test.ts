/** What the console costs on a weak line: bytes as the service sends them, compressed, until a page can be used. Never time. */
import type { Page } from 'playwright-core';
import { openConsole, settled, type Console } from './support/console';

jest.setTimeout(120_000);

const KB = 1000;
const MAX_LOGIN_BYTES = 200 * KB;
const MAX_TODAY_BYTES = 260 * KB;

let desk: Console;
beforeAll(async () => {
  desk = await openConsole('sqlite');
}, 300_000);
afterAll(() => desk?.close());

/** Counts what comes over the wire from now on, and names the files. */
async function weigh(page: Page): Promise<{ bytes: () => number; files: string[] }> {
  let bytes = 0;
  const files: string[] = [];
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  client.on('Network.responseReceived', ({ response }) => void files.push(new URL(response.url).pathname));
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return { bytes: () => bytes, files };
}

// The service worker fetches for later what nobody waits for.
const options = { serviceWorkers: 'block' } as const;

it.each(['/staff/login', '/staff/'])('needs at most 200 KB until one can sign in at %s', async (path) => {
  const page = await desk.stranger(options);
  const { bytes, files } = await weigh(page);
  await page.goto(desk.origin + path);
  await page.getByLabel('用户名').waitFor();
  await page.getByRole('button', { name: '下一步' }).waitFor();
  expect(bytes()).toBeGreaterThan(100 * KB);
  expect(bytes()).toBeLessThanOrEqual(MAX_LOGIN_BYTES);
  // Who isn't signed in yet fetches neither the frame nor the page behind it.
  expect(files.filter((file) => /layout|today-page|setup-form/.test(file))).toEqual([]);
});

it('needs at most 260 KB for what is to do today', async () => {
  const { page } = await desk.as(['administrator'], options);
  const { bytes } = await weigh(page);
  await page.goto(`${desk.origin}/staff/`);
  await settled(page);
  expect(bytes()).toBeGreaterThan(100 * KB);
  expect(bytes()).toBeLessThanOrEqual(MAX_TODAY_BYTES);
});
