/** The figures of `npm run house`: what each counts, and the bar that it should stay under. */
import path from 'node:path';
import ts from 'typescript';
import { backwardArrows } from './server-layers';
import { lineOf, walk, type House } from './sources';

export interface HouseFigure {
  /** The word that `--list` takes. */
  name: string;
  counts: string;
  /** The most that there may be. */
  bar: number;
  /** The places counted, one a line: `file:line what`. */
  places: (house: House) => string[];
}

export const figures: HouseFigure[] = [
  {
    name: 'climbing-imports',
    counts: 'relative imports of server/ and staff/ that leave their workspace',
    bar: 0,
    places: climbingImports,
  },
  { name: 'prettier-ignore', counts: 'prettier-ignore comments', bar: 10, places: prettierIgnores },
  {
    name: 'small-files',
    counts: `files under 40 lines with exactly one importer`,
    bar: 0,
    places: smallFilesOfOneImporter,
  },
  { name: 'shared-names', counts: 'exported names declared in more than one file', bar: 30, places: sharedNames },
  { name: 'casts', counts: '`as` casts, `as const` excepted', bar: 400, places: casts },
  {
    name: 'backward-arrows',
    counts: "imports against the order of the server's layers",
    bar: 0,
    places: backwardArrows,
  },
];

function climbingImports({ sources }: House): string[] {
  return sources.flatMap(({ file, imports }) => {
    const workspace = /^(server|staff)\//.exec(file)?.[0];
    if (!workspace) return [];
    return imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ specifier }) => !path.posix.join(path.posix.dirname(file), specifier).startsWith(workspace))
      .map(({ specifier, line }) => `${file}:${line} ${specifier}`);
  });
}

/** A comment that begins with the word; prose and code that mention it don't count. */
const ignoreComment = /(?:\/\/|\/\*+|<!--|#)\s*prettier-ignore/;

function prettierIgnores({ texts }: House): string[] {
  return texts.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (ignoreComment.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

/**
 * Files that are small for a reason: fixtures, a folder's `index.ts`, a page's config, and pairs that differ by
 * platform, with the types that both share.
 */
const isSmallForAReason = (file: string, files: Set<string>) =>
  /(^|\/)fixtures?(\.tsx?$|\/)/.test(file) ||
  /(^|\/)index(\.(h5|weapp))?\.tsx?$/.test(file) ||
  /\.config\.ts$/.test(file) ||
  /\.(h5|weapp)\.tsx?$/.test(file) ||
  ['h5.ts', 'h5.tsx'].some((suffix) => files.has(file.replace(/tsx?$/, suffix)));

function smallFilesOfOneImporter({ sources }: House): string[] {
  const importers = new Map<string, Set<string>>();
  for (const { file, imports } of sources) {
    for (const { target } of imports) {
      if (target) importers.set(target, (importers.get(target) ?? new Set()).add(file));
    }
  }
  const files = new Set(sources.map(({ file }) => file));
  return sources.flatMap(({ file, text }) => {
    const lines = text.trimEnd().split('\n').length;
    const by = [...(importers.get(file) ?? [])];
    if (lines >= 40 || by.length !== 1 || isSmallForAReason(file, files)) return [];
    return [`${file}:1 ${lines} lines, imported by ${by.join()}`];
  });
}

/** A file and its twin for the other platform declare the same names on purpose. */
const withoutPlatform = (file: string) => file.replace(/\.(h5|weapp)(?=\.tsx?$)/, '');

function sharedNames({ sources }: House): string[] {
  const homes = new Map<string, Map<string, string>>();
  for (const { file, ast } of sources) {
    for (const { name, line } of exportedDeclarations(ast)) {
      const known = homes.get(name) ?? new Map<string, string>();
      const home = withoutPlatform(file);
      if (!known.has(home)) known.set(home, `${file}:${line}`);
      homes.set(name, known);
    }
  }
  return [...homes]
    .filter(([, known]) => known.size > 1)
    .map(([name, known]) => `${name} ${[...known.values()].join(' ')}`)
    .sort();
}

/** What a file declares and exports under a name of its own; what it only passes on isn't declared there. */
function exportedDeclarations(ast: ts.SourceFile): { name: string; line: number }[] {
  const declared = new Map<string, ts.Node>();
  const exported = new Map<string, ts.Node>();
  for (const statement of ast.statements) {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
      !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    for (const name of declaredNames(statement)) {
      declared.set(name.text, name);
      if (isExported) exported.set(name.text, name);
    }
  }
  for (const statement of ast.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier || !statement.exportClause) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    for (const { name, propertyName } of statement.exportClause.elements) {
      if (declared.has((propertyName ?? name).text)) exported.set(name.text, name);
    }
  }
  return [...exported].map(([name, node]) => ({ name, line: lineOf(node) }));
}

function declaredNames(statement: ts.Statement): ts.Identifier[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name ? [statement.name] : [];
}

function boundNames(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

function casts({ sources }: House): string[] {
  return sources.flatMap(({ file, ast }) => {
    const places: string[] = [];
    walk(ast, (node) => {
      const isCast =
        (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && !ts.isConstTypeReference(node.type);
      if (isCast) places.push(`${file}:${lineOf(node.type)} as ${node.type.getText().replace(/\s+/g, ' ')}`);
    });
    return places;
  });
}
