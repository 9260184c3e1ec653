/** What wxss must not have: files of the package by url(), and :active, which sticks on a phone. */
import type { WeappBuild } from '../build';
import { finding, type Finding } from '../finding';

export function checkStyles(build: WeappBuild): Finding[] {
  return build.files
    .filter((file) => file.endsWith('.wxss'))
    .flatMap((file) => {
      const css = build.read(file).replace(/\/\*[^]*?\*\//g, '');
      const local = [...css.matchAll(/url\(\s*["']?([^"')]+)/g)]
        .map(([, url = '']) => url)
        .filter((url) => !/^(data:|https?:|\/\/|#)/.test(url));
      const imported = new Set([...css.matchAll(/@import\s+url\(\s*["']?([^"')]+)/g)].map(([, url]) => url));
      return [
        ...local
          .filter((url) => !imported.has(url))
          .map((url) => finding('local-url', file, `url(${url}) 指向包里的文件`)),
        ...[...css.matchAll(/([^{}]*):active[^{}]*\{/g)].map(([, selector = '']) =>
          finding('no-active', file, `${selector.trim().slice(-60)}:active`),
        ),
      ];
    });
}
