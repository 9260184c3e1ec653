/** Styles that no page can use, and icons that a page draws without the sheet they stand in. */
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import postcss from 'postcss';
import { LIMITS } from '../baseline';
import { filesOf, type WeappBuild } from '../build';
import { walkNodes, type WxmlNode } from '../compile/wxml';
import { finding, type Finding } from '../finding';
import type { Drawing } from './drawn';
import { jsFiles } from '../js-files';

/** Attributes of a node that hold class names. */
const CLASS_ATTRIBUTES = ['class', 'hoverClass', 'placeholderClass', 'indicatorClass', 'maskClass'];

/**
 * A script names a class through its CSS module, `styles.item` for `item_A8KQX`, or by an expression,
 * `styles[size]`; a module asked by expressions counts as used whole.
 */
function namedByScripts(build: WeappBuild): (name: string) => boolean {
  const scripts = jsFiles(build).map(({ text }) => text);
  const members = new Set(
    scripts.flatMap((text) => [...text.matchAll(/\.([A-Za-z_$][\w$-]*)/g)].map(([, name]) => name)),
  );
  const strings = new Set(
    scripts.flatMap((text) => [...text.matchAll(/"([\w -]+)"/g)].flatMap(([, words = '']) => words.split(' '))),
  );
  // A module's names that are written out where they are used: the compiler keeps no variable that nobody reads.
  const variables = new Set(scripts.flatMap((text) => [...text.matchAll(/[\w$]="([\w-]+)"/g)].map(([, name]) => name)));
  const asked = new Set(scripts.flatMap((text) => [...text.matchAll(/([\w$]+)\[\w/g)].map(([, name]) => name)));
  const byExpression = new Set(
    scripts.flatMap((text) =>
      [...text.matchAll(/([\w$]+)=(\{(?:"?[\w-]+"?:"[\w-]+",?)+\})/g)].flatMap(([, variable, map = '']) =>
        asked.has(variable ?? '') ? [...map.matchAll(/:"([\w-]+)"/g)].map(([, name]) => name) : [],
      ),
    ),
  );
  return (name) => {
    const local = /^(.+)_[\w+/-]{5}$/.exec(name)?.[1];
    const icon = /^icon-(.+)$/.exec(name)?.[1];
    if (icon !== undefined) return strings.has(icon);
    return (
      byExpression.has(name) || variables.has(name) || (local === undefined ? strings.has(name) : members.has(local))
    );
  };
}

/** Bytes of rules nobody can use. */
export function checkUnusedStyles(build: WeappBuild, trees: readonly { tree: WxmlNode }[]): Finding[] {
  const drawn = new Set<string>();
  for (const { tree } of trees) {
    walkNodes(tree, ({ attr }) => {
      for (const name of CLASS_ATTRIBUTES) for (const word of String(attr?.[name] ?? '').split(/\s+/)) drawn.add(word);
    });
  }
  const named = namedByScripts(build);
  const unused: { file: string; selector: string; bytes: number }[] = [];
  for (const file of filesOf(build, 'wxss')) {
    postcss.parse(build.read(file)).walkRules((rule) => {
      if (rule.parent instanceof postcss.AtRule && /keyframes/.test(rule.parent.name)) return;
      const idle = rule.selectors.every((selector) =>
        [...selector.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => !drawn.has(name) && !named(name)),
      );
      if (idle) unused.push({ file, selector: rule.selector, bytes: Buffer.byteLength(rule.toString()) });
    });
  }
  const bytes = unused.reduce((sum, rule) => sum + rule.bytes, 0);
  if (bytes <= LIMITS.unusedWxss) return [];
  const largest = [...unused].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  return [
    finding(
      'unused-wxss',
      largest[0]?.file ?? 'app.wxss',
      `${bytes} 字节没有页面用到：${largest.map(({ selector, bytes: size }) => `${selector.slice(0, 40)} ${size}`).join('，')}`,
    ),
  ];
}

/** A style file with everything that it imports, as WeChat puts it together. */
function styleText(build: WeappBuild, file: string): string {
  if (!build.has(file)) return '';
  return build
    .read(file)
    .replace(/@import\s*(?:url\()?["']([^"']+)["']\)?;/g, (_, to: string) =>
      styleText(build, path.posix.join(to.startsWith('/') ? '.' : path.posix.dirname(file), to)),
    );
}

/**
 * Icons that are drawn as a full square: an icon's picture comes with the package that draws it, by a sheet that each
 * of its pages imports, and a class without its rule leaves the mask empty.
 */
export function checkIcons(build: WeappBuild, trees: readonly Drawing[]): Finding[] {
  const shared = styleText(build, 'app.wxss');
  const sheets = new Map<string, string>();
  const missing = new Map<string, Finding>();
  for (const { url, tree } of trees) {
    const route = defined(url.split('?')[0]).replace(/^\//, '');
    const own = sheets.get(route) ?? styleText(build, `${route}.wxss`);
    sheets.set(route, own);
    walkNodes(tree, ({ attr }) => {
      for (const [name] of String(attr?.['class'] ?? '').matchAll(/(?<!\S)icon-[a-z0-9-]+(?!\S)/g)) {
        if (shared.includes(`.${name}{`) || own.includes(`.${name}{`)) continue;
        missing.set(`${route} ${name}`, finding('icon-without-picture', route, `${name} 没有图`));
      }
    });
  }
  return [...missing.values()];
}
