/**
 * The app's `wx`. Every name WeChat has is there, since Taro lists them; what has no behaviour here says
 * so when called, and a name WeChat doesn't have is a finding the moment it is touched.
 */
import { compareVersions, MINIMUM_BASE_LIBRARY } from '../baseline';
import { knownApis } from './known-apis';
import type { MiniProgram } from './mini-program';
import { canvasApis } from './wx-canvas';
import { mapApis } from './wx-map';
import { navigationApis } from './wx-navigation';
import { phoneApis } from './wx-phone';
import { requestApis } from './wx-request';
import { storageApis } from './wx-storage';
import { systemApis } from './wx-system';
import { Buffer } from 'node:buffer';
import { answer, Refusal, type CallOptions } from './answer';

function fileApis(app: MiniProgram): Record<string, unknown> {
  const { files, documents } = app.device;
  const known = (path: string): Buffer => {
    const file = files.get(path);
    if (!file) throw app.error(`fail no such file or directory, open ${path}`);
    return file;
  };
  const hand = (name: string) => (options?: CallOptions & { filePath?: string }) =>
    answer(app.pending, name, options, () => {
      const file = files.get(options?.filePath ?? '');
      if (!file) throw new Refusal('fail file doesn’t exist');
      documents.push({ by: name, path: options?.filePath ?? '', bytes: file });
      return {};
    });
  return {
    getFileSystemManager: () => ({
      writeFileSync: (path: string, data: string, encoding: 'utf8' | 'base64' = 'utf8') =>
        void files.set(path, Buffer.from(data, encoding)),
      readdirSync: (folder: string) =>
        app.copyIn(
          [...files.keys()]
            .filter((path) => path.startsWith(`${folder}/`))
            .map((path) => path.slice(folder.length + 1)),
        ),
      unlinkSync: (path: string) => {
        known(path);
        files.delete(path);
      },
    }),
    openDocument: hand('openDocument'),
    shareFileMessage: hand('shareFileMessage'),
  };
}

/** Touched by libraries without meaning an interface: webpack's own store, and what promises and inspectors probe. */
const NOT_AN_API = new Set([
  'webpackJsonp',
  'then',
  'toJSON',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  '__esModule',
  'default',
  'inspect',
]);

export function createWx(app: MiniProgram, listeners: Map<string, Set<(event: object) => void>>): object {
  const modelled: Record<string, unknown> = {
    ...storageApis(app),
    ...fileApis(app),
    ...requestApis(app),
    ...navigationApis(app),
    ...mapApis(app),
    ...canvasApis(app),
    ...phoneApis(app),
    ...systemApis(app, listeners),
  };
  const members: Record<string, unknown> = {};
  for (const [name, { since, deprecated }] of knownApis()) {
    if (app.device.lacks.has(name)) continue;
    const newer = since !== undefined && compareVersions(since, MINIMUM_BASE_LIBRARY) > 0;
    const value = modelled[name] ?? unmodelled(app, name);
    if (typeof value !== 'function') {
      members[name] = value;
      continue;
    }
    members[name] = (...args: unknown[]): unknown => {
      if (newer) app.report('newer-api', app.where, `wx.${name} 要基础库 ${since}，项目只要求 ${MINIMUM_BASE_LIBRARY}`);
      if (deprecated) app.report('deprecated-api', app.where, `wx.${name} 已废弃`);
      app.called.add(name);
      return (value as (...a: unknown[]) => unknown)(...args);
    };
  }
  return new Proxy(members, {
    get: (target, name) => {
      if (typeof name === 'string' && !(name in target) && !app.device.lacks.has(name) && !NOT_AN_API.has(name))
        app.report('unknown-api', app.where, `wx.${name} 不存在`);
      return typeof name === 'string' ? target[name] : undefined;
    },
  });
}

const unmodelled = (app: MiniProgram, name: string) => (): never => {
  app.report('unmodelled-api', app.where, `调用了 wx.${name}，验证环境还没有它的行为`);
  throw app.error(`wx.${name} is not modelled`);
};
