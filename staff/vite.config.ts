/** The staff console's build: `dist/staff`, served by the service at `/staff/`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { css } from '@yugong/tokens/css';

const root = import.meta.dirname;
/** Where `npm run dev:staff` finds the service. */
const service = process.env.YUGONG_SERVICE ?? 'http://127.0.0.1:8787';

/** Puts the design tokens into the page itself as CSS variables, so that the first paint has them, in the dark too. */
const tokensCss = (): Plugin => ({
  name: 'yugong-tokens',
  transformIndexHtml: () => [{ tag: 'style', children: css, injectTo: 'head-prepend' }],
});

/**
 * Writes the console's service worker: the list of what was built, then `service-worker.js`. All of it is cached when
 * the console is opened first, so that check-in works without a network.
 */
const serviceWorker = (): Plugin => ({
  name: 'yugong-service-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => /\.(js|css|wasm)$/.test(name))
      .map((name) => `/staff/${name}`)
      .sort();
    const body = readFileSync(path.join(root, 'build/service-worker.js'), 'utf8');
    // Names carry a hash of their content; index.html names them.
    const version = createHash('sha256')
      .update(files.join('\n') + body)
      .digest('hex')
      .slice(0, 12);
    const source = `const VERSION = 'yugong-staff-${version}';\nconst FILES = ${JSON.stringify(files)};\n${body}`;
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
});

export default defineConfig({
  root,
  base: '/staff/',
  plugins: [react(), tokensCss(), serviceWorker()],
  build: {
    outDir: process.env.YUGONG_STAFF_OUT ?? path.resolve(root, '../dist/staff'),
    emptyOutDir: true,
    // Check-in runs on a cheap Android phone whose browser is not the newest.
    target: 'es2020',
    // scripts/build-staff.ts prints the gzipped sizes, a route at a time.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: {
        manualChunks: (id) =>
          /node_modules\/(react|react-dom|react-router|react-router-dom|scheduler|@tanstack)\//.test(id)
            ? 'react'
            : undefined,
      },
    },
  },
  server: { port: 5173, proxy: { '/api': service } },
});
