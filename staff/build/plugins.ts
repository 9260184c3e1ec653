/** The two Vite plugins of the console's build: the design tokens as CSS, and the service worker. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { css } from '@yugong/tokens/css';

/** Puts the design tokens into the page itself as CSS variables, so that the first paint has them, in the dark too. */
export const tokensCss = (): Plugin => ({
  name: 'yugong-tokens',
  transformIndexHtml: () => [{ tag: 'style', children: css, injectTo: 'head-prepend' }],
});

/**
 * Writes the console's service worker: the list of what was built, then `service-worker.js`. All of it is cached when
 * the console is opened first, so that check-in works without a network.
 */
export const serviceWorker = (): Plugin => ({
  name: 'yugong-service-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => /\.(js|css|wasm)$/.test(name))
      .map((name) => `/staff/${name}`)
      .sort();
    const body = readFileSync(path.join(import.meta.dirname, 'service-worker.js'), 'utf8');
    // Names carry a hash of their content; index.html names them.
    const version = createHash('sha256')
      .update(files.join('\n') + body)
      .digest('hex')
      .slice(0, 12);
    const source = `const VERSION = 'yugong-staff-${version}';\nconst FILES = ${JSON.stringify(files)};\n${body}`;
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
});
