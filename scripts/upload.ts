/**
 * `npm run upload`: hands the compiled mini-program to WeChat, as miniprogram-ci does; `-- --preview` makes a preview instead and
 * draws its QR code in the terminal.
 *
 * `YUGONG_WX_APPID` and `YUGONG_WX_UPLOAD_KEY` (path of the key from WeChat's console) come from the environment. Without a
 * key nothing leaves this machine: the package is compiled and checked as for an upload. Exit 1 where `publish:check` or
 * WeChat's compiler finds a fault; then nothing is handed over.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as ci from 'miniprogram-ci';
import { version } from '../package.json';
import { readOperatorFile } from './generate/operator';
import { messageOf } from './lib/errors';
import { isFresh, operatorFile, root } from './lib/stale';
import { notesOf } from './publish/notes';
import { sayFaults } from './publish/papers';
import { publishFaults } from './publish/rules';
import { readBuild, packageSizes } from './weapp/build';
import { checkWithCi } from './weapp/compile/ci';

const DIST = path.join(root, 'dist/weapp');

const { values } = parseArgs({ options: { preview: { type: 'boolean', default: false } } });

async function handOver(appid: string, key: string): Promise<void> {
  const project = new ci.Project({ appid, type: 'miniProgram', projectPath: DIST, privateKeyPath: key, ignores: [] });
  const desc = notesOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version);
  const setting = { es6: false, minify: true };
  if (values.preview) {
    await ci.preview({ project, version, desc, setting, qrcodeFormat: 'terminal', onProgressUpdate: () => undefined });
    console.log('扫上面的码预览');
    return;
  }
  await ci.upload({ project, version, desc, setting, onProgressUpdate: () => undefined });
  console.log(`已上传 ${version}：${desc}\n到微信公众平台 → 版本管理提交审核`);
}

async function main(): Promise<number> {
  const { YUGONG_WX_APPID: appid, YUGONG_WX_UPLOAD_KEY: key, YUGONG_SERVICE_ORIGIN: origin } = process.env;
  if (!isFresh('weapp')) {
    console.error('dist/weapp 不是从现在的源码构建的，先运行 npm run build:weapp');
    return 1;
  }
  if (key && !existsSync(key)) {
    console.error(`没有找到上传密钥 ${key}：在微信公众平台 → 开发管理 → 开发设置 → 小程序代码上传里下载`);
    return 1;
  }
  if (key && !appid) {
    console.error('还缺 YUGONG_WX_APPID：小程序的 AppID');
    return 1;
  }
  const build = readBuild(DIST);
  const faults = publishFaults(build, {
    operator: readOperatorFile(operatorFile),
    origin: origin || null,
    appId: appid || null,
  });
  const compiled = (await checkWithCi([DIST], ['config', 'compile']))[DIST] ?? [];
  for (const { file, message } of compiled) console.error(`✗ ${file}：${message}`);
  if (faults.length > 0) console.error(sayFaults(faults));
  const { main: mainBytes, total } = packageSizes(build);
  console.log(`主包 ${mainBytes} 字节，一共 ${total} 字节`);
  if (faults.length + compiled.length > 0) {
    console.error(`还有 ${faults.length + compiled.length} 处，没有上传`);
    return 1;
  }
  if (!key || !appid) {
    console.log('没有上传密钥（YUGONG_WX_UPLOAD_KEY），只编译和检查，没有上传');
    return 0;
  }
  await handOver(appid, key);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`没有上传：${messageOf(error)}`);
    process.exitCode = 1;
  },
);
