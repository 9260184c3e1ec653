/** What the union publishes on its service shows in an app that was built before. */
import { first, publicCases } from './content';
import { serviceJourney } from './language';

const source = { title: '演示通讯', publisher: '演示工会', published: '2026-02-09', kind: 'newsletter' };
const news = {
  id: 'news-2026-02-09-journey',
  title: '演示：新开一处司机之家',
  happenedOn: '2026-02-09',
  publishedAt: '2026-02-09',
  adcode: '500103',
  related: [first(publicCases).id],
  paragraphs: ['演示内容：昨天新开了一处司机之家。'],
  figures: [],
  source,
  confidence: 'high',
};
const event = {
  id: 'event-2026-02-14-journey',
  title: '演示：周末健步走',
  asOf: '2026-02-09',
  start: '2026-02-14',
  place: '演示公园',
  organiser: null,
  summary: '演示内容：周六一起走五公里。',
  figures: [],
  source,
  confidence: 'high',
};

export default [
  serviceJourney(
    '工会刚发的动态：不用更新应用就能看到，服务断了、重新打开也还在',
    async ({ open, see, dontSee, tap, relaunch }, { publish, stop }) => {
      await open('/features/news/pages/list/index');
      await see('工会动态');
      await dontSee(news.title);
      await publish('news', news);
      await relaunch();
      await open('/features/news/pages/list/index');
      await see(news.title, '渝中区');
      // What was opened once can be opened without the service.
      await tap(news.title);
      await see('昨天新开了一处司机之家');
      // Found too, by its words and by initials that are made on the phone.
      await open('/features/search/pages/search/index?q=新开一处司机');
      await see(news.title);
      await open('/features/search/pages/search/index?q=xkyc');
      await see(news.title);
      await stop();
      await relaunch();
      await open('/features/news/pages/list/index');
      await tap(news.title);
      await see('昨天新开了一处司机之家', first(publicCases).title);
      await open('/pages/home/index');
      await see(news.title);
    },
  ),

  serviceJourney('工会刚公布的活动：首页和活动页上都有', async ({ open, see, tap }, { publish }) => {
    await publish('events', event);
    await open('/pages/home/index');
    await see(event.title, '演示公园');
    await tap(event.title);
    await see('周六一起走五公里');
  }),

  serviceJourney('工会改正了一个案例，又收回：应用跟着变', async ({ open, see, dontSee, relaunch }, { publish }) => {
    const shipped = first(publicCases);
    const corrected = { ...shipped, title: '演示：改正过的标题' };
    await publish('cases', corrected);
    await open('/features/cases/pages/list/index');
    await see(corrected.title);
    await publish('cases', shipped);
    await relaunch();
    await open('/features/cases/pages/list/index');
    await see(shipped.title);
    await dontSee(corrected.title);
  }),
];
