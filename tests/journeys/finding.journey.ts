/** Finding: search, stations, the calendar, a number to ring. */
import { first, publicCases } from './content';
import { journey } from './language';

const FIELD = '搜案例、动态、驿站、法律规定';

export default [
  journey('用汉字搜，命中的字标出来', async ({ open, tap, type, see, highlights, at }) => {
    await open('/pages/home/index');
    await tap(FIELD);
    await at('/features/search/pages/search/index');
    await type(FIELD, '驿站');
    await see('驿站');
    const marked = await highlights();
    if (!marked.includes('驿站')) throw new Error(`标出来的是：${marked.join('、')}`);
  }),

  journey('用拼音和首字母也能搜到', async ({ open, type, see }) => {
    await open('/features/search/pages/search/index');
    await type(FIELD, 'yizhan');
    await see('驿站');
    await type(FIELD, 'yz');
    await see('驿站');
  }),

  journey('没有结果：给出别的路', async ({ open, type, see, tap, at }) => {
    await open('/features/search/pages/search/index');
    await type(FIELD, '量子纠缠火锅');
    await see('没有找到“量子纠缠火锅”', '案例', '动态');
    await tap('案例');
    await at('/features/cases/pages/list/index');
    await see(first(publicCases).title);
  }),

  journey('日历：接下来有什么，今天是哪天', async ({ open, switchTab, see, tap }) => {
    await open('/pages/home/index');
    await switchTab('日历');
    await see('2月的安排');
    await tap('今天');
    await see('2月10日', '周二', '农历腊月廿三', '更多');
  }),

  journey('打 12351', async ({ open, switchTab, tap, calls }) => {
    await open('/pages/home/index');
    await switchTab('服务');
    await tap('打工会热线 12351');
    const rung = await calls();
    // With Chongqing's code in front it also works from a phone of another place.
    if (!rung.some((number) => /^(023)?12351$/.test(number))) throw new Error(`拨的是 ${rung.join('、')}`);
  }),
];
