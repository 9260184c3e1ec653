/** The scripts of the view layer's pages: glass-easel, the client's own modules, the build's templates. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const CLIENT = path.join(__dirname, 'client');

let bundled: string | undefined;

/** glass-easel and the client as one browser script; the client's TypeScript becomes small CommonJS modules. */
export function clientScript(): string {
  bundled ??= [
    commonJs('glass-easel', readFileSync(require.resolve('glass-easel'), 'utf8')),
    ...clientModules(),
    runner(),
  ].join('\n');
  return bundled;
}

function clientModules(): string[] {
  return readdirSync(CLIENT)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const { outputText } = ts.transpileModule(readFileSync(path.join(CLIENT, file), 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
      });
      return commonJs(`./${path.basename(file, '.ts')}`, outputText);
    });
}

const commonJs = (name: string, code: string): string =>
  `(self.__modules ??= {})[${JSON.stringify(name)}] = function (require, module, exports) {${code}\n};`;

const runner = (): string => `(() => {
  const loaded = {};
  const require = (name) => {
    if (!loaded[name]) {
      const module = (loaded[name] = { exports: {} });
      self.__modules[name](require, module, module.exports);
    }
    return loaded[name].exports;
  };
  require('./boot');
})();`;
