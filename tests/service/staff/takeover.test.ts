/**
 * What a stranger, or somebody with a stolen session, does to an administrator's account: the attacker's own client
 * against the whole service, on both engines.
 */
import { MINUTE, HOUR } from '@yugong/domain/time';
import { sweepData, sweepUnused } from '../../../server/src/maintenance';
import { inviteAdministrator } from '../../../server/src/staff/identity/admin';
import { refusedPassword } from '../../../server/src/staff/identity/passwords';
import { ATTACK, FREE_TRIES, FREE_TRIES_UNDER_ATTACK, WAITS } from '../../../server/src/staff/identity/tries';
import { postgresEngine } from '../support/stores';
import { startService, type TestService } from '../support/service';
import { codeAt, engines, member } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

const PASSWORD = '四个不相干的词连起来-1';
const OFFICE = '192.0.2.10';
const ATTACKER = '203.0.113.66';

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { logins: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(() => test.reset());

  const ask = (line: string, asked: Parameters<TestService['ask']>[1] = {}) => {
    const [method, path] = line.split(' ');
    return test.ask(`${method} /api/v1/staff${path}`, asked);
  };

  /** An administrator as the command makes one, who has set herself up in a browser of the office. */
  async function administrator(username: string) {
    const invited = await inviteAdministrator(test.service, { username, name: '演示人', reset: false });
    if (typeof invited === 'string') throw new Error(invited);
    const { setup } = invited;
    const { secret } = (await ask('POST /setup', { body: { username, setup }, address: OFFICE })).json<{
      secret: string;
    }>();
    const done = await ask('POST /setup', {
      address: OFFICE,
      body: { username, setup, password: PASSWORD, code: codeAt(secret, test.clock.now), keep: 'cookie' },
    });
    const cookies = [done.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '');
    return {
      id: invited.member.id,
      username,
      secret,
      session: cookies.find((one) => one.startsWith('yugong_staff=')) ?? '',
      device: cookies.find((one) => one.startsWith('yugong_staff_device=')) ?? '',
    };
  }
  type Administrator = Awaited<ReturnType<typeof administrator>>;

  const signIn = (who: Administrator, { address, cookie = '' }: { address: string; cookie?: string }) =>
    ask('POST /login', {
      address,
      headers: { cookie },
      body: { username: who.username, password: PASSWORD, code: codeAt(who.secret, test.clock.now) },
    });

  /** One wrong try, with a password. */
  const guess = (username: string, address: string, cookie = '') =>
    ask('POST /login', { address, headers: { cookie }, body: { username, password: 'wrong-password-1' } });

  /** One wrong try, with a setup code: it is counted alike, and asks no work of the service. */
  const guessSetup = (username: string, address: string) =>
    ask('POST /setup', { address, body: { username, setup: 'AAAA-AAAA-AAAA-AAAA' } });

  it('doesn’t let a stranger who guesses at a name keep its owner out', async () => {
    const owner = await administrator(`owner-${engine}`);
    const tries = [];
    for (let n = 0; n < 12; n += 1) tries.push((await guess(owner.username, ATTACKER)).json<{ code: string }>().code);
    expect(tries.filter((code) => code === 'staff-login-failed')).toHaveLength(FREE_TRIES);
    expect(tries.slice(FREE_TRIES).every((code) => code === 'staff-locked')).toBe(true);
    test.clock.now += MINUTE / 2;
    // From another network, without any cookie of hers.
    expect((await signIn(owner, { address: OFFICE })).json()).toMatchObject({ next: 'done' });
  });

  it('lets the owner in on a device she has used, while a stranger beside her in the same network guesses', async () => {
    const owner = await administrator(`beside-${engine}`);
    const other = await administrator(`besides-${engine}`);
    for (let n = 0; n < FREE_TRIES + 1; n += 1) await guessSetup(owner.username, OFFICE);
    test.clock.now += MINUTE / 2;
    expect((await signIn(owner, { address: OFFICE })).json()).toMatchObject({ code: 'staff-locked' });
    // Neither an invented device nor another's is one she is known by.
    const forged = owner.device.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const cookie of [forged, other.device])
      expect((await signIn(owner, { address: OFFICE, cookie })).json()).toMatchObject({ code: 'staff-locked' });
    expect((await signIn(owner, { address: OFFICE, cookie: owner.device })).json()).toMatchObject({ next: 'done' });
    // Her own device gets no more guesses than anybody.
    const tries = [];
    for (let n = 0; n < FREE_TRIES + 2; n += 1)
      tries.push((await guess(owner.username, OFFICE, owner.device)).json<{ code: string }>().code);
    expect(tries.filter((code) => code === 'staff-login-failed')).toHaveLength(FREE_TRIES);
  });

  it('answers wrong tries with a wait that grows, whether anybody has the name or not, and many at once are no more', async () => {
    const owner = await administrator(`wait-${engine}`);
    for (const [n, username] of [owner.username, 'nobody-there'].entries()) {
      const address = `198.51.100.${n}`;
      const many = await Promise.all(Array.from({ length: FREE_TRIES + 4 }, () => guessSetup(username, address)));
      expect(many.filter((one) => one.json<{ code: string }>().code === 'staff-locked')).toHaveLength(4);
      for (const wait of [...WAITS, WAITS.at(-1) ?? 0]) {
        test.clock.now += wait - 1000;
        const early = await guessSetup(username, address);
        expect([early.json().code, early.headers['retry-after']]).toEqual(['staff-locked', '1']);
        test.clock.now += 1000;
        expect((await guessSetup(username, address)).json().code).toBe('staff-login-failed');
      }
    }
  });

  it('gives each new network of a crowd that guesses at one name fewer tries, and still some', async () => {
    const owner = await administrator(`crowd-${engine}`);
    for (let n = 0; n < ATTACK; n += 1) await guessSetup(owner.username, `10.1.${n}.1`);
    const tries = [];
    for (let n = 0; n < FREE_TRIES; n += 1) tries.push((await guessSetup(owner.username, '10.2.0.1')).json().code);
    expect(tries.filter((code) => code === 'staff-login-failed')).toHaveLength(FREE_TRIES_UNDER_ATTACK);
    test.clock.now += MINUTE / 2;
    expect((await signIn(owner, { address: '10.3.0.1' })).json()).toMatchObject({ next: 'done' });
  });

  it('shows an administrator that a name is being guessed, lifts the wait, and ends the sign-ins of another', async () => {
    const owner = await administrator(`lift-${engine}`);
    const chief = await member(test, ['administrator']);
    const account = async (): Promise<{ lockedUntil: string | null }> => {
      const { accounts } = (await ask('GET /accounts', { token: chief.token })).json();
      return accounts.find((one: { id: string }) => one.id === owner.id);
    };
    for (let n = 0; n < FREE_TRIES + 1; n += 1) await guessSetup(owner.username, OFFICE);
    expect((await account()).lockedUntil).toMatch(/\+08:00$/);
    expect((await ask(`DELETE /accounts/${owner.id}/lock`, { token: chief.token })).statusCode).toBe(204);
    expect((await account()).lockedUntil).toBeNull();
    test.clock.now += MINUTE / 2;
    expect((await signIn(owner, { address: OFFICE })).json()).toMatchObject({ next: 'done' });
    const { signIns } = (await ask(`GET /accounts/${owner.id}/sign-ins`, { token: chief.token })).json();
    expect(signIns).toHaveLength(2);
    await ask(`DELETE /accounts/${owner.id}/sign-ins`, { token: chief.token });
    expect((await ask('GET /me', { headers: { cookie: owner.session } })).statusCode).toBe(401);
  });

  it('gives a stolen session no power over any account, its own included', async () => {
    const owner = await administrator(`stolen-${engine}`);
    const victim = await member(test, ['administrator']);
    const headers = { cookie: owner.session };
    const scope = { organisation: null, districts: null };
    const edit = { name: '演示人', roles: ['administrator'], ...scope, disabled: false, seen: 1 };
    const attacks: [string, unknown?][] = [
      [`POST /accounts/${owner.id}/reset`],
      [`POST /accounts/${victim.id}/reset`],
      ['POST /accounts', { username: 'mole', name: '演示人', roles: ['administrator'], ...scope }],
      [`PUT /accounts/${victim.id}`, { ...edit, roles: ['check-in'] }],
    ];
    const before = await test.service.store.read.selectFrom('staff').selectAll().orderBy('id').execute();
    for (const [line, body] of attacks) {
      const answer = await ask(line, { headers, ...(body === undefined ? {} : { body }) });
      expect([line, answer.statusCode, answer.json().code]).toEqual([line, 403, 'staff-step-up']);
    }
    // Guessing at the password from the session is slowed as well, and hinders nobody else.
    const wrong = [];
    for (let n = 0; n < FREE_TRIES + 1; n += 1) {
      const body = { password: 'wrong-password-1', code: '000000' };
      wrong.push((await ask('POST /me/step-up', { headers, body })).json().code);
    }
    expect([wrong.at(0), wrong.at(-1)]).toEqual(['staff-login-failed', 'staff-locked']);
    expect(await test.service.store.read.selectFrom('staff').selectAll().orderBy('id').execute()).toEqual(before);
    test.clock.now += MINUTE / 2;
    expect((await signIn(owner, { address: OFFICE })).json()).toMatchObject({ next: 'done' });
  });

  it('lets the owner do it for five minutes after password and code, each code once', async () => {
    const owner = await administrator(`power-${engine}`);
    const headers = { cookie: owner.session };
    const invite = (username: string) =>
      ask('POST /accounts', {
        headers,
        body: { username, name: '演示人', roles: ['clerk'], organisation: null, districts: null },
      });
    // The code that the sign-in used is used up.
    const step = { password: PASSWORD, code: codeAt(owner.secret, test.clock.now) };
    expect((await ask('POST /me/step-up', { headers, body: step })).json().code).toBe('staff-code-used');
    expect((await ask('POST /me/step-up', { headers, body: { password: PASSWORD } })).statusCode).toBe(401);
    test.clock.now += MINUTE;
    const fresh = { password: PASSWORD, code: codeAt(owner.secret, test.clock.now) };
    expect((await ask('POST /me/step-up', { headers, body: fresh })).json()).toEqual({
      confirmedUntil: expect.stringMatching(/\+08:00$/),
    });
    expect((await ask('POST /me/step-up', { headers, body: fresh })).statusCode).toBe(401);
    expect((await invite(`one.${engine}`)).statusCode).toBe(201);
    test.clock.now += 5 * MINUTE;
    expect((await invite(`two.${engine}`)).json().code).toBe('staff-step-up');
  });

  it('tells every administrator of the union and herself that one was set up anew, added or edited', async () => {
    const scope = { organisation: 'main', districts: null };
    const [chief, peer, subject] = [
      await member(test, ['administrator'], scope),
      await member(test, ['administrator'], scope),
      await member(test, ['administrator'], scope),
    ];
    const [clerk, other] = [await member(test, ['clerk'], scope), await member(test, ['clerk'], scope)];
    const city = await member(test, ['administrator']);
    const foreign = await member(test, ['administrator'], { organisation: 'other', districts: null });
    await ask(`POST /accounts/${clerk.id}/reset`, { token: chief.token });
    await ask(`POST /accounts/${subject.id}/reset`, { token: chief.token });
    test.clock.now += 1;
    const edit = { name: '演示人', roles: ['administrator', 'editor'], ...scope, disabled: false, seen: 1 };
    await ask(`PUT /accounts/${peer.id}`, { token: chief.token, body: edit });
    test.clock.now += 1;
    const added = { username: `added.${engine}`, name: '演示人', roles: ['administrator'], ...scope };
    await ask('POST /accounts', { token: chief.token, body: added });
    const alertsOf = async (token: string) =>
      (await ask('GET /me/alerts', { token })).json<{ alerts: { id: string; kind: string }[] }>().alerts;
    const all = ['administrator-added', 'administrator-edited', 'administrator-reset'];
    for (const { token } of [chief, city]) expect((await alertsOf(token)).map(({ kind }) => kind)).toEqual(all);
    for (const { token } of [other, foreign]) expect(await alertsOf(token)).toEqual([]);
    // Hers waits until she has set herself up again.
    const { read } = test.service.store;
    const hers = await read.selectFrom('staff_alerts').select('kind').where('staff_id', '=', subject.id).execute();
    expect(hers).toEqual([{ kind: 'administrator-reset' }]);
    const own = (await ask('GET /me/alerts', { token: city.token })).json().alerts.at(-1);
    expect(own).toMatchObject({
      account: { username: subject.username },
      own: false,
      by: { username: chief.username },
    });
    // Read is read by her alone.
    const [first] = await alertsOf(city.token);
    await ask(`POST /me/alerts/${first?.id}/read`, { token: chief.token });
    expect(await alertsOf(city.token)).toHaveLength(3);
    await ask(`POST /me/alerts/${first?.id}/read`, { token: city.token });
    expect(await alertsOf(city.token)).toHaveLength(2);
  });

  it('tells them too where an administrator was given other districts, and not for a name spelt right', async () => {
    const scope = { organisation: 'main', districts: null };
    const [chief, peer] = [await member(test, ['administrator'], scope), await member(test, ['administrator'], scope)];
    const edit = { name: '演示人', roles: ['administrator'], ...scope, disabled: false };
    const alerts = async () => (await ask('GET /me/alerts', { token: chief.token })).json().alerts.length;
    const edited = async (more: object, seen: number) => {
      await ask(`PUT /accounts/${peer.id}`, { token: chief.token, body: { ...edit, ...more, seen } });
      return alerts();
    };
    const before = await edited({}, 1);
    expect(await edited({ districts: ['500103'] }, 2)).toBe(before + 1);
    expect(await edited({ districts: ['500103'], name: '演示人乙' }, 3)).toBe(before + 1);
  });

  it('tells her of it herself, also while she isn’t set up again', async () => {
    const [chief, subject] = [await member(test, ['administrator']), await member(test, ['administrator'])];
    for (let n = 0; n < 2; n += 1) {
      const reset = await ask(`POST /accounts/${subject.id}/reset`, { token: chief.token });
      expect(reset.statusCode).toBe(200);
    }
    const { read } = test.service.store;
    const hers = await read.selectFrom('staff_alerts').select('kind').where('staff_id', '=', subject.id).execute();
    expect(hers).toHaveLength(2);
  });

  it('tells the administrators of what the command on the machine did, too', async () => {
    const owner = await administrator(`command-${engine}`);
    const chief = await member(test, ['administrator']);
    await inviteAdministrator(test.service, { username: owner.username, name: '', reset: true });
    expect((await ask('GET /me/alerts', { token: chief.token })).json().alerts).toMatchObject([
      { kind: 'administrator-reset', account: { username: owner.username }, by: null },
    ]);
  });

  it('refuses the commonest passwords and the own name, and says so', async () => {
    const owner = await administrator(`weak-${engine}`);
    test.clock.now += MINUTE;
    for (const [next, code] of [
      ['Password1234', 'password-common'],
      ['123456123456', 'password-common'],
      ['qwertyuiop2026!', 'password-common'],
      [`the-weak-${engine}-way`, 'password-own-name'],
      ['我就是演示人没有错的', 'password-own-name'],
    ] as const) {
      const padded = next.length < 12 ? next.padEnd(12, '很') : next;
      const answer = await ask('PUT /me/password', {
        headers: { cookie: owner.session },
        body: { password: PASSWORD, next: padded, code: codeAt(owner.secret, test.clock.now) },
      });
      expect([answer.statusCode, answer.json().errors]).toEqual([422, [{ pointer: '/next', code }]]);
      await ask(`DELETE /accounts/${owner.id}/lock`, { headers: { cookie: owner.session } });
    }
    const invited = await inviteAdministrator(test.service, {
      username: `new-${engine}`,
      name: '演示人',
      reset: false,
    });
    if (typeof invited === 'string') throw new Error(invited);
    const { setup } = invited;
    const { secret } = (await ask('POST /setup', { body: { username: `new-${engine}`, setup } })).json();
    const first = { username: `new-${engine}`, setup, password: 'Iloveyou-2026', code: codeAt(secret, test.clock.now) };
    expect((await ask('POST /setup', { body: first })).json().errors).toEqual([
      { pointer: '/password', code: 'password-common' },
    ]);
  });

  it('takes no write that another site’s page sent with the cookie, by either header', async () => {
    const owner = await administrator(`cross-${engine}`);
    const write = (headers: Record<string, string>) =>
      ask('DELETE /login', { headers: { cookie: owner.session, host: 'console.example', ...headers } });
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://console.example.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'https://other.example' },
    ];
    for (const headers of foreign) expect((await write(headers)).json().code).toBe('staff-cross-site');
    const login = { username: owner.username, password: PASSWORD };
    expect((await ask('POST /login', { headers: { origin: 'https://evil.example' }, body: login })).json().code).toBe(
      'staff-cross-site',
    );
    expect((await write({ origin: 'http://console.example' })).statusCode).toBe(204);
  });

  it('forgets tries and sign-ins that are of no use any more', async () => {
    const owner = await administrator(`sweep-${engine}`);
    await guess(owner.username, ATTACKER);
    test.clock.now += 40 * 24 * HOUR;
    await sweepData(test.service);
    await sweepUnused(test.service);
    const { read } = test.service.store;
    expect([
      await read.selectFrom('staff_tries').selectAll().execute(),
      await read.selectFrom('staff_sign_ins').selectAll().execute(),
    ]).toEqual([[], []]);
  });
});

it('takes a sentence, a rare word and a name of others', async () => {
  const who = { username: 'wang.min', name: '王敏' };
  for (const password of [PASSWORD, 'correct horse battery staple', 'xk3-vv91-pq70-zz', 'sunflower over the bridge'])
    expect(await refusedPassword(password, who)).toBeNull();
  expect(await refusedPassword('SUNSHINE!!2026', who)).toBe('password-common');
  expect(await refusedPassword('Wang.Min 的密码是什么', who)).toBe('password-own-name');
});
