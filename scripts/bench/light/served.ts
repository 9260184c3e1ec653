/**
 * The service with another folder's app, as it is deployed: prints its address, then a line for each file that it has
 * sent, with the bytes that left it. `node served.mjs FOLDER`, built by `buildBench`.
 */
import { mkdtempSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildService } from '../../../server/src/app';
import { readConfig } from '../../../server/src/config';
import { openService } from '../../../server/src/service';

const tell = (what: object): void => console.log(JSON.stringify(what));

/** Answers of one connection come one after the other, so what it has written since the last is this one's. */
function tellWhatIsSent(app: FastifyInstance): void {
  const told = new WeakMap<Socket, number>();
  app.addHook('onResponse', ({ url, raw: { socket } }, _reply, done) => {
    tell({ file: url, bytes: socket.bytesWritten - (told.get(socket) ?? 0) });
    told.set(socket, socket.bytesWritten);
    done();
  });
}

async function serve(h5: string): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yugong-bench-'));
  const service = await openService({ ...readConfig({}), dataDir });
  const app = await buildService(service, { h5, observe: tellWhatIsSent });
  tell({ address: await app.listen({ host: '127.0.0.1', port: 0 }) });
}

void serve(path.resolve(process.argv[2] ?? ''));
