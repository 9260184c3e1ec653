/** Every wxss through WeChat's own `wcsc`, and the CSS a page ends up with, imports and rpx worked out. */
import vm from 'node:vm';
import { defined } from '@yugong/domain/narrow';
import { finding, type Finding } from '../finding';
import { filesOf, type WeappBuild } from '../build';
import { runCompiler } from './binary';

export interface Styles {
  findings: Finding[];
  /** The CSS of a file with everything it imports, for a screen of this width. */
  css: (file: string, screenWidth: number) => string;
}

/** What `wcsc` makes of a file: CSS, and marks for rpx (0), class prefix (1) and import (2). */
type Piece = string | [0, number] | [1] | [2, string];

const RPX_WIDTH = 750;

/** Compiles all styles of a build. */
export function compileWxss(build: WeappBuild): Styles {
  const files = filesOf(build, 'wxss');
  if (files.length === 0) return { findings: [], css: () => '' };
  // It prints faults on stderr and exits 0 all the same.
  const { ok, output, errors } = runCompiler('wcsc', ['-pc', String(files.length), ...files], build.dir);
  if (!ok || /ERR|Error/.test(errors)) return { findings: wcscErrors(errors || output, files), css: () => '' };
  const pieces = readPieces(output);
  return {
    findings: [],
    css: (file, screenWidth) => makeUp(pieces.files.get(file) ?? [], pieces, screenWidth, new Set()),
  };
}

function wcscErrors(text: string, files: readonly string[]): Finding[] {
  const lines = text.split('\n').filter((line) => line.trim());
  const file = files.find((name) => lines.some((line) => line.includes(name))) ?? 'app.wxss';
  return [finding('wxss-syntax', file, `wcsc：${lines.slice(0, 3).join(' ').slice(0, 400)}`)];
}

interface Pieces {
  files: Map<string, Piece[]>;
  /** Files that others import. */
  shared: Record<string, Piece[]>;
}

/**
 * `name=code=name=code=…`, each code escaped as inside a JavaScript string. The code calls WeChat's
 * setCssToHead with the pieces; here they are collected instead of put into a document.
 */
function readPieces(output: string): Pieces {
  const files = new Map<string, Piece[]>();
  const parts = output.split('=');
  let current = '';
  const collect = (pieces: Piece[]) => {
    files.set(current, pieces);
    return () => undefined;
  };
  const context = vm.createContext({ window: { screen: {} }, navigator: { userAgent: '' } });
  const run = (code: string): unknown => vm.runInContext(code, context);
  for (let at = 0; at + 1 < parts.length; at += 2) {
    current = defined(parts[at]);
    if (current !== 'comm' && (!current.endsWith('.wxss') || current.startsWith('./'))) continue;
    const code = String(run(`"${parts[at + 1]}"`));
    // `comm` defines setCssToHead and inserts app.wxss at once; both are replaced.
    run(current === 'comm' ? code.replace(/setCssToHead\(\[[^]*$/, '') : code);
    if (current === 'comm') Object.assign(context, { setCssToHead: collect });
  }
  return { files, shared: (run('__COMMON_STYLESHEETS__') ?? {}) as Record<string, Piece[]> };
}

function makeUp(pieces: readonly Piece[], { shared }: Pieces, screenWidth: number, done: Set<string>): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const [kind, value] = piece;
      if (kind === 0) return `${(value / RPX_WIDTH) * screenWidth}px`;
      if (kind === 1) return '';
      if (done.has(value)) return '';
      done.add(value);
      return makeUp(shared[value] ?? [], { files: new Map(), shared }, screenWidth, done);
    })
    .join('');
}
