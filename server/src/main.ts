/** Starts the service on `PORT` (8787) and drains it on Ctrl-C. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { buildService } from './app';
import { readConfig, type Config } from './config';
import { repositoryRoot } from './kernel/root';
import { operatorOf } from './operator';
import { openService } from './service';
import { DEMO_USERNAME, renewDemoStaff } from './staff/identity/admin';

const H5 = path.join(repositoryRoot, 'dist/h5');
const STAFF = path.join(repositoryRoot, 'dist/staff');
const ON_SITE = path.join(repositoryRoot, 'dist/on-site');
const built = (folder: string): boolean => existsSync(path.join(folder, 'index.html'));
/** What is under way is answered within this; WeChat's gateway gives up after 15 seconds anyway. */
const DRAIN = 15_000;

/** Listens until SIGINT or SIGTERM; requests under way are answered before it stops. */
export async function serve(config: Config = readConfig()): Promise<string> {
  const operator = operatorOf(config);
  // Loaded only where somebody asks for them.
  const metrics = config.metrics ? (await import('./metrics')).createMetrics() : null;
  const service = await openService(config, { operator, ...(metrics ? { onBatch: metrics.onBatch } : {}) });
  const options = {
    log: config.log || ('errors' as const),
    trustProxy: config.trustProxy,
    ...(metrics ? { observe: metrics.observe } : {}),
    ...(built(H5) ? { h5: H5 } : {}),
  };
  const app = await buildService(service, {
    ...options,
    ...(built(STAFF) ? { staff: STAFF } : {}),
    ...(built(ON_SITE) ? { onSite: ON_SITE } : {}),
  });
  // Never the staff's console where a gateway's header says who somebody is.
  const gateway = config.gatewayPort === null ? null : await buildService(service, options, { gateway: true });
  let stopMetrics: (() => Promise<void>) | undefined;
  const stop = async (): Promise<void> => {
    service.stopping = true;
    setTimeout(() => process.exit(1), DRAIN).unref();
    await Promise.all([app.close(), gateway?.close(), stopMetrics?.()]);
    await service.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  try {
    if (gateway) await gateway.listen({ host: '0.0.0.0', port: defined(config.gatewayPort) });
    if (metrics && config.metrics) stopMetrics = await metrics.serve(service, config.metrics);
    const password = await renewDemoStaff(service, config);
    const address = await app.listen({ host: config.host, port: config.port });
    if (password !== null)
      console.log(`管理台的演示账号：${DEMO_USERNAME}，密码 ${password}（只在这台机器上、只到下次启动有效）`);
    return address;
  } catch (error) {
    await service.close();
    throw error;
  }
}

/** Run as a command, from the source or built; not where somebody imports it. */
const isCommand = process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(__filename);

if (isCommand) {
  serve().then(
    (address) => console.log(`渝工随行的服务已经打开：${address}/`),
    (error: Error) => {
      console.error(`没有启动起来 / not started: ${error.message}`);
      process.exit(1);
    },
  );
}
