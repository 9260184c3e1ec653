/** Which section of the handbook (docs/staff.zh.md) a page's help opens: its heading, which is its anchor too. */
const sections: Readonly<Record<string, string>> = {
  '/': '今日待办',
  '/account': '账号和登录',
  '/users': '账号和登录',
  '/login': '账号和登录',
  '/door': '现场签到',
  '/sessions': '场次和名单',
  '/sessions/import': '从表格导入',
  '/sessions/programmes': '项目',
  '/call-list': '电话联系',
  '/people': '查人',
  '/outcomes': '结果通知和复查',
  '/outcomes/follow-up': '随访统计',
  '/legal-aid': '法律援助',
  '/complaints': '投诉建议',
  '/stations': '驿站反馈',
  '/stations/list': '驿站名单',
  '/stations/import': '驿站名单',
  '/stations/on-site': '现场核对驿站',
  '/stations/candidates': '驿站待定信息',
  '/content': '内容发布',
  '/figures': '统计',
  '/jobs': '后台任务',
  '/audit': '操作记录',
};

/** Where a page isn't one of the handbook's, such as one that doesn't exist. */
const TROUBLE = '出现问题时';

/**
 * The heading of the handbook for the page at `pathname`: its own, or that of the page it lies under.
 *
 * @example helpSectionOf('/sessions/01JD/edit') // '场次和名单'
 */
export function helpSectionOf(pathname: string): string {
  for (let path = pathname.replace(/(?<=.)\/$/, ''); path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const section = sections[path];
    if (section !== undefined) return section;
  }
  return TROUBLE;
}

/** The address of a section, below the console's own. */
export const helpPath = (section: string): string => `/help#${encodeURIComponent(section)}`;
