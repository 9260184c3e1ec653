/** The staff console's build: `dist/staff`, served by the service at `/staff/`. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker, tokensCss } from './build/plugins';

const root = import.meta.dirname;
/** Where `npm run dev:staff` finds the service. */
const service = process.env.YUGONG_SERVICE ?? 'http://127.0.0.1:8787';

export default defineConfig({
  root,
  base: '/staff/',
  // The handbook and its pictures, which the help page shows.
  resolve: { alias: { '@docs': path.resolve(root, '../docs') } },
  plugins: [react(), tokensCss(), serviceWorker({ base: '/staff/', caches: 'yugong-staff' })],
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
        // A file a request: what is smaller goes with what needs it, since each answer has half a kilobyte of headers.
        experimentalMinChunkSize: 6_000,
        manualChunks: (id) =>
          /node_modules\/(react|react-dom|react-router|react-router-dom|scheduler|@tanstack)\//.test(id)
            ? 'react'
            : undefined,
      },
    },
  },
  server: { port: 5173, proxy: { '/api': service } },
});
