/**
 * `npm run generate`: derives what the app bundles from tokens, icons and checked content.
 * Refuses content at fault (exit 1). Files are rewritten only where they change, so watchers stay calm. `--if-stale`
 * does nothing where nothing that it reads has changed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deriveContent, editionsOf, EDITIONS_FILE } from './generate/content';
import { iconsScss, tabBarIcons } from './generate/icons';
import { mapMarkers } from './generate/markers';
import { PERSONAL_DATA_PAGE, personalDataPage } from './generate/personal-data';
import { themeJson, tokensScss } from './generate/tokens';
import { makeStations } from './bench/stations/make';
import { describeFault, loadChecked } from './content/check';
import { isFresh, markFresh, markStale, root } from './lib/stale';

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
if (made > 0) {
  const districts = dataset.districts.filter(({ status }) => status === 'current');
  dataset.stations = makeStations(made, 7, districts);
  console.warn(`  用的是 ${made} 个编出来的驿站（YUGONG_MADE_STATIONS），不要发布这次构建`);
}
const { files, paths } = tabBarIcons();
for (const [name, png] of files) put(`src/ui/tab-bar/generated/${name}`, png);
for (const [name, png] of mapMarkers()) put(`src/features/stations/generated/markers/${name}`, png);
put('src/ui/tokens/generated/tokens.scss', tokensScss());
put('src/ui/icon/generated/icons.module.scss', iconsScss());
put('src/theme.json', themeJson(paths));
put(PERSONAL_DATA_PAGE, personalDataPage());
put(EDITIONS_FILE, `${JSON.stringify(editionsOf(dataset))}\n`);
for (const [file, value] of Object.entries(deriveContent(dataset))) put(`src/${file}`, `${JSON.stringify(value)}\n`);
if (made > 0) markStale('generated');
else markFresh('generated');
