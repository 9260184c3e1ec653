import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../server/src/app';

const HOME = '<title>渝工随行</title><script>start()</script>';

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'yugong-h5-'));
  mkdirSync(path.join(folder, 'js'));
  mkdirSync(path.join(folder, 'pages/home'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), HOME);
  writeFileSync(path.join(folder, 'pages/home/index.html'), HOME);
  writeFileSync(path.join(folder, 'not-found.html'), '<title>没有这个页面</title>');
  writeFileSync(path.join(folder, 'js/app.12345678.js.br'), brotliCompressSync('// compressed when it was built'));
  writeFileSync(path.join(folder, 'js/app.12345678.js'), `${'// words '.repeat(400)}`);
  app = await buildApp({ h5: folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

it.each(['/', '/pages/home/index', '/pages/home/index?id=case-a', '/pages/home/index?id=%E4%B'])(
  'answers the page %s with its own file',
  async (url) => {
    const response = await app.inject(url);
    expect([response.statusCode, response.body]).toEqual([200, HOME]);
    expect(response.headers['cache-control']).toBe('no-cache');
  },
);

it.each(['/pages/gone/index', '/nonsense', '/features/cases'])(
  'answers %s, which no page has, with 404',
  async (url) => {
    const response = await app.inject(url);
    expect([response.statusCode, response.body]).toEqual([404, '<title>没有这个页面</title>']);
    expect(response.headers['content-security-policy']).toContain("frame-ancestors 'self'");
  },
);

it('answers every page with the one document of a build for developing', async () => {
  const developed = mkdtempSync(path.join(tmpdir(), 'yugong-h5-'));
  writeFileSync(path.join(developed, 'index.html'), HOME);
  const built = await buildApp({ h5: developed });
  const response = await built.inject('/pages/gallery/index');
  expect([response.statusCode, response.body]).toEqual([200, HOME]);
  expect(response.headers['content-security-policy']).toBeUndefined();
  await built.close();
  rmSync(developed, { recursive: true });
});

it('lets a page run its own script and no other that stands in it', async () => {
  const policy = String((await app.inject('/')).headers['content-security-policy']);
  const allowed = createHash('sha256').update('start()').digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${allowed}';`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-/);
});

it('sends what the build compressed', async () => {
  const response = await app.inject({ url: '/js/app.12345678.js', headers: { 'accept-encoding': 'gzip, br' } });
  expect(response.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(response.rawPayload).toString()).toBe('// compressed when it was built');
  expect(response.headers['cache-control']).toContain('immutable');
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

it.each(['/healthz', '/readyz', '/healthz/', '/readyz/'])('answers the probe %s', async (url) => {
  expect((await app.inject(url)).json()).toEqual({ status: 'ok' });
});
