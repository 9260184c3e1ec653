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

const parsed = new WeakMap<WeappBuild, JsFile[]>();

/** All .js files of a build. */
export function jsFiles(build: WeappBuild): JsFile[] {
  const known = parsed.get(build);
  if (known) return known;
  const files = filesOf(build, 'js').map((file): JsFile => {
    const text = build.read(file);
    try {
      return { file, text, program: parse(text, { ecmaVersion: ANYTHING, allowReturnOutsideFunction: true }) };
    } catch {
      return { file, text, program: null };
    }
  });
  parsed.set(build, files);
  return files;
}
