/** The API's own description: whole, valid, and every example in it works as it stands. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { problems } from '@yugong/domain/problem';
import { startService, type TestService } from '../support/service';

let test: TestService;
beforeAll(async () => {
  test = await startService();
});
afterAll(() => test.close());
beforeEach(() => test.reset());

/** By a validator that is none of ours; an ES module, so in a process of its own. */
function validate(description: unknown): unknown {
  const file = path.join(__dirname, '../support/validate-openapi.mjs');
  return JSON.parse(spawnSync(process.execPath, [file], { input: JSON.stringify(description) }).stdout.toString());
}

interface Described {
  operationId: string;
  parameters: { name: string; example?: string }[];
  requestBody?: { content: Record<string, { example: unknown }> };
}

/** Numbers in what is sent, with the bound that each lacks; columns of numbers hold no more than 32 bits in PostgreSQL. */
function unbounded(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('type' in schema && (schema.type === 'integer' || schema.type === 'number'))
    return ['minimum', 'maximum'].flatMap((bound) => (bound in schema ? [] : [`${at} lacks ${bound}`]));
  return Object.entries(schema).flatMap(([key, part]) => unbounded(part, `${at}.${key}`));
}

describe('the description', () => {
  it('bounds every number that is sent, so that none is too large for its column', async () => {
    const { paths } = (await test.ask('GET /api/v1/openapi.json')).json<{
      paths: Record<string, Record<string, { parameters: { schema: unknown }[]; requestBody?: { content: unknown } }>>;
    }>();
    const found = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { parameters, requestBody }]) =>
        unbounded([parameters.map(({ schema }) => schema), requestBody?.content], `${method} ${path}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('is valid OpenAPI 3.1 and tells every route of the contract', async () => {
    const description = (await test.ask('GET /api/v1/openapi.json')).json();
    expect([validate(description), description.openapi]).toEqual([{ valid: true }, '3.1.0']);
    const broken = { ...description, paths: { '/x': { get: { responses: 'none' } } } };
    expect(validate(broken)).toMatchObject({ valid: false });
    const workers = Object.entries(description.paths).filter(([path]) => !path.startsWith('/api/v1/staff/'));
    expect(
      workers
        .flatMap(([path, item]) =>
          Object.keys(item as object).map((m) => `${m.toUpperCase()} ${path.replace('/api/v1', '')}`),
        )
        .sort(),
    ).toEqual([
      'DELETE /login',
      'DELETE /me',
      'DELETE /me/complaints/{id}',
      'DELETE /me/due-reminders/{id}',
      'DELETE /me/legal-aid/{id}',
      'DELETE /me/registrations/{id}',
      'DELETE /me/session-alerts/{id}',
      'GET /calendar.ics',
      'GET /content/stations',
      'GET /content/{collection}',
      'GET /legal-aid/consent',
      'GET /me/complaints',
      'GET /me/consents',
      'GET /me/due-reminders',
      'GET /me/export',
      'GET /me/export/document',
      'GET /me/held/{id}/subscriptions',
      'GET /me/legal-aid',
      'GET /me/notices',
      'GET /me/registrations',
      'GET /me/registrations/{id}',
      'GET /me/registrations/{id}/pass',
      'GET /me/registrations/{id}/subscriptions',
      'GET /me/reports',
      'GET /me/session-alerts',
      'GET /on-site/list',
      'GET /pictures/{id}',
      'GET /programmes',
      'GET /release',
      'GET /sessions',
      'GET /sessions/{id}',
      'GET /stations/standings',
      'GET /stations/{id}',
      'GET /wechat',
      'POST /complaints',
      'POST /legal-aid',
      'POST /legal-aid/document',
      'POST /login/device',
      'POST /login/renew',
      'POST /login/wechat',
      'POST /me/complaints/{id}/messages',
      'POST /me/complaints/{id}/subscriptions',
      'POST /me/consents/{purpose}/withdraw',
      'POST /me/due-reminders/{id}/subscriptions',
      'POST /me/held/{id}/code',
      'POST /me/held/{id}/subscriptions',
      'POST /me/legal-aid/{id}/messages',
      'POST /me/legal-aid/{id}/subscriptions',
      'POST /me/legal-aid/{id}/withdraw',
      'POST /me/notices/read',
      'POST /me/registrations/{id}/due-reminder',
      'POST /me/registrations/{id}/reminder',
      'POST /me/registrations/{id}/subscriptions',
      'POST /me/reports/{id}/subscriptions',
      'POST /me/session-alerts',
      'POST /me/session-alerts/{id}/subscriptions',
      'POST /on-site/checks',
      'POST /sessions/{id}/registrations',
      'POST /stations/{id}/reports',
      'POST /wechat/phone',
      'PUT /me/due-reminders/{id}',
      'PUT /me/held/{id}/proof',
      'PUT /me/registrations/{id}',
    ]);
  });

  it('has an example for every body, and each works as it stands', async () => {
    const { paths } = (await test.ask('GET /api/v1/openapi.json')).json();
    const token = await test.login();
    const made: Record<string, string> = {};
    const tried: [string, number][] = [];
    // In the order in which one thing needs another.
    for (const [path, item] of Object.entries(paths) as [string, Record<string, Described>][]) {
      // Those of the staff are tried with a member of staff, tests/service/staff.
      if (path.startsWith('/api/v1/staff/')) continue;
      for (const [method, one] of Object.entries(item)) {
        if (!one.requestBody) continue;
        const { example } = defined(one.requestBody.content['application/json']);
        expect(example).toBeDefined();
        const url = path.replace(/\{(\w+)\}/, (_, name: string) => {
          const given = one.parameters.find((p) => p.name === name)?.example;
          const makers = {
            'legal-aid': 'askLegalAid',
            complaints: 'sendComplaint',
            'due-reminders': 'keepDueReminder',
            reports: 'reportStation',
          };
          const found = Object.entries({ ...makers, 'session-alerts': 'addSessionAlert' }).find(([part]) =>
            path.includes(`/me/${part}/`),
          );
          return given ?? defined(made[found?.[1] ?? 'register']);
        });
        const answer = await test.ask(`${method.toUpperCase()} ${url}`, { token, body: example });
        tried.push([one.operationId, answer.statusCode]);
        if (/json/.test(String(answer.headers['content-type']))) made[one.operationId] = answer.json().id;
      }
    }
    expect(tried).toEqual([
      ['loginWechat', 200],
      ['wechatPhone', 200],
      ['register', 201],
      ['moveRegistration', 200],
      // Nobody waits for a proof: the demo's operator sends no codes.
      ['provePhone', 404],
      ['askReminder', 200],
      ['subscribe', 200],
      // Nor is there a sign-up that the union has to settle.
      ['subscribeToHeld', 404],
      ['askLegalAid', 201],
      ['addMessage', 201],
      ['sendComplaint', 201],
      ['addToComplaint', 201],
      ['subscribeToAnswer', 200],
      ['subscribeToComplaintAnswer', 200],
      ['makeDocument', 200],
      ['reportStation', 201],
      // Nobody has a link but who was given one.
      ['sendOnSiteChecks', 403],
      ['readNotices', 200],
      ['addSessionAlert', 201],
      ['keepDueReminder', 201],
      ['changeDueReminder', 200],
      ['subscribeToReport', 200],
      ['subscribeToAlert', 200],
      ['subscribeToDueReminder', 200],
    ]);
  });

  it('says every problem in Chinese', () => {
    for (const { title, status } of Object.values(problems)) {
      expect(title).toMatch(/^[\u4e00-\u9fff\d“”，；：、\s]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});
