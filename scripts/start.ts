/** `npm start`: builds what is missing or stale with visible progress, then serves the app. */
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderUnicodeCompact } from 'uqr';
import { isLoopbackHost } from '../server/src/kernel/address';
import type * as Service from '../server/src/main';
import { runNode, script } from './lib/run';
import { isFresh, root } from './lib/stale';

/** Builds one of the three, showing how it goes. */
async function build(name: string, args: string[], howLong = '半分钟'): Promise<void> {
  console.log(`第一次启动，或内容有改动：先构建${name}，大约${howLong}……`);
  const { code } = await runNode(args, { show: true });
  if (code === 0) return;
  console.error('构建没有成功，上面是原因。');
  process.exit(code);
}

/** Addresses at which another device in the same network reaches what listens on every interface. */
const addressesInNetwork = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/**
 * How a phone opens the app: a QR code where the service listens beyond this machine, else how to have one. Not by
 * itself, because the demo's administrator exists only where nobody but this machine comes in.
 *
 * @param host where the service was told to listen: an address of this machine, `0.0.0.0` for all of them
 * @param port of the address that it answers at
 */
function forPhones(host: string, port: string): string {
  if (isLoopbackHost(host))
    return '同一网络里的手机也要看：停下来，用 HOST=0.0.0.0 npm start 再启动（那时没有演示账号）。';
  const hosts = /^(0\.0\.0\.0|::)$/.test(host) ? addressesInNetwork() : [host];
  const [first] = hosts;
  if (first === undefined) return '这台机器没有连上网络，手机打不开。';
  const urls = hosts.map((one) => `http://${one}:${port}/`);
  return `同一网络里的手机扫这个码，或打开 ${urls.join(' 或 ')}\n${renderUnicodeCompact(`http://${first}:${port}/`)}`;
}

async function start(): Promise<void> {
  if (!isFresh('h5')) await build('网页版', script('scripts/build.ts', 'h5'));
  if (!isFresh('staff')) await build('管理台', script('scripts/build-staff.ts'));
  if (!isFresh('service')) await build('后台服务', script('scripts/build-service.ts'), '几秒钟');
  const built = pathToFileURL(path.join(root, 'dist/service/main.mjs')).href;
  const { serve } = (await import(built)) as typeof Service;
  const address = await serve();
  console.log(
    [
      `渝工随行已经打开：${address}/`,
      `管理台：${address}/staff/`,
      `接口说明：${address}/api/v1/openapi.json`,
      forPhones(process.env.HOST ?? '127.0.0.1', new URL(address).port),
      '按 Ctrl-C 停下。',
    ].join('\n'),
  );
}

start().catch((error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? '端口已被占用，换一个再试，例如 PORT=8788 npm start' : error.message;
  console.error(`没有启动起来：${reason}`);
  process.exit(1);
});
