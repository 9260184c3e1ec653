import { DAY } from '@yugong/domain/time';
import { startService, type TestService } from '../support/service';
import { startWechat, type StandIn } from '../support/wechat-stand-in';
import { dropGatewayHeaders } from '../../../server/src/api/mount';
import { buildService } from '../../../server/src/app';
import { realWechat } from '../../../server/src/wechat';

let wechat: StandIn;
let test: TestService;
beforeAll(async () => {
  wechat = await startWechat();
  const port = realWechat({ appId: 'wx-example', secret: 'app-secret', url: wechat.url, timeout: 300 });
  test = await startService({ wechat: port });
});
afterAll(async () => {
  await test.close();
  await wechat.stop();
});
beforeEach(() => test.reset());

interface Login {
  token: string;
  renewal: string;
  expiresAt: string;
}
const mine = (token: string) => test.ask('GET /api/v1/me/registrations', { token });
const device = async () => (await test.ask('POST /api/v1/login/device')).json<Login>();

describe('a device’s login', () => {
  it('is an account of its own, for two hours', async () => {
    const { token, expiresAt } = await device();
    expect((await mine(token)).statusCode).toBe(200);
    expect(Date.parse(expiresAt) - test.clock.now).toBe(7_200_000);
    test.clock.now += 7_200_001;
    const over = await mine(token);
    expect([over.statusCode, over.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  });

  it('is renewed as often as needed, also by who never got the last answer', async () => {
    const { token, renewal } = await device();
    const owner = (await test.ask('GET /api/v1/me/export', { token })).json().account.id;
    test.clock.now += 30 * DAY;
    for (let n = 0; n < 3; n += 1) {
      const next = (await test.ask('POST /api/v1/login/renew', { token: renewal })).json<Login>();
      expect((await test.ask('GET /api/v1/me/export', { token: next.token })).json().account.id).toBe(owner);
    }
    test.clock.now += 401 * DAY;
    expect((await test.ask('POST /api/v1/login/renew', { token: renewal })).statusCode).toBe(401);
  });

  const renew = async (token: string) => test.ask('POST /api/v1/login/renew', { token });

  it('gets another renewal each time, and the two tabs that ask at once get the same', async () => {
    const { renewal } = await device();
    const both = await Promise.all([renew(renewal), renew(renewal)]);
    const [one, two] = both.map((answer) => answer.json<Login>().renewal);
    expect(one).toBe(two);
    expect(one).not.toBe(renewal);
    expect((await renew(one ?? '')).statusCode).toBe(200);
  });

  it('ends for everybody when a renewal that was used up comes again, as from a stolen copy', async () => {
    const { renewal: stolen } = await device();
    const owner = (await renew(stolen)).json<Login>();
    test.clock.now += DAY;
    const next = (await renew(owner.renewal)).json<Login>();
    // The thief's copy is two behind: from here on neither has the account.
    expect((await renew(stolen)).statusCode).toBe(401);
    expect((await mine(next.token)).statusCode).toBe(401);
    expect((await renew(next.renewal)).statusCode).toBe(401);
  });

  it('ends where a thief renewed first and the owner after him', async () => {
    const { renewal } = await device();
    const thief = (await renew(renewal)).json<Login>();
    test.clock.now += 2 * 60_000;
    const owner = (await renew(renewal)).json<Login>();
    expect((await mine(owner.token)).statusCode).toBe(200);
    expect((await renew(thief.renewal)).statusCode).toBe(401);
    expect((await mine(owner.token)).statusCode).toBe(401);
  });

  it('is ended by nobody who only makes renewals up', async () => {
    const { token, renewal } = await device();
    const [, id] = token.split('.');
    for (const false_ of [
      `yr1.${id}.${'A'.repeat(43)}`,
      `yr2.${id}.0.${'A'.repeat(43)}`,
      `yr2.${id}.7.${'A'.repeat(43)}`,
    ])
      expect((await renew(false_)).statusCode).toBe(401);
    expect((await renew(renewal)).statusCode).toBe(200);
  });

  it('is over at once when revoked', async () => {
    const { token, renewal } = await device();
    expect((await test.ask('DELETE /api/v1/login', { token })).statusCode).toBe(204);
    expect((await mine(token)).statusCode).toBe(401);
    expect((await test.ask('POST /api/v1/login/renew', { token: renewal })).statusCode).toBe(401);
  });

  it('cannot be made up', async () => {
    const { token, renewal } = await device();
    const [kind, id, until, proof] = token.split('.') as [string, string, string, string];
    const later = (parseInt(until, 36) + 1).toString(36);
    for (const false_ of [`${kind}.${id}.${later}.${proof}`, token.slice(0, -1), renewal, 'x', `${token}x`]) {
      expect((await mine(false_)).statusCode).toBe(401);
    }
    expect((await test.ask('POST /api/v1/login/renew', { token })).statusCode).toBe(401);
    expect((await test.ask('GET /api/v1/me/registrations')).statusCode).toBe(401);
  });
});

describe('WeChat’s login', () => {
  const login = (code: string) => test.ask('POST /api/v1/login/wechat', { body: { code } });

  it('is the same account every time, and keeps no openid', async () => {
    const ids = [];
    for (const code of ['worker-1', 'worker-2', 'another-1']) {
      const { token } = (await login(code)).json<Login>();
      ids.push((await test.ask('GET /api/v1/me/export', { token })).json().account.id);
    }
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    const rows = await test.service.store.read.selectFrom('accounts').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('openid');
    expect(Object.fromEntries(wechat.asked.at(-1)?.query ?? [])).toEqual({
      appid: 'wx-example',
      secret: 'app-secret',
      js_code: 'another-1',
      grant_type: 'authorization_code',
    });
  });

  it('makes one account of two first logins at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => login('both')));
    expect(await test.service.store.read.selectFrom('accounts').selectAll().execute()).toHaveLength(1);
  });

  it.each([
    ['wrong-code', 401, 'wechat-code-invalid'],
    ['used-code', 401, 'wechat-code-invalid'],
    ['risky-person', 403, 'wechat-blocked'],
    ['too-fast', 503, 'wechat-busy'],
    ['busy-system', 503, 'wechat-busy'],
    ['wrong-secret', 503, 'wechat-unavailable'],
    ['never-answers', 503, 'wechat-unavailable'],
    ['hangs-up', 503, 'wechat-unavailable'],
    ['not-json', 503, 'wechat-unavailable'],
    ['bad-gateway', 503, 'wechat-unavailable'],
    ['no-openid', 503, 'wechat-unavailable'],
  ])('answers %s with %d %s', async (code, status, problem) => {
    const answer = await login(code);
    expect([answer.statusCode, answer.json().code]).toEqual([status, problem]);
    expect(answer.body).not.toContain('app-secret');
  });
});

describe('the cloud gateway’s header', () => {
  const headers = { 'x-wx-openid': 'openid-worker' };

  it('means nothing on the ordinary listener', async () => {
    expect((await test.ask('GET /api/v1/me/registrations', { headers })).statusCode).toBe(401);
    const { token } = await device();
    const own = await test.ask('GET /api/v1/me/export', { token, headers });
    expect(own.json().account.kind).toBe('device');
  });

  it('is taken away before anything could read it', () => {
    const request = { headers: { ...headers, 'x-wx-source': 'wx_client', host: 'example' } };
    dropGatewayHeaders(request as never, {} as never, () => undefined);
    expect(JSON.stringify(request.headers)).toBe('{"host":"example"}');
  });

  it('is the login on the listener that was told so', async () => {
    const gateway = await buildService(test.service, {}, { gateway: true });
    const inject = () => gateway.inject({ url: '/api/v1/me/export', headers });
    expect((await inject()).json().account.kind).toBe('wechat');
    expect((await inject()).json().account.id).toBe((await inject()).json().account.id);
    const { token } = (await test.ask('POST /api/v1/login/wechat', { body: { code: 'worker-9' } })).json<Login>();
    expect((await test.ask('GET /api/v1/me/export', { token })).json().account.id).toBe(
      (await inject()).json().account.id,
    );
    expect((await gateway.inject('/api/v1/me/export')).statusCode).toBe(401);
    await gateway.close();
  });
});

describe('limits', () => {
  it('slow down an address that makes accounts, not the machine’s own', async () => {
    test.service.limits.logins = 3;
    const from = (address: string) => test.ask('POST /api/v1/login/device', { address });
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await from('203.0.113.7'));
    expect(answers.map((one) => one.statusCode)).toEqual([200, 200, 200, 429, 429]);
    expect(answers[4]?.headers['retry-after']).toBe('30');
    expect((await from('203.0.113.8')).statusCode).toBe(200);
    expect((await from('127.0.0.1')).statusCode).toBe(200);
    test.clock.now += 60_001;
    expect((await from('203.0.113.7')).statusCode).toBe(200);
  });

  it('slow down an account that writes and writes', async () => {
    test.service.limits.writes = 2;
    const { token } = await device();
    const write = () => test.ask('POST /api/v1/me/consents/health/withdraw', { token });
    const codes = [await write(), await write(), await write()].map((one) => one.statusCode);
    expect(codes).toEqual([200, 200, 429]);
    expect((await mine(token)).statusCode).toBe(200);
    test.service.limits.writes = 120;
  });
});
