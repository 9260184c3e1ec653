/** What the service says of its own release, to phones that have fetched a newer app than the one that asks. */
import { version } from '../../../package.json';
import { startService, type TestService } from '../support/service';

let test: TestService;
beforeAll(async () => (test = await startService()));
afterAll(() => test.close());

it('names this release and says in two sentences what it brings, to anybody', async () => {
  const answer = await test.ask('GET /api/v1/release');
  expect(answer.statusCode).toBe(200);
  const { whatIsNew, ...rest } = answer.json<{ version: string; whatIsNew: string[] }>();
  expect(rest).toEqual({ version });
  expect(whatIsNew).toHaveLength(2);
  for (const line of whatIsNew) expect(line).toMatch(/。$/);
  const again = await test.ask('GET /api/v1/release', { headers: { 'if-none-match': String(answer.headers['etag']) } });
  expect(again.statusCode).toBe(304);
});

it('says with each answer that it is a demo, and nothing where it is none', async () => {
  const demo = await startService({ config: { demo: true } });
  try {
    for (const path of ['/api/v1/programmes', '/api/v1/no-such-thing'])
      expect((await demo.ask(`GET ${path}`)).headers['x-yugong-demo']).toBe('1');
  } finally {
    await demo.close();
  }
  const real = await startService({ config: { demo: false } });
  try {
    expect((await real.ask('GET /api/v1/programmes')).headers).not.toHaveProperty('x-yugong-demo');
  } finally {
    await real.close();
  }
});
