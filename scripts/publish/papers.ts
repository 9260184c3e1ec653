/** What a union fills into WeChat's console and hands in for its filing, as far as the package and `operator.json` tell. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core/package.json';
import type { Operator } from '@yugong/domain/operator';
import { collected, operatorDocuments } from '@yugong/domain/operator/words';
import type { WeappBuild } from '../weapp/build';
import { looks, type MeasuredRow } from './accessibility';
import { bannedPaper } from './banned-features';
import { factsOf, type PackageFacts } from './facts';
import { filingForm } from './filing';
import { licencesPaper, sbomOf, type Part } from './licences';
import { markdownTable, TO_FILL } from './paper';
import { publishRules, type PublishFault } from './rules';
import { consolePaper } from './wechat-console';
import { privacyInformation, interfacePurposes, typedFields } from './wechat-privacy';

/** The table of 用户隐私保护指引, to be typed into WeChat's console. */
function privacyPaper({ interfaces, personalFields }: PackageFacts): string {
  const called = privacyInformation.flatMap(({ information, interfaces: names }) =>
    names.filter((name) => interfaces.has(name)).map((name) => [information, name, interfacePurposes[name] ?? TO_FILL]),
  );
  const typed = [...personalFields.keys()].map((label) => [label, typedFields[label] ?? TO_FILL]);
  return [
    '# 用户隐私保护指引',
    '微信公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引，照下面逐项填写。',
    '## 调用接口处理的信息',
    markdownTable(['处理的信息', '接口', '用途'], called),
    '## 用户填写的信息（选“其他”，逐项补充）',
    markdownTable(['信息', '用途'], typed),
    '## 保存期限',
    markdownTable(
      ['信息', '保存到什么时候'],
      collected.map(({ what, kept }) => [what, kept]),
    ),
  ].join('\n\n');
}

/** The report: by page, what each look gave; what no browser can measure is left to be filled in. */
function accessibilityPaper(rows: readonly MeasuredRow[], browser: string): string {
  const byRoute = new Map<string, MeasuredRow[]>();
  for (const row of rows) byRoute.set(row.route, [...(byRoute.get(row.route) ?? []), row]);
  const cell = ({ found }: MeasuredRow): string => {
    const faults = found.violations.length + found.small.length;
    const contrast = found.contrast === null ? '—' : found.contrast.toFixed(1);
    return `${faults === 0 ? '无' : `${faults} 处`}，${contrast}，${found.shortestSide === null ? '—' : found.shortestSide.toFixed(0)}`;
  };
  return [
    '# 无障碍检测记录',
    `检测方法：用${browser}打开网页版的每一页（375×667），用 axe-core ${axe.version} 检查，并量出每个可以点按的地方。小程序用的是同一套页面代码。`,
    `每格依次是：问题、文字的最低对比度、点按目标的最短边（像素）。正文对比度应不低于 4.5，大字不低于 3；最短边应不小于 ${looks
      .map(({ name, target }) => `${name} ${target}`)
      .join('、')}。axe 对图片上的文字量不出对比度。`,
    markdownTable(
      ['页面', ...looks.map(({ name }) => name)],
      [...byRoute.values()].map((same) => [
        same[0]?.found.title ?? '',
        ...looks.map(({ name }) => {
          const row = same.find(({ look }) => look.name === name);
          return row ? cell(row) : '—';
        }),
      ]),
    ),
    '## 浏览器量不出来、要人来试的',
    `- 手机读屏（微信里的 TalkBack、VoiceOver）走一遍报名、找驿站、求助：${TO_FILL}`,
    `- 系统字号调到最大，在微信里看一遍：${TO_FILL}`,
  ].join('\n\n');
}

/** The findings, one line each with what to do. */
export const sayPublishFaults = (faults: readonly PublishFault[]): string =>
  faults.map(({ rule, found }) => `✗ ${rule}：${found}\n    ${publishRules[rule]}`).join('\n');

/**
 * Writes the papers.
 *
 * @param folder `dist/publish`, made where it is missing
 * @returns the files' names
 */
export async function writePapers(
  folder: string,
  given: {
    build: WeappBuild;
    operator: Operator;
    origin: string;
    version: string;
    /** What of others goes out with it. */
    parts: readonly Part[];
    accessibility: { rows: readonly MeasuredRow[]; browser: string };
  },
): Promise<string[]> {
  const { build, operator, origin, version, parts, accessibility } = given;
  const facts = factsOf(build);
  const texts = operatorDocuments(operator).map(({ title, byline, sections }): [string, string] => [
    `${title}.md`,
    [
      `# ${title}`,
      byline,
      ...sections.flatMap(({ heading, paragraphs, table: rows }) => [
        `## ${heading}`,
        ...paragraphs,
        ...(rows ? [markdownTable(rows.head, rows.rows)] : []),
      ]),
    ].join('\n\n'),
  ]);
  const files: [string, string | Buffer][] = [
    ['用户隐私保护指引.md', privacyPaper(facts)],
    ['微信后台填写.md', consolePaper(build, facts, operator, origin)],
    ['备案申请表.docx', Buffer.from(await filingForm(operator, version), 'base64')],
    ['12号文不允许的功能.md', bannedPaper(build, facts, version)],
    ['无障碍检测记录.md', accessibilityPaper(accessibility.rows, accessibility.browser)],
    ['sbom.cyclonedx.json', sbomOf(parts, version)],
    ['第三方许可.md', licencesPaper(parts)],
    ...texts,
  ];
  mkdirSync(folder, { recursive: true });
  for (const [name, data] of files) writeFileSync(path.join(folder, name), data);
  return files.map(([name]) => name);
}
