/**
 * What 国办函〔2026〕12号 doesn't let such an app have, each with what would show it in a compiled package: the words that a page
 * would say, and the interfaces of WeChat's that it would need. `publish:check` looks for both in every script, and writes down
 * for the filing where it looked and what it found.
 */
import { createHash } from 'node:crypto';
import type { WeappBuild } from '../weapp/build';
import { jsFiles } from '../weapp/js-files';
import { sayFiles, markdownTable } from './paper';

export interface BannedFeature {
  /** As the filing names it. */
  feature: string;
  words: RegExp;
  /** Names on `wx`, without which it can't be made. */
  interfaces: readonly string[];
}

/** Emergencies and security may have a 排名, as 12号文 excepts them; a 编排名单 has none. */
export const bannedFeatures: readonly BannedFeature[] = [
  { feature: '打卡签到', words: /打卡|签到/, interfaces: [] },
  { feature: '积分排名', words: /积分|排行榜|(?<!安|编)排名|勋章/, interfaces: ['getWeRunData'] },
  { feature: '统计在线时长、要求定期登录', words: /在线时长|连续登录|每日登录/, interfaces: [] },
  { feature: '通报转发量、点赞数、网络投票数', words: /转发量|点赞数|投票数/, interfaces: [] },
  { feature: '通报安装、使用率', words: /安装率|使用率|活跃率/, interfaces: [] },
  {
    feature: '要求上传工作照片、视频、轨迹',
    words: /工作照片|上传视频|行动轨迹/,
    interfaces: [
      'chooseImage',
      'chooseMedia',
      'chooseVideo',
      'createCameraContext',
      'startLocationUpdate',
      'startLocationUpdateBackground',
    ],
  },
];

const allWords = new RegExp(bannedFeatures.map(({ words }) => words.source).join('|'));

/** Does a text speak of a feature that 12号文 bans? It may yet be another thing, see {@link allowedWords}. */
export const saysBannedFeature = (text: string): boolean => allWords.test(text);

export const bannedInterfaces: readonly string[] = bannedFeatures.flatMap(({ interfaces }) => interfaces);

/** Texts with a word of one banned feature that are none: each is looked at, and says what it is. */
export const allowedWords: readonly { feature: string; text: RegExp; why: string }[] = [
  { feature: '打卡签到', text: /打卡(、|页面|记录|照片|软件|的)/, why: '劳动维权的证据：单位的考勤打卡' },
  {
    feature: '打卡签到',
    text: /^(已签到|签到已撤销|签到二维码)$/,
    why: '活动到场核对，由工作人员扫码，不记录其他时间',
  },
  { feature: '打卡签到', text: /报名凭证 凭证 .*签到/, why: '搜索用的词，找到的是报名凭证：活动到场核对' },
  { feature: '打卡签到', text: /签到时间：前一天到结束后/, why: '活动到场核对，由工作人员扫码，不记录其他时间' },
];

const whyAllowed = (text: string, feature: string): string | null =>
  allowedWords.find((one) => one.feature === feature && one.text.test(text))?.why ?? null;

/** Files and bytes that were read, and a digest by which anybody can tell that it was this package. */
function packageRead(build: WeappBuild): { scripts: number; bytes: number; digest: string } {
  const scripts = jsFiles(build);
  const hash = createHash('sha256');
  for (const { file, text } of scripts) hash.update(`${file}\n${text}\n`);
  const bytes = scripts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { scripts: scripts.length, bytes, digest: hash.digest('hex') };
}

/** What was found of a feature: texts with its words, and calls of its interfaces, each with the files it stands in. */
export interface BannedFinding {
  feature: BannedFeature;
  texts: readonly { text: string; files: readonly string[]; why: string | null }[];
  calls: readonly { name: string; files: readonly string[] }[];
}

/**
 * What a package shows of each banned feature.
 *
 * @param found texts and interfaces of the package, each with its files (`factsOf`)
 */
export function bannedFindings(found: {
  banned: ReadonlyMap<string, readonly string[]>;
  calls: ReadonlyMap<string, readonly string[]>;
}): BannedFinding[] {
  return bannedFeatures.map((feature) => ({
    feature,
    texts: [...found.banned]
      .filter(([text]) => feature.words.test(text))
      .map(([text, files]) => ({ text, files, why: whyAllowed(text, feature.feature) })),
    calls: [...found.calls]
      .filter(([name]) => feature.interfaces.includes(name))
      .map(([name, files]) => ({ name, files })),
  }));
}

const sayFinding = ({ texts, calls }: BannedFinding): string =>
  [
    ...texts.map(({ text, files, why }) => `“${text}”（${sayFiles(files)}）：${why ?? '是这种功能'}`),
    ...calls.map(({ name, files }) => `调用了 ${name}（${sayFiles(files)}）`),
  ].join('<br>') || '没有';

/** The paper that goes with the filing: what was looked for, in what, and what was found. */
export function bannedPaper(build: WeappBuild, found: Parameters<typeof bannedFindings>[0], version: string): string {
  const { scripts, bytes, digest } = packageRead(build);
  return [
    '# 12号文不允许的功能',
    '国办函〔2026〕12号《政务移动互联网应用程序规范化管理办法》不允许的功能，逐项写明在哪里、怎么查，查到什么。',
    '## 查的是什么',
    `渝工随行 ${version} 编译好的小程序（dist/weapp）里的全部脚本：${scripts} 个文件，${bytes} 字节，SHA-256 ${digest}。上传的就是这一份；网页版由同一套页面代码构建。`,
    '查的是程序自己的文字（不到 400 字的每一段）和调用的微信接口。更长的是资讯和资料正文，是给人读的内容，不是功能。',
    '## 查到什么',
    markdownTable(
      ['不允许的功能', '查的文字', '查的接口', '查到的'],
      bannedFindings(found).map((one) => [
        one.feature.feature,
        one.feature.words.source,
        one.feature.interfaces.join('、') || '—',
        sayFinding(one),
      ]),
    ),
    '## 怎么知道查得出来',
    '自动测试把这些文字和接口逐个加进同一份包，每一个都会被查出来（tests/weapp/publish.test.ts）。',
    '## 从程序看不出来、由单位保证的',
    '不考核、不通报安装和使用情况，不要求任何单位和个人安装、使用。',
  ].join('\n\n');
}
