/**
 * The line between a phone and the service: a real HTTP proxy that can be cut, and that can lose one request on
 * its way or one answer on its way back, which is what a tunnel does.
 */
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { portOf } from '../../../scripts/lib/port';

export interface Line {
  /** Where the phone reaches the service: `http://127.0.0.1:1234`. */
  origin: string;
  /** Writes that reached the service, `POST /api/v1/…`, without logins. */
  readonly writes: string[];
  /** Was it ever broken on purpose? Failed requests are then no fault of the app's. */
  readonly broken: boolean;
  /** From now on no request to the API gets through, pages still do; with `everything` no page or script does either. */
  cut: (what?: 'api' | 'everything') => void;
  mend: () => void;
  /** Loses the next write: before the service hears of it, or after it has answered. */
  loseNext: (what: 'request' | 'answer') => void;
  close: () => Promise<void>;
}

/** @param target where the service listens now; null while it is stopped */
export async function openLine(target: () => string | null): Promise<Line> {
  const state: {
    cut: 'api' | 'everything' | null;
    broken: boolean;
    lose: 'request' | 'answer' | null;
    writes: string[];
  } = {
    cut: null,
    broken: false,
    lose: null,
    writes: [],
  };
  const server: Server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const api = url.startsWith('/api/');
    const write = api && method !== 'GET' && !url.startsWith('/api/v1/login');
    const lose = write ? state.lose : null;
    if (lose) state.lose = null;
    const origin = target();
    if (state.cut === 'everything' || (api && state.cut) || lose === 'request' || origin === null)
      return void request.socket.destroy();
    if (write) state.writes.push(`${method} ${url}`);
    pass(request, response, origin, lose === 'answer');
  });
  // The service's own answers promise 65 seconds: a connection closed before would fail the request that takes it again.
  server.keepAliveTimeout = 70_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    writes: state.writes,
    get broken() {
      return state.broken;
    },
    cut: (what = 'api') => {
      state.broken = true;
      state.cut = what;
      // What is under way is lost as well.
      server.closeAllConnections();
    },
    mend: () => void (state.cut = null),
    loseNext: (what) => {
      state.broken = true;
      state.lose = what;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Hands a request on, and the answer back unless it is to be lost. */
function pass(request: IncomingMessage, response: ServerResponse, origin: string, loseAnswer: boolean): void {
  const onward = ask(
    new URL(request.url ?? '/', origin),
    { method: request.method ?? 'GET', headers: request.headers },
    (answer) => {
      if (loseAnswer) {
        // The service has committed by then: an answer is sent only afterwards.
        answer.resume().on('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => request.socket.destroy());
  request.pipe(onward);
}
