/** Staff's accounts: who comes in, who is kept out, and where one is signed in. On both engines. */
import { defined } from '@yugong/domain/narrow';
import { MINUTE, HOUR } from '@yugong/domain/time';
import { hashPassword, isPassword, isWeak } from '../../../server/src/staff/identity/passwords';
import { newTotpSecret, stepOf } from '../../../server/src/staff/identity/totp';
import { inviteAdministrator, renewDemoStaff } from '../../../server/src/staff/identity/admin';
import { readArguments } from '../../../server/src/staff-admin';
import { readConfig } from '../../../server/src/config';
import { buildService } from '../../../server/src/app';
import { postgresEngine } from '../support/stores';
import { startService, type TestService } from '../support/service';
import { codeAt, engines, everywhere, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

const PASSWORD = '四个不相干的词连起来-1';

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
  });
  afterAll(() => test.close());
  beforeEach(() => test.reset());

  const ask = (line: string, asked: Parameters<TestService['ask']>[1] = {}) => {
    const [method, path] = line.split(' ');
    return test.ask(`${method} /api/v1/staff${path}`, asked);
  };

  /** An administrator as the command makes one, set up as a person does it. */
  async function administrator(username: string) {
    const invited = await inviteAdministrator(test.service, { username, name: '演示人', reset: false });
    if (typeof invited === 'string') throw new Error(invited);
    const { setup } = invited;
    const { secret } = (await ask('POST /setup', { body: { username, setup } })).json<{ secret: string }>();
    const body = { username, setup, password: PASSWORD, code: codeAt(secret, test.clock.now) };
    const done = await ask('POST /setup', { body });
    return { secret, setup, done, token: done.json<{ token: string }>().token };
  }

  it('lets the first administrator in by the one-time secret, once', async () => {
    const { done, token, setup, secret } = await administrator(`first-${engine}`);
    expect([done.statusCode, done.json()]).toEqual([
      200,
      expect.objectContaining({ next: 'done', token: expect.stringMatching(/^ys1\./) }),
    ]);
    expect((await ask('GET /me', { token })).json()).toMatchObject({
      username: `first-${engine}`,
      roles: ['administrator'],
      organisation: null,
      districts: null,
    });
    test.clock.now += MINUTE;
    const again = { username: `first-${engine}`, setup, password: PASSWORD, code: codeAt(secret, test.clock.now) };
    expect((await ask('POST /setup', { body: again })).json().code).toBe('staff-login-failed');
  });

  it('takes a setup code as it was read out: in any case, with or without dashes and spaces', async () => {
    const username = `typed-${engine}`;
    const invited = await inviteAdministrator(test.service, { username, name: '演示人', reset: false });
    if (typeof invited === 'string') throw new Error(invited);
    const { setup } = invited;
    const bare = setup.replaceAll('-', '');
    for (const typed of [
      setup.toLowerCase(),
      bare,
      bare.toLowerCase(),
      setup.replaceAll('-', ' '),
      ` ${setup.replaceAll('-', '—')} `,
    ])
      expect([typed, (await ask('POST /setup', { body: { username, setup: typed } })).json().next]).toEqual([
        typed,
        'enrol',
      ]);
    const other = `${bare.slice(0, -1)}${bare.endsWith('2') ? '3' : '2'}`;
    expect((await ask('POST /setup', { body: { username, setup: other } })).json().code).toBe('staff-login-failed');
  });

  it('renames a union for whoever works for all of it', async () => {
    const admin = await member(test, ['administrator'], { organisation: 'main', districts: null });
    const rename = (one: TestMember, body: object, id = 'main') =>
      ask(`PUT /organisations/${id}`, { token: one.token, body });
    const { organisations } = (await ask('GET /organisations', { token: admin.token })).json();
    const seen = organisations[0].title;
    expect((await rename(admin, { title: '示例区总工会', seen })).json()).toEqual({
      id: 'main',
      title: '示例区总工会',
    });
    expect((await rename(admin, { title: '又一个名字', seen })).json()).toMatchObject({
      code: 'stale',
      current: '示例区总工会',
    });
    const district = await member(test, ['administrator'], { organisation: 'main', districts: ['500103'] });
    expect((await rename(district, { title: '又一个名字', seen: '示例区总工会' })).statusCode).toBe(404);
    expect((await rename(admin, { title: '又一个名字', seen: '' }, 'nobody')).statusCode).toBe(422);
    expect((await rename(admin, { title: seen, seen: '示例区总工会' })).statusCode).toBe(200);
  });

  it('asks for the code after the password, and takes each code once', async () => {
    const username = `code-${engine}`;
    const { secret } = await administrator(username);
    expect((await ask('POST /login', { body: { username, password: PASSWORD } })).json()).toEqual({ next: 'code' });
    // The code of the setup is used up, though its half minute isn't over.
    const used = codeAt(secret, test.clock.now);
    const early = await ask('POST /login', { body: { username, password: PASSWORD, code: used } });
    expect([early.statusCode, early.json().code]).toEqual([401, 'staff-code-used']);
    // Whoever doesn't know the password doesn't hear that the code was right.
    const guess = await ask('POST /login', { body: { username, password: `${PASSWORD}?`, code: used } });
    expect(guess.json().code).toBe('staff-login-failed');
    test.clock.now += MINUTE;
    const code = codeAt(secret, test.clock.now);
    const both = await Promise.all(
      [1, 2].map(() => ask('POST /login', { body: { username, password: PASSWORD, code } })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    const wrong = await ask('POST /login', { body: { username, password: `${PASSWORD}!`, code } });
    expect([wrong.statusCode, wrong.json().code, wrong.json().errors]).toEqual([401, 'staff-login-failed', []]);
  });

  it('signs out who is idle, and everybody after a working day', async () => {
    const clerk = await member(test, ['clerk']);
    const nurse = await member(test, ['check-in']);
    const status = async (token: string) => (await ask('GET /me', { token })).statusCode;
    for (let n = 0; n < 3; n += 1) {
      test.clock.now += 29 * MINUTE;
      expect(await status(clerk.token)).toBe(200);
    }
    test.clock.now += 31 * MINUTE;
    // The door's phone was offline all the while.
    expect([await status(clerk.token), await status(nurse.token)]).toEqual([401, 200]);
    for (let n = 0; n < 2; n += 1) {
      test.clock.now += 7 * HOUR;
      await status(nurse.token);
    }
    expect(await status(nurse.token)).toBe(401);
  });

  it('is not kept signed in by what an open page asks by itself', async () => {
    const clerk = await member(test, ['clerk']);
    const alone = { token: clerk.token, headers: { 'x-unattended': '1' } };
    for (let n = 0; n < 5; n += 1) {
      test.clock.now += 5 * MINUTE;
      expect((await ask('GET /me', alone)).statusCode).toBe(200);
    }
    test.clock.now += 5 * MINUTE + 1;
    expect((await ask('GET /me', alone)).json().code).toBe('staff-unauthorized');
  });

  it('shows where one is signed in and ends any of it at once', async () => {
    const one = await member(test, ['clerk']);
    const other = await member(test, ['clerk']);
    const { signIns } = (await ask('GET /me/sign-ins', { token: one.token })).json();
    expect(signIns).toMatchObject([{ current: true, agent: 'Chrome · Linux' }]);
    // Somebody else's is none of mine: nothing happens, and it isn't said why.
    expect((await ask(`DELETE /me/sign-ins/${signIns[0].id}`, { token: other.token })).statusCode).toBe(204);
    expect((await ask('GET /me', { token: one.token })).statusCode).toBe(200);
    await ask('DELETE /login', { token: one.token });
    expect((await ask('GET /me', { token: one.token })).json().code).toBe('staff-unauthorized');
  });

  it('changes a password by password and code, and ends every other sign-in', async () => {
    const username = `change-${engine}`;
    const { secret, token } = await administrator(username);
    test.clock.now += MINUTE;
    const code = codeAt(secret, test.clock.now);
    const login = (await ask('POST /login', { body: { username, password: PASSWORD, code } })).json<{
      token: string;
    }>();
    test.clock.now += MINUTE;
    const change = (password: string) =>
      ask('PUT /me/password', {
        token: login.token,
        body: { password, next: `${PASSWORD}-2`, code: codeAt(secret, test.clock.now) },
      });
    expect((await change('not this one')).statusCode).toBe(401);
    expect((await change(PASSWORD)).statusCode).toBe(204);
    expect([
      (await ask('GET /me', { token })).statusCode,
      (await ask('GET /me', { token: login.token })).statusCode,
    ]).toEqual([401, 200]);
  });

  it('keeps the console’s token in a cookie that no script and no other site can use', async () => {
    const username = `cookie-${engine}`;
    const { secret } = await administrator(username);
    test.clock.now += MINUTE;
    const answer = await ask('POST /login', {
      body: { username, password: PASSWORD, code: codeAt(secret, test.clock.now), keep: 'cookie' },
    });
    expect(answer.json().token).toBeNull();
    const [set = ''] = [answer.headers['set-cookie'] ?? []].flat();
    expect(set).toMatch(/^yugong_staff=ys1\.\S+; Path=\/api\/v1\/staff; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const [cookie = ''] = set.split(';');
    expect((await ask('GET /me', { headers: { cookie } })).statusCode).toBe(200);
    const organisation = { id: 'other', title: '别的工会' };
    const foreign = await ask('POST /organisations', {
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
      body: organisation,
    });
    expect(foreign.json().code).toBe('staff-cross-site');
    const form = await ask('POST /organisations', { headers: { cookie }, key: null, body: organisation });
    expect(form.json().code).toBe('idempotency-key-missing');
    expect(
      (await ask('POST /organisations', { headers: { cookie, 'sec-fetch-site': 'same-origin' }, body: organisation }))
        .statusCode,
    ).toBe(201);
  });

  it('invites only within one’s own scope, and ends what somebody had when it is taken away', async () => {
    const admin = await member(test, ['administrator'], { organisation: 'main', districts: ['500103', '500106'] });
    const invite = (change: object) =>
      ask('POST /accounts', {
        token: admin.token,
        body: {
          username: `in.${engine}`,
          name: '演示人',
          roles: ['clerk'],
          organisation: 'main',
          districts: ['500103'],
          ...change,
        },
      });
    for (const wider of [
      { districts: ['500101'] },
      { districts: null },
      { organisation: null },
      { organisation: 'other' },
    ])
      expect((await invite(wider)).json().code).toBe('scope-too-wide');
    const invited = (await invite({})).json();
    expect(invited).toMatchObject({
      account: { state: 'invited', districts: ['500103'] },
      setup: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
    });
    expect((await invite({})).json().code).toBe('taken');
    const clerk = await member(test, ['clerk'], { organisation: 'main', districts: ['500106'] });
    const edit = {
      name: '演示人',
      roles: ['clerk'],
      organisation: 'main',
      districts: ['500103'],
      disabled: true,
      seen: 1,
    };
    expect((await ask(`PUT /accounts/${clerk.id}`, { token: admin.token, body: edit })).json()).toMatchObject({
      state: 'disabled',
    });
    expect((await ask('GET /me', { token: clerk.token })).statusCode).toBe(401);
    // Who may do more than I is not there for me.
    const chief = await member(test, ['administrator'], everywhere);
    expect((await ask(`POST /accounts/${chief.id}/reset`, { token: admin.token })).statusCode).toBe(404);
    const own = {
      name: '演示人',
      roles: ['clerk'],
      organisation: 'main',
      districts: ['500103'],
      disabled: false,
      seen: 1,
    };
    expect((await ask(`PUT /accounts/${admin.id}`, { token: admin.token, body: own })).statusCode).toBe(403);
  });

  it('keeps neither names nor secrets in the clear', async () => {
    const { secret, token } = await administrator(`sealed-${engine}`);
    const { read } = test.service.store;
    const all = JSON.stringify([
      await read.selectFrom('staff').selectAll().execute(),
      await read.selectFrom('staff_sign_ins').selectAll().execute(),
      await read.selectFrom('audit').selectAll().execute(),
    ]);
    for (const one of [secret, defined(token.split('.')[2]), PASSWORD, '演示人']) expect(all).not.toContain(one);
  });

  it('has a demo’s administrator only where nobody else can reach it, with a new password at every start', async () => {
    const config = readConfig({});
    const first = await renewDemoStaff(test.service, config);
    const login = (password: unknown) => ask('POST /login', { body: { username: 'demo', password } });
    expect((await login(first)).json()).toMatchObject({ next: 'done', me: { demo: true } });
    const second = await renewDemoStaff(test.service, config);
    expect([(await login(first)).statusCode, (await login(second)).statusCode]).toEqual([401, 200]);
    for (const change of [
      { demo: false },
      { production: true },
      { host: '0.0.0.0' },
      { gatewayPort: 80 },
      { trustProxy: '10.0.0.1' },
    ]) {
      expect(await renewDemoStaff(test.service, { ...config, ...change })).toBeNull();
      expect((await login(second)).statusCode).toBe(401);
    }
  });
});

it('is not reached through WeChat’s gateway, and believes no header of it elsewhere', async () => {
  const test = await startService({ gateway: true });
  const { token } = await member(test, ['administrator']);
  expect((await test.ask('GET /api/v1/staff/me', { token })).statusCode).toBe(404);
  const plain = await buildService(test.service);
  const headers = { 'x-wx-openid': 'anybody', 'x-wx-source': 'wx_devtools' };
  const answer = await plain.inject({ method: 'GET', url: '/api/v1/staff/me', headers });
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'staff-unauthorized']);
  const own = await plain.inject({
    method: 'GET',
    url: '/api/v1/staff/me',
    headers: { ...headers, authorization: `Bearer ${token}` },
  });
  expect(own.statusCode).toBe(200);
  await plain.close();
  await test.close();
});

