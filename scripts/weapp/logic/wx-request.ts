/** `wx.request` to a real HTTP server, with WeChat's rules: listed domains only, https, no network when there is none. */
import type { MiniProgram } from './mini-program';
import { answer, Refusal, type CallOptions } from './answer';

type RequestOptions = CallOptions & {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: unknown;
  timeout?: number;
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
};

const TIMEOUT_MS = 60_000;

export function requestApis(app: MiniProgram): Record<string, unknown> {
  return {
    request: (options: RequestOptions) => {
      const abort = new AbortController();
      const done = answer(app.pending, 'request', options, () => send(app, options, abort), { remote: true });
      return Object.assign(done ?? {}, {
        abort: () => abort.abort(),
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
      });
    },
  };
}

async function send(app: MiniProgram, options: RequestOptions, abort: AbortController): Promise<object> {
  const asked = new URL(options.url);
  if (app.device.network === 'none') throw new Refusal('fail net::ERR_INTERNET_DISCONNECTED', 600_001);
  const served = app.device.domains.get(asked.origin);
  if (served === undefined) {
    app.report('request-error', app.where, `${asked.origin} 不在合法域名里`);
    throw new Refusal('fail url not in domain list', 600_002);
  }
  if (served === null) throw new Refusal('fail net::ERR_CONNECTION_REFUSED', 600_003);
  const method = (options.method ?? 'GET').toUpperCase();
  const header = lowerCase(options.header ?? {});
  const url = new URL(asked.pathname + asked.search, served);
  const inQuery = method === 'GET' && options.data !== null && typeof options.data === 'object';
  if (inQuery)
    for (const [key, value] of Object.entries(options.data as object)) url.searchParams.set(key, String(value));
  header['content-type'] ??= 'application/json';
  const hasBody = !inQuery && options.data !== undefined && method !== 'GET';
  const body = typeof options.data === 'string' ? options.data : JSON.stringify(options.data);
  const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(options.timeout ?? TIMEOUT_MS)]);
  let response: Response;
  try {
    response = await fetch(url, { method, headers: header, signal, ...(hasBody ? { body } : {}) });
  } catch (error) {
    if (abort.signal.aborted) throw new Refusal('fail abort');
    app.report('request-error', app.where, `${method} ${asked.pathname}：${String(error)}`);
    throw new Refusal(signal.aborted ? 'fail timeout' : 'fail net::ERR_CONNECTION_REFUSED');
  }
  if (response.status >= 500) app.report('request-error', app.where, `${method} ${asked.pathname}：${response.status}`);
  const text = await response.text();
  return {
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie(),
    data: app.copyIn(parsed(text, options)),
  };
}

/** WeChat parses JSON unless told not to, and gives the text where it isn't JSON. */
function parsed(text: string, { dataType = 'json' }: RequestOptions): unknown {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const lowerCase = (header: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]));
