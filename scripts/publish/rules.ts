/**
 * What a reviewer of WeChat's, of the 网信办's and of a union's own asks of a package before it is published; each rule with
 * where it comes from. The package is read as it was compiled: what the source means to do doesn't count.
 */
import { isExample, type Operator } from '@yugong/domain/operator';
import { UNSET_ORIGIN } from '../../config/service-origin';
import type { WeappBuild } from '../weapp/build';
import { bannedFindings } from './banned-features';
import { factsOf, type FilesByFinding, type PackageFacts } from './facts';
import { sayFiles } from './paper';
import { privacyInformation, interfacePurposes, typedFields } from './wechat-privacy';

export const publishRules = {
  operator: '个人信息保护法 17：要写明谁在处理信息。填好 operator.json（见 docs/deploy.md）再构建',
  'operator-page':
    '个人信息保护法 17、网络数据安全管理条例 21：应用里要能看到运营单位和隐私政策。用同一份 operator.json 重新构建',
  'privacy-interface':
    '微信《用户隐私保护指引》：调用的接口都要声明用途，没用的不声明。改 scripts/publish/wechat-privacy.ts 的 purposes',
  'privacy-check': '微信：app.json 要打开 __usePrivacyCheck__，否则不会弹出隐私授权',
  'private-info': '微信：用到的定位接口要写进 app.json 的 requiredPrivateInfos 和 permission，没用的不写',
  'personal-field':
    '个人信息保护法 17、微信《用户隐私保护指引》：填写的个人信息都要列出用途。改 scripts/publish/wechat-privacy.ts 的 typedFields',
  service: '微信：请求的域名要是已备案的 https 域名。构建时写 YUGONG_SERVICE_ORIGIN，见 docs/deploy.md',
  domain: '微信：包里出现了没有声明的网址。删掉，或者写进 scripts/publish/rules.ts 的 knownHosts 并说明用途',
  'banned-feature':
    '国办函〔2026〕12号：不设打卡签到、积分排名、统计在线时长等功能。删掉；不是这种功能的，在 scripts/publish/banned-features.ts 的 allowedWords 里写明它是什么',
  complaints: '国办函〔2026〕12号、网络数据安全管理条例 20：应用里要有投诉建议功能',
  accessibility:
    '无障碍环境建设法 32、GB/T 37668-2019：文字要看得清、点得到、读屏读得出。改好那一页，`npm test` 里的 accessibility 也查这些',
  plugin: '微信：插件会处理信息，要写进第三方清单（packages/domain/operator）',
  licence:
    '计算机软件保护条例 23、24：别人的程序要有许可才能发出去。换一个，或者看过许可后写进 scripts/publish/licences.ts 的 looked',
  'app-id': '微信：要有自己的小程序 AppID，写进 YUGONG_WX_APPID 或者 project.config.json',
} as const;
export type PublishRule = keyof typeof publishRules;

export interface PublishFault {
  rule: PublishRule;
  /** What was found, and where. */
  found: string;
}

/** Hosts that stand in the code and are never asked: whose, and what for. */
const knownHosts: Readonly<Record<string, string>> = {
  'reactjs.org': 'a link in an error message of React’s',
  'taro.com': 'the base of addresses that Taro takes apart',
};

const undeclared = (
  found: FilesByFinding,
  declared: Readonly<Record<string, string>>,
  rule: PublishRule,
  what: string,
) => [
  ...[...found]
    .filter(([name]) => !(name in declared))
    .map(([name, files]): PublishFault => ({ rule, found: `${what}“${name}”没有声明用途（${sayFiles(files)}）` })),
  ...Object.keys(declared)
    .filter((name) => !found.has(name))
    .map((name): PublishFault => ({ rule, found: `声明了${what}“${name}”，包里没有用到` })),
];

const LOCATION = new Set(privacyInformation.find(({ information }) => information === '位置信息')?.interfaces ?? []);

function privateInfoFaults({ app }: WeappBuild, { interfaces }: PackageFacts): PublishFault[] {
  const listed = Array.isArray(app['requiredPrivateInfos']) ? app['requiredPrivateInfos'].map(String) : [];
  const used = [...interfaces.keys()].filter((name) => LOCATION.has(name) && name !== 'moveToLocation');
  const rule = 'private-info';
  return [
    ...used.filter((name) => !listed.includes(name)).map((name) => ({ rule, found: `用了 ${name}，没有写` }) as const),
    ...listed.filter((name) => !used.includes(name)).map((name) => ({ rule, found: `写了 ${name}，没有用` }) as const),
  ];
}

