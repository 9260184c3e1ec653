/** The H5 development build, which alone has the gallery, apart from `dist`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from './run';
import { inputHash, root } from './stale';

const folder = 'tests/.out/gallery';

/** Builds it where it is missing or older than its sources. @returns its folder. @throws with the build's own words */
export async function buildGallery(): Promise<string> {
  const built = path.join(root, folder);
  const stamp = path.join(root, 'tests/.out/gallery.stamp');
  const hash = inputHash();
  if (existsSync(stamp) && existsSync(built) && readFileSync(stamp, 'utf8') === hash) return built;
  const { code, output } = await runNode(['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'], {
    env: { NODE_ENV: 'development', YUGONG_OUTPUT: folder },
  });
  if (code !== 0) throw new Error(`the development build failed:\n${output.slice(-2000)}`);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return built;
}
