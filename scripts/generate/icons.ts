/** Draws the icons in use from Lucide: SVG data URIs for pages, PNG files for WeChat's tab bar. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { dark, light } from '@yugong/tokens';
import { iconNames, tabIcons } from '../../src/ui/icon/names';

const folder = path.dirname(require.resolve('lucide-static/icons/house.svg'));
const variants: Record<string, { of: string; fill: string }> = { 'star-filled': { of: 'star', fill: '#000' } };

/** An icon's SVG without comments and spare attributes, drawn in `colour`. */
function svgOf(name: string, colour: string): string {
  const { of, fill } = variants[name] ?? { of: name, fill: 'none' };
  return readFileSync(path.join(folder, `${of}.svg`), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+class="[^"]*"/, '')
    .replace('fill="none"', `fill="${fill}"`)
    .replace('stroke="currentColor"', `stroke="${colour}"`)
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
}

const dataUri = (svg: string): string =>
  `data:image/svg+xml,${encodeURIComponent(svg).replace(/%20/g, ' ').replace(/%3D/g, '=').replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%22/g, "'")}`;

/** One class an icon; `mask` lets it take the colour of the text around it. */
export function iconsScss(): string {
  const rules = iconNames.map((name) => `.${name} {\n  --icon-image: url("${dataUri(svgOf(name, '#000'))}");\n}`);
  return `// Written by \`npm run generate\` from Lucide (ISC).\n${rules.join('\n\n')}\n`;
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
        files.set(file, new Resvg(svgOf(name, colour), { fitTo: { mode: 'width', value: 81 } }).render().asPng());
        paths[theme][`tab${tab[0]?.toUpperCase()}${tab.slice(1)}${state}`] = `tab-icons/${file}`;
      }
    }
  }
  return { files, paths };
}
