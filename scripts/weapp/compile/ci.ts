/** miniprogram-ci, WeChat's uploader, asked what it would refuse. See {@link ./ci-worker}. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNode, script } from '../../lib/run';
import { finding, type Finding } from '../finding';

/**
 * - `config`: app.json, every page.json, theme and sitemap: schema, enums, files, overlaps. Milliseconds.
 * - `quality`: WeChat's code quality list.
 * - `compile`: everything through its compiler with es6 and minify, as an upload would. Ten seconds.
 */
export type CiStage = 'config' | 'quality' | 'compile';

/** Runs the stages over one or more builds. @returns findings by folder */
export async function checkWithCi(
  dirs: readonly string[],
  stages: readonly CiStage[],
): Promise<Record<string, Finding[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-ci-'));
  const out = path.join(folder, 'findings.json');
  try {
    const { code, output } = await runNode(
      script(path.join(__dirname, 'ci-worker.ts'), out, stages.join(','), ...dirs),
    );
    if (code !== 0) {
      const said = finding('ci-compile', 'app.json', `miniprogram-ci 没有跑完：${output.slice(-500)}`);
      return Object.fromEntries(dirs.map((dir) => [dir, [said]]));
    }
    return JSON.parse(readFileSync(out, 'utf8')) as Record<string, Finding[]>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
