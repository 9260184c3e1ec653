/** The design tokens as CSS variables in the page itself, so that the first paint already has them, in the dark too. */
import type { Plugin } from 'vite';
import { dark, light, measure, radius, space, target, text, type Palette } from '../../src/ui/tokens/tokens';

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

export const tokensCss = (): Plugin => ({
  name: 'yugong-tokens',
  transformIndexHtml: () => [{ tag: 'style', children: css, injectTo: 'head-prepend' }],
});
