/**
 * `npm run generate`: derives what the app bundles from tokens, icons and checked content.
 * Refuses content at fault (exit 1). Files are rewritten only where they change, so watchers stay calm. `--if-stale`
 * does nothing where nothing that it reads has changed.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deriveContent, editionsOf, EDITIONS_FILE, filesOfOwnFeatures } from './generate/content';
import { drawingSheets, iconSheets, pngOf, tabBarIcons } from './generate/icons';
import { aboutOf, contentAgeOf, feedbackOf, OperatorFaults, readOperatorFile } from './generate/operator';
import { PERSONAL_DATA_PAGE, personalDataPage } from './generate/personal-data';
import { sharePictures } from './generate/share-pictures';
import { themeJson, tokensScss } from './generate/tokens';
import { makeStations } from './bench/stations/make';
import { describeFault, loadChecked } from './content/check';
import { isFresh, markFresh, markStale, operatorFile, root } from './lib/stale';
import type { Operator } from '@yugong/domain/operator';
import { light } from '@yugong/tokens';
import { version } from '../package.json';

/** Three times the size on the map, for dense screens. */
const WIDTH = 90;

/** 30 × 38 units; the tip is the place. */
const pin = (colour: string, shape: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 38"><path d="M15 37C15 37 27.5 22.5 27.5 13.5a12.5 12.5 0 0 0-25 0C2.5 22.5 15 37 15 37z" fill="${colour}" stroke="${light.surface}" stroke-width="1.5"/>${shape}</svg>`;

const white = light.surface;
const pictures: Record<string, string> = {
  // A disc, a bar, a ring: state is never told by colour alone.
  open: pin(light.open, `<circle cx="15" cy="13.5" r="5.5" fill="${white}"/>`),
  closed: pin(light.closed, `<rect x="9" y="12" width="12" height="3.5" fill="${white}"/>`),
  unknown: pin(light.unknown, `<circle cx="15" cy="13.5" r="5" fill="none" stroke="${white}" stroke-width="2.5"/>`),
  here: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30"><circle cx="15" cy="15" r="13" fill="${light.red}" fill-opacity="0.25"/><circle cx="15" cy="15" r="6.5" fill="${light.red}" stroke="${white}" stroke-width="2.5"/></svg>`,
  // A disc and no pin: a district's marker stands for all of it.
  district: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30"><circle cx="15" cy="15" r="8" fill="${light.stations}" stroke="${white}" stroke-width="2.5"/></svg>`,
};

/** The pictures by their file's name. The map itself is light in both themes. */
const mapMarkers = (): [name: string, png: Buffer][] =>
  Object.entries(pictures).map(([name, svg]) => [`${name}.png`, pngOf(svg, WIDTH)]);

// For development and measuring only: so many invented stations, each marked 演示, instead of the real ones.
const made = Number(process.env.YUGONG_MADE_STATIONS ?? 0);
if (process.argv.includes('--if-stale') && made === 0 && isFresh('generated')) process.exit(0);

function put(file: string, data: string | Buffer): void {
  const target = path.join(root, file);
  const bytes = Buffer.from(data);
  if (existsSync(target) && readFileSync(target).equals(bytes)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  console.log(`  生成 ${file}`);
}

const { dataset, faults } = loadChecked();
if (!dataset) {
  for (const fault of faults) console.error(describeFault(fault));
  console.error(`内容有 ${faults.length} 处问题，没有生成。`);
  process.exit(1);
}
function operatorOrExit(): Operator | null {
  try {
    return readOperatorFile(operatorFile);
  } catch (error) {
    if (!(error instanceof OperatorFaults)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const operator = operatorOrExit();
if (operator === null)
  console.warn('  还没有 operator.json：应用里会写“还没有配置运营单位”，不能发布（见 docs/deploy.md）');
if (made > 0) {
  const districts = dataset.districts.filter(({ status }) => status === 'current');
  dataset.stations = makeStations(made, 7, districts);
  console.warn(`  用的是 ${made} 个编出来的驿站（YUGONG_MADE_STATIONS），不要发布这次构建`);
}
const { files, paths } = tabBarIcons();
for (const [name, png] of files) put(`src/ui/tab-bar/generated/${name}`, png);
for (const [name, png] of mapMarkers()) put(`src/features/stations/generated/markers/${name}`, png);
put('src/ui/tokens/generated/tokens.scss', tokensScss());
for (const [feature, png] of sharePictures()) put(`src/features/${feature}/generated/share/share.png`, png);
for (const [name, scss] of iconSheets()) put(`src/ui/icon/generated/${name}`, scss);
for (const [name, scss] of drawingSheets()) put(`src/ui/art/generated/${name}`, scss);
put('src/theme.json', themeJson(paths));
put(PERSONAL_DATA_PAGE, personalDataPage());
put(EDITIONS_FILE, `${JSON.stringify(editionsOf(dataset))}\n`);
const derived = deriveContent(dataset);
const ownFeatures = filesOfOwnFeatures(dataset, readdirSync(path.join(root, 'src/features')), Object.keys(derived));
const districts = dataset.districts
  .filter(({ status }) => status === 'current')
  .map(({ adcode, title }) => ({ adcode, title }));
const operatorFiles = {
  'features/about/generated/about.json': aboutOf(operator, version),
  'ui/source-note/generated/age.json': contentAgeOf(operator),
  'features/feedback/generated/feedback.json': feedbackOf(operator, districts),
};
for (const [file, value] of Object.entries({ ...derived, ...ownFeatures, ...operatorFiles }))
  put(`src/${file}`, `${JSON.stringify(value)}\n`);
if (made > 0) markStale('generated');
else markFresh('generated');
