/**
 * What whoever runs the app has to tell its users, as texts: 隐私政策 (个人信息保护法 17, 网络数据安全管理条例 21), the lists of
 * personal data and of third parties, 用户协议 (民法典 496, 497) and 无障碍声明. Each sentence says what the app and the service do:
 * whoever changes what is held of a person changes it here, and gives the policy a new version.
 */
import { sayDate } from '../calendar';
import { personFieldNames, personFields } from '../person';
import type { Operator, Vendor } from '.';

export interface OperatorTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface OperatorSection {
  heading: string;
  paragraphs: readonly string[];
  table?: OperatorTable;
}

/** A text as a page shows it and a file prints it. */
export interface OperatorDocument {
  id: OperatorDocumentId;
  title: string;
  /** Under the title: version and date, or for whom it is. */
  byline: string;
  sections: readonly OperatorSection[];
}

export const operatorDocumentIds = ['privacy', 'data', 'third-parties', 'terms', 'accessibility'] as const;
export type OperatorDocumentId = (typeof operatorDocumentIds)[number];

/** The versions of the privacy policy, newest first, each with what changed. */
export const policyVersions = [{ version: '2026-12', changes: '第一版' }] as const;

/** Kinds of personal data with what they are for and when they go; the periods are the service's own (server/src/maintenance.ts). */
export const collected: readonly { what: string; why: string; when: string; kept: string }[] = [
  ...personFieldNames.map((name) => {
    const { label, isSensitive, isAlwaysAsked } = personFields[name];
    return {
      what: isSensitive ? `${label}（敏感个人信息）` : label,
      why: isAlwaysAsked ? '安排报名、到场核对、有变动时联系' : '主办单位核对参加条件、安排项目',
      when: isAlwaysAsked ? '报名时填写' : '报名两癌筛查等要核对条件的项目时填写，单独征求同意',
      kept: '场次结束后 180 天',
    };
  }),
  {
    what: '参加了哪个项目、哪一场（两癌筛查属于敏感个人信息）',
    why: '保留名额、到场核对、通知变动',
    when: '报名时产生',
    kept: '与报名信息一起删除',
  },
  { what: '队员姓名', why: '组队活动编队、到场核对', when: '队长报名时填写', kept: '场次结束后 180 天' },
  {
    what: '家人的姓名、手机号、身份证号',
    why: '帮家人报名',
    when: '代报时填写，家人本人单独同意',
    kept: '场次结束后 180 天',
  },
  {
    what: '维权求助：姓名、手机号、事情经过、区县',
    why: '法律援助人员答复和办理',
    when: '发送求助时填写',
    kept: '办结后 2 年，撤回后 30 天',
  },
  {
    what: '申请书的内容（可能含姓名、身份证号、住址）',
    why: '在微信里生成 Word 文档',
    when: '在微信里点“上传并生成”时发送；网页在本机生成，不发送',
    kept: '生成后不保存',
  },
  {
    what: '投诉建议的内容，想回电时的手机号和接听时间',
    why: '核实、答复和回电',
    when: '提交投诉建议时填写，手机号可以不填（请回电除外）',
    kept: '办结 2 年后删除，可以随时撤回并删除',
  },
  { what: '驿站反馈的内容', why: '核实驿站情况并回复', when: '发送反馈时填写', kept: '注销后不再与本人关联' },
  { what: '等待的场次条件', why: '有合适场次时通知', when: '点“有场次通知我”时', kept: '通知后删除，最长半年' },
  { what: '到期提醒的日期和间隔', why: '到期提醒', when: '单独同意后', kept: '停止后删除，或者第二次提醒后 90 天' },
  { what: '消息记录', why: '查看报名变动和答复', when: '有变动时产生', kept: '180 天' },
  {
    what: '微信用户标识（openid）、订阅消息授权',
    why: '在微信里登录、发送订阅消息',
    when: '在微信里报名、求助或者订阅时',
    kept: '授权用完或者事情结束后删除；登录标识在注销时删除',
  },
  {
    what: '设备随机编号的摘要',
    why: '防止一台设备占用大量名额',
    when: '报名时产生，不含设备型号和号码',
    kept: '场次结束后 30 天',
  },
  {
    what: '账号编号、登录状态',
    why: '认出同一部手机上的报名和求助',
    when: '第一次报名、反馈或者求助时产生，不需要注册',
    kept: '注销时删除；60 天没有使用也没有记录的自动删除',
  },
];

/** What another's service is given, by its name in `operator.json`, and the variables of the service that turn it on. */
export const vendorFacts: Record<
  Vendor,
  { service: string; company: string; given: string; why: string; variables: readonly string[] }
