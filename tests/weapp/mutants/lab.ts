/** A copy of a good build, and the tools to break it. A tool that changes nothing fails: a mutant must be one. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Lab {
  dir: string;
  remove: (file: string) => void;
  write: (file: string, text: string) => void;
  append: (file: string, text: string) => void;
  replace: (file: string, what: string | RegExp, by: string) => void;
  json: (file: string, change: (value: Json) => void) => void;
  /** Adds declarations on one page to a class of its styles or of those that all pages share, by its name in the source. */
  style: (route: string, local: string, declarations: string) => void;
  /** Changes what a page hands to `Page()`: `body` is JavaScript about `o`. */
  page: (route: string, body: string) => void;
  /** Adds code to a page that runs once it is open, with `s` as the page. */
  onLoad: (route: string, body: string) => void;
  dispose: () => void;
}

// A mutant writes what no type would let it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** Copies a build. */
export function createLab(good: string): Lab {
  const dir = mkdtempSync(path.join(tmpdir(), 'yugong-mutant-'));
  cpSync(good, dir, { recursive: true });
  const at = (file: string): string => path.join(dir, file);
  const read = (file: string): string => readFileSync(at(file), 'utf8');
  const lab: Lab = {
    dir,
    dispose: () => rmSync(dir, { recursive: true, force: true }),
    remove: (file) => {
      if (!existsSync(at(file))) throw new Error(`the mutant removes ${file}, which isn't there`);
      rmSync(at(file));
    },
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    append: (file, text) => lab.write(file, `${read(file)}\n${text}`),
    replace: (file, what, by) => {
      const before = read(file);
      const after = before.replace(what, () => by);
      if (after === before) throw new Error(`the mutant found no ${String(what)} in ${file}`);
      lab.write(file, after);
    },
    json: (file, change) => {
      const value = JSON.parse(read(file)) as Json;
      change(value);
      lab.write(file, JSON.stringify(value));
    },
    style: (route, local, declarations) => {
      const file = `${route}.wxss`;
      const imported = [...read(file).matchAll(/@import "([^"]+)"/g)].map(([, to = '']) =>
        path.posix.join(path.posix.dirname(route), to),
      );
      const named = new RegExp(`\\.${local}_[\\w-]{5}(?![\\w-])`, 'g');
      const names = new Set([file, ...imported, 'common.wxss'].flatMap((one) => read(one).match(named) ?? []));
      if (names.size === 0) throw new Error(`the mutant found no class ${local} in ${file}`);
      // Each twice, so that it wins over the page's own wherever those stand.
      for (const name of names) lab.append(file, `${name}${name}{${declarations}}`);
    },
    page: (route, body) => {
      const text = read(`${route}.js`);
      const call = /\bPage\((\w+)\)(?!.*\bPage\(\w+\))/s;
      if (!call.test(text)) throw new Error(`the mutant found no Page(…) in ${route}.js`);
      lab.write(
        `${route}.js`,
        text.replace(call, (_whole, name: string) => `Page((function(o){${body};return o})(${name}))`),
      );
    },
    onLoad: (route, body) =>
      lab.page(route, `var l=o.onLoad;o.onLoad=function(q,c){var s=this;l.call(this,q,c);${body}}`),
  };
  return lab;
}
