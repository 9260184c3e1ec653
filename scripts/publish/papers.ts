/** What a union fills into WeChat's console and hands in for its filing, as far as the package and `operator.json` tell. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core/package.json';
import { docxBase64 } from '@yugong/domain/document/docx';
import { templateKinds, type TemplateKind } from '@yugong/domain/notice';
import type { Operator } from '@yugong/domain/operator';
import { collected, operatorDocuments, vendorFacts } from '@yugong/domain/operator/words';
import type { WeappBuild } from '../weapp/build';
import { packageSizes } from '../weapp/build';
import { looks, type MeasuredRow } from './accessibility';
import { factsOf } from './facts';
import { allowedWords, publishRules, type PublishFault } from './rules';
import { privacyInformation, interfacePurposes, typedFields } from './wechat-privacy';

/** What only the union knows: found by searching for it. */
const TO_FILL = '【请填写】';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The table of 用户隐私保护指引, to be typed into WeChat's console. */
function privacyPaper(build: WeappBuild): string {
  const { interfaces, personalFields } = factsOf(build);
  const called = privacyInformation.flatMap(({ information, interfaces: names }) =>
    names.filter((name) => interfaces.has(name)).map((name) => [information, name, interfacePurposes[name] ?? TO_FILL]),
  );
  const typed = [...personalFields.keys()].map((label) => [label, typedFields[label] ?? TO_FILL]);
  return [
    '# 用户隐私保护指引',
    '微信公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引，照下面逐项填写。',
    '## 调用接口处理的信息',
    table(['处理的信息', '接口', '用途'], called),
    '## 用户填写的信息（选“其他”，逐项补充）',
    table(['信息', '用途'], typed),
    '## 保存期限',
    table(
      ['信息', '保存到什么时候'],
      collected.map(({ what, kept }) => [what, kept]),
    ),
  ].join('\n\n');
}

const messages: Record<TemplateKind, string> = {
  change: '报名变动（改期、改地点、取消、移出）',
  offer: '候补有名额、转为报名成功',
  reminder: '开始报名、开场前一天、准备、到期',
  reply: '维权求助、驿站反馈有答复',
};

/** Categories, domains and templates for WeChat's console. */
function consolePaper(build: WeappBuild, operator: Operator, origin: string): string {
  return [
    '# 微信公众平台要填的其他项',
    '## 服务类目',
    `类目由平台按主体类型列出，请按下面的功能选择；要不要另外的资质以平台当时的提示为准。${TO_FILL}`,
    '- 工会资讯、活动报名\n- 便民：户外劳动者驿站查询\n- 劳动法律知识与求助（不提供收费法律服务）\n- 两癌筛查知识与预约登记（不提供诊疗、不存检查结果）',
    '## 服务器域名（开发管理 → 开发设置）',
    `request 合法域名：${origin}`,
    `downloadFile 合法域名（内容里的图片）：${origin}`,
    '## 订阅消息模板',
    table(
      ['用途', '什么时候发'],
      templateKinds.map((kind) => [kind, messages[kind]]),
    ),
    '模板选好以后写进 YUGONG_WX_TEMPLATES，见 docs/deploy.md。内容里不写项目名称和健康信息。',
    '## 用户生成内容',
    '用户填写的报名、求助和反馈只给本人和工会工作人员看，不公开展示。驿站页面只显示“有人说锁着”这样的固定说法，不显示用户写的文字。',
    '## 第三方',
    operator.vendors.length === 0
      ? '没有使用。'
      : table(
          ['服务', '公司', '交给它的信息'],
          operator.vendors.map((one) => [vendorFacts[one].service, vendorFacts[one].company, vendorFacts[one].given]),
        ),
    '## 包的大小（字节）',
    table(
      ['包', '大小'],
      Object.entries(packageSizes(build)).map(([name, bytes]) => [name, String(bytes)]),
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
    table(
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

/** 国办函〔2026〕12号 asks for a filing before anything goes online; the form itself is the 网信办's, this is what goes in. */
function filingPaper({ name, creditCode, address, phone, privacyOffice, filings }: Operator, version: string): string {
  return [
    '政务移动互联网应用程序备案材料（草稿）',
    '一、基本信息',
    '名称：渝工随行（微信小程序、网页）',
    `版本：${version}`,
    `主办单位：${name}，统一社会信用代码 ${creditCode}`,
    `地址：${address}；电话：${phone}`,
    `单位级别（县级以下单位原则上不得开发建设）：${TO_FILL}`,
    `立项审核情况：${TO_FILL}`,
    `小程序备案号：${filings.miniProgram ?? TO_FILL}；网站备案号：${filings.icp ?? TO_FILL}`,
    '二、功能与使用对象',
    '面向职工提供服务，免费，不要求是会员。功能：工会动态和案例、户外劳动者驿站查询、活动报名、两癌筛查预约登记、劳动维权知识与求助、日历。',
    '不用于工作考核，不要求任何单位和个人安装、使用，不统计使用率、在线时长和转发量，没有积分、排名，不从事经营活动。',
    ...allowedWords
      .map(({ why }) => `其中出现“打卡”“签到”字样的：${why}。`)
      .filter((one, at, all) => all.indexOf(one) === at),
    '三、投诉建议',
    `用户可以打电话（${phone}）。`,
    '四、数据与安全',
    '收集的信息、用途和保存期限见《个人信息收集清单》。填写的内容按账号加密保存，注销即销毁密钥。',
    `负责个人信息保护的部门：${privacyOffice.name}，电话 ${privacyOffice.phone}`,
    `网络安全等级保护情况：${TO_FILL}`,
    `个人信息保护影响评估（个人信息保护法 55）：${TO_FILL}`,
    '五、其他',
    `备案系统要求的其他材料：${TO_FILL}`,
  ].join('\n');
}

const sbom = (root: string): string =>
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

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
    root: string;
    build: WeappBuild;
    operator: Operator;
    origin: string;
    version: string;
    accessibility: { rows: readonly MeasuredRow[]; browser: string };
  },
): Promise<string[]> {
  const { root, build, operator, origin, version, accessibility } = given;
  const filing = Buffer.from(await docxBase64(filingPaper(operator, version)), 'base64');
  const texts = operatorDocuments(operator).map(({ title, byline, sections }): [string, string] => [
    `${title}.md`,
    [
      `# ${title}`,
      byline,
      ...sections.flatMap(({ heading, paragraphs, table: rows }) => [
        `## ${heading}`,
        ...paragraphs,
        ...(rows ? [table(rows.head, rows.rows)] : []),
      ]),
    ].join('\n\n'),
  ]);
  const files: [string, string | Buffer][] = [
    ['用户隐私保护指引.md', privacyPaper(build)],
    ['微信后台填写.md', consolePaper(build, operator, origin)],
    ['备案材料.docx', filing],
    ['无障碍检测记录.md', accessibilityPaper(accessibility.rows, accessibility.browser)],
    ['sbom.cyclonedx.json', sbom(root)],
    ...texts,
  ];
  mkdirSync(folder, { recursive: true });
  for (const [name, data] of files) writeFileSync(path.join(folder, name), data);
  return files.map(([name]) => name);
}