> = {
  wechat: {
    service: '微信小程序登录、手机号快速填写、订阅消息',
    company: '深圳市腾讯计算机系统有限公司',
    given: '登录凭证；发送订阅消息时的微信用户标识和消息内容（不含健康信息）',
    why: '在微信里登录、填写手机号、接收通知',
    variables: ['YUGONG_WX_APPID', 'YUGONG_WX_SECRET'],
  },
  'tencent-sms': {
    service: '腾讯云短信',
    company: '腾讯云计算（北京）有限责任公司',
    given: '手机号、短信模板编号、验证码（短信里没有姓名，也不写项目名称）',
    why: '候补、改期、取消等变动的通知，手机号验证',
    variables: ['YUGONG_SMS_SECRET_ID', 'YUGONG_SMS_SECRET_KEY'],
  },
  'tencent-lbs': {
    service: '腾讯位置服务（地址解析）',
    company: '深圳市腾讯计算机系统有限公司',
    given: '驿站的地址和坐标，由服务器查询；不含任何人的信息，也不经过你的手机',
    why: '给公布的驿站地址查坐标',
    variables: ['YUGONG_GEOCODER_TENCENT_KEY'],
  },
  tianditu: {
    service: '天地图（地理编码）',
    company: '国家基础地理信息中心',
    given: '驿站的地址和坐标，由服务器查询；不含任何人的信息，也不经过你的手机',
    why: '给公布的驿站地址查坐标',
    variables: ['YUGONG_GEOCODER_TIANDITU_KEY'],
  },
};

const contact = ({ name, phone, phoneHours }: Operator): string => `${name}，电话 ${phone}（${phoneHours}）`;

function privacyPolicy(operator: Operator): OperatorDocument {
  const { name, address, creditCode, privacyOffice, policyFrom, answerWithin, backupDays } = operator;
  const [current] = policyVersions;
  return {
    id: 'privacy',
    title: '隐私政策',
    byline: `${current.version} 版，${sayDate(policyFrom, '')}起施行`,
    sections: [
      {
        heading: '谁处理你的信息',
        paragraphs: [
          `处理者是${name}（统一社会信用代码 ${creditCode}），地址：${address}。`,
          `个人信息保护由${privacyOffice.name}负责，电话 ${privacyOffice.phone}。`,
        ],
      },
      {
        heading: '不提供信息也能用',
        paragraphs: [
          '查驿站、看案例和动态、了解两癌筛查、查法律规定、算金额和期限、写申请书，都不用登录，也不用提供个人信息。',
          '收藏、搜索历史、“我能查吗”的回答、经期日期、维权的草稿只存在你的手机上；在微信里把申请书生成文档时，内容会发给服务器，生成后不保存。定位只在手机上用来算距离，不上传。',
          '不同意提供某一项信息，只影响需要它的那一件事；也可以打电话办理。',
        ],
      },
      {
        heading: '收集什么、用来做什么、保存多久',
        paragraphs: ['只在你报名、求助、反馈或者要提醒的时候收集。每一项都列在《个人信息收集清单》里。'],
      },
      {
        heading: '敏感个人信息',
        paragraphs: [
          '身份证号和参加两癌筛查这件事属于敏感个人信息。承担筛查的医院要核对年龄和参保情况，所以必须填写；我们会单独征求你的同意。',
          '这些信息泄露可能让人知道你的健康情况，所以加密保存，工作人员平时只能看到遮住的号码，查看完整号码要写明理由，每次都有记录。',
          '检查结果不进入这个程序。',
        ],
      },
      {
        heading: '给谁看',
        paragraphs: [
          '报名信息给主办这次活动的工会，以及承担项目的医院等单位；维权求助给工会的法律援助人员，不告诉你的单位。',
          '为了登录和发通知，要用到其他公司的服务，列在《第三方清单》里。不出售个人信息，不用来推送广告，不做自动化决策。',
        ],
      },
      {
        heading: '怎么保护',
        paragraphs: [
          '每个账号的信息用各自的密钥加密；注销时销毁密钥，剩下的密文谁也打不开。',
          '发生或者可能发生泄露时，我们会马上补救，并通知你和主管部门。',
        ],
      },
      {
        heading: '你的权利',
        paragraphs: [
          '在“我的 → 我的信息”里可以查看、导出、撤回同意、删除全部信息，马上生效。姓名或者手机号写错了，打电话请主办单位更正。',
          '撤回同意不影响撤回以前已经做的事；撤回后，靠这项同意办的报名会取消。',
          `也可以打电话提出要求，${answerWithin} 个工作日内答复；不能照办的会说明理由，你可以向网信部门投诉，也可以起诉。`,
          `删除以后，备份里的密文最长还留 ${backupDays} 天，期满覆盖；恢复备份不会恢复已经删除的账号。`,
        ],
      },
      {
        heading: '未成年人',
        paragraphs: [
          '这个程序为职工提供服务，不面向不满 14 周岁的儿童。家长发现孩子填写了个人信息，请告诉我们，我们会删除。',
        ],
      },
      {
        heading: '政策变了怎么办',
        paragraphs: [
          '内容变了会换版本号，写明改了什么；需要重新同意的，会重新征求同意。',
          ...policyVersions.map(({ version, changes }) => `${version} 版：${changes}。`),
        ],
      },
      { heading: '联系我们', paragraphs: [`${contact(operator)}。`] },
    ],
  };
}

