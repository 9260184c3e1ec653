/** Every wxml and wxs through WeChat's own `wcc`, and the tree a page's data gives when its templates run. */
import path from 'node:path';
import vm from 'node:vm';
import { finding, type Finding } from '../finding';
import { filesOf, type WeappBuild } from '../build';
import { runCompiler } from './binary';

/** A node as WeChat's templates make it: `wx-view`, its attributes in camel case, text as strings. */
export interface WxmlNode {
  tag: string;
  attr: Record<string, unknown>;
  children: (WxmlNode | string)[];
}

export interface Templates {
  findings: Finding[];
  /** What a page's templates make of its data; what they complain about is added to `complaints`. */
  render: (route: string, data: object, complaints?: string[]) => WxmlNode | undefined;
}

/** Compiles all templates of a build. */
export function compileWxml(build: WeappBuild): Templates {
  const files = [...filesOf(build, 'wxml'), ...filesOf(build, 'wxs')];
  const { ok, output, errors } = runCompiler('wcc', ['-d', ...files], build.dir);
  if (!ok || errors.trim()) return { findings: wccErrors(errors || output, files), render: () => undefined };

  let said: string[] = [];
  const note = (...words: unknown[]): void => void said.push(words.map(String).join(' '));
  const context = vm.createContext({ console: { log: note, warn: note, error: note } });
  vm.runInContext(`var window=globalThis;${output}`, context);
  const gwx = vm.runInContext('$gwx', context) as (path: string) => ((data: object) => WxmlNode) | undefined;
  // wcc compares constructors, so the data has to be made of the context's own objects.
  const copyIn = vm.runInContext('JSON.parse', context) as (json: string) => object;
  const render: Templates['render'] = (route, data, complaints = []) => {
    said = complaints;
    try {
      const tree = gwx(`${route}.wxml`)?.(copyIn(JSON.stringify(data)));
      return (
        tree && expand(tree, componentsOf(build, route), (component, inner) => render(component, inner, complaints))
      );
    } catch (error) {
      complaints.push(String(error));
      return undefined;
    }
  };
  return { findings: [], render };
}

/** Taro draws what lies deeper than its templates in a component of its own; wcc leaves components empty. */
function expand(
  node: WxmlNode,
  components: Record<string, string>,
  draw: (component: string, data: object) => WxmlNode | undefined,
): WxmlNode {
  const component = components[node.tag.replace('wx-', '')];
  const drawn = component && node.attr?.['i'] ? draw(component, { i: node.attr['i'], l: node.attr['l'] }) : undefined;
  if (drawn) return { ...node, children: drawn.children };
  return {
    ...node,
    children: node.children.map((child) => (typeof child === 'string' ? child : expand(child, components, draw))),
  };
}

function componentsOf(build: WeappBuild, file: string): Record<string, string> {
  if (!build.has(`${file}.json`)) return {};
  const { usingComponents = {} } = build.json<{ usingComponents: Record<string, string> }>(`${file}.json`);
  return Object.fromEntries(
    Object.entries(usingComponents).map(([name, given]) => [name, path.posix.join(path.posix.dirname(file), given)]),
  );
}

/** `./base.wxml:12:3: …` or, from the wxs part, `…: base.wxs …`. */
function wccErrors(text: string, files: readonly string[]): Finding[] {
  const lines = text.split('\n').filter((line) => line.trim());
  const first = lines[0] ?? 'wcc 没有给出原因';
  const file = files.find((name) => first.includes(name)) ?? files.find((name) => text.includes(name)) ?? 'app.json';
  return [finding('wxml-syntax', file, `wcc：${lines.slice(0, 3).join(' ')}`)];
}

/** Runs over a tree, parents first. */
export function walkNodes(
  node: WxmlNode,
  visit: (node: WxmlNode, depth: number, ancestors: readonly WxmlNode[]) => void,
  ancestors: readonly WxmlNode[] = [],
): void {
  visit(node, ancestors.length + 1, ancestors);
  for (const child of node.children) if (typeof child !== 'string') walkNodes(child, visit, [...ancestors, node]);
}

/** The text a reader sees in a node. */
export const wxmlTextOf = (node: WxmlNode | string): string =>
  typeof node === 'string' ? node : node.children.map(wxmlTextOf).join('');
