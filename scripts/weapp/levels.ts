/** The levels of verification, each runnable alone, so that a mutant pays only for the one that must catch it. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../lib/stale';
import { readBuild, type WeappBuild, filesOf } from './build';
import { checkWithCi, type CiStage } from './compile/ci';
import { checkConfigKeys } from './compile/config-keys';
import { checkFiles } from './compile/files';
import { compileTemplates } from './compile/templates';
import { compileWxml } from './compile/wxml';
import { compileWxss } from './compile/wxss';
import { distinct, finding, type Finding } from './finding';
import { checkApis } from './forbidden/apis';
import { checkJavaScript } from './forbidden/javascript';
import { judgeDrawn, richest } from './judge/drawn';
import { checkIcons, checkUnusedStyles } from './judge/styles';
import { crawl, type Crawl } from './logic/crawl';
import { checkPackages } from './packages';
import type { Report } from './report';
import { launchChromium } from '../lib/chromium';
import { messageOf } from '../lib/errors';
import { parse } from 'acorn';
import { ECMA_VERSION } from './baseline';
import { ariaUses, kebab } from '../../config/aria-plugin';

function checkStyles(build: WeappBuild): Finding[] {
  return build.files
    .filter((file) => file.endsWith('.wxss'))
    .flatMap((file) => {
      const css = build.read(file).replace(/\/\*[^]*?\*\//g, '');
      const local = [...css.matchAll(/url\(\s*["']?([^"')]+)/g)]
        .map(([, url = '']) => url)
        .filter((url) => !/^(data:|https?:|\/\/|#)/.test(url));
      const imported = new Set([...css.matchAll(/@import\s+url\(\s*["']?([^"')]+)/g)].map(([, url]) => url));
      return [
        ...local
          .filter((url) => !imported.has(url))
          .map((url) => finding('local-url', file, `url(${url}) 指向包里的文件`)),
        ...[...css.matchAll(/([^{}]*):active[^{}]*\{/g)].map(([, selector = '']) =>
          finding('no-active', file, `${selector.trim().slice(-60)}:active`),
        ),
      ];
    });
}

/** Compares the source's attributes with the templates of base.wxml. */
function checkAria(build: WeappBuild, src: string): Finding[] {
  if (!build.has('base.wxml')) return [];
  const base = build.read('base.wxml');
  return ariaUses(src).flatMap(({ component, attribute, file }) => {
    // Taro takes a bare template for a node that has nothing but class and style; such a node has no aria either.
    const tags = [...base.matchAll(new RegExp(`<${kebab(component)}\\s([^>]*)>`, 'g'))]
      .map(([tag]) => tag)
      .filter((tag) => /\{\{(xs\.\w\()?i\.p\d/.test(tag));
    const carrying = tags.filter((tag) => tag.includes(`${attribute}=`));
    if (tags.length > 0 && carrying.length === tags.length) return [];
    return [
      finding(
        'dropped-aria',
        file,
        `<${component}> 的 ${attribute} 没有进 base.wxml（${tags.length} 个模板里有 ${carrying.length} 个带着）`,
      ),
    ];
  });
}

/** Parses every file. @returns one finding a file: what follows the first fault is guesswork */
function checkSyntax(build: WeappBuild): Finding[] {
  return filesOf(build, 'js').flatMap((file) => {
    const text = build.read(file);
    try {
      parse(text, { ecmaVersion: ECMA_VERSION, allowReturnOutsideFunction: true });
      return [];
    } catch (error) {
      const { pos = 0, message } = error as Error & { pos?: number };
      return [
        finding(
          'es-version',
          file,
          `不是 ES${ECMA_VERSION}：${message}，在 ${text.slice(Math.max(0, pos - 30), pos + 30).replace(/\s+/g, ' ')}`,
        ),
      ];
    }
  });
}

/**
 * In the order of their cost:
 * - `packages`: sizes, budgets, copied datasets
 * - `compile`: wcc, wcsc, glass-easel, ECMAScript version, files, configuration keys
 * - `forbidden`: what a phone doesn't have or WeChat doesn't allow
 * - `logic`: every page and record in the bare logic layer
 * - `view`: one page of each route drawn in Chromium and judged as drawn
 * - `ci-config`, `ci`: miniprogram-ci's check of the configuration; its whole compiler
 */
export const LEVELS = ['packages', 'compile', 'forbidden', 'logic', 'view', 'ci-config', 'ci'] as const;
export type Level = (typeof LEVELS)[number];

export interface VerifyOptions {
  levels?: readonly Level[];
  /** The source that the build was made from. */
  src?: string;
  /** Only these pages, where what is looked for is known to be there. */
  routes?: readonly string[];
  /** A browser that runs already. */
  browser?: Browser;
}

/** Runs the levels asked for over a build; the slow ones at the same time. */
export async function verify(
  dir: string,
  { levels = LEVELS, src = path.join(root, 'src'), routes, browser }: VerifyOptions = {},
): Promise<Report> {
  const report: Report = { packages: {}, routes: [], findings: [] };
  const build = open(dir, report.findings);
  if (!build) return report;
  const wanted = (level: Level): boolean => levels.includes(level);

  const stages: CiStage[] = wanted('ci') ? ['config', 'quality', 'compile'] : wanted('ci-config') ? ['config'] : [];
  const ci: Promise<Record<string, Finding[]>> = stages.length > 0 ? checkWithCi([dir], stages) : Promise.resolve({});

  if (wanted('packages')) {
    const { sizes, findings } = checkPackages(build);
    report.packages = sizes;
    report.findings.push(...findings);
  }
  if (wanted('compile')) report.findings.push(...checkCompile(build));
  if (wanted('forbidden'))
    report.findings.push(
      ...checkJavaScript(build),
      ...checkApis(build),
      ...checkStyles(build),
      ...checkAria(build, src),
    );
  if (wanted('logic') || wanted('view')) {
    const crawled = await crawl(build, compileWxml(build), { follow: wanted('logic'), ...(routes ? { routes } : {}) });
    report.routes = crawled.routes;
    report.findings.push(...crawled.findings);
    if (wanted('logic'))
      report.findings.push(...checkUnusedStyles(build, crawled.trees), ...checkIcons(build, crawled.trees));
    if (wanted('view')) report.findings.push(...(await drawAndJudge(build, crawled, browser)));
  }
  report.findings.push(...((await ci)[dir] ?? []));
  report.findings = distinct(report.findings);
  return report;
}

const checkCompile = (build: WeappBuild): Finding[] => [
  ...compileWxml(build).findings,
  ...compileWxss(build).findings,
  ...compileTemplates(build).findings,
  ...checkSyntax(build),
  ...checkFiles(build),
  ...checkConfigKeys(build),
];

async function drawAndJudge(build: WeappBuild, { trees }: Crawl, given?: Browser): Promise<Finding[]> {
  const browser = given ?? (await launchChromium());
  try {
    return await judgeDrawn(build, browser, richest(trees));
  } finally {
    if (!given) await browser.close();
  }
}

/** A build without a readable app.json is one finding and no more. */
function open(dir: string, findings: Finding[]): WeappBuild | undefined {
  try {
    return readBuild(dir);
  } catch (error) {
    findings.push(finding('app-json', 'app.json', `读不了：${messageOf(error)}`));
    return undefined;
  }
}
