/** A server that speaks WeChat's jscode2session: JSON as text/plain, errors with status 200. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandIn {
  url: string;
  /** The queries that came, as WeChat would see them. */
  asked: URLSearchParams[];
  stop(): Promise<void>;
}

const ERRORS: Record<string, [number, string]> = {
  'wrong-code': [40029, 'invalid code, rid: 0'],
  'used-code': [40163, 'code been used, rid: 0'],
  'too-fast': [45011, 'api minute-quota reach limit, rid: 0'],
  'risky-person': [40226, 'code blocked, rid: 0'],
  'busy-system': [-1, 'system error'],
  'wrong-secret': [40125, 'invalid appsecret, rid: 0'],
};

export async function startWechat(): Promise<StandIn> {
  const asked: URLSearchParams[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    asked.push(url.searchParams);
    const code = url.searchParams.get('js_code') ?? '';
    const answer = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
    if (url.pathname !== '/sns/jscode2session') return answer(404, 'not found');
    if (code === 'never-answers') return undefined;
    if (code === 'not-json') return answer(200, '<html>gateway</html>');
    if (code === 'bad-gateway') return answer(502, '{"openid":"oX"}');
    if (code === 'hangs-up') return response.destroy();
    if (code === 'no-openid') return answer(200, '{"session_key":"x"}');
    const [errcode, errmsg] = ERRORS[code] ?? [];
    if (errcode) return answer(200, JSON.stringify({ errcode, errmsg }));
    return answer(200, JSON.stringify({ openid: `openid-${code.split('-')[0]}`, session_key: 'c2Vzc2lvbg==' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
