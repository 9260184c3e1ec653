/** Text can be read: contrast by WCAG 2.2 computed from the tokens, for every pair the app draws. */
import { dark, elderDark, elderLight, light, type Palette } from '@yugong/tokens';

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const services = ['stations', 'screening', 'legalAid', 'events', 'reading'] as const;
const grounds = ['paper', 'surface', 'sunken'] as const;
const pairs: [keyof Palette, keyof Palette][] = [
  ...(['ink', 'inkSoft', 'inkFaint', 'red', 'open', 'closed', 'unknown', ...services] as const).flatMap((text) =>
    grounds.map((ground): [keyof Palette, keyof Palette] => [text, ground]),
  ),
  ...services.flatMap((service): [keyof Palette, keyof Palette][] => [
    [service, `${service}Tint`],
    ['ink', `${service}Tint`],
  ]),
  ['onRed', 'red'],
  ['red', 'redTint'],
  ['open', 'openTint'],
  ['closed', 'closedTint'],
  ['unknown', 'unknownTint'],
  ['ink', 'unknownTint'],
  ['ink', 'mark'],
  ['paper', 'ink'],
];

describe.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['长辈版 light', { ...light, ...elderLight }, 7],
  ['长辈版 dark', { ...dark, ...elderDark }, 7],
])('%s', (_name, palette, least) => {
  it.each(pairs)(`%s on %s is at least ${least}:1`, (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(least);
  });
});
