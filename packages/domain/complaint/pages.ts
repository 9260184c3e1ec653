/** The page that a complaint is about, in words: apart from the other words, which a page needs without them. */

/** What the app's pages are called, by their route; a test holds them against the routes that there are. */
const pageNames: Readonly<Record<string, string>> = {
  'features/about/pages/document/index': '隐私政策等说明',
  'features/about/pages/overview/index': '关于我们',
  'features/cases/pages/detail/index': '案例详情',
  'features/cases/pages/list/index': '创新案例',
  'features/events/pages/detail/index': '活动详情',
  'features/events/pages/list/index': '工会活动',
  'features/events/pages/subscribe/index': '订阅活动日历',
  'features/figures/pages/overview/index': '数说工会',
  'features/legal-aid/pages/amounts/index': '维权求助：算一算',
  'features/legal-aid/pages/ask/index': '维权求助：请工会帮忙',
  'features/legal-aid/pages/claim/index': '维权求助：写仲裁申请书',
  'features/legal-aid/pages/clock/index': '维权求助：还剩几天',
  'features/legal-aid/pages/evidence/index': '维权求助：要存好的证据',
  'features/legal-aid/pages/interview/index': '维权求助：一步步问',
  'features/legal-aid/pages/overview/index': '维权求助',
  'features/legal-aid/pages/requests/index': '我的维权求助',
  'features/legal-aid/pages/rights/index': '维权求助：你有哪些权利',
  'features/legal-aid/pages/route/index': '维权求助：你可以这样做',
  'features/news/pages/detail/index': '动态详情',
  'features/news/pages/list/index': '工会动态',
  'features/registration/pages/alerts/index': '我的提醒',
  'features/registration/pages/mine/index': '我的报名',
  'features/registration/pages/move/index': '改期',
  'features/registration/pages/notices/index': '消息',
  'features/registration/pages/privacy/index': '我的信息',
  'features/registration/pages/sign-up/index': '报名',
  'features/registration/pages/ticket/index': '报名凭证',
  'features/screening/pages/after/index': '两癌筛查：查完以后',
  'features/screening/pages/check/index': '两癌筛查：我能查吗',
  'features/screening/pages/days/index': '两癌筛查：选择日期',
  'features/screening/pages/guide/index': '两癌筛查：筛查须知',
  'features/screening/pages/overview/index': '两癌筛查',
  'features/search/pages/search/index': '搜索',
  'features/stations/pages/detail/index': '驿站详情',
  'features/stations/pages/list/index': '找驿站',
  'features/stations/pages/place/index': '驿站：选择地点',
  'features/stations/pages/reports/index': '我的驿站反馈',
  'pages/calendar/index': '日历',
  'pages/home/index': '首页',
  'pages/me/index': '我的',
  'pages/services/index': '服务',
  'features/feedback/pages/write/index': '投诉建议',
  'features/feedback/pages/mine/index': '我的投诉建议',
};

/**
 * What the page is called that a complaint is about.
 *
 * @example sayPage('pages/home/index') // '首页'
 */
export const sayPage = (route: string): string => pageNames[route] ?? route;
