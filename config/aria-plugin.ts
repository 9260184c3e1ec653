/**
 * Makes aria attributes survive on WeChat.
 *
 * Taro's templates name the attributes a component can have and silently drop every other one, aria-*
 * among them. This adds those that the source uses to the templates, and tells the runtime the same in
 * {@link ./aria-runtime}, since both number a component's attributes alike. No others, because base.wxml
 * repeats each attribute in some fifty templates. `npm run verify:weapp` looks whether they arrived
 * (rule `dropped-aria`). One file, because Taro compiles a plugin's own TypeScript and none that it imports.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import ts from 'typescript';
import webpack from 'webpack';

type Attributes = Record<string, Record<string, string>>;

/** The part of Taro's platform that the plugin touches. */
interface Platform {
  runtimePath: string | string[];
  template?: { mergeComponents: (context: IPluginContext, components: Attributes) => void };
}

/** By component, each attribute without a default. */
function attributesOf(src: string): Attributes {
  const attributes: Attributes = {};
  for (const { component, attribute } of ariaUses(src)) (attributes[component] ??= {})[attribute] = '';
  return attributes;
}

export default function ariaPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      // H5 has no templates, and its elements keep what they are given.
      if (!platform.template) return;
      const attributes = attributesOf(path.resolve(__dirname, '../src'));
      platform.template.mergeComponents(context, attributes);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime.js')].flat();
      context.modifyWebpackChain(({ chain }) => {
        chain.plugin('aria').use(webpack.DefinePlugin, [{ ARIA_ATTRIBUTES: JSON.stringify(attributes) }]);
      });
    },
  });
}

/** An attribute used in the source, as a template must spell it. */
export interface AriaUse {
  /** The component as it is imported: `ScrollView`. */
  component: string;
  /** `aria-label` */
  attribute: string;
  /** Relative to the repository. */
  file: string;
}

/** `ScrollView` to `scroll-view`, `ariaLabel` to `aria-label`. */
export const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '-' : ''}${letter.toLowerCase()}`);

/** Every pair of component and attribute once, sorted. @param src the folder `src` */
export function ariaUses(src: string): AriaUse[] {
  const uses = sourceFiles(src).flatMap((file) => usesIn(file, path.relative(path.dirname(src), file)));
  const byPair = new Map(uses.map((use) => [`${use.component} ${use.attribute}`, use]));
  return [...byPair].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
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
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings;
      const fromTaro = node.moduleSpecifier.text === '@tarojs/components';
      if (fromTaro && named && ts.isNamedImports(named))
        named.elements.forEach((element) => taro.add(element.name.text));
    }
    if ((ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && taro.has(node.tagName.getText(source))) {
      for (const property of node.attributes.properties) {
        const attribute = property.name?.getText(source) ?? '';
        if (/^aria[-A-Z]/.test(attribute)) {
          uses.push({ component: node.tagName.getText(source), attribute: kebab(attribute), file: name });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}
