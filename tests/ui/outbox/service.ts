/** A service for the outbox to meet: real HTTP, remembers what each key did, and misbehaves as told. */
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from '../../../scripts/lib/port';

/**
 * `lost`: does it, and the answer never leaves. `dropped`: hangs up before reading. `hangs`: does it and says
 * nothing. `stalls`: begins to answer and stops. `twice`: answers one request with two answers.
 */
export type Manner =
  'good' | 'busy' | 'broken' | 'lost' | 'dropped' | 'hangs' | 'stalls' | 'twice' | 'refuses' | 'login';

export class FaultyService {
  /** How often each thing was really done, by the name in its body: a new key would be a second time. */
  readonly effects = new Map<string, number>();
  private readonly known = new Set<string>();
  readonly received: { key: string; body: string }[] = [];
  /** What to do with the next requests, in turn; `good` when there is no more. */
  manners: Manner[] = [];
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${portOf(this.server)}`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const manner = this.manners.shift() ?? 'good';
    if (manner === 'dropped') return void request.socket.destroy();
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const key = String(request.headers['idempotency-key']);
    this.received.push({ key, body });
    const problem = problems[manner];
    if (problem) {
      response.writeHead(problem.status, { 'content-type': 'application/problem+json', ...problem.headers });
      return void response.end(typeof problem.body === 'string' ? problem.body : JSON.stringify(problem.body));
    }
    const { thing } = readJson(v.object({ thing: v.string() }), body);
    if (!this.known.has(key)) this.effects.set(thing, (this.effects.get(thing) ?? 0) + 1);
    this.known.add(key);
    if (manner === 'lost') return void request.socket.destroy();
    if (manner === 'hangs') return;
    const text = JSON.stringify({ id: `r-${key}` });
    if (manner === 'stalls') {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': text.length });
      return void response.write(text.slice(0, 4));
    }
    const raw = `HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    if (manner === 'twice') return void request.socket.end(raw + raw);
    response.writeHead(201, { 'content-type': 'application/json' }).end(text);
  }
}

interface Said {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const said = (status: number, code: string, retryable: boolean): Said => ({
  status,
  body: { type: 'about:blank', title: `标题 ${code}`, status, code, retryable, requestId: 'r', errors: [] },
});

const problems: Partial<Record<Manner, Said>> = {
  busy: { ...said(503, 'busy', true), headers: { 'Retry-After': '30' } },
  broken: { status: 502, body: '<html>Bad Gateway</html>' },
  refuses: said(409, 'session-full', false),
  login: said(401, 'unauthorized', false),
};

/** Taro.request over Node's fetch, rejecting as the platforms do. */
export function taroRequest(options: {
  url: string;
  method: string;
  data?: string;
  header: Record<string, string>;
}): Promise<unknown> & { abort: () => void } {
  const abort = new AbortController();
  const { url, method, data, header } = options;
  const asked = fetch(url, {
    method,
    headers: header,
    signal: abort.signal,
    ...(data === undefined ? {} : { body: data }),
  })
    .then(async (response) => ({
      statusCode: response.status,
      data: await response.text(),
      header: Object.fromEntries(response.headers),
    }))
    .catch((error: Error) => {
      throw Object.assign(new Error(error.message), { errMsg: `request:fail ${error.message}` });
    });
  return Object.assign(asked, { abort: () => abort.abort() });
}
