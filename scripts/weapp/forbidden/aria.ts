/** Every aria attribute that the source gives a Taro component has to be in that component's template: Taro drops it otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { WeappBuild } from '../build';
import { finding, type Finding } from '../finding';

/** An attribute used in the source, as the template must spell it. */
export interface AriaUse {
  /** The component in wxml: `view`, `scroll-view`. */
  component: string;
  /** `aria-label` */
  attribute: string;
  /** Relative to the repository. */
  file: string;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '-' : ''}${letter.toLowerCase()}`);

/** The aria attributes of the source files that reach WeChat. */
export function ariaUses(src: string): AriaUse[] {
  const uses = sourceFiles(src).flatMap((file) => usesIn(file, path.relative(path.dirname(src), file)));
  return [...new Map(uses.map((use) => [`${use.component} ${use.attribute}`, use])).values()];
}

function sourceFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return sourceFiles(file);
    return entry.name.endsWith('.tsx') && !/\.(h5|test)\.tsx$/.test(entry.name) ? [file] : [];
  });
}

function usesIn(file: string, name: string): AriaUse[] {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('aria')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const taro = new Set<string>();
  const uses: AriaUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === '@tarojs/components') {
      const named = node.importClause?.namedBindings;
      if (named && ts.isNamedImports(named)) named.elements.forEach((element) => taro.add(element.name.text));
    }
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const tag = node.tagName.getText(source);
      if (taro.has(tag)) {
        for (const property of node.attributes.properties) {
          const attribute = property.name?.getText(source) ?? '';
          if (/^aria[-A-Z]/.test(attribute)) uses.push({ component: kebab(tag), attribute: kebab(attribute), file: name });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** Compares the source's attributes with the templates of base.wxml. */
export function checkAria(build: WeappBuild, src: string): Finding[] {
  if (!build.has('base.wxml')) return [];
  const base = build.read('base.wxml');
  return ariaUses(src).flatMap(({ component, attribute, file }) => {
    // Taro takes a bare template for a node that has nothing but class and style; such a node has no aria either.
    const tags = [...base.matchAll(new RegExp(`<${component}\\s([^>]*)>`, 'g'))].map(([tag]) => tag).filter((tag) => /\{\{(xs\.\w\()?i\.p\d/.test(tag));
    const carrying = tags.filter((tag) => tag.includes(`${attribute}=`));
    if (tags.length > 0 && carrying.length === tags.length) return [];
    return [finding('dropped-aria', `src/${path.relative('src', file)}`, `<${component}> 的 ${attribute} 没有进 base.wxml（${tags.length} 个模板里有 ${carrying.length} 个带着）`)];
  });
}
