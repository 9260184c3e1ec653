/** Stations: found from a place of one's own choosing, with the phone's help or without it, and told about. */
import { allStations, first } from './content';
import { journey, serviceJourney } from './language';

const LIST = '/features/stations/pages/list/index';
const FIELD = '区县、街道、地标、驿站名或叫法';
const qijiang = first(allStations.filter(({ adcode }) => adcode === '500110'));
const silent = first(allStations.filter(({ openingHours }) => openingHours === null));

export default [
  journey('自己选区县找驿站，下次还是这个区县', async ({ open, tap, see, relaunch, at }) => {
    await open('/pages/home/index');
    await tap('找驿站');
    await at(LIST);
    await see('用我的位置', '自己选地方');
    await tap('自己选地方');
    await at('/features/stations/pages/place/index');
    await tap('綦江区');
    await at(LIST);
    await see('綦江区', qijiang.title);
    await relaunch();
    await tap('找驿站');
    await see('綦江区', '换地方');
    await tap(qijiang.title);
    await at('/features/stations/pages/detail/index');
    await see(qijiang.title, '来源', '现在什么情况');
  }),

  journey(
    '不给位置，也找得到',
    async ({ open, tap, see, at }) => {
      await open(LIST);
      await tap('用我的位置');
      await see('没有拿到位置授权');
      await tap('选个地方');
      await tap('綦江区');
      await at(LIST);
      await see(qijiang.title);
    },
    { location: null },
  ),

  journey(
    '给了位置：知道在哪个区，位置不写进地址',
    async ({ open, tap, see, at }) => {
      await open(LIST);
      await tap('用我的位置');
      await see('你附近');
      await at(LIST);
    },
    { location: { lng: 106.5733, lat: 29.5597 } },
  ),

  journey('用平常的叫法找：快递员之家', async ({ open, tap, type, see, at }) => {
    const post = first(allStations.filter(({ kind }) => kind === 'postal_station'));
    await open('/features/stations/pages/place/index');
    await type(FIELD, '快递员之家');
    await see(post.title);
    await tap(post.title);
    await at('/features/stations/pages/detail/index');
  }),

  journey('没写时间的，不说开着', async ({ open, see, dontSee }) => {
    await open(`/features/stations/pages/detail/index?id=${silent.id}`);
    await see('开不开不清楚', '营业时间未公布');
    await dontSee('到时开着', '24小时');
  }),

  serviceJourney('没网时说锁着：先记下，有网了自动发到', async ({ open, tap, see, network }) => {
    await open(`/features/stations/pages/detail/index?id=${silent.id}`);
    await see(silent.title);
    await network('none');
    await tap('锁着');
    await see('还没发出', '有网络了自动发');
    await network('wifi');
    await see('对方已收到');
  }),
];
