/** Writes the console's service worker: the list of what was built, then service-worker.js. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** What the door needs without a network is kept from the start; the rest when it was used once. */
export const serviceWorker = (): Plugin => ({
  name: 'yugong-service-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => /\.(js|css|wasm)$/.test(name))
      .map((name) => `/staff/${name}`)
      .sort();
    const body = readFileSync(path.join(__dirname, 'service-worker.js'), 'utf8');
    // Names carry a hash of their content; index.html names them.
    const version = createHash('sha256')
      .update(files.join('\n') + body)
      .digest('hex')
      .slice(0, 12);
    const source = `const VERSION = 'yugong-staff-${version}';\nconst FILES = ${JSON.stringify(files)};\n${body}`;
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
});
