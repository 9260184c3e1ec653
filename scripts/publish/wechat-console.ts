/** What a union fills into WeChat's console beside the privacy guideline: who it is, categories, domains, templates, UGC. */
import { templateKinds, type TemplateKind } from '@yugong/domain/notice';
import type { Operator } from '@yugong/domain/operator';
import { vendorFacts } from '@yugong/domain/operator/words';
import { packageSizes, type WeappBuild } from '../weapp/build';
import type { PackageFacts } from './facts';
import { markdownTable, TO_FILL } from './paper';

/** Which certificate a credit code stands on, by its first two characters (GB 32100-2015, 表 A.1: who registered it). */
const certificates: readonly { code: RegExp; certificate: string }[] = [
  { code: /^8/, certificate: '《工会法人资格证书》' },
  { code: /^12/, certificate: '《事业单位法人证书》' },
  { code: /^1[13]/, certificate: '《统一社会信用代码证书》' },
  { code: /^51/, certificate: '《社会团体法人登记证书》' },
];

/** The certificate of whoever publishes the app. */
export const certificateOf = ({ creditCode }: Pick<Operator, 'creditCode'>): string =>
  certificates.find(({ code }) => code.test(creditCode))?.certificate ?? `登记证书${TO_FILL}`;

interface Category {
  /** Folders of the package that are here for it: without them the row falls away. */
  folders: readonly string[];
  what: string;
  category: string;
  papers: string;
}

/** By what the package has. WeChat's own list changes and differs by kind of subject: what it shows when one chooses is what holds. */
const categories: readonly Category[] = [
  {
    folders: ['features/events', 'features/registration'],
    what: '活动报名、两癌筛查预约登记',
    category: '工具 → 预约/报名',
    papers: '通常不另要资质',
  },
  {
    folders: ['features/stations', 'features/search', 'pages/calendar'],
    what: '驿站、日历、搜索',
    category: '工具 → 信息查询',
    papers: '通常不另要资质',
  },
  {
    folders: ['features/news', 'features/cases', 'features/figures'],
    what: '工会动态、案例、数据',
    category: '主体是机关、群团的选政务民生下对应的一项',
    papers:
      '只发本单位和下级工会自己的工作动态。要发时政新闻，先取得《互联网新闻信息服务许可证》（《互联网新闻信息服务管理规定》5），再加“时政信息”类目',
  },
  {
    folders: ['features/screening'],
    what: '两癌筛查知识',
    category: '不选医疗服务：不提供诊疗、处方，不存检查结果',
    papers: `平台问起时：承办医院的《医疗机构执业许可证》和合作协议${TO_FILL}`,
  },
  {
    folders: ['features/legal-aid'],
    what: '劳动维权知识、求助',
    category: '不选法律服务：不收费，不提供律师咨询，求助由工会的工作人员答复',
    papers: `平台问起时：工会法律援助机构的批文或说明${TO_FILL}`,
  },
];

const templates: Record<TemplateKind, { when: string; search: string; fields: string }> = {
  change: {
    when: '报名变动（改期、改地点、取消、移出）',
    search: '活动变更、预约变更',
    fields: '事项（thing）、时间（time 或 date），可加地点（thing）、主办单位（thing 或 name）',
  },
  offer: {
    when: '候补有名额、转为报名成功',
    search: '候补通知、名额通知',
    fields: '事项（thing）、截止时间（time 或 date），可加地点、主办单位',
  },
  reminder: {
    when: '开始报名、开场前一天、准备、到期',
    search: '活动开始提醒、日程提醒',
    fields: '开始时间（time 或 date）、事项（thing）',
  },
  reply: {
    when: '维权求助、投诉建议、驿站反馈有答复',
    search: '反馈结果、答复通知',
    fields: '事项（thing）、时间（time 或 date）',
  },
};

/** Interfaces by which somebody's picture, video, voice or name would get into the app. */
const USER_MEDIA = [
  'chooseAvatar',
  'getUserProfile',
  'chooseImage',
  'chooseMedia',
  'chooseVideo',
  'getRecorderManager',
];

