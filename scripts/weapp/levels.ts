/** The levels of verification, each runnable alone, so that a mutant pays only for the one that must catch it. */
import { readBuild, type WeappBuild } from './build';
import { compileWxml, type Templates } from './compile/wxml';
import { distinct, finding, type Finding } from './finding';
import { crawl } from './logic/crawl';
import { checkPackages } from './packages';
import type { Report } from './report';

export const LEVELS = ['packages', 'logic'] as const;
export type Level = (typeof LEVELS)[number];

/** Runs the levels asked for over a build. */
export async function verify(dir: string, levels: readonly Level[] = LEVELS): Promise<Report> {
  const report: Report = { packages: {}, routes: [], findings: [] };
  const build = open(dir, report.findings);
  if (!build) return report;
  const templates = compileWxml(build);
  const wanted = (level: Level): boolean => levels.includes(level);
  if (wanted('packages')) {
    const { sizes, findings } = checkPackages(build);
    report.packages = sizes;
    report.findings.push(...findings);
  }
  if (wanted('logic')) await runLogic(build, templates, report);
  report.findings = distinct(report.findings);
  return report;
}

async function runLogic(build: WeappBuild, templates: Templates, report: Report): Promise<void> {
  const { routes, findings } = await crawl(build, templates);
  report.routes = routes;
  report.findings.push(...findings);
}

/** A build without a readable app.json is one finding and no more. */
function open(dir: string, findings: Finding[]): WeappBuild | undefined {
  try {
    return readBuild(dir);
  } catch (error) {
    findings.push(finding('app-json', 'app.json', `读不了：${(error as Error).message}`));
    return undefined;
  }
}
