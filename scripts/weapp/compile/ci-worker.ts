/**
 * miniprogram-ci over builds, offline, in a process of its own: it takes over a second to load, forks
 * workers, prints what it likes and keeps what it read by path.
 *
 * `node --import tsx ci-worker.ts OUT.json config,quality,compile DIR…` writes what it found by folder.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as ci from 'miniprogram-ci';
import type { Finding, Rule } from '../finding';
import { finding } from '../finding';

const [out = '', stages = '', ...dirs] = process.argv.slice(2);
const APPID = 'wx1234567890abcdef';
/** `getCompiledResult` asks WeChat for a list of file types and goes on without; this makes it not wait. */
const NO_NETWORK = 'http://127.0.0.1:9';
/** Said of project settings for an upload by WeChat's tools; Taro has minified already. */
const NOT_OURS = new Set(['JS_COMPRESS_OPEN', 'WXML_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN']);

interface Json {
  getAppJSON: (project: unknown) => Promise<{ pages: string[]; subPackages?: { root: string; pages: string[] }[] }>;
  getPageJSON: (project: unknown, page: { miniprogramRoot: string; pagePath: string }) => Promise<unknown>;
  getSiteMapJSON: (project: unknown) => Promise<unknown>;
}
/** The checks that its compiler runs first, callable alone in milliseconds. The version is pinned for them. */
const load = (file: string): Json =>
  createRequire(__filename)(`miniprogram-ci/dist/modules/corecompiler/original/json/${file}`) as Json;

async function check(dir: string, temporary: string): Promise<Finding[]> {
  const { project, key } = openProject(dir, temporary);
  const findings: Finding[] = [];
  const stage = async (name: string, rule: Rule, work: () => Promise<unknown>): Promise<void> => {
    if (!stages.split(',').includes(name)) return;
    try {
      await work();
    } catch (error) {
      findings.push(faultOf(rule, error as CiError));
    }
  };
  await stage('config', 'ci-project', async () => {
    const app = await load('app/appJSON').getAppJSON(project);
    for (const pagePath of [
      ...app.pages,
      ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
    ]) {
      await load('page/getPageJSON').getPageJSON(project, { miniprogramRoot: '', pagePath });
    }
    await load('sitemap').getSiteMapJSON(project);
  });
  // What is wrong in app.json is said once; the later stages would only say it again.
  if (findings.length > 0) return findings;
  await stage('quality', 'ci-quality', async () => {
    const checks = (await ci.checkCodeQuality(project)) as {
      name: string;
      success: boolean;
      text: string;
      detail?: unknown;
    }[];
    for (const { name, success, text, detail } of checks) {
      if (!success && !NOT_OURS.has(name))
        findings.push(finding('ci-quality', 'app.json', `${name}：${text} ${JSON.stringify(detail ?? '')}`));
    }
  });
  await stage('compile', 'ci-compile', () =>
    ci.getCompiledResult(
      {
        project,
        version: '1.0.0',
        desc: 'verify',
        setting: { es6: true, minify: true, minifyJS: true, minifyWXML: true, minifyWXSS: true },
        onProgressUpdate: () => undefined,
      } as Parameters<typeof ci.getCompiledResult>[0],
      path.join(temporary, 'compiled.zip'),
    ),
  );
  rmSync(key);
  return findings;
}

/** Signs nothing and calls nobody: any key will do. */
function openProject(dir: string, temporary: string): { project: ci.Project; key: string } {
  const key = path.join(temporary, 'key');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  writeFileSync(key, privateKey);
  const project = new ci.Project({
    appid: APPID,
    type: 'miniProgram',
    projectPath: dir,
    privateKeyPath: key,
    ignores: [],
  });
  const { DefaultProjectAttr } = ci as unknown as { DefaultProjectAttr: object };
  Object.assign(project, { attr: () => Promise.resolve({ ...DefaultProjectAttr, appid: APPID, gameApp: false }) });
  return { project, key };
}

type CiError = Error & { path?: string; code?: number };

/** `app.json: ["pages"][4] could not find …` */
function faultOf(rule: Rule, { message, path: at }: CiError): Finding {
  const said = message.replace(/\s+/g, ' ').slice(0, 500);
  const file = /([\w./-]+\.(?:json|js|wxml|wxss|wxs))/.exec(`${at ?? ''} ${said}`)?.[1] ?? 'app.json';
  return finding(rule, file, `miniprogram-ci：${said}`);
}

async function main(): Promise<void> {
  // Its compiler forks with the arguments of this process, and tsx must not take part in that.
  process.execArgv = [];
  ci.proxy(NO_NETWORK);
  const results: Record<string, Finding[]> = {};
  for (const dir of dirs) {
    const temporary = mkdtempSync(path.join(tmpdir(), 'yugong-ci-'));
    results[dir] = await check(dir, temporary);
    rmSync(temporary, { recursive: true, force: true });
  }
  writeFileSync(out, JSON.stringify(results));
  // Its watchers and forks would keep the process alive.
  process.exit(0);
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
