/** What `npm run publish:check` says of a compiled package: nothing of a good one, and each fault by its rule. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readOperator } from '@yugong/domain/operator';
import { defined } from '@yugong/domain/narrow';
import { bannedFeatures } from '../../scripts/publish/banned-features';
import { publishFaults, publishRules, type PublishRule } from '../../scripts/publish/rules';
import { privacyInformation, interfacePurposes, typedFields } from '../../scripts/publish/wechat-privacy';
import { UNSET_ORIGIN } from '../../config/service-origin';
import type { AppJson, WeappBuild } from '../../scripts/weapp/build';
import { weappBuild } from './build';

jest.setTimeout(300_000);

const ORIGIN = 'https://api.example.org';
const file = path.resolve(__dirname, '../fixtures/operator/operator.json');
const operator = defined(readOperator(readFileSync(file, 'utf8')).operator);
const ABOUT = 'features/about/pages/overview/index.js';
const SOME_PAGE = 'features/stations/pages/reports/index.js';

/** A copy of a package with some of its files rewritten. */
function copyWith(build: WeappBuild, change: { file: string; to: (text: string) => string } | null): WeappBuild {
  if (change === null) return build;
  const read = (name: string): string => (name === change.file ? change.to(build.read(name)) : build.read(name));
  if (change.file !== 'app.json') return { ...build, read, json: jsonBy(read) };
  const app: AppJson = JSON.parse(read('app.json'));
  const subpages = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  return { ...build, read, json: jsonBy(read), app, routes: [...app.pages, ...subpages] };
}

const jsonBy =
  (read: (name: string) => string): WeappBuild['json'] =>
  (name) =>
    JSON.parse(read(name));

const edit = (build: WeappBuild, name: string, to: (text: string) => string) => copyWith(build, { file: name, to });

/** The build under test, as a union would make it: with its name, its service's address and its AppID. */
let published: WeappBuild;
beforeAll(async () => {
  const build = await weappBuild();
  const named = edit(
    build,
    ABOUT,
    (text) => `${text};[${JSON.stringify(Object.values(operator).map(String).join())}];`,
  );
  const served = edit(named, 'common.js', (text) => text.replaceAll(UNSET_ORIGIN, ORIGIN));
  published = edit(served, 'project.config.json', (text) => text.replace('touristappid', 'wx0123456789abcdef'));
});

const faultsOf = (build: WeappBuild, given: Partial<Parameters<typeof publishFaults>[1]> = {}) =>
  publishFaults(build, { operator, origin: ORIGIN, ...given });
const append = (code: string) => (text: string) => `${text};${code}`;
const inApp = (change: (app: AppJson) => void) => (text: string) => {
  const app: AppJson = JSON.parse(text);
  change(app);
  return JSON.stringify(app);
};

it('finds nothing wrong with what a union builds', () => {
  expect(faultsOf(published)).toEqual([]);
});

interface Mutant {
  name: string;
  rule: PublishRule;
  file: string;
  to: (text: string) => string;
}

const unused = privacyInformation
  .flatMap(({ interfaces }) => interfaces)
  .filter((name) => !(name in interfacePurposes));
