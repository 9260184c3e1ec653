/** The repository's TypeScript as the figures of `npm run house` see it: parsed files and where their imports lead. */
import ts from 'typescript';

/** An import, a re-export, a dynamic `import()` or an imported type, at the line that names it. */
export interface Import {
  specifier: string;
  line: number;
  typeOnly: boolean;
  /** The file of the repository that it leads to, or null for a package, a style or a picture. */
  target: string | null;
}

export interface SourceFile {
  /** The path from the repository's root, with forward slashes. */
  file: string;
  text: string;
  ast: ts.SourceFile;
  imports: Import[];
}

export interface House {
  sources: SourceFile[];
  /** Every tracked text file, for what isn't TypeScript's alone. */
  texts: { file: string; text: string }[];
}

/** Answers which file of the repository a specifier leads to, or null. */
export type Resolve = (specifier: string, from: string) => string | null;

const isTypeScript = (file: string) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');

/**
 * Parses what `npm run house` measures.
 * @param texts tracked text files, generated ones left out
 * @param resolve how imports are resolved; {@link compilerResolve} on disk
 */
export function readHouse(texts: { file: string; text: string }[], resolve: Resolve): House {
  const sources = texts
    .filter(({ file }) => isTypeScript(file))
    .map(({ file, text }) => {
      const ast = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
      return { file, text, ast, imports: importsOf(ast, (specifier) => resolve(specifier, file)) };
    });
  return { sources, texts };
}

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Visits a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf(ast: ts.SourceFile, resolve: (specifier: string) => string | null): Import[] {
  const imports: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    imports.push({ specifier: specifier.text, line: lineOf(node), typeOnly, target: resolve(specifier.text) });
  };
  walk(ast, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    }
    if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    if (ts.isCallExpression(node) && isLoad(node.expression)) add(node, node.arguments[0], false);
  });
  return imports;
}

/** `import(…)` and `require(…)`. */
const isLoad = (callee: ts.Expression) =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');

/** Resolves as the compiler does with the given options, so that aliases and workspace packages lead to their files. */
export function compilerResolve(root: string, options: ts.CompilerOptions): Resolve {
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  return (specifier, from) => {
    const { resolvedModule } = ts.resolveModuleName(specifier, `${root}/${from}`, options, ts.sys, cache);
    const target = resolvedModule?.resolvedFileName;
    if (!target?.startsWith(`${root}/`) || target.includes('/node_modules/')) return null;
    return target.slice(root.length + 1);
  };
}

/** The options of the repository's own tsconfig.json. */
export function repositoryOptions(root: string): ts.CompilerOptions {
  const { config }: { config?: unknown } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...Object(config), files: [] }, ts.sys, root).options;
}
