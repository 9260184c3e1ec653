/** A server that speaks WeChat's protocol: JSON as text/plain, errors with status 200. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from '../../../scripts/lib/port';

/** A question as WeChat would see it. */
export interface WechatQuestion {
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

export interface StandIn {
  url: string;
  asked: WechatQuestion[];
  /** What the next messages are answered with, an errcode each; all is well where nothing is queued. */
  readonly nextSends: (number | 'silence')[];
  /** Ends the token that is out, as somebody who asks for another by force does. */
  endToken(): void;
  stop(): Promise<void>;
}

type Answer = { status?: number; text: string } | 'hangs-up' | 'silence';

const ERRORS: Record<string, [number, string]> = {
  'wrong-code': [40029, 'invalid code, rid: 0'],
  'used-code': [40163, 'code been used, rid: 0'],
  'too-fast': [45011, 'api minute-quota reach limit, rid: 0'],
  'risky-person': [40226, 'code blocked, rid: 0'],
  'busy-system': [-1, 'system error'],
  'wrong-secret': [40125, 'invalid appsecret, rid: 0'],
  'other-app': [40013, 'invalid appid, rid: 0'],
  'wrong-token': [40001, 'invalid credential, rid: 0'],
};

const json = (answer: object): Answer => ({ text: JSON.stringify(answer) });
const error = (errcode: number, errmsg: string): Answer => json({ errcode, errmsg });

/** What goes wrong with any question, by its code. */
function trouble(code: string): Answer | null {
  if (code === 'never-answers') return 'silence';
  if (code === 'hangs-up') return 'hangs-up';
  if (code === 'not-json') return { text: '<html>gateway</html>' };
  if (code === 'bad-gateway') return { status: 502, text: '{"openid":"oX"}' };
  const known = ERRORS[code];
  return known ? error(...known) : null;
}

function login(query: URLSearchParams): Answer {
  const code = query.get('js_code') ?? '';
  if (code === 'no-openid') return json({ session_key: 'x' });
  return trouble(code) ?? json({ openid: `openid-${code.split('-')[0]}`, session_key: 'c2Vzc2lvbg==' });
}

function phone({ code }: Record<string, unknown>): Answer {
  const found = trouble(String(code));
  if (found) return found;
  if (code === 'no-number') return json({ errcode: 0, errmsg: 'ok' });
  const abroad = code === 'abroad';
  const purePhoneNumber = abroad ? '51234567' : '19900000007';
  const countryCode = abroad ? '852' : '86';
  return json({
    errcode: 0,
    errmsg: 'ok',
    phone_info: { phoneNumber: abroad ? `+852${purePhoneNumber}` : purePhoneNumber, purePhoneNumber, countryCode },
  });
}

export async function startWechat(): Promise<StandIn> {
  const asked: WechatQuestion[] = [];
  const nextSends: (number | 'silence')[] = [];
  let token = 1;
  const answerTo = ({ path, query, body }: WechatQuestion): Answer => {
    if (path === '/sns/jscode2session') return login(query);
    if (path === '/cgi-bin/stable_token') {
      if (body.grant_type !== 'client_credential') return error(40002, 'invalid grant_type, rid: 0');
      return trouble(String(body.secret)) ?? json({ access_token: `token-${token}`, expires_in: 7200 });
    }
    if (query.get('access_token') !== `token-${token}`)
      return error(40001, 'invalid credential, access_token is invalid or not latest, rid: 0');
    if (path === '/wxa/business/getuserphonenumber') return phone(body);
    if (path !== '/cgi-bin/message/subscribe/send') return { status: 404, text: 'not found' };
    const next = nextSends.shift() ?? 0;
    return next === 'silence' ? 'silence' : error(next, next === 0 ? 'ok' : 'refused, rid: 0');
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      const question = { path: url.pathname, query: url.searchParams, body: JSON.parse(text || '{}') as object };
      asked.push(question as WechatQuestion);
      const answer = answerTo(question as WechatQuestion);
      if (answer === 'hangs-up') response.destroy();
      else if (answer !== 'silence')
        response.writeHead(answer.status ?? 200, { 'content-type': 'text/plain' }).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    asked,
    nextSends,
    endToken: () => void (token += 1),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