const mutants: Mutant[] = [
  ...unused.map((name): Mutant => {
    const rule = 'privacy-interface';
    return { name: `wx.${name}, called`, rule, file: SOME_PAGE, to: append(`wx.${name}({})`) };
  }),
  ...Object.keys(interfacePurposes).map((name): Mutant => {
    const to = (text: string) => text.replaceAll(name, 'getSystemInfo');
    return { name: `${name}, no longer called`, rule: 'privacy-interface', file: '*', to };
  }),
  ...['出生地址', '家人电话', '银行卡号', '微信号', '车牌'].map((label): Mutant => {
    const to = append(`({name:"more",label:${JSON.stringify(label)}})`);
    return { name: `a field for ${label}`, rule: 'personal-field', file: SOME_PAGE, to };
  }),
  ...Object.keys(typedFields)
    .slice(3, 6)
    .map((label): Mutant => {
      const to = (text: string) => text.replaceAll(JSON.stringify(label), '"别的"');
      return { name: `no field for ${label} any more`, rule: 'personal-field', file: '*', to };
    }),
  { name: 'an undeclared host', rule: 'domain', file: SOME_PAGE, to: append('"https://tracker.example.com/a"') },
  { name: 'an undeclared socket', rule: 'domain', file: SOME_PAGE, to: append('"wss://tracker.example.com"') },
  {
    name: 'a service on this machine',
    rule: 'service',
    file: 'common.js',
    to: (text) => text.replaceAll(ORIGIN, 'http://127.0.0.1:8787'),
  },
  {
    name: 'no service at all',
    rule: 'service',
    file: 'common.js',
    to: (text) => text.replaceAll(ORIGIN, UNSET_ORIGIN),
  },
  {
    name: 'a service elsewhere',
    rule: 'service',
    file: 'common.js',
    to: (text) => text.replaceAll(ORIGIN, 'https://other.example.org'),
  },
  ...[
    '每日打卡领积分',
    '打卡、领积分',
    '本周排名第 3',
    '累计在线时长',
    '连续登录 7 天',
    '签到得勋章',
    '本区转发量',
    '各单位安装率',
    '请上传视频',
  ].map((said): Mutant => {
    return { name: `「${said}」`, rule: 'banned-feature', file: SOME_PAGE, to: append(JSON.stringify(said)) };
  }),
  ...bannedFeatures
    .flatMap(({ interfaces }) => interfaces)
    .map((name): Mutant => {
      const to = append(`wx.${name}({})`);
      return { name: `wx.${name}, which a banned feature needs`, rule: 'banned-feature', file: SOME_PAGE, to };
    }),
  {
    name: 'no 关于我们',
    rule: 'operator-page',
    file: 'app.json',
    to: inApp((app) => (app.subPackages = app.subPackages?.filter(({ root }) => root !== 'features/about'))),
  },
  {
    name: 'no 投诉建议',
    rule: 'complaints',
    file: 'app.json',
    to: inApp((app) => (app.subPackages = app.subPackages?.filter(({ root }) => root !== 'features/feedback'))),
  },
  {
    name: 'somebody else in 关于我们',
    rule: 'operator-page',
    file: '*',
    to: (text) => text.replaceAll(operator.creditCode, '另一个代码'),
  },
  {
    name: 'no privacy sheet',
    rule: 'privacy-check',
    file: 'app.json',
    to: inApp((app) => delete app['__usePrivacyCheck__']),
  },
  {
    name: 'a location interface that isn’t listed',
    rule: 'private-info',
    file: 'app.json',
    to: inApp((app) => (app['requiredPrivateInfos'] = [])),
  },
  {
    name: 'a location interface listed for nothing',
    rule: 'private-info',
    file: 'app.json',
    to: inApp((app) => (app['requiredPrivateInfos'] = ['getFuzzyLocation', 'chooseAddress'])),
  },
  {
    name: 'a plugin',
    rule: 'plugin',
    file: 'app.json',
    to: inApp((app) => (app['plugins'] = { Other: { version: '1.0.0', provider: 'wx0' } })),
  },
  {
    name: 'DevTools’ own AppID',
    rule: 'app-id',
    file: 'project.config.json',
    to: (text) => text.replace('wx0123456789abcdef', 'touristappid'),
  },
];

describe('a package with', () => {
  it('one fault of each kind is there, thirty at least', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(30);
    const covered = new Set<string>(mutants.map(({ rule }) => rule));
    const rest = Object.keys(publishRules).filter((rule) => !covered.has(rule));
    // Who is behind it has a test below, what a browser measures in tests/browser/accessibility, licences in publish-papers.
    expect(rest).toEqual(['operator', 'accessibility', 'licence']);
  });

  it.each(mutants)('$name is caught by $rule', ({ rule, file: name, to }) => {
    const changed =
      name === '*'
        ? { ...published, read: (one: string) => (one.endsWith('.js') ? to(published.read(one)) : published.read(one)) }
        : edit(published, name, to);
    expect(faultsOf(changed).map((fault) => fault.rule)).toContain(rule);
  });

  it.each([
    ['nobody behind it', { operator: null }],
    ['the example behind it', { operator: { ...operator, creditCode: '81000000MC0000000U' } }],
  ])('%s is caught by operator', (_, given) => {
    expect(faultsOf(published, given).map(({ rule }) => rule)).toEqual(['operator']);
  });

  it.each([
    ['http', 'http://api.example.org'],
    ['another address than it was built with', 'https://other.example.org'],
  ])('a service by %s is caught by service', (_, origin) => {
    expect(faultsOf(published, { origin }).map(({ rule }) => rule)).toContain('service');
  });
});