const dataList = (): OperatorDocument => ({
  id: 'data',
  title: '个人信息收集清单',
  byline: '收集的每一项，用来做什么，保存多久',
  sections: [
    {
      heading: '服务器上保存的',
      paragraphs: ['填写的内容加密保存。没有列出的，不收集。'],
      table: {
        head: ['信息', '用途', '收集时间', '保存期限'],
        rows: collected.map(({ what, why, when, kept }) => [what, why, when, kept]),
      },
    },
    {
      heading: '只存在手机上的',
      paragraphs: [
        '收藏、搜索历史、最近的查找地点、“我能查吗”的回答、经期日期、维权的草稿、没有提交的报名（3 天）和投诉建议（30 天）、报名凭证。在“我的信息”里点“清除本机记录”就会删除。',
      ],
    },
  ],
});

const thirdParties = ({ vendors, customerService }: Operator): OperatorDocument => ({
  id: 'third-parties',
  title: '第三方清单',
  byline: '用到其他公司的哪些服务，给了什么信息',
  sections: [
    vendors.length === 0
      ? { heading: '没有使用', paragraphs: ['这个程序没有把个人信息交给其他公司处理。'] }
      : {
          heading: '使用的服务',
          paragraphs: [],
          table: {
            head: ['服务', '公司', '给它什么', '用途'],
            rows: vendors.map((one) => {
              const { service, company, given, why } = vendorFacts[one];
              return [service, company, given, why];
            }),
          },
        },
    {
      heading: '打开其他程序',
      paragraphs: [
        '点“怎么去”会打开地图，点电话会打开拨号，点“加到日历”会写入手机日历。都由你点了才打开，只带上那一个地点、号码或者日程。点“保存凭证图片”会把图片写入手机相册，不读取你的照片。',
        ...(customerService ? ['点“微信客服”会打开微信的客服会话，你在那里写的内容由微信交给运营单位。'] : []),
      ],
    },
  ],
});

const terms = (operator: Operator): OperatorDocument => ({
  id: 'terms',
  title: '用户协议',
  byline: `${operator.name}与使用者之间的约定`,
  sections: [
    {
      heading: '这是什么',
      paragraphs: [
        '渝工随行是工会为职工提供的免费工具。不是会员也能用；要求会员身份的活动会写明。不收费，不卖东西，没有积分。',
      ],
    },
    {
      heading: '请特别注意',
      paragraphs: [
        '算出来的金额和期限供参考，不是法律意见，也不代替仲裁委、法院的决定。期限可能比算的更早到，请尽早办理。',
        '驿站的开放时间和设施可能有变化，页面写明消息来自哪一天。急病、火灾、遇险请直接拨打 120、119、110，不要在这里等回复。',
      ],
    },
    {
      heading: '请你做到',
      paragraphs: [
        '填写真实信息。帮别人报名，要先得到本人同意。不去请提前取消，把名额让给别人。',
        '不用程序批量占名额，不发布违法内容和别人的隐私。影响到别人的，主办单位可以取消相关报名，会说明理由。',
      ],
    },
    {
      heading: '我们做到',
      paragraphs: [
        '内容注明出处和时间；错了会更正。报名、改期、取消按写明的规则办理。因为我们的过错给你造成损失的，依法承担责任。',
      ],
    },
    {
      heading: '争议',
      paragraphs: [`有意见先联系我们：${contact(operator)}。协商不成的，可以向有管辖权的人民法院起诉。`],
    },
  ],
});

const accessibility = ({ phone, phoneHours }: Operator): OperatorDocument => ({
  id: 'accessibility',
  title: '无障碍声明',
  byline: '看不清、听不见、点不准，也应当能用',
  sections: [
    {
      heading: '已经做到的',
      paragraphs: [
        '长辈版：字更大、按钮更大、每页内容更少。字号放大到 200% 不丢内容。',
        '文字与背景的对比度达到 4.5:1；不只靠颜色区分状态。深色模式跟随手机设置。',
        '每个按钮和输入框都有读屏软件能读出的名称；网页可以只用键盘操作。',
        '没有自动播放的声音和闪烁。除了验证手机号时名额只保留 15 分钟，没有限时的操作。',
      ],
    },
    {
      heading: '还没有做到的',
      paragraphs: [
        '地图上的标记读屏软件读不全，请用同一页的列表。',
        '部分案例只有标题，没有全文。',
        '没有手语和方言版本。',
      ],
    },
    { heading: '遇到困难', paragraphs: [`打电话 ${phone}（${phoneHours}），可以由工作人员代为办理。`] },
  ],
});

/** Every text of an operator's, in the order in which they are listed; without one, those that nobody has to answer for. */
export const operatorDocuments = (operator: Operator | null): readonly OperatorDocument[] =>
  operator === null
    ? [dataList()]
    : [privacyPolicy(operator), dataList(), thirdParties(operator), terms(operator), accessibility(operator)];
