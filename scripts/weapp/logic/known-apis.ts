/** The names WeChat's `wx` has, from which base library on, read from miniprogram-api-typings. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface KnownApi {
  /** The base library it came with; undefined where it was always there. */
  since: string | undefined;
  deprecated: boolean;
}

const TYPINGS = require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
/** Members that are there without being in the interface: `wx.cloud` has a file of its own. */
const BESIDES: Record<string, KnownApi> = { cloud: { since: '2.2.3', deprecated: false } };

let known: Map<string, KnownApi> | undefined;

/** Every member of `wx` by name. */
export function knownApis(): Map<string, KnownApi> {
  known ??= readTypings();
  return known;
}

function readTypings(): Map<string, KnownApi> {
  const text = readFileSync(TYPINGS, 'utf8');
  const apis = new Map<string, KnownApi>(Object.entries(BESIDES));
  const visit = (node: ts.Node): void => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'Wx') {
      ts.forEachChild(node, visit);
      return;
    }
    for (const member of node.members) {
      const name = member.name && ts.isIdentifier(member.name) ? member.name.text : undefined;
      if (!name) continue;
      const said = text.slice(member.pos, member.end);
      const comment = said.slice(0, said.indexOf('*/'));
      // "需要基础库" of the interface itself stands before that of plugins.
      const since = /(?:^|[^：])需要基础库：\s*`?([\d.]+)/.exec(comment.split('在插件中使用')[0] ?? '')?.[1];
      apis.set(name, { since, deprecated: comment.includes('@deprecated') });
    }
  };
  visit(ts.createSourceFile('wx.d.ts', text, ts.ScriptTarget.Latest));
  return apis;
}
