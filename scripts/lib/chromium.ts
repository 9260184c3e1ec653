/** A Chromium to test with: the system's, or else the one that an npm package ships. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** In this order: the shell alone draws the same and starts a page in half the time. */
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Quiet: no sandbox as root, nothing asked of the network but what the test asks. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Text as wide as on a phone, whatever the machine's screen.
  '--font-render-hinting=none',
];

/**
 * Starts a headless Chromium. `CHROMIUM=/path` chooses one.
 *
 * @param more flags of the test's own, such as a camera that is a file
 *
 * @throws when none starts, with the reason
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const system = [process.env.CHROMIUM, ...SYSTEM].find((file) => file && existsSync(file));
  if (system) return chromium.launch({ executablePath: system, args: [...FLAGS, ...more] });
  // Imported only here: it unpacks 60 MB. Its own flags are for AWS Lambda: with `--single-process` the browser ends with
  // the first page that is closed, and without web security no test would see what a phone refuses. Its version is 141:
  // 143 forgets at the next page that it was told to be offline, and later ones don't start on Node 20.
  const { default: shipped } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await shipped.executablePath(), args: [...FLAGS, ...more] });
}
