/** What browsers want beside the app's pages: manifest and icons, the service worker, compressed copies. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { light } from '@yugong/tokens';
import { Resvg } from '@resvg/resvg-js';
import { MARK } from '../../src/ui/art/drawings';

/** The mark of the page's icon, on the union's red to the edges, so that any phone may cut its own shape of it. */
const ICON =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 36 36"><path d="M-6-6h36v36H-6z" fill="${light.red}"/>` +
  `<path d="${MARK}" fill="none" stroke="${light.onRed}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Writes the manifest and its icons (W3C Web Application Manifest). */
export function writeManifest(folder: string): void {
  const icons = [192, 512].map((side) => {
    const name = `icon-${side}.png`;
    writeFileSync(path.join(folder, name), new Resvg(ICON, { fitTo: { mode: 'width', value: side } }).render().asPng());
    return { src: `/${name}`, sizes: `${side}x${side}`, type: 'image/png', purpose: 'any maskable' };
  });
  const manifest = {
    name: '渝工随行',
    short_name: '渝工随行',
    lang: 'zh-CN',
    start_url: '/pages/home/index',
    scope: '/',
    display: 'standalone',
    background_color: light.paper,
    theme_color: light.paper,
    icons,
  };
  writeFileSync(path.join(folder, 'manifest.webmanifest'), JSON.stringify(manifest));
}

/** What must open in a tunnel: the shell, stations, my tickets, the texts of legal aid. */
const CORE = [
  'pages/home/index',
  'pages/me/index',
  'features/stations/pages/list/index',
  'features/stations/pages/detail/index',
  'features/stations/pages/place/index',
  'features/registration/pages/mine/index',
  'features/registration/pages/ticket/index',
  'features/legal-aid/pages/overview/index',
  'features/legal-aid/pages/route/index',
  'features/legal-aid/pages/evidence/index',
];
/** So much may be fetched over the wire without having been asked for. */
const CORE_BYTES = 250 * 1024;

/**
 * Writes the service worker, with the files that it fetches in idle time; others are kept once they were opened.
 *
 * @param folder the built app, with its compressed copies
 * @param files what each route needs besides the entry, by route
 * @throws when what is fetched without being asked for has grown past what a phone on a weak line should pay
 */
export function writeServiceWorker(folder: string, files: Record<string, string[]>): void {
  const shell = readFileSync(path.join(folder, 'shell.html'), 'utf8');
  const entry = [...shell.matchAll(/<script defer="defer" src="\/([^"]+)"/g)].map(([, file]) => file ?? '');
  const core = [...new Set([...entry, ...CORE.flatMap((route) => files[route] ?? [])])].sort();
  // The entry has come with the first page, whichever it was.
  const fetched = core.filter((file) => !entry.includes(file));
  const bytes = fetched.reduce((sum, file) => sum + sentBytes(path.join(folder, file)), 0);
  if (bytes > CORE_BYTES)
    throw new Error(`离线要用的文件压缩后共 ${bytes} 字节，超过 ${CORE_BYTES}：减少页面要的脚本，或者把页面移出 CORE`);
  const body = readFileSync(path.join(__dirname, 'service-worker.js'), 'utf8');
  // The files' names change with their contents, but for the shell's.
  const version = createHash('sha256')
    .update(core.join('\n') + body + shell)
    .digest('hex')
    .slice(0, 12);
  const all = ['js', 'css'].flatMap((part) => readdirSync(path.join(folder, part)).map((name) => `/${part}/${name}`));
  const head =
    `const VERSION = 'yugong-${version}';\nconst FILES = ${JSON.stringify(core.map((file) => `/${file}`))};\n` +
    `const FEATURES = ${JSON.stringify(featuresOf(files, core))};\n` +
    `const STILL_THERE = ${JSON.stringify(all.filter((name) => /\.(js|css)$/.test(name)).sort())};\n`;
  writeFileSync(path.join(folder, 'sw.js'), head + body);
}

/** What a browser is sent of a file: its compressed copy, where {@link compress} made one. */
const sentBytes = (file: string): number => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;

/** A feature's files: `own` tell that it was opened, as what several share can't; all that its pages `need` is kept then. */
interface FeatureFiles {
  own: string[];
  needs: string[];
}

function featuresOf(files: Record<string, string[]>, core: string[]): FeatureFiles[] {
  const features = new Map<string, Set<string>>();
  for (const [route, needs] of Object.entries(files)) {
    const feature = route.split('/pages/')[0] ?? route;
    const own = features.get(feature) ?? new Set();
    for (const file of needs) if (!core.includes(file)) own.add(file);
    features.set(feature, own);
  }
  const owners = (file: string): number => [...features.values()].filter((own) => own.has(file)).length;
  return [...features.values()]
    .map((all) => {
      const needs = [...all].map((file) => `/${file}`);
      return { own: needs.filter((file) => owners(file.slice(1)) === 1), needs };
    })
    .filter(({ own, needs }) => own.length > 0 && needs.length > 1);
}

const brotli = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
/** Smaller than a packet or so, a compressed copy saves nothing. */
const WORTH_BYTES = 1024;

/** Puts `.br` and `.gz` beside every script and style: compressed once and harder than a service can while one waits. */
export function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg|webmanifest)$/.test(name) || name === 'sw.js') continue;
    const bytes = readFileSync(path.join(folder, name));
    if (bytes.length < WORTH_BYTES) continue;
    writeFileSync(path.join(folder, `${name}.br`), brotli(bytes));
    writeFileSync(path.join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}
