/** Writes the design tokens as CSS variables and as WeChat's theme.json. */
import { keysOf } from '@yugong/domain/narrow';
import {
  dark,
  elderDark,
  elderLight,
  elderTarget,
  elderText,
  light,
  measure,
  radius,
  space,
  target,
  text,
  type Palette,
} from '@yugong/tokens';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const colours = (palette: Partial<Palette>): string =>
  Object.entries(palette)
    .map(([name, value]) => `  --${kebab(name)}: ${value};`)
    .join('\n');

const lengths = (prefix: string, values: Record<string, number>): string =>
  Object.entries(values)
    .map(([name, px]) => `  --${prefix}${prefix && '-'}${name}: ${px}px;`)
    .join('\n');

const sizes = (values: Record<string, number>): string =>
  Object.entries(values)
    .map(([name, px]) => `  --text-${name}: calc(${px} * var(--u));`)
    .join('\n');

/**
 * The variables as mixins. `--u` is one px of text at the reader's font scale: on WeChat the page sets
 * `--font-scale` from the phone, in a browser rem already follows the reader's setting. A text size is
 * worked out where it is declared, so it is declared again wherever `--u` or the sizes change.
 */
export function tokensScss(): string {
  const mixins: Record<string, string> = {
    light: colours(light),
    dark: colours(dark),
    measures: [lengths('space', space), lengths('radius', radius), lengths('', { target }), lengths('', measure)].join(
      '\n',
    ),
    'text-sizes': sizes(text),
    'scaled-unit': '  --u: calc(1px * var(--font-scale));',
    'elder-sizes': `${sizes(elderText)}\n${lengths('', { target: elderTarget })}`,
    'elder-light': colours(elderLight),
    'elder-dark': colours({ ...elderDark, ...missingIn(elderDark) }),
  };
  const written = Object.entries(mixins).map(([name, body]) => `@mixin ${name} {\n${body}\n}`);
  return ['// Written by `npm run generate` from packages/tokens/index.ts.', ...written, ''].join('\n\n');
}

/** What 长辈版 changes in the light palette only goes back to plain dark in the dark. */
const missingIn = (elder: Partial<Palette>): Partial<Palette> =>
  Object.fromEntries(
    keysOf(dark)
      .filter((name) => name in elderLight && !(name in elder))
      .map((name) => [name, dark[name]]),
  );

const windowColours = (palette: Palette, style: 'black' | 'white') => ({
  navigationBarBackgroundColor: palette.paper,
  navigationBarTextStyle: style,
  backgroundColor: palette.paper,
  backgroundTextStyle: style === 'black' ? 'dark' : 'light',
  tabBarColor: palette.inkFaint,
  tabBarSelectedColor: palette.red,
  tabBarBackgroundColor: palette.surface,
  tabBarBorderStyle: style === 'black' ? 'black' : 'white',
});

/** WeChat's theme.json: the values behind the `@name`s of app.config.ts, a palette a theme. */
export function themeJson(tabIcons: Record<'light' | 'dark', Record<string, string>>): string {
  const theme = {
    light: { ...windowColours(light, 'black'), ...tabIcons.light },
    dark: { ...windowColours(dark, 'white'), ...tabIcons.dark },
  };
  // It is packed as it is.
  return JSON.stringify(theme);
}
