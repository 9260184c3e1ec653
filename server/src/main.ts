/** Starts the server on `PORT` (8787) and drains it on Ctrl-C. */
import path from 'node:path';
import { buildApp } from './app';

/** Listens until SIGINT or SIGTERM; requests under way are answered before it stops. */
export async function serve(): Promise<string> {
  const app = await buildApp({ h5: path.resolve(__dirname, '../../dist/h5'), log: process.env.YUGONG_LOG === '1' });
  const stop = () => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return app.listen({ host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 8787) });
}
