/** The tokens as CSS variables of a page that is drawn before any script: the console's, and the web app's frame. */
import { dark, light, measure, radius, space, target, text, type Palette } from '.';

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

/** Both palettes, the dark one where the phone is dark, and every measure. */
export const css =
  `:root{${colours(light)}${lengths('space-', space)}${lengths('radius-', radius)}${lengths('', measure)}` +
  `--target:${target}px;${sizes}}@media (prefers-color-scheme:dark){:root{${colours(dark)}}}`;
