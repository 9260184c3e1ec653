/**
 * The bare JavaScript the logic layer runs in: V8 without Node's globals, without code from strings, and
 * without what a phone may lack. Each file runs inside the wrapper WeChat puts around it.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { codeOf } from '../../lib/errors';

/** WeChat's wrapper shadows the browser's names, so that probing for a DOM finds none. */
const SHADOWED =
  'window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,confirm,prompt,XMLHttpRequest,WebSocket,Reporter,webkit,WeixinJSCore';
/** In V8, but not on every phone. */
const ABSENT = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef'];

type Wrapper = (require: (file: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** Compiled files, since a check opens many apps of one build. */
const compiled = new Map<string, { stamp: string; script: vm.Script }>();

/** A text of the package that is read as another: the service's address, which is known only in a run. */
export interface Replacement {
  from: string;
  to: string;
}

export class Context {
  private readonly sandbox: vm.Context;
  private readonly modules = new Map<string, { exports: unknown }>();

  constructor(
    private readonly dir: string,
    globals: Record<string, unknown>,
    private readonly onMissing: (file: string, from: string) => void,
    private readonly replacement: Replacement | null = null,
  ) {
    this.sandbox = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
    this.run(ABSENT.map((name) => `delete globalThis.${name};`).join(''));
  }

  /** Evaluates a line of the harness's own in the context. */
  run(code: string): unknown {
    return vm.runInContext(code, this.sandbox);
  }

  /** A deep copy made of the context's own objects, as if it had crossed WeChat's bridge. */
  copyIn(value: unknown): unknown {
    if (value === undefined || value === null || typeof value !== 'object') return value;
    return (this.run('JSON.parse') as (text: string) => unknown)(JSON.stringify(value));
  }

  /** Makes the app's clock start at a given moment and run on. */
  startClockAt(now: number): void {
    this.run(`{ const Real = Date; const shift = ${now} - Real.now();
      globalThis.Date = class Date extends Real {
        constructor(...args) { if (args.length === 0) super(Real.now() + shift); else super(...args); }
        static now() { return Real.now() + shift; }
      }; }`);
  }

  /** Runs a file of the build once. @returns its exports */
  require(file: string, from = ''): unknown {
    const loaded = this.modules.get(file);
    if (loaded) return loaded.exports;
    const module: { exports: unknown } = { exports: {} };
    this.modules.set(file, module);
    let script: vm.Script;
    try {
      script = compile(path.join(this.dir, file), this.replacement);
    } catch (error) {
      this.modules.delete(file);
      if (codeOf(error) !== 'ENOENT') throw error;
      this.onMissing(file, from);
      throw this.error(`module '${file}' is not defined, require args is '${file}'`);
    }
    const require = (asked: string): unknown => this.require(resolve(asked, file), file);
    (script.runInContext(this.sandbox) as Wrapper)(require, module, module.exports);
    return module.exports;
  }

  /** An Error of the context, as the app's own `instanceof` expects. */
  error(message: string): Error {
    return (this.run('(message) => new Error(message)') as (text: string) => Error)(message);
  }
}

function compile(file: string, replacement: Replacement | null): vm.Script {
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs} ${size} ${replacement?.to}`;
  const known = compiled.get(file);
  if (known?.stamp === stamp) return known.script;
  const read = readFileSync(file, 'utf8');
  const own = replacement ? read.replaceAll(replacement.from, replacement.to) : read;
  const text = `(function(require,module,exports,${SHADOWED}){${own}\n})`;
  const script = new vm.Script(text, { filename: file });
  compiled.set(file, { stamp, script });
  return script;
}

/** WeChat resolves relative to the file, and lets the extension be left out. */
function resolve(asked: string, from: string): string {
  const file = asked.startsWith('/') ? asked.slice(1) : path.posix.join(path.posix.dirname(from), asked);
  return file.endsWith('.js') ? file : `${file}.js`;
}
