/** The build under test: dist/weapp, made once if it is missing or older than its sources. */
import path from 'node:path';
import { runNode, script } from '../../scripts/lib/run';
import { isFresh, root } from '../../scripts/lib/stale';
import { readBuild, type WeappBuild } from '../../scripts/weapp/build';

/** Another build to test, such as one under work: `YUGONG_WEAPP=/tmp/weapp npx jest --selectProjects weapp`. */
export const weappDir = process.env['YUGONG_WEAPP'] ?? path.join(root, 'dist/weapp');

/** Builds if needed. @throws with the build's own words when it fails */
export async function weappBuild(): Promise<WeappBuild> {
  if (!process.env['YUGONG_WEAPP'] && !isFresh('weapp')) {
    const { code, output } = await runNode(script('scripts/build.ts', 'weapp', '--if-stale'));
    if (code !== 0) throw new Error(`npm run build:weapp failed:\n${output.slice(-2000)}`);
  }
  return readBuild(weappDir);
}
