/**
 * The app's own pages and tools as search finds them. Where each is opened is the app's to know
 * (src/features/search/page-urls.ts), which must name them all.
 */

interface SearchPage {
  title: string;
  /** What it is good for, in one line. */
  detail: string;
  /** Further words for it that no topic has. */
  keywords: string;
}

export const searchPages = {
  'page-stations': {
    title: '找驿站',
    detail: '附近的驿站：喝水、休息、充电、厕所',
    keywords: '驿站 劳动者港湾 歇脚 附近 设施 开放中 24小时',
  },
  'page-screening': { title: '两癌筛查', detail: '条件、报名、结果', keywords: '乳腺 宫颈 女职工 体检' },
  'page-screening-check': {
    title: '我能查吗',
    detail: '几个问题，看你能不能免费查两癌',
    keywords: '两癌筛查 条件 资格 免费 户口 年龄',
  },
  'page-screening-days': {
    title: '两癌筛查：选择日期',
    detail: '有名额的场次，选好就报名',
    keywords: '两癌筛查 报名 预约 场次 名额 哪天',
  },
  'page-screening-after': {
    title: '两癌筛查：查完以后',
    detail: '结果怎么看，下次什么时候查，要复查去哪里',
    keywords: '两癌筛查 结果 报告 复查 异常 阳性',
  },
  'page-legal-aid': {
    title: '维权求助',
    detail: '先说发生了什么，再看期限、规定和帮手',
    keywords: '劳动争议 打官司 投诉 举报 法律援助 仲裁',
  },
  'page-interview': {
    title: '一步步问：发生了什么',
    detail: '回答几个问题，告诉你先做什么',
    keywords: '维权 不知道怎么办 咨询 从哪开始',
  },
  'page-route': { title: '你可以这样做', detail: '该怎么办、先做什么，按顺序排好', keywords: '维权 步骤 流程 程序' },
  'page-clock': {
    title: '还剩几天',
    detail: '仲裁、工伤等期限到哪一天',
    keywords: '期限 时效 过期 倒计时 来得及 算日子',
  },
  'page-amounts': {
    title: '算一算能要多少',
    detail: '经济补偿、欠薪、双倍工资、加班费、年休假',
    keywords: '计算 计算器 赔偿 金额 补偿金',
  },
  'page-evidence': {
    title: '要存好的证据',
    detail: '拍什么，去哪里要，哪些该单位交',
    keywords: '证据 取证 录音 聊天记录 工资条 考勤 截图',
  },
  'page-rights': {
    title: '你有哪些权利',
    detail: '产假、病假、试用期、失业金、高温、退休年龄、新职伤',
    keywords: '权利 权益 规定 待遇 假期 福利',
  },
  'page-claim': {
    title: '写仲裁申请书',
    detail: '一步步填，复制或存成文档',
    keywords: '写申请书 申请书 起诉状 诉状 模板 文书 word',
  },
  'page-ask': {
    title: '请工会帮忙',
    detail: '写下发生的事，工会的人接手、回复你',
    keywords: '求助 找工会 投诉 反映 人工 帮忙 帮助 留言',
  },
  'page-requests': {
    title: '我的求助',
    detail: '求助记录和办理进度',
    keywords: '我的维权求助 进度 回复 处理结果',
  },
  'page-events': {
    title: '工会活动',
    detail: '近期活动，在线报名',
    keywords: '比赛 讲座 培训 文体 报名 参加',
  },
  'page-subscribe': {
    title: '订阅日历',
    detail: '把工会活动加到手机自带的日历',
    keywords: '日历订阅 加到日历 同步 ics webcal',
  },
  'page-mine': {
    title: '我的报名',
    detail: '凭证、改期、取消，离线也能看',
    keywords: '报名凭证 报名记录 预约记录 二维码 票 取消报名 改期 候补',
  },
  'page-privacy': {
    title: '我的信息',
    detail: '查看、导出、撤回同意、删除',
    keywords: '隐私 个人信息 注销 删除 导出 账号 同意 清除',
  },
  'page-feedback': {
    title: '投诉建议',
    detail: '对这个程序或者工会服务的意见，也可以请工会回电',
    keywords: '意见 建议 投诉 请回电 回电话 提意见',
  },
  'page-reports': {
    title: '我的驿站反馈',
    detail: '反馈过的问题和处理结果',
    keywords: '驿站关门 报错 反馈 纠错 设备坏了',
  },
  'page-elder': {
    title: '长辈版',
    detail: '在“我的”里打开：文字和按钮更大',
    keywords: '老年版 大字 字体 老人 适老 看不清 放大',
  },
  'page-favourites': {
    title: '我的收藏',
    detail: '在“我的”里：收藏的内容，离线也能打开',
    keywords: '收藏夹 保存 我的',
  },
  'page-calendar': {
    title: '日历',
    detail: '活动、筛查、放假安排，农历和节气',
    keywords: '放假 调休 节假日 农历 节气 月历',
  },
  'page-services': { title: '全部服务', detail: '所有服务和人工咨询电话', keywords: '服务 功能 入口 菜单' },
  'page-cases': { title: '创新案例', detail: '各级工会的做法和成果', keywords: '案例 经验 做法' },
  'page-news': { title: '工会动态', detail: '按周查看，可按区县筛选', keywords: '新闻 动态 资讯 通知 消息' },
  'page-figures': { title: '数说工会', detail: '驿站、筛查、维权的公开数据', keywords: '数据 统计 数字 报表' },
} as const satisfies Record<string, SearchPage>;

export type SearchPageId = keyof typeof searchPages;
