/** Reading: news, cases, what is saved, what a link opens, and the reader's own font size and theme. */
import { allNews, casesOfPeriod, first, publicCases } from './content';
import { journey } from './language';

/** A little below the factor: sizes are rounded on the way. */
const NEARLY = 1.35;
const NORMAL_HEADING_PX = 21;

export default [
  journey('首页 → 一条动态 → 返回', async ({ open, tap, see, at, back }) => {
    await open('/pages/home/index');
    await see('渝工随行', '找驿站', '两癌筛查', '维权求助', '工会活动');
    await tap('全部动态');
    await at('/features/news/pages/list/index');
    const { title, paragraphs } = first(allNews.filter((item) => item.paragraphs.length > 0));
    await tap(title);
    await at('/features/news/pages/detail/index');
    await see(title, first(paragraphs));
    await back();
    await at('/features/news/pages/list/index');
    await back();
    await at('/pages/home/index');
  }),

  journey('案例的筛选：选了第8期，再来还是第8期', async (reader) => {
    const { open, tap, see, dontSee, chosen, relaunch, switchTab, at } = reader;
    await open('/features/cases/pages/list/index');
    const eighth = first(casesOfPeriod(8));
    const ninth = first(casesOfPeriod(9));
    await see(eighth.title, ninth.title);
    await tap('第8期');
    await see(eighth.title);
    await dontSee(ninth.title);
    expectTrue(await chosen('第8期'), '第8期 看起来没有选中');
    await relaunch();
    await switchTab('服务');
    // Home names the cases too.
    await at('/pages/services/index');
    await see('身体', '工作', '路上', '家里', '学习');
    await tap('创新案例');
    await see(eighth.title);
    await dontSee(ninth.title);
    expectTrue(await chosen('第8期'), '重新打开后 第8期 看起来没有选中');
  }),

  journey(
    '读一个案例，收藏，在“我的”里找到，关掉再开还在',
    async ({ open, tap, see, dontSee, switchTab, relaunch, at }) => {
      const { title } = first(publicCases);
      await open('/pages/me/index');
      await see('暂无收藏');
      await tap('看案例');
      await tap(title);
      await at('/features/cases/pages/detail/index');
      await tap('收藏');
      await see('已收藏');
      await relaunch();
      await switchTab('我的');
      await see(title);
      await dontSee('暂无收藏');
      await tap(title);
      await at('/features/cases/pages/detail/index');
      await see(title, '已收藏');
    },
  ),

  journey('朋友转来的文章直接打开，读得完整，也走得出去', async ({ open, see, back, at }) => {
    const { id, title } = first(publicCases);
    await open(`/features/cases/pages/detail/index?id=${id}`);
    await see(title, '来源');
    await back();
    await at('/pages/home/index');
  }),

  journey('链接不完整：说清楚，并给出路', async ({ open, see, tap, at }) => {
    await open('/features/news/pages/detail/index?id=does-not-exist');
    await see('没有找到这条动态', '返回首页');
    await tap('查看全部动态');
    await at('/features/news/pages/list/index');
  }),

  journey('转发一个案例：标题和路径都对', async ({ open, share }) => {
    const { id, title } = first(publicCases);
    await open(`/features/cases/pages/detail/index?id=${id}`);
    const shared = await share();
    expectTrue(shared.path === `/features/cases/pages/detail/index?id=${id}`, `路径是 ${shared.path}`);
    // A browser copies the address alone.
    expectTrue(shared.title === undefined || shared.title === title, `标题是 ${shared.title}`);
  }),

  journey('首页下拉：日期重看一遍，页面还在', async ({ open, pullDown, see }) => {
    await open('/pages/home/index');
    await pullDown();
    await see('2月10日', '找驿站');
  }),

  journey(
    '字体调大：字跟着变大，内容一样不少',
    async ({ open, see, textSize }) => {
      await open('/pages/home/index');
      await see('找驿站', '工会在做什么');
      const size = await textSize('工会在做什么');
      if (size < NORMAL_HEADING_PX * NEARLY) throw new Error(`“工会在做什么”只有 ${size}px`);
    },
    { fontScale: 1.4 },
  ),

  journey(
    '深色模式：底是深的',
    async ({ open, background, see }) => {
      await open('/pages/home/index');
      await see('渝工随行');
      const [red = 255] = ((await background()).match(/\d+/g) ?? []).map(Number);
      if (red > 60) throw new Error(`底色是 ${await background()}`);
    },
    { theme: 'dark' },
  ),
];

function expectTrue(value: boolean, otherwise: string): void {
  if (!value) throw new Error(otherwise);
}
