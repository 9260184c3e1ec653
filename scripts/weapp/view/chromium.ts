/** A Chromium to draw in: the system's, else the one inside an npm package. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Without these it tries to reach Google at every start, many times over. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Starts it. @throws where no Chromium can be found or started */
export async function launchChromium(): Promise<Browser> {
  const executablePath = INSTALLED.find((file) => file !== '' && existsSync(file));
  if (executablePath) return chromium.launch({ executablePath, args: FLAGS });
  const { default: packaged } = await import('@sparticuz/chromium');
  process.env['HOME'] ??= mkdtempSync(path.join(tmpdir(), 'yugong-home-'));
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...FLAGS] });
}
