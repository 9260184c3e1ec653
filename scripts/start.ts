/** `npm start`: builds what is missing or stale with visible progress, then serves the app. */
import { serve } from '../server/src/main';
import { runNode, script } from './lib/run';
import { isFresh } from './lib/stale';

async function start(): Promise<void> {
  if (!isFresh('h5')) {
    console.log('第一次启动，或内容有改动：先构建网页版，大约半分钟……');
    const { code } = await runNode(script('scripts/build.ts', 'h5'), { show: true });
    if (code !== 0) {
      console.error('构建没有成功，上面是原因。');
      process.exit(code);
    }
  }
  const address = await serve();
  console.log(`渝工随行已经打开：${address}/\n接口说明：${address}/api/v1/openapi.json\n按 Ctrl-C 停下。`);
}

start().catch((error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? '端口已被占用，换一个再试，例如 PORT=8788 npm start' : error.message;
  console.error(`没有启动起来：${reason}`);
  process.exit(1);
});
