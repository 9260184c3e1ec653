/** The telephone number by one tap: what WeChat says, and what it says when it doesn't. */
import { MINUTE } from '@yugong/domain/time';
import { startService, type TestService } from '../support/service';
import { startWechat, type StandIn } from '../support/wechat-stand-in';
import { realWechat } from '../../../server/src/wechat';

let wechat: StandIn;
let test: TestService;
let token: string;
const lines: string[] = [];
const clock = { now: 0 };
const portOf = (secret: string, phone = true) =>
  realWechat({ appId: 'wx-example', secret, url: wechat.url, timeout: 300, phone, now: () => clock.now });
beforeAll(async () => {
  wechat = await startWechat();
  test = await startService({ app: { log: { stream: { write: (line) => void lines.push(line) } } } });
});
afterAll(async () => {
  await test.close();
  await wechat.stop();
});
beforeEach(async () => {
  await test.reset();
  wechat.asked.length = 0;
  test.service.wechat = portOf('app-secret');
  token = await test.login();
});

const give = (code: string) => test.ask('POST /api/v1/wechat/phone', { token, body: { code } });
const tokensAsked = () => wechat.asked.filter(({ path }) => path === '/cgi-bin/stable_token').length;

describe('the number that WeChat knows', () => {
  it('is handed to whoever gave it, and nowhere else', async () => {
    const answer = await give('my-number');
    expect([answer.statusCode, answer.json()]).toEqual([200, { phone: '19900000007' }]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(wechat.asked.map(({ path, query, body }) => [path, query.get('access_token'), body])).toEqual([
      ['/cgi-bin/stable_token', null, { grant_type: 'client_credential', appid: 'wx-example', secret: 'app-secret' }],
      ['/wxa/business/getuserphonenumber', 'token-1', { code: 'my-number' }],
    ]);
    const { read } = test.service.store;
    const kept = [
      await read.selectFrom('idempotency').selectAll().execute(),
      await read.selectFrom('audit').selectAll().execute(),
    ];
    expect(JSON.stringify([kept, lines])).not.toMatch(/19900000007|my-number|token-1|app-secret/);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('refuses who has no account', async () => {
    token = 'nobody';
    expect((await give('my-number')).statusCode).toBe(401);
    expect(wechat.asked).toEqual([]);
  });

  it.each([
    ['wrong-code', 409, 'wechat-phone-failed'],
    ['used-code', 409, 'wechat-phone-failed'],
    ['other-app', 409, 'wechat-phone-failed'],
    ['abroad', 409, 'wechat-phone-abroad'],
    ['too-fast', 503, 'wechat-busy'],
    ['busy-system', 503, 'wechat-busy'],
    ['no-number', 503, 'wechat-unavailable'],
    ['never-answers', 503, 'wechat-unavailable'],
    ['hangs-up', 503, 'wechat-unavailable'],
    ['not-json', 503, 'wechat-unavailable'],
    ['bad-gateway', 503, 'wechat-unavailable'],
  ])('answers %s with %d %s', async (code, status, problem) => {
    const answer = await give(code);
    expect([answer.statusCode, answer.json().code]).toEqual([status, problem]);
    expect(answer.body).not.toMatch(/app-secret|token-1/);
  });

  it('is offered only where the operator has it', async () => {
    const offered = async () => (await test.ask('GET /api/v1/wechat')).json();
    expect(await offered()).toEqual({ phone: true, templates: [] });
    test.service.wechat = portOf('app-secret', false);
    expect(await offered()).toEqual({ phone: false, templates: [] });
    expect((await give('my-number')).json().code).toBe('wechat-phone-off');
    expect(wechat.asked).toEqual([]);
  });
});

describe('the token for WeChat’s server', () => {
  it('is asked for once, until shortly before its end', async () => {
    clock.now = 1_000_000;
    await Promise.all([give('a'), give('b'), give('c')]);
    expect(tokensAsked()).toBe(1);
    clock.now += 7_200_000 - 5 * MINUTE - 1;
    await give('d');
    expect(tokensAsked()).toBe(1);
    clock.now += 1;
    await give('e');
    expect(tokensAsked()).toBe(2);
  });

  it('that is no longer taken is asked for once more', async () => {
    await give('a');
    wechat.endToken();
    expect((await give('b')).statusCode).toBe(200);
    expect(tokensAsked()).toBe(2);
  });

  it('that is never taken is not asked for for ever', async () => {
    const answer = await give('wrong-token');
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'wechat-unavailable']);
    expect(tokensAsked()).toBe(2);
  });

  it.each([
    ['wrong-secret', 'wechat-unavailable'],
    ['other-app', 'wechat-unavailable'],
    ['too-fast', 'wechat-busy'],
    ['busy-system', 'wechat-busy'],
    ['never-answers', 'wechat-unavailable'],
  ])('may be refused: %s', async (secret, problem) => {
    test.service.wechat = portOf(secret);
    const answer = await give('my-number');
    expect([answer.statusCode, answer.json().code]).toEqual([503, problem]);
    // The next try asks anew.
    await give('my-number');
    expect(tokensAsked()).toBe(2);
  });
});
