/** Styles that no page can use: their classes are in no drawn tree and named by no script. */
import postcss from 'postcss';
import { LIMITS } from '../baseline';
import { filesOf, type WeappBuild } from '../build';
import { walkNodes, type WxmlNode } from '../compile/wxml';
import { finding, type Finding } from '../finding';
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
    return byExpression.has(name) || (local === undefined ? strings.has(name) : members.has(local));
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
