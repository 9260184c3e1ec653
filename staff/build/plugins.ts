/** The two Vite plugins of the console's build: the design tokens as CSS, and the service worker. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { dark, light, measure, radius, space, target, text, type Palette } from '@yugong/tokens';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const colours = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${kebab(name)}:${value};`)
    .join('');

const lengths = (prefix: string, values: Record<string, number>): string =>
  Object.entries(values)
    .map(([name, px]) => `--${prefix}${name}:${px}px;`)
    .join('');

/** Text follows the reader's own font size, which rem does. */
const sizes = Object.entries(text)
  .map(([name, px]) => `--text-${name}:${px / 16}rem;`)
  .join('');

const css =
  `:root{${colours(light)}${lengths('space-', space)}${lengths('radius-', radius)}${lengths('', measure)}` +
  `--target:${target}px;${sizes}}@media (prefers-color-scheme:dark){:root{${colours(dark)}}}`;

/** Puts the design tokens into the page itself as CSS variables, so that the first paint has them, in the dark too. */
export const tokensCss = (): Plugin => ({
  name: 'yugong-tokens',
  transformIndexHtml: () => [{ tag: 'style', children: css, injectTo: 'head-prepend' }],
});

/**
 * Writes the console's service worker: the list of what was built, then `service-worker.js`. All of it is cached when
 * the console is opened first, so that check-in works without a network.
 */
export const serviceWorker = (): Plugin => ({
  name: 'yugong-service-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => /\.(js|css|wasm)$/.test(name))
      .map((name) => `/staff/${name}`)
      .sort();
    const body = readFileSync(path.join(import.meta.dirname, 'service-worker.js'), 'utf8');
    // Names carry a hash of their content; index.html names them.
    const version = createHash('sha256')
      .update(files.join('\n') + body)
      .digest('hex')
      .slice(0, 12);
    const source = `const VERSION = 'yugong-staff-${version}';\nconst FILES = ${JSON.stringify(files)};\n${body}`;
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
});
