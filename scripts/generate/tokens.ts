/** Writes the design tokens as CSS variables and as WeChat's theme.json. */
import { dark, light, measure, radius, space, target, text, type Palette } from '../../src/ui/tokens/tokens';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const colours = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `  --${kebab(name)}: ${value as string};`)
    .join('\n');

const lengths = (prefix: string, values: Record<string, number>): string =>
  Object.entries(values)
    .map(([name, px]) => `  --${prefix}${prefix && '-'}${name}: ${px}px;`)
    .join('\n');

/**
 * The variables as three mixins. `--u` is one px of text at the reader's font scale: on WeChat the
 * page sets `--font-scale` from the phone, in a browser rem already follows the reader's setting.
 */
export function tokensScss(): string {
  const sizes = Object.entries(text)
    .map(([name, px]) => `  --text-${name}: calc(${px} * var(--u));`)
    .join('\n');
  return [
    '// Written by `npm run generate` from src/ui/tokens/tokens.ts.',
    `@mixin light {\n${colours(light)}\n}`,
    `@mixin dark {\n${colours(dark)}\n}`,
    `@mixin measures {\n${lengths('space', space)}\n${lengths('radius', radius)}\n  --target: ${target}px;\n${lengths('', measure)}\n}`,
    `@mixin text-sizes {\n${sizes}\n}`,
    `@mixin scaled-text {\n  --u: calc(1px * var(--font-scale));\n${sizes}\n}`,
    '',
  ].join('\n\n');
}

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
  return `${JSON.stringify(theme, null, 2)}\n`;
}