it('takes no code of a step that was used, nor of one before it', () => {
  const secret = newTotpSecret();
  const now = Date.parse('2026-11-25T09:30:00+08:00');
  const step = defined(stepOf(secret, codeAt(secret, now), { now, used: 0 }).step);
  expect(stepOf(secret, codeAt(secret, now), { now, used: step - 1 })).toEqual({ step, isUsed: false });
  expect(stepOf(secret, codeAt(secret, now), { now, used: step })).toEqual({ step: null, isUsed: true });
  expect(stepOf(secret, codeAt(secret, now - 30_000), { now, used: step }).step).toBeNull();
  expect(stepOf(secret, '000000', { now, used: 0 })).toEqual({ step: null, isUsed: false });
});

it('hashes with the parameters it keeps, and knows when they have become too few', async () => {
  const weak = await hashPassword('correct horse', null, { N: 1024, r: 8, p: 1 });
  expect(weak).toMatch(/^scrypt\$1024\$8\$1\$/);
  expect([
    await isPassword('correct horse', weak, null),
    await isPassword('correct horsf', weak, null),
    await isPassword('anything', null, null),
  ]).toEqual([true, false, false]);
  expect([isWeak(weak), isWeak(await hashPassword('correct horse', null))]).toEqual([true, false]);
});

it('starts the setting-up command with right arguments only', () => {
  expect(readArguments(['--username', 'zhang.san', '--name', '演示人'])).toEqual({
    username: 'zhang.san',
    name: '演示人',
    reset: false,
  });
  expect(readArguments(['--username', 'zhang.san', '--reset'])).toMatchObject({ reset: true });
  for (const wrong of [[], ['--username', 'Z'], ['--username', 'zhang.san'], ['--nonsense']])
    expect(readArguments(wrong)).toContain('用法');
});
