/** Every js file at the JavaScript that the oldest phone served understands: nothing compiles it on the way. */
import { parse } from 'acorn';
import { ECMA_VERSION } from '../baseline';
import { filesOf, type WeappBuild } from '../build';
import { finding, type Finding } from '../finding';

/** Parses every file. @returns one finding a file: what follows the first fault is guesswork */
export function checkSyntax(build: WeappBuild): Finding[] {
  return filesOf(build, 'js').flatMap((file) => {
    const text = build.read(file);
    try {
      parse(text, { ecmaVersion: ECMA_VERSION, allowReturnOutsideFunction: true });
      return [];
    } catch (error) {
      const { pos = 0, message } = error as Error & { pos?: number };
      return [
        finding(
          'es-version',
          file,
          `不是 ES${ECMA_VERSION}：${message}，在 ${text.slice(Math.max(0, pos - 30), pos + 30).replace(/\s+/g, ' ')}`,
        ),
      ];
    }
  });
}
