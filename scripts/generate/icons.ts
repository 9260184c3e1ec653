/** Draws the icons in use from Lucide, and our own pictures: SVG data URIs for pages, PNG files for WeChat's tab bar. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import UPNG from '@pdf-lib/upng';
import { Resvg } from '@resvg/resvg-js';
import { dark, light } from '@yugong/tokens';
import { drawingsOf, MARK } from '../../src/ui/art/drawings';
import { iconsOf, tabIcons, type IconName } from '../../src/ui/icon/names';

const folder = path.dirname(require.resolve('lucide-static/icons/house.svg'));
const variants: Record<string, { of: string; fill: string }> = { 'star-filled': { of: 'star', fill: '#000' } };

/** The app's sign alone. */
const markSvg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${MARK}"/></svg>`;

/** An icon's SVG without comments and spare attributes, drawn in `colour`. Its size is where it stands. */
export function svgOf(name: string, colour: string): string {
  if (name === 'mark') return markSvg(colour);
  const { of, fill } = variants[name] ?? { of: name, fill: 'none' };
  return readFileSync(path.join(folder, `${of}.svg`), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+(class|width|height)="[^"]*"(?=[^>]*viewBox)/g, '')
    .replace('fill="none"', `fill="${fill}"`)
    .replace('stroke="currentColor"', `stroke="${colour}"`)
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
}

const dataUri = (svg: string): string =>
  `data:image/svg+xml,${encodeURIComponent(svg).replace(/%20/g, ' ').replace(/%3D/g, '=').replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%22/g, "'")}`;

/**
 * The sheets by their file's name: one class an icon, `mask` lets it take the colour of the text around it. A name is
 * the same in every sheet, so that the part that draws an icon needs no list of the package it stands in.
 */
export function iconSheets(): [file: string, scss: string][] {
  const rule = (name: IconName): string =>
    `.icon-${name} {\n  --icon-image: url("${dataUri(svgOf(name, '#000'))}");\n}`;
  return Object.entries(iconsOf).map(([part, names]) => [
    `${part}.scss`,
    `// Written by \`npm run generate\` from Lucide (ISC).\n${names.map(rule).join('\n\n')}\n`,
  ]);
}

/**
 * The sheets of the drawings by their file's name: a class a drawing, a mask a layer. A place flatter or narrower than the
 * drawing shows its middle, down to the ground it stands on.
 */
export function drawingSheets(): [file: string, scss: string][] {
  const layer = (box: readonly number[], shape: string): string =>
    `url("${dataUri(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.join(' ')}" preserveAspectRatio="xMidYMax slice">${shape}</svg>`)}")`;
  return Object.entries(drawingsOf).map(([part, drawings]) => {
    const rules = Object.entries(drawings).map(
      ([name, { box, tint, line, lineWidth }]) =>
        `.art-${name} {\n  --art-areas: ${layer(box, `<path d="${tint}"/>`)};\n  --art-lines: ${layer(
          box,
          `<path d="${line}" fill="none" stroke="#000" stroke-width="${lineWidth}" stroke-linecap="round" stroke-linejoin="round"/>`,
        )};\n}`,
    );
    return [`${part}.scss`, `// Written by \`npm run generate\` from src/ui/art/drawings.ts.\n${rules.join('\n\n')}\n`];
  });
}

/** Edges of one or two colours need no more shades to look smooth, and the file is half as large. */
const SHADES = 8;

/** An SVG as a PNG with a palette, `width` px wide. */
export function pngOf(svg: string, width: number): Buffer {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
  const drawn = UPNG.decode(Uint8Array.from(png).buffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(drawn), drawn.width, drawn.height, SHADES));
}

/** WeChat wants 81×81 px. Returns the files and the paths by theme for theme.json. */
export function tabBarIcons(): {
  files: Map<string, Buffer>;
  paths: Record<'light' | 'dark', Record<string, string>>;
} {
  const files = new Map<string, Buffer>();
  const paths: Record<'light' | 'dark', Record<string, string>> = { light: {}, dark: {} };
  for (const [theme, palette] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const [tab, name] of Object.entries(tabIcons)) {
      for (const [state, colour] of [
        ['', palette.inkFaint],
        ['Active', palette.red],
      ] as const) {
        const file = `${tab}${state}-${theme}.png`;
        files.set(file, pngOf(svgOf(name, colour), 81));
        paths[theme][`tab${tab[0]?.toUpperCase()}${tab.slice(1)}${state}`] = `tab-icons/${file}`;
      }
    }
  }
  return { files, paths };
}
