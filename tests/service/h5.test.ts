import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../server/src/app';

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'yugong-h5-'));
  mkdirSync(path.join(folder, 'js'));
  writeFileSync(path.join(folder, 'index.html'), '<title>渝工随行</title>');
  writeFileSync(path.join(folder, 'js/app.12345678.js'), `${'// words '.repeat(400)}`);
  app = await buildApp({ h5: folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

it.each([
  '/',
  '/pages/home/index',
  '/features/cases/pages/detail/index?id=case-a',
  '/features/news/pages/detail/index?id=%E4%B',
])('answers the page %s with the app', async (url) => {
  const response = await app.inject(url);
  expect([response.statusCode, response.body]).toEqual([200, '<title>渝工随行</title>']);
  expect(response.headers['cache-control']).toBe('no-cache');
});

it('does not answer a missing script or API path with HTML', async () => {
  for (const url of ['/js/app.old.js', '/api/v1/unknown']) {
    const response = await app.inject(url);
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(response.json()).toMatchObject({ code: 'not-found', retryable: false });
  }
});

it('never leaves its folder', async () => {
  const response = await app.inject('/..%2f..%2fetc/passwd');
  expect(response.body).not.toContain('root:');
});

it('lets phones keep hashed files and sends them compressed', async () => {
  const response = await app.inject({ url: '/js/app.12345678.js', headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers['cache-control']).toContain('immutable');
  expect(response.headers['content-encoding']).toBe('gzip');
});

it.each(['/healthz', '/readyz'])('answers the probe %s', async (url) => {
  expect((await app.inject(url)).json()).toEqual({ status: 'ok' });
});
