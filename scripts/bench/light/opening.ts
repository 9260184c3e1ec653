/** A page of the web app as a cheap phone on a weak line opens it for the first time. */
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import * as v from 'valibot';
import { defined } from '@yugong/domain/narrow';
import { readJson } from '@yugong/domain/narrow/json';
import { startBench } from '../processes';

/** What one opening cost: times in ms from the start of the navigation, bytes as they came over the wire. */
export interface ColdOpening {
  firstPaint: number;
  /** When the page's own heading stood where the reader sees it. */
  content: number;
  /** Of every task the part above 50 ms, in which a finger waits (Lighthouse's total blocking time, from the start on). */
  blocked: number;
  /** How far things moved by themselves, until nothing more came (CLS). */
  shift: number;
  bytes: number;
  /** What was fetched after that without having been asked for. */
  afterwards: { files: number; bytes: number };
}

export const SLOWER = 4;
/** The line that Lighthouse calls slow 4G. */
export const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

const Sent = v.object({ file: v.string(), bytes: v.number() });

export interface Site {
  address: string;
  /** What it has sent so far, in order. */
  sent: v.InferOutput<typeof Sent>[];
  stop: () => void;
}

/** Serves a folder by the built service, in a process of its own. */
export async function serveFolder(folder: string): Promise<Site> {
  const child = startBench('served', [folder]);
  const sent: Site['sent'] = [];
  const lines = createInterface({ input: defined(child.stdout ?? undefined) });
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.startsWith('{"address"')) resolve(readJson(v.object({ address: v.string() }), line).address);
      else if (line.startsWith('{"file"')) sent.push(readJson(Sent, line));
    });
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  return { address, sent, stop: () => void child.kill() };
}

declare global {
  interface Window {
    /** What `watch.js` has noted. */
    __measured: { blocked: number; shift: number; content: number | null };
  }
}

const measuredOf = (page: Page) =>
  page.evaluate(() => ({
    ...window.__measured,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  }));

/**
 * Opens an address in a browser that has never seen it, and waits until nothing more comes.
 *
 * @param keeps does the app there bring a service worker? Then it is waited for
 */
export async function openOnce(
  browser: Browser,
  site: Site,
  route: string,
  { keeps = true } = {},
): Promise<ColdOpening> {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', LINE);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript({ path: path.join(__dirname, 'watch.js') });
  await page.goto(site.address + route, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.__measured.content !== null, undefined, { timeout: 120_000 });
  const [contentBytes, sentByThen] = [bytes, site.sent.length];
  await page.waitForLoadState('networkidle');
  if (keeps)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  const { blocked, shift, content, firstPaint } = await measuredOf(page);
  await context.close();
  const later = site.sent.slice(sentByThen);
  return {
    firstPaint,
    content: content ?? NaN,
    blocked,
    shift,
    bytes: contentBytes,
    afterwards: { files: later.length, bytes: later.reduce((sum, { bytes: size }) => sum + size, 0) },
  };
}
