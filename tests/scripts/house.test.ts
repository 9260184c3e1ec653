/** The figures of `npm run house`, on small houses that each have one thing to count beside one to leave out. */
import path from 'node:path';
import { figures } from '../../scripts/house/figures';
import { readHouse } from '../../scripts/house/sources';

/** The places that a figure counts in the given files; imports lead to files by their path with `.ts` or `.tsx`. */
function placesOf(name: string, files: Record<string, string>): string[] {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`no figure ${name}`);
  const texts = Object.entries(files).map(([file, text]) => ({ file, text }));
  return figure.places(
    readHouse(texts, (specifier, from) => {
      const target = path.posix.join(path.posix.dirname(from), specifier);
      return [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((file) => file in files) ?? null;
    }),
  );
}

describe('climbing-imports', () => {
  it('counts a relative import that leaves the workspace of the server or the console, not one that stays', () => {
    expect(
      placesOf('climbing-imports', {
        'server/src/api/me.ts': "import '../../../src/domain/day';\nimport '../../src/app';\nimport '@yugong/domain';",
        'staff/src/app/app.tsx': "export * from '../../../src/domain/day';",
        'src/pages/home/index.tsx': "import '../../../tests/x';",
      }),
    ).toEqual(['server/src/api/me.ts:1 ../../../src/domain/day', 'staff/src/app/app.tsx:1 ../../../src/domain/day']);
  });
});

describe('prettier-ignore', () => {
  it('counts comments in any file, not sentences about them', () => {
    const word = ['prettier', 'ignore'].join('-');
    expect(
      placesOf('prettier-ignore', {
        'a.ts': `const said = 'no ${word}';\n  // ${word}\n`,
        'b.scss': `/* ${word} */`,
        'c.md': `No ${word} here.\n<!-- ${word} -->`,
      }),
    ).toEqual([`a.ts:2 // ${word}`, `b.scss:1 /* ${word} */`, `c.md:2 <!-- ${word} -->`]);
  });
});

describe('small-files', () => {
  const small = 'export const one = 1;\n';

  it('counts a file under 40 lines that one file imports', () => {
    expect(placesOf('small-files', { 'a.ts': small, 'b.ts': "import './a';" })).toEqual([
      'a.ts:1 1 lines, imported by b.ts',
    ]);
  });

  it('leaves out a file of 40 lines and one with two importers', () => {
    const user = "import './a';\nimport './long';";
    expect(
      placesOf('small-files', {
        'a.ts': small,
        'long.ts': small.repeat(40),
        'b.ts': user,
        'c.ts': "import './a';\n".repeat(40),
      }),
    ).toEqual([]);
  });

  it('leaves out fixtures, index files, page configs and the pairs of a platform', () => {
    const exempt = ['fixtures', 'ui/index', 'home/index.config', 'scan.h5', 'scan.weapp', 'scan', 'fixtures/cases'];
    const files = Object.fromEntries(exempt.map((name) => [`${name}.ts`, small]));
    expect(
      placesOf('small-files', { ...files, 'b.ts': exempt.map((name) => `import './${name}';`).join('\n') }),
    ).toEqual([]);
  });
});

describe('shared-names', () => {
  it('counts a name that two files declare and export, in whatever form', () => {
    expect(
      placesOf('shared-names', {
        'a.ts': 'export type Answer = string;\nexport const { seats: [seats] } = read();',
        'b.ts': 'interface Answer {}\nfunction count() {}\nexport { type Answer, count as seats };',
      }),
    ).toEqual(['Answer a.ts:1 b.ts:3', 'seats a.ts:2 b.ts:3']);
  });

  it('leaves out what is passed on, what is private, and the twin for the other platform', () => {
    expect(
      placesOf('shared-names', {
        'a.ts': 'export type Answer = string;',
        'b.ts': "export { Answer } from './a';\nexport type { Answer as Reply } from './a';",
        'c.ts': 'type Answer = number;',
        'scan.h5.ts': 'export const scan = 1;',
        'scan.weapp.ts': 'export const scan = 2;',
      }),
    ).toEqual([]);
  });
});

describe('casts', () => {
  it('counts casts, not `as const` nor the aliases of imports and exports', () => {
    expect(
      placesOf('casts', {
        'a.ts':
          "import { a as b } from './b';\nconst c = b as unknown as string;\nconst d = [1] as const;\nexport { d as e };",
      }),
    ).toEqual(['a.ts:2 as string', 'a.ts:2 as unknown']);
  });
});

describe('backward-arrows', () => {
  it('counts an import of the service from a layer above, of types too, and a file without a layer', () => {
    expect(
      placesOf('backward-arrows', {
        'server/src/api/problem.ts': "import '../storage/store';",
        'server/src/storage/store.ts': "import type { Problem } from '../api/problem';",
        'server/src/app.ts': "import './api/problem';",
        'server/src/attic/box.ts': "import '../app';",
      }),
    ).toEqual([
      'server/src/storage/store.ts:1 storage → endpoints: type from server/src/api/problem.ts',
      'server/src/attic/box.ts:1 is in no layer of scripts/house/server-layers.ts',
    ]);
  });
});
