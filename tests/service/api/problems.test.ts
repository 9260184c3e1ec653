/** Whatever is sent, the answer is a problem in Chinese that repeats nothing of it. */
import { eventBody, screeningBody, startService, type TestService } from '../support/service';
import { StorageFailure, type FailureKind } from '../../../server/src/kernel/storage-failure';

let test: TestService;
let token: string;
const lines: string[] = [];
beforeAll(async () => {
  test = await startService({ app: { log: { stream: { write: (line) => void lines.push(line) } } } });
  // Counting requests is tried elsewhere; here there are many.
  Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.reset();
  token = await test.login();
});

const url = 'POST /api/v1/sessions/demo-screening-1/registrations';
const json = { 'content-type': 'application/json' };

it.each([
  ['no key', { body: screeningBody(), key: null }, 400, 'idempotency-key-missing'],
  ['a key with a space', { body: screeningBody(), key: 'a b' }, 400, 'idempotency-key-missing'],
  ['half a JSON', { body: '{"person":', headers: json }, 400, 'bad-request'],
  ['a prototype', { body: '{"__proto__":{"x":1}}', headers: json }, 400, 'bad-request'],
  ['a list', { body: [] }, 422, 'invalid'],
  ['nothing', { headers: json }, 422, 'invalid'],
  [
    'a form',
    { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'unsupported-media-type',
  ],
  ['101 KB', { body: { person: { name: 'x'.repeat(101 * 1024) } } }, 413, 'too-large'],
])('answers %s with a problem', async (_, asked, status, code) => {
  const answer = await test.ask(url, { token, ...asked } as never);
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({
    status,
    title: expect.any(String),
    retryable: false,
    errors: expect.any(Array),
  });
  expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
});

it.each([
  ['full', 503, 'storage-full'],
  ['read-only', 503, 'storage-read-only'],
  ['unavailable', 503, 'unavailable'],
  ['busy', 503, 'busy'],
  ['other', 500, 'internal'],
] as [FailureKind, number, string][])('says clearly that the storage is %s', async (kind, status, code) => {
  const { store } = test.service;
  const submit = jest.spyOn(store, 'submit').mockRejectedValue(new StorageFailure(kind, 'secret detail'));
  const answer = await test.ask(url, { token, body: screeningBody() });
  submit.mockRestore();
  expect([answer.statusCode, answer.json().code, answer.json().retryable]).toEqual([status, code, true]);
  expect(answer.body).not.toContain('secret');
  if (status === 503) expect(answer.headers['retry-after']).toBe('2');
  // Nothing was kept: the same again succeeds.
  expect((await test.ask(url, { token, body: screeningBody() })).statusCode).toBe(201);
});

it('has no plain error pages: unknown paths and methods are problems too', async () => {
  for (const line of ['GET /api/v1/nothing', 'PUT /api/v1/sessions', 'GET /api/v1/me/registrations/%00', 'GET /%']) {
    const answer = await test.ask(line, { token });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.statusCode).toBeLessThan(500);
  }
});

it('writes no line about a person', async () => {
  lines.length = 0;
  const canaries = Array.from({ length: 25 }, (_, n) => screeningBody(n + 400));
  for (const body of canaries) {
    await test.ask(url, { token, body });
    await test.ask(url, { token, body: { ...body, extra: body.person.name } });
    await test.ask(`GET /api/v1/sessions?kind=${body.person.phone}`, { token });
  }
  const submit = jest
    .spyOn(test.service.store, 'submit')
    .mockRejectedValue(new TypeError(JSON.stringify(eventBody(3))));
  expect((await test.ask(url, { token, body: screeningBody(3) })).statusCode).toBe(500);
  submit.mockRestore();
  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(100);
  for (const { person } of [...canaries, screeningBody(3)]) {
    for (const value of [person.name, person.phone, person.residentId]) expect(log).not.toContain(value);
  }
  expect(log).not.toContain(token);
  expect(log).toContain('"kind":"TypeError"');
});