function hostFaults({ hosts }: PackageFacts, origin: string | null): PublishFault[] {
  const own = origin === null ? null : new URL(origin);
  const faults: PublishFault[] = [];
  for (const [host, files] of hosts) {
    if (host in knownHosts) continue;
    if (host === new URL(UNSET_ORIGIN).host) {
      faults.push({ rule: 'service', found: '没有写服务地址就构建了，手机上会说“还没有配置服务”' });
      continue;
    }
    if (/^(127\.|localhost|10\.|192\.168\.)/.test(host)) {
      faults.push({ rule: 'service', found: `服务地址是 ${host}，手机连不上` });
    } else if (host !== own?.host) {
      faults.push({ rule: 'domain', found: `${host}（${sayFiles(files)}）` });
    }
  }
  if (own && own.protocol !== 'https:') faults.push({ rule: 'service', found: `${origin} 不是 https` });
  if (own && !hosts.has(own.host))
    faults.push({ rule: 'service', found: `包里没有 ${own.host}：不是用这个地址构建的` });
  return faults;
}

const bannedFaults = (facts: PackageFacts): PublishFault[] =>
  bannedFindings(facts).flatMap(({ feature, texts, calls }) => [
    ...texts
      .filter(({ why }) => why === null)
      .map(({ text, files }): PublishFault => ({
        rule: 'banned-feature',
        found: `${feature.feature}：“${text.slice(0, 60)}”（${sayFiles(files)}）`,
      })),
    ...calls.map(({ name, files }): PublishFault => ({
      rule: 'banned-feature',
      found: `${feature.feature}：调用了 ${name}（${sayFiles(files)}）`,
    })),
  ]);

function operatorFaults(build: WeappBuild, operator: Operator | null): PublishFault[] {
  if (operator === null) return [{ rule: 'operator', found: '还没有 operator.json' }];
  if (isExample(operator)) return [{ rule: 'operator', found: 'operator.json 还是示例' }];
  const page = build.files.filter((file) => file.startsWith('features/about/') && file.endsWith('.js'));
  const text = page.map(build.read).join('\n');
  const missing = ['features/about/pages/overview/index', 'features/about/pages/document/index'].filter(
    (route) => !build.routes.includes(route),
  );
  return [
    ...missing.map((route): PublishFault => ({ rule: 'operator-page', found: `没有页面 ${route}` })),
    ...[operator.name, operator.creditCode, operator.phone]
      .filter((said) => !text.includes(said))
      .map((said): PublishFault => ({ rule: 'operator-page', found: `包里的“关于我们”没有“${said}”` })),
  ];
}

/** The mini-program's page for complaints, as the package names it. */
const COMPLAINTS = 'features/feedback/pages/write/index';

/**
 * Judges a compiled mini-program.
 *
 * @param operator what `operator.json` says; null where it isn't there
 * @param origin the service's address that it was built with; null where it was built without
 * @param appId what it is uploaded as; null where project.config.json says so
 */
export function publishFaults(
  build: WeappBuild,
  { operator, origin, appId = null }: { operator: Operator | null; origin: string | null; appId?: string | null },
): PublishFault[] {
  const facts = factsOf(build);
  const id = appId ?? String(build.json<{ appid: string }>('project.config.json').appid);
  const plugins = Object.keys(typeof build.app['plugins'] === 'object' ? (build.app['plugins'] ?? {}) : {});
  return [
    ...operatorFaults(build, operator),
    ...undeclared(facts.interfaces, interfacePurposes, 'privacy-interface', '隐私接口'),
    ...(build.app['__usePrivacyCheck__'] === true
      ? []
      : [{ rule: 'privacy-check', found: '没有 __usePrivacyCheck__' } as const]),
    ...privateInfoFaults(build, facts),
    ...undeclared(facts.personalFields, typedFields, 'personal-field', '填写的信息'),
    ...hostFaults(facts, origin),
    ...bannedFaults(facts),
    ...(build.routes.includes(COMPLAINTS) ? [] : [{ rule: 'complaints', found: '包里没有投诉建议的页面' } as const]),
    ...plugins.map((name): PublishFault => ({ rule: 'plugin', found: `插件 ${name}` })),
    ...(/^wx[0-9a-f]{16}$/.test(id) ? [] : [{ rule: 'app-id', found: `AppID 是 ${id}` } as const]),
  ];
}
