/** A server that speaks WeChat's protocol: JSON as text/plain, errors with status 200. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
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
  /**
   * What the next messages are answered with, an errcode each; all is well where nothing is queued. `silence`: it isn't
   * taken and nobody says so; `lost`: it is taken, and the answer gets lost.
   */
  readonly nextSends: (number | 'silence' | 'lost')[];
  /** Messages that were taken, with the id that WeChat gives them: 64 bits, so that no number holds it. */
  readonly taken: { openid: string; templateId: string; messageId: string; at: number }[];
  /** Decides where nothing is queued. */
  answer: () => number | 'silence' | 'lost';
  now: () => number;
  /** Ends the token that is out, as somebody who asks for another by force does. */
  endToken(): void;
  stop(): Promise<void>;
}

type Answer = { status?: number; text: string; type?: string } | 'hangs-up' | 'silence';

/** What a picture begins with, in place of one: nobody here looks at it. */
const JPEG = 'JPEG of ';

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

/** What WeChat pushes to the address of a mini-program's server, as it encrypts and signs it there. */
export function pushed(
  { token, aesKey, appId }: { token: string; aesKey: string; appId: string },
  event: object,
): { url: string; body: object } {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const text = Buffer.from(JSON.stringify(event));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const sealed = Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]);
  const [timestamp, nonce, Encrypt] = ['1764500000', '486452656', sealed.toString('base64')];
  const query = new URLSearchParams({
    signature: signature(token, timestamp, nonce),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: signature(token, timestamp, nonce, Encrypt),
  });
  return { url: `/api/v1/wechat/push?${query.toString()}`, body: { ToUserName: 'gh_0123456789ab', Encrypt } };
}

/** WeChat's signature: SHA-1 over the sorted parts. */
export const signature = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** The event that tells what became of a message. */
export const sentEvent = ({ openid, templateId, messageId }: StandIn['taken'][number], status = 'success'): object => ({
  ToUserName: 'gh_0123456789ab',
  FromUserName: openid,
  CreateTime: '1764500000',
  MsgType: 'event',
  Event: 'subscribe_msg_sent_event',
  List: { TemplateId: templateId, MsgID: messageId, ErrorCode: '0', ErrorStatus: status },
});

/** What each type of field takes, as WeChat's documentation of 参数值内容限制说明 has it. */
const FIELDS: Record<string, RegExp> = {
  thing: /^.{1,20}$/u,
  name: /^.{1,10}$/u,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$/,
};
const isTaken = (field: string, value: string): boolean => FIELDS[field.replace(/\d+$/, '')]?.test(value) ?? false;

export async function startWechat(): Promise<StandIn> {
  const asked: WechatQuestion[] = [];
  const nextSends: (number | 'silence' | 'lost')[] = [];
  const taken: StandIn['taken'] = [];
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
    if (path === '/wxa/getwxacode')
      return trouble(String(body.path)) ?? { text: `${JPEG}${String(body.path)}`, type: 'image/jpeg' };
    if (path !== '/cgi-bin/message/subscribe/send') return { status: 404, text: 'not found' };
    const next = nextSends.shift() ?? standIn.answer();
    if (next === 'silence') return 'silence';
    if (next !== 'lost' && next !== 0) return error(next, 'refused, rid: 0');
    const wrong = Object.entries(body.data ?? {}).find(([field, { value }]) => !isTaken(field, value));
    if (wrong) return error(47003, `argument invalid! data.${wrong[0]}.value invalid, rid: 0`);
    const messageId = `19888108123${String(24360000 + taken.length)}`;
    taken.push({ openid: String(body.touser), templateId: String(body.template_id), messageId, at: standIn.now() });
    // As WeChat writes it: a bare integer of 19 digits.
    return next === 'lost' ? 'hangs-up' : { text: `{"errcode":0,"errmsg":"ok","msgid":${messageId}}` };
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
        response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/plain' }).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: StandIn = {
    url: `http://127.0.0.1:${portOf(server)}`,
    asked,
    nextSends,
    taken,
    answer: () => 0,
    now: Date.now,
    endToken: () => void (token += 1),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return standIn;
}
