/**
 * `npm run house`: prints the figures of the code's shape beside their bars.
 *
 * `--list FIGURE` prints the places that a figure counts; `--strict` exits with 1 if a figure is over its bar;
 * `--picture` draws docs/architecture.md's picture anew from the imports.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { figures } from './house/figures';
import { pictureOf } from './house/picture';
import { readRepository } from './house/repository';
import type { House } from './house/sources';
import { root } from './lib/stale';

function printFigures(house: House): number {
  let over = 0;
  for (const { name, counts, bar, places } of figures) {
    const figure = places(house).length;
    if (figure > bar) over += 1;
    console.log(`${figure > bar ? '✗' : '✓'} ${name.padEnd(18)}${String(figure).padStart(5)} ≤ ${bar}  ${counts}`);
  }
  return over;
}

const ARCHITECTURE = path.join(root, 'docs/architecture.md');

function drawPicture(house: House): number {
  const before = readFileSync(ARCHITECTURE, 'utf8');
  const after = before.replace(/```mermaid\n[\s\S]*?```/, () => `\`\`\`mermaid\n${pictureOf(house)}\n\`\`\``);
  if (after !== before) writeFileSync(ARCHITECTURE, after);
  console.log(after === before ? 'docs/architecture.md is as the imports are' : 'docs/architecture.md is drawn anew');
  return 0;
}

function main(): number {
  const { values } = parseArgs({
    options: {
      list: { type: 'string' },
      strict: { type: 'boolean', default: false },
      picture: { type: 'boolean', default: false },
    },
  });
  const house = readRepository();
  if (values.picture) return drawPicture(house);
  if (values.list === undefined) return printFigures(house) > 0 && values.strict ? 1 : 0;
  const figure = figures.find(({ name }) => name === values.list);
  if (!figure) {
    console.error(`No figure ${values.list}; there are ${figures.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const places = figure.places(house);
  process.stdout.write(places.map((place) => `${place}\n`).join(''));
  return places.length > figure.bar && values.strict ? 1 : 0;
}

// `npm run house -- --list casts | head` closes the pipe early, which isn't an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = main();
