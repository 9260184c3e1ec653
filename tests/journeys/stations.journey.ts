/** Stations: found from a place of one's own choosing, with the phone's help or without it, and told about. */
import { allStations, first } from './content';
import { journey, serviceJourney, until } from './language';

const LIST = '/features/stations/pages/list/index';
const FIELD = '区县、街道、地标、驿站名称';
const qijiang = first(allStations.filter(({ adcode }) => adcode === '500110'));
const silent = first(allStations.filter(({ openingHours, hoursNote }) => openingHours === null && hoursNote === null));

export default [
  journey('自己选区县找驿站，下次还是这个区县', async ({ open, tap, see, relaunch, at }) => {
    await open('/pages/home/index');
    await tap('找驿站');
    await at(LIST);
    await see('使用我的位置', '手动选择');
    await tap('手动选择');
    await at('/features/stations/pages/place/index');
    await tap('綦江区');
    await at(LIST);
    await see('綦江区', qijiang.title);
    await relaunch();
    await tap('找驿站');
    await see('綦江区', '更换');
    await tap(qijiang.title);
    await at('/features/stations/pages/detail/index');
    await see(qijiang.title, '来源', '现场反馈');
  }),

  journey(
    '不给位置，也找得到',
    async ({ open, tap, see, at }) => {
      await open(LIST);
      await tap('使用我的位置');
      await see('未开启定位权限');
      await tap('选择地点');
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
      await tap('使用我的位置');
      await see('我的位置', '大概在渝中区');
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
    await see('开放时间不详');
    await dontSee('到达时仍开放', '24小时');
  }),

  journey('区县里一个也没有：带到近的区县', async ({ open, tap, see, at }) => {
    await open('/features/stations/pages/place/index');
    await tap('渝中区');
    await at(LIST);
    await see('渝中区暂无公开地点的驿站', '有驿站的区县');
    await tap('南岸区');
    await see('南岸区', first(allStations.filter(({ adcode }) => adcode === '500108')).title);
  }),

  journey('在搜索里找驿站：带着打的字过去', async ({ open, tap, type, see, at }) => {
    await open('/features/search/pages/search/index');
    await type('搜案例、动态、驿站、法律规定', '港湾');
    await tap('查找驿站“港湾”');
    await at('/features/stations/pages/place/index');
    await see('劳动者港湾');
  }),

  // A Tuesday evening at 22:40, on a bicycle: the nearest is closed, the next is open on arriving.
  serviceJourney(
    '晚上 22:40：最近的关着，先说到时开着的那个，再带路',
    async ({ open, tap, see, dontSee, at }) => {
      await open(LIST);
      await tap('使用我的位置');
      await see('我的位置', '到达时仍开放', '演示', '解放碑演示驿站', '骑车约', '导航');
      await see('较场口演示驿站', '未开放');
      await tap('开放中');
      await dontSee('较场口演示驿站', '大溪沟演示驿站');
      await tap('解放碑演示驿站');
      await at('/features/stations/pages/detail/index?id=demo-station-jiefangbei');
      await see('扫码开门', '晚上十点后从侧门扫码进', '演示区总工会', '24 小时', '演示用的驿站，编出来的');
    },
    { time: '22:40', location: { lng: 106.5733, lat: 29.5561 } },
  ),

  serviceJourney(
    '中午 12:30：开着的午休关门，几点开说得出',
    async ({ open, see }) => {
      await open('/features/stations/pages/detail/index?id=demo-station-jiaochangkou');
      await see('较场口演示驿站', '未开放', '14:00 开', '9:00–12:00，14:00–18:00');
    },
    { time: '12:30' },
  ),

  serviceJourney('有人说锁着、有人说开着：存疑', async ({ open, tap, see }, { reports }) => {
    await reports(silent.id, ['locked', 'open']);
    await open(`/features/stations/pages/detail/index?id=${silent.id}`);
    await see('存疑', '有人说锁着', '有人说开着');
    await open(`${LIST}?adcode=${silent.adcode}`);
    await see('存疑', '反馈不一致');
    await tap(silent.title);
  }),

  serviceJourney('说了以后，处理结果告诉说的人', async ({ open, tap, see }, { settleReports }) => {
    await open(`/features/stations/pages/detail/index?id=${silent.id}`);
    await tap('没水');
    await see('已提交');
    await settleReports('fixed', '水送到了');
    await open('/features/stations/pages/reports/index');
    await see('已处理', '没有水', '工会回复：水送到了');
  }),

  serviceJourney(
    '反馈时微信问一次：答应了，有结果发一次通知；不答应照样发到',
    async ({ open, tap, see, answerNext }, service) => {
      const asked = (): string[] => service.line.writes.filter((write) => write.endsWith('/subscriptions'));
      await open(`/features/stations/pages/detail/index?id=${silent.id}`);
      answerNext('no');
      await tap('锁着');
      await see('已提交');
      answerNext('yes');
      await tap('没水');
      await until(() => Promise.resolve(asked().length > 0), '答应的没有告诉后台');
      if (asked().length !== 1) throw new Error(`没有答应的也告诉了后台：${asked().join()}`);
      const sent = await service.sentReports(silent.id);
      if (sent.join() !== 'locked,no-water') throw new Error(`服务收到的是：${sent.join('、') || '没有'}`);
      await service.settleReports('fixed', '水送到了');
      const { wechat } = await service.deliver();
      if (wechat.length !== 1) throw new Error(`发了 ${wechat.length} 条`);
    },
    // Browsers have no messages of WeChat's.
    { only: 'weapp' },
  ),

  serviceJourney(
    '没网时说锁着：先记下，有网了自动发到，只算一次',
    async ({ open, tap, see, network, relaunch }, { line, sentReports }) => {
      await open(`/features/stations/pages/detail/index?id=${silent.id}`);
      await see(silent.title);
      await network('none');
      await tap('锁着');
      await see('待发送', '联网后自动发送');
      // The first answer is lost on its way back: the phone asks again, and it is still one report.
      line.loseNext('answer');
      await network('wifi');
      await see('已提交');
      await relaunch();
      const sent = await sentReports(silent.id);
      if (sent.join() !== 'locked') throw new Error(`服务收到的是：${sent.join('、') || '没有'}`);
    },
  ),
];
