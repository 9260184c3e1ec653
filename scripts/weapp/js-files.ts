/** The build's JavaScript, parsed once for every check that reads it. */
import { parse, type Program } from 'acorn';
import { filesOf, type WeappBuild } from './build';

export interface JsFile {
  file: string;
  text: string;
  /** Null where it is no JavaScript at all. */
  program: Program | null;
}

/** Newer than anything that may be emitted: whether a phone takes it is another check's question. */
const ANYTHING = 2024;

// Copies of a build with one file changed share what was parsed of the others.
const programs = new Map<string, Program | null>();

function parseAny(text: string): Program | null {
  try {
    return parse(text, { ecmaVersion: ANYTHING, allowReturnOutsideFunction: true });
  } catch {
    return null;
  }
}

function programOf(text: string): Program | null {
  const known = programs.get(text);
  if (known !== undefined) return known;
  const program = parseAny(text);
  programs.set(text, program);
  return program;
}

const parsed = new WeakMap<WeappBuild, JsFile[]>();

/** All .js files of a build. */
export function jsFiles(build: WeappBuild): JsFile[] {
  const known = parsed.get(build);
  if (known) return known;
  const files = filesOf(build, 'js').map((file): JsFile => {
    const text = build.read(file);
    return { file, text, program: programOf(text) };
  });
  parsed.set(build, files);
  return files;
}
