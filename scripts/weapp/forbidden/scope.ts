/** Which names a script takes from outside itself: its free variables, wherever they stand. */
import type { AnyNode, Function as FunctionNode, Node, Pattern, Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';

export interface FreeName {
  name: string;
  node: AnyNode;
  /** From the program down to the node's parent. */
  ancestors: readonly AnyNode[];
}

/**
 * The free variables of a program.
 *
 * `let` and `const` count for their whole function. That only ever hides a global behind a block's own
 * name, and bundled code has no such pair.
 */
export function freeNames(program: Program): FreeName[] {
  const declared = declarations(program);
  const free: FreeName[] = [];
  fullAncestor(program, (node, _state, all) => {
    const own: AnyNode = node;
    if (own.type !== 'Identifier') return;
    const ancestors: AnyNode[] = all.slice(0, -1);
    if (isName(own, ancestors.at(-1))) return;
    if ([own, ...ancestors].some((at) => declared.get(at)?.has(own.name))) return;
    free.push({ name: own.name, node: own, ancestors });
  });
  return free;
}

/** Names by the node whose scope they are in: functions, catch clauses and the program. */
function declarations(program: Program): Map<Node, Set<string>> {
  const declared = new Map<Node, Set<string>>();
  const add = (scope: Node, pattern: Pattern | null | undefined): void => {
    const names = declared.get(scope) ?? new Set<string>();
    declared.set(scope, names);
    namesOf(pattern, names);
  };
  fullAncestor(program, (node, _state, all) => {
    const own: AnyNode = node;
    const around: AnyNode[] = all.slice(0, -1).reverse();
    const outer = around.find(isFunction) ?? program;
    if (own.type === 'VariableDeclaration') own.declarations.forEach(({ id }) => add(outer, id));
    if (own.type === 'FunctionDeclaration' || own.type === 'ClassDeclaration') add(outer, own.id);
    if (own.type === 'CatchClause') add(own, own.param);
    if (isFunction(own)) {
      add(own, null);
      own.params.forEach((param) => add(own, param));
      if (own.type === 'FunctionExpression') add(own, own.id);
      if (own.type !== 'ArrowFunctionExpression') declared.get(own)?.add('arguments');
    }
    if (own.type === 'ClassExpression' && own.id) add(own, own.id);
  });
  return declared;
}

export const isFunction = (node: AnyNode): node is AnyNode & FunctionNode =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);

function namesOf(pattern: Pattern | null | undefined, into: Set<string>): void {
  if (!pattern) return;
  switch (pattern.type) {
    case 'Identifier':
      into.add(pattern.name);
      break;
    case 'ObjectPattern':
      pattern.properties.forEach((property) =>
        namesOf(property.type === 'RestElement' ? property.argument : property.value, into),
      );
      break;
    case 'ArrayPattern':
      pattern.elements.forEach((element) => namesOf(element, into));
      break;
    case 'AssignmentPattern':
      namesOf(pattern.left, into);
      break;
    case 'RestElement':
      namesOf(pattern.argument, into);
      break;
    default:
  }
}

/** A property's or label's name is no variable; acorn-walk visits some of them. */
function isName(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent.type === 'Property') return parent.key === node && !parent.computed && !parent.shorthand;
  return (
    parent.type === 'LabeledStatement' ||
    parent.type === 'BreakStatement' ||
    parent.type === 'ContinueStatement' ||
    parent.type === 'MethodDefinition'
  );
}

/** Did the code ask `typeof name` in this function or around it, and so looks before it leaps? */
export function isGuarded(name: string, ancestors: readonly AnyNode[], text: string): boolean {
  const asked = new RegExp(`typeof\\s+${name.replace(/\$/g, '\\$')}(?![\\w$])`);
  return ancestors.some((at) => isFunction(at) && asked.test(text.slice(at.start, at.end)));
}
