/** `npm start`: builds what is missing or stale with visible progress, then serves the app. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
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

async function start(): Promise<void> {
  if (!isFresh('h5')) await build('网页版', script('scripts/build.ts', 'h5'));
  if (!isFresh('staff')) await build('管理台', script('scripts/build-staff.ts'));
  if (!isFresh('service')) await build('后台服务', script('scripts/build-service.ts'), '几秒钟');
  const built = pathToFileURL(path.join(root, 'dist/service/main.mjs')).href;
  const { serve } = (await import(built)) as typeof Service;
  const address = await serve();
  console.log(
    `渝工随行已经打开：${address}/\n管理台：${address}/staff/\n接口说明：${address}/api/v1/openapi.json\n按 Ctrl-C 停下。`,
  );
}

start().catch((error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? '端口已被占用，换一个再试，例如 PORT=8788 npm start' : error.message;
  console.error(`没有启动起来：${reason}`);
  process.exit(1);
});
