/** What the logic layer's JavaScript must not use, because a phone doesn't have it or WeChat forbids it. */
import type { AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import type { WeappBuild } from '../build';
import { finding, type Finding } from '../finding';
import { jsFiles, type JsFile } from '../js-files';
import { ALLOWED, FRAMEWORK_FILES, KNOWN_GLOBALS, ruleOf, SHIMMED } from './globals';
import { freeNames, isGuarded, type FreeName } from './scope';

/** Looks through every file. */
export function checkJavaScript(build: WeappBuild): Finding[] {
  return jsFiles(build).flatMap((file) => (file.program ? [...globals(file), ...patterns(file)] : []));
}

function globals(js: JsFile): Finding[] {
  if (!js.program) return [];
  return freeNames(js.program).flatMap((free) => {
    const { name, ancestors } = free;
    if (isCodeFromString(free))
      return isAllowed(js, free)
        ? []
        : [fault(js, 'eval', free.node, name === 'eval' ? 'eval(…)' : `${name}(…) 从字符串造代码`)];
    if (KNOWN_GLOBALS.has(name) || isTypeof(free) || isGuarded(name, ancestors, js.text) || isAllowed(js, free))
      return [];
    return [fault(js, ruleOf(name), free.node, `用了 ${name}`)];
  });
}

const isTypeof = ({ ancestors }: FreeName): boolean => {
  const parent = ancestors.at(-1);
  return parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
};

/** `eval(…)`, `Function(…)`, `new Function(…)`, and timers given a string. */
function isCodeFromString({ name, node, ancestors }: FreeName): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return false;
  if (parent.callee !== node) return false;
  if (name === 'eval' || name === 'Function') return true;
  const [first] = parent.arguments;
  return /^set(Timeout|Interval)$/.test(name) && first?.type === 'Literal' && typeof first.value === 'string';
}

function isAllowed({ file, text }: JsFile, { name, node, ancestors }: FreeName): boolean {
  const parent = ancestors.at(-1);
  const whole = parent?.type === 'NewExpression' ? parent : node;
  return ALLOWED.some(
    (entry) => entry.file === file && entry.name === name && entry.source.test(text.slice(whole.start, whole.end)),
  );
}

/** Faults that show in the form of the code rather than in a name. */
function patterns(js: JsFile): Finding[] {
  const findings: Finding[] = [];
  if (!js.program) return findings;
  full(js.program, (any) => {
    const node: AnyNode = any;
    const pattern = regularExpression(node);
    if (pattern && /\(\?<[=!]/.test(pattern))
      findings.push(fault(js, 'lookbehind', node, `正则 ${pattern.slice(0, 60)}`));
    const shim = shimmedName(node);
    if (shim && !FRAMEWORK_FILES.has(js.file))
      findings.push(fault(js, 'dom-name', node, `用了 ${shim}，小程序里只是 Taro 的空壳`));
    const member = globalMember(node);
    if (member && !KNOWN_GLOBALS.has(member) && ruleOf(member) !== 'unknown-global')
      findings.push(fault(js, ruleOf(member), node, `用了 globalThis.${member}`));
  });
  return findings;
}

function regularExpression(node: AnyNode): string | undefined {
  if (node.type === 'Literal' && node.regex) return node.regex.pattern;
  if (
    (node.type !== 'NewExpression' && node.type !== 'CallExpression') ||
    node.callee.type !== 'Identifier' ||
    node.callee.name !== 'RegExp'
  )
    return undefined;
  const [first] = node.arguments;
  return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
}

/** `r(4490)["window"]`: the name as ProvidePlugin wrote it. */
function shimmedName(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = node.object;
  const [id] = given;
  if (callee.type !== 'Identifier' || given.length !== 1 || id?.type !== 'Literal' || typeof id.value !== 'number')
    return undefined;
  const name =
    node.property.type === 'Identifier'
      ? node.property.name
      : node.property.type === 'Literal'
        ? String(node.property.value)
        : '';
  return SHIMMED.has(name) ? name : undefined;
}

const globalMember = (node: AnyNode): string | undefined =>
  node.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === 'globalThis' &&
  node.property.type === 'Identifier' &&
  !node.computed
    ? node.property.name
    : undefined;

function fault({ file, text }: JsFile, rule: Parameters<typeof finding>[0], { start }: AnyNode, said: string): Finding {
  const around = text.slice(Math.max(0, start - 40), start + 60).replace(/\s+/g, ' ');
  return finding(rule, file, `${said}：…${around}…`);
}
