/** What a page does alone in WeChat's timeline (scene 1154), and that the check would see each fault. */
import { readBuild, type WeappBuild } from '../../scripts/weapp/build';
import { compileWxml, type Templates } from '../../scripts/weapp/compile/wxml';
import { readPage } from '../../scripts/weapp/logic/crawl';
import { MiniProgram } from '../../scripts/weapp/logic/mini-program';
import { singlePageFaults, timelineRoutes } from '../../scripts/weapp/logic/single-page';
import { weappBuild, weappDir } from './build';
import { createLab } from './mutants/lab';

jest.setTimeout(120_000);

let build: WeappBuild;
let templates: Templates;
beforeAll(async () => {
  build = await weappBuild();
  templates = compileWxml(build);
});

/** A record of each kind that is shared, so that its page isn't only the one of what isn't there. */
const records: Readonly<Record<string, string>> = {
  'features/cases/pages/detail/index': 'case-photo-exhibition',
  'features/events/pages/detail/index': 'event-summer-cool',
  'features/legal-aid/pages/rights/index': 'right-maternity',
  'features/news/pages/detail/index': 'news-2024-11-14-basketball',
  'features/stations/pages/detail/index': 'station-qijiang-lunzipo',
};

const recordUrl = (route: string): string => `/${route}${records[route] ? `?id=${records[route]}` : ''}`;

it('knows all routes that may be shared to the timeline', () => {
  expect(timelineRoutes(build)).toHaveLength(9);
});

it('asks of WeChat nothing that it refuses there, whatever is tapped', async () => {
  const faults: Record<string, string[]> = {};
  for (const route of timelineRoutes(build))
    for (const url of new Set([`/${route}`, recordUrl(route)])) {
      const found = await singlePageFaults(build, templates, url);
      if (found.length > 0) faults[url] = found;
    }
  expect(faults).toEqual({});
});

it('reads whole, and says where the rest can be done', async () => {
  for (const route of timelineRoutes(build)) {
    const app = new MiniProgram(build);
    await app.launch({ url: recordUrl(route), scene: 1154 });
    await app.settle();
    const text = readPage(app, templates);
    app.close();
    expect({ route, said: text.includes('前往小程序') }).toEqual({ route, said: true });
    expect({ route, found: /没有找到这/.test(text), long: text.length > 100 }).toEqual({
      route,
      found: false,
      long: true,
    });
  }
});

it('refuses a report of a station with a sentence', async () => {
  const app = new MiniProgram(build);
  await app.launch({ url: '/features/stations/pages/detail/index?id=station-qijiang-lunzipo', scene: 1154 });
  await app.settle();
  expect(readPage(app, templates)).toContain('这里不能反馈。请点下方“前往小程序”，到驿站页面提交。');
  expect(readPage(app, templates)).not.toContain('锁着');
  app.close();
});

it.each([
  ['login', 'wx.login({fail:function(){}})'],
  ['navigateTo', 'wx.navigateTo({url:"/pages/home/index",fail:function(){}})'],
  ['setStorageSync', 'wx.setStorageSync("a",1)'],
  ['removeStorageSync', 'wx.removeStorageSync("a")'],
  ['openLocation', 'wx.openLocation({latitude:1,longitude:1,fail:function(){}})'],
])('would see a page that calls wx.%s', async (name, code) => {
  const lab = createLab(weappDir);
  const route = 'features/news/pages/detail/index';
  lab.onLoad(route, code);
  expect(await singlePageFaults(readBuild(lab.dir), templates, `/${route}`)).toContain(`wx.${name}`);
  lab.dispose();
});

it('would see a button that WeChat itself has to answer', async () => {
  const lab = createLab(weappDir);
  const route = 'features/news/pages/detail/index';
  lab.append(`${route}.wxml`, '<button open-type="share">转发</button>');
  const broken = readBuild(lab.dir);
  expect(await singlePageFaults(broken, compileWxml(broken), `/${route}`)).toContain('button open-type=share');
  lab.dispose();
});
