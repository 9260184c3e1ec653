/** `npm run lint` looks for banned Chinese in what people read: the strings of the app, the console and the domain. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { bannedWords } from './banned';

const FOLDERS = ['src', 'staff/src', 'packages/domain'];

/** One banned word in a file. */
export interface BannedWordFinding {
  line: number;
  text: string;
  instead: string;
}

/**
 * The banned words of a file's strings and JSX text. Comments don't count: nobody but us reads them.
 *
 * @param file decides whether JSX is expected
 * @example findBanned('a.ts', "const word = '没有报上';") // [{ line: 1, text: '没有报上', instead: '报名成功；报名未成功' }]
 */
export function findBanned(file: string, text: string): BannedWordFinding[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const ast = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: BannedWordFinding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isJsxText(node)) {
      // A template is read with its gaps, so that 「前面的 ${count} 个」 is seen.
      const words = ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : node.text.trim();
      for (const { pattern, instead } of bannedWords) {
        if (!pattern.test(words)) continue;
        found.push({ line: ast.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: words, instead });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

function main(): void {
  const files = execFileSync('git', ['ls-files', '--', ...FOLDERS], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file));
  const complaints = files.flatMap((file) =>
    findBanned(file, readFileSync(file, 'utf8')).map(
      ({ line, text, instead }) => `${file}:${line} “${text.slice(0, 60)}” → ${instead}`,
    ),
  );
  for (const complaint of complaints) console.log(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}

if (require.main === module) main();