/** 用户生成内容（UGC）信息安全声明, by the fields of WeChat's `ugc_declare` (api_submitaudit). */
function userContent({ interfaces }: PackageFacts): string {
  const called = USER_MEDIA.filter((name) => interfaces.has(name));
  return [
    '用户填写的内容（报名、求助、投诉建议、驿站反馈）只给本人和工会工作人员看，没有评论、论坛、聊天、昵称和头像，不公开展示。驿站页面只显示“有人说锁着”这样的固定说法，不显示用户写的文字。',
    markdownTable(
      ['声明项', '填写'],
      [
        [
          '涉及的场景（scene）',
          called.length === 0 ? '0 不涉及用户生成内容' : `${TO_FILL}：包里调用了 ${called.join('、')}`,
        ],
        ['内容安全机制（method）', '不涉及的不用选；平台仍要求时选 3 通过人工审核把关：每一条都由工作人员看过再答复'],
        ['有没有审核团队（has_audit_team）', `1 有：管理台的“区县经办”“管理员”。人数：${TO_FILL}`],
        ['说明（audit_desc）', '上面的第一段'],
      ],
    ),
    called.length === 0 ? `依据：包里没有调用 ${USER_MEDIA.join('、')}，只能输入文字。` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The hosts of each list in 开发设置: only what the package uses. */
function domains(build: WeappBuild, { calls }: PackageFacts, origin: string): string {
  const usesWebView = build.files.some((file) => file.endsWith('.wxml') && /<web-view\b/.test(build.read(file)));
  const none = '不用填（包里没有用到）';
  return markdownTable(
    ['名单', '填写'],
    [
      ['request 合法域名', origin],
      ['downloadFile 合法域名（内容里的图片）', origin],
      ['uploadFile 合法域名', calls.has('uploadFile') ? origin : none],
      ['socket 合法域名', calls.has('connectSocket') ? origin.replace(/^https/, 'wss') : none],
      ['业务域名（web-view）', usesWebView ? origin : none],
    ],
  );
}

/** Everything of WeChat's console that isn't the privacy guideline. */
export function consolePaper(build: WeappBuild, facts: PackageFacts, operator: Operator, origin: string): string {
  const has = ({ folders }: Category): boolean =>
    folders.some((folder) => build.routes.some((route) => route.startsWith(`${folder}/`)));
  return [
    '# 微信公众平台要填的其他项',
    '## 主体和资质',
    markdownTable(
      ['材料', '填写'],
      [
        ['主体', `${operator.name}，统一社会信用代码 ${operator.creditCode}`],
        ['证照', certificateOf(operator)],
        ['账号类型（政府、其他组织，以平台当时的选项为准）', TO_FILL],
        ['管理员、负责人（姓名、证件、手机号，要人脸核验）', TO_FILL],
        ['微信认证', TO_FILL],
        [
          '小程序备案（工信部）',
          operator.filings.miniProgram ?? `${TO_FILL}：服务内容选“工具”下的预约/报名、信息查询、日历`,
        ],
        ['政务移动互联网应用程序备案', operator.filings.governmentApp ?? `${TO_FILL}：初稿是《备案申请表.docx》`],
        ['委托别人开发、运维的协议', TO_FILL],
      ],
    ),
    '## 服务类目',
    '平台按主体类型列出能选的类目和要的资质，会变，以添加类目时的提示为准。',
    markdownTable(
      ['包里的功能', '类目', '资质'],
      categories.filter(has).map(({ what, category, papers }) => [what, category, papers]),
    ),
    '## 服务器域名（开发管理 → 开发设置）',
    domains(build, facts, origin),
    '## 订阅消息模板（功能 → 订阅消息）',
    markdownTable(
      ['写进 YUGONG_WX_TEMPLATES 的名称', '什么时候发', '在模板库里搜', '模板要有的字段'],
      templateKinds.map((kind) => {
        const { when, search, fields } = templates[kind];
        return [kind, when, search, fields];
      }),
    ),
    '每种最多选一个，怎么写进去见 docs/deploy.zh.md。锁屏能看到消息，所以两癌筛查和维权的消息里不写项目名称和健康信息。',
    '## 用户生成内容（UGC）声明',
    userContent(facts),
    '## 第三方',
    operator.vendors.length === 0
      ? '没有使用。'
      : markdownTable(
          ['服务', '公司', '交给它的信息'],
          operator.vendors.map((one) => [vendorFacts[one].service, vendorFacts[one].company, vendorFacts[one].given]),
        ),
    '## 包的大小（字节）',
    markdownTable(
      ['包', '大小'],
      Object.entries(packageSizes(build)).map(([name, bytes]) => [name, String(bytes)]),
    ),
  ].join('\n\n');
}
