/** What requests are counted by: whole networks, and a clock that may jump. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { DAY, MINUTE } from '@yugong/domain/time';
import { networkOf } from '../../server/src/kernel/address';
import { statement } from '../../server/src/kernel/store';
import { accountByToken } from '../../server/src/services/accounts';
import { consents, startService, type TestService } from './support/service';
import { postgresEngine, sqliteEngine } from './support/stores';

it('counts IPv6 by the /64 that one subscriber has, and IPv4 by the address', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:DB8:1:2::ffff'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0/64');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0/64');
  expect(networkOf('::1:2:3:4:5:6')).toBe('0:0:1:2/64');
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
});

it('limits logins from the many addresses of one network', async () => {
  const test = await startService({ limits: { logins: 5 } });
  const login = (address: string) => test.ask('POST /api/v1/login/device', { address });
  const codes: number[] = [];
  for (let n = 1; n <= 8; n += 1) codes.push((await login(`2001:db8:1:2::${n}`)).statusCode);
  expect(codes.filter((code) => code === 429)).toHaveLength(3);
  expect((await login('2001:db8:1:3::1')).statusCode).not.toBe(429);
  await test.close();
});

it('limits the renewals of one login, and takes nothing from others on its network', async () => {
  const test = await startService({ limits: { logins: 30 } });
  const address = '203.0.113.9';
  const login = async () =>
    (await test.ask('POST /api/v1/login/device', { address })).json<{ renewal: string }>().renewal;
  const renew = async (renewal: string) =>
    (await test.ask('POST /api/v1/login/renew', { address, headers: { authorization: `Bearer ${renewal}` } }))
      .statusCode;
  const [mine, hers] = [await login(), await login()];
  const codes: number[] = [];
  for (let n = 0; n < 60; n += 1) codes.push(await renew(mine));
  expect([codes.filter((code) => code === 200).length, codes.at(-1)]).toEqual([20, 429]);
  expect(await renew(hers)).toBe(200);
  // Made up ones are counted by their network, and not with the logins there.
  const madeUp: number[] = [];
  for (let n = 0; n < 40; n += 1) madeUp.push(await renew(`made-up-${n}`));
  expect([madeUp.filter((code) => code === 401).length, madeUp.at(-1)]).toEqual([30, 429]);
  expect(await renew(hers)).toBe(200);
  expect((await test.ask('POST /api/v1/login/device', { address })).statusCode).toBe(200);
  await test.close();
});

it('lets staff sign in from a network whose workers’ logins are used up', async () => {
  const test = await startService({ limits: { logins: 3 } });
  const address = '203.0.113.10';
  const codes: number[] = [];
  for (let n = 0; n < 5; n += 1) codes.push((await test.ask('POST /api/v1/login/device', { address })).statusCode);
  expect(codes.at(-1)).toBe(429);
  const body = { username: 'nobody', password: 'wrong password' };
  expect((await test.ask('POST /api/v1/staff/login', { address, body })).statusCode).toBe(401);
  await test.close();
});

describe('requests for legal aid', () => {
  const asked = (test: TestService, dueInDays: number | null) => ({
    topic: 'pay',
    name: '演示人',
    phone: '19900000001',
    text: '两个月没有发工资',
    ...(dueInDays === null ? {} : { dueDay: addDays(dayAt(test.clock.now), dueInDays) }),
    consents: consents('legal-aid'),
  });

  it('refuses the fourth urgent one of an account in a day, and takes everybody else’s', async () => {
    const test = await startService({ limits: { writes: 1e6 } });
    const ask = (token: string, due: number | null, key?: string) =>
      test.ask('POST /api/v1/legal-aid', { token, body: asked(test, due), ...(key === undefined ? {} : { key }) });
    const three = [await test.login(), await test.login(), await test.login()];
    const answers = await Promise.all(
      Array.from({ length: 330 }, (_, n) => ask(three[n % 3] ?? '', n % 7, `urgent-${n}`)),
    );
    const taken = answers.flatMap(({ statusCode }, n) => (statusCode === 201 ? [n] : []));
    expect(taken).toHaveLength(9);
    const refused = answers.find(({ statusCode }) => statusCode !== 201);
    expect([refused?.statusCode, refused?.json()]).toMatchObject([409, { code: 'too-many-urgent', retryable: false }]);
    // What can wait still goes, six a day in all.
    const rest: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const answer = await ask(three[0] ?? '', null);
      rest.push(answer.statusCode === 201 ? 'taken' : answer.json<{ code: string }>().code);
    }
    expect(rest).toEqual(['taken', 'taken', 'taken', 'too-many-requests-open', 'too-many-requests-open']);
    expect((await ask(await test.login(), 2)).statusCode).toBe(201);
    // The answer to what was taken is given again.
    const [first = 0] = taken;
    expect((await ask(three[first % 3] ?? '', first % 7, `urgent-${first}`)).json()).toEqual(answers[first]?.json());
    await test.close();
  });

  it('counts those of new accounts by their network, and not those of who was here yesterday', async () => {
    const test = await startService({ limits: { writes: 1e6 } });
    const address = '203.0.113.11';
    const login = async () =>
      (await test.ask('POST /api/v1/login/device', { address })).json<{ token: string }>().token;
    const ask = async (token: string) =>
      (await test.ask('POST /api/v1/legal-aid', { address, token, body: asked(test, 2) })).statusCode;
    const hers = await login();
    const { id } = defined(await accountByToken(test.service, hers));
    const { store } = test.service;
    const older = store.read.updateTable('accounts').set({ created_at: test.clock.now - DAY });
    await store.write([statement(older.where('id', '=', id), 1)]);
    const codes: number[] = [];
    for (let n = 0; n < 50; n += 1) codes.push(await ask(await login()));
    expect([codes.filter((code) => code === 201).length, codes.at(-1)]).toEqual([40, 429]);
    expect(await ask(hers)).toBe(201);
    await test.close();
  });
});

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  beforeAll(() => engine.start(), 30_000);
  afterAll(() => engine.stop(), 30_000);

  it('locks nobody for a day where the clock jumped a day ahead and back', async () => {
    let now = Date.now();
    const store = await (await engine.place()).open({ now: () => now });
    const hit = () => store.hit({ bucket: 'b', window: MINUTE });
    now += DAY;
    expect([await hit(), await hit(), await hit()]).toEqual([1, 2, 3]);
    now -= DAY;
    expect(await hit()).toBe(1);
    // Processes whose clocks differ by a moment count together.
    now -= 5;
    expect(await hit()).toBe(2);
    await store.close();
  });
});
