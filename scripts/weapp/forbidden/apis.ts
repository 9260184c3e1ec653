/** The `wx` names that the code asks for, directly or through Taro: do they exist, and on every phone served? */
import type { AnyNode, Node, Program } from 'acorn';
import { full, fullAncestor } from 'acorn-walk';
import { compareVersions, MINIMUM_BASE_LIBRARY } from '../baseline';
import type { WeappBuild } from '../build';
import { finding, type Finding } from '../finding';
import { jsFiles, type JsFile } from '../js-files';
import { knownApis } from '../logic/known-apis';
import { FRAMEWORK_FILES } from './globals';
import { isFunction } from './scope';

/** Taro's own, beside WeChat's names. Hooks start with `use`. */
const TARO_OWN = new Set(
  'Current ENV_TYPE Events Link Behavior addInterceptor cleanInterceptors config eventCenter getAppInfo getApp getCurrentInstance getCurrentPages getEnv getEnvInfoSync getRenderer getTabBar initPxTransform interceptors options preload pxTransform requirePlugin setGlobalDataPlugin canIUseWebp miniGlobal history getInitPxTransform hooks default'.split(
    ' ',
  ),
);

/** Not interfaces but webpack's store on `wx`. */
const STORE = new Set(['webpackJsonp']);

/** Checks every file but Taro's own, whose lists name interfaces of every platform. */
export function checkApis(build: WeappBuild): Finding[] {
  return jsFiles(build).flatMap((js) => {
    if (!js.program) return [];
    const names = [...membersOfWx(js.program), ...(FRAMEWORK_FILES.has(js.file) ? [] : membersOfTaro(js.program))];
    return [...new Map(names.map((used) => [used.name, used])).values()].flatMap((used) => judge(js, used));
  });
}

interface Used {
  name: string;
  said: string;
  taro: boolean;
}

function judge({ file, text }: JsFile, { name, said, taro }: Used): Finding[] {
  if (STORE.has(name) || (taro && (TARO_OWN.has(name) || /^use[A-Z]/.test(name)))) return [];
  const api = knownApis().get(name);
  if (!api) return [finding('unknown-api', file, `${said} 不存在`)];
  const asked = new RegExp(`canIUse\\(\\s*["']${name}`).test(text);
  const findings = api.deprecated ? [finding('deprecated-api', file, `${said} 已废弃`)] : [];
  if (!asked && api.since !== undefined && compareVersions(api.since, MINIMUM_BASE_LIBRARY) > 0) {
    findings.push(finding('newer-api', file, `${said} 要基础库 ${api.since}，项目只要求 ${MINIMUM_BASE_LIBRARY}`));
  }
  return findings;
}

function membersOfWx(program: Program): Used[] {
  const found: Used[] = [];
  full(program, (any) => {
    const node: AnyNode = any;
    if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier' || node.object.name !== 'wx') return;
    const name = memberName(node);
    if (name) found.push({ name, said: `wx.${name}`, taro: false });
  });
  return found;
}

/**
 * `i().showToast` where `i = n.n(r)` and `r = n(758)`: webpack's way to a default export. A module is
 * taken for Taro where some member asked of it is one of WeChat's.
 */
function membersOfTaro(program: Program): Used[] {
  // Short names are reused from module to module, so each is looked up in the functions around its use.
  const imported = new Map<Node, Map<string, string>>();
  const getters = new Map<Node, Map<string, string>>();
  const asked: { binding: string; name: string; around: readonly Node[] }[] = [];
  fullAncestor(program, (any, _state, all) => {
    const node: AnyNode = any;
    const nodes: readonly AnyNode[] = all;
    const around = [...nodes].reverse().filter(isFunction);
    const scope = around[0] ?? program;
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init?.type === 'CallExpression') {
      const { callee, arguments: given } = node.init;
      const [first] = given;
      const isImport = callee.type === 'Identifier' && first?.type === 'Literal' && typeof first.value === 'number';
      if (isImport) note(imported, scope, node.id.name, String(first.value));
      const isGetter = callee.type === 'MemberExpression' && memberName(callee) === 'n' && first?.type === 'Identifier';
      if (isGetter) note(getters, scope, node.id.name, first.name);
    }
    if (node.type === 'MemberExpression' && node.object.type === 'CallExpression') {
      const { callee, arguments: given } = node.object;
      const name = memberName(node);
      if (name && callee.type === 'Identifier' && given.length === 0)
        asked.push({ binding: callee.name, name, around });
    }
  });
  const lookUp = (names: Map<Node, Map<string, string>>, name: string, around: readonly Node[]): string | undefined =>
    around.map((scope) => names.get(scope)?.get(name)).find((found) => found !== undefined);
  const moduleOf = ({ binding, around }: (typeof asked)[number]): string | undefined =>
    lookUp(imported, lookUp(getters, binding, around) ?? '', around);
  const taro = new Set(asked.filter(({ name }) => knownApis().has(name)).map(moduleOf));
  return asked.flatMap((use) => {
    const id = moduleOf(use);
    return id !== undefined && taro.has(id) ? [{ name: use.name, said: `Taro.${use.name}`, taro: true }] : [];
  });
}

function note(names: Map<Node, Map<string, string>>, scope: Node, name: string, value: string): void {
  names.set(scope, (names.get(scope) ?? new Map<string, string>()).set(name, value));
}

/** The name of a member where it is written out: `a.name` or `a['name']`. */
export function memberName({ property, computed }: Extract<AnyNode, { type: 'MemberExpression' }>): string | undefined {
  if (property.type === 'Identifier' && !computed) return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
