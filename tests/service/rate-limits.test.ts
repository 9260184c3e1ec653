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
