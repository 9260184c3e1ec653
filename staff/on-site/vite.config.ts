/**
 * The build of the volunteers' page: `dist/on-site`, served by the service at `/on-site/`. It is a page of its own beside the
 * console, since whoever opens it has no account, a cheap phone and a weak signal: none of the console comes along.
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker, tokensCss } from '../build/plugins';

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: '/on-site/',
  publicDir: false,
  plugins: [react(), tokensCss(), serviceWorker({ base: '/on-site/', caches: 'yugong-on-site' })],
  build: {
    outDir: process.env.YUGONG_ON_SITE_OUT ?? path.resolve(root, '../../dist/on-site'),
    emptyOutDir: true,
    target: 'es2020',
    reportCompressedSize: false,
  },
  server: { port: 5174, proxy: { '/api': process.env.YUGONG_SERVICE ?? 'http://127.0.0.1:8787' } },
});
