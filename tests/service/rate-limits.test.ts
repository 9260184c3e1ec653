/** What requests are counted by: whole networks, and a clock that may jump. */
import { DAY, MINUTE } from '@yugong/domain/time';
import { networkOf } from '../../server/src/kernel/address';
import { startService } from './support/service';
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
