/** What the builds of the console and of the volunteers' page have in common. */
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
 * Writes the service worker: the list of what was built, then `service-worker.js`. All of it is cached when the page is
 * opened first, so that it opens without a network.
 *
 * @param of `base`: the address that the worker answers for; `caches`: how its caches' names begin
 */
export const serviceWorker = ({ base, caches }: { base: string; caches: string }): Plugin => ({
  name: 'yugong-service-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => /\.(js|css|wasm)$/.test(name))
      .map((name) => base + name)
      .sort();
    const body = readFileSync(path.join(import.meta.dirname, 'service-worker.js'), 'utf8');
    // Names carry a hash of their content; index.html names them.
    const version = createHash('sha256')
      .update(files.join('\n') + body)
      .digest('hex')
      .slice(0, 12);
    const names = { PAGE: base, CACHES: `${caches}-`, VERSION: `${caches}-${version}`, FILES: files };
    const head = Object.entries(names).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`);
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: head.join('') + body });
  },
});
