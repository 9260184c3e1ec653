/** Finding a station, its page and telling about it, on invented stations. The reader rides, at 22:40 on a Tuesday. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { gcj02 } from '@yugong/domain/geo';
import { instantOf } from '@yugong/domain/time';
import { runFinder, noWishes } from '@/features/stations/finder';
import { stationsNow } from '@/features/stations/model';
import StationPage from '@/features/stations/pages/detail';
import StationListPage from '@/features/stations/pages/list';
import StationPlacePage from '@/features/stations/pages/place';
import StationReportsPage from '@/features/stations/pages/reports';
import { startPointOf, useStartPoint } from '@/features/stations/start-point';
import type { LocateOutcome } from '@/platform/locate';
import { cancelInOutbox } from '@/platform/outbox';
import { forgetServed } from '@/platform/service';
import type * as invented from '../fixtures/stations';
import { here, inventedStations } from '../fixtures/stations';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';
import { requestTask } from '../setup/request-task';

jest.mock('@/features/stations/generated/station-index.json', () =>
  jest.requireActual<typeof invented>('../fixtures/stations').inventedBundle(),
);
let answer: () => Promise<LocateOutcome>;
jest.mock('@/platform/locate', () => ({
  ...jest.requireActual<object>('@/platform/locate/index.h5'),
  locate: () => answer(),
}));

const at = (time: string, day = '2026-02-10') => instantOf(day, time);
const near = { type: 'near' } as const;
const found: LocateOutcome = { kind: 'found', at: here, about: 30 };

function stand(time: string, where: Partial<ReturnType<typeof useStartPoint.getState>>): void {
  jest.spyOn(Date, 'now').mockReturnValue(at(time));
  useStartPoint.setState({ place: null, travel: 'ride', located: null, ...where });
}
const names = () => screen.queryAllByRole('link', { name: /演示/ }).map((link) => link.textContent ?? '');
const rowOf = (title: string) => defined(screen.getByText(title).closest('a'));

beforeEach(() => {
  forgetServed();
  answer = () => Promise.resolve(found);
});
afterEach(() => jest.restoreAllMocks());

/** Opens a station's page, and lets it ask the service. */
async function open(id: string) {
  phone.params = { id };
  const page = render(<StationPage />);
  await act(() => Promise.resolve());
  return page;
}

describe('the finder at 22:40', () => {
  it('answers first with the nearest that is open on arriving, past nearer ones that are not', () => {
    stand('22:40', { place: near, located: found });
    render(<StationListPage />);
    const [first, ...rest] = names();
    expect(first).toMatch(/解放碑演示驿站/);
    expect(screen.getAllByText('到达时仍开放')[0]).toBeInTheDocument();
    // It isn't said twice, and the others follow by distance whatever their state.
    expect(rest.join()).not.toMatch(/解放碑/);
    expect(rest[0]).toMatch(/未开放.*较场口/);
    expect(rest[1]).toMatch(/开放时间不详.*没写时间/);
  });

  it('never counts unknown hours as open', () => {
    stand('22:40', { place: near, located: found });
    render(<StationListPage />);
    fireEvent.click(defined(screen.getAllByRole('button', { name: '开放中' })[0]));
    expect(names().join()).toMatch(/解放碑/);
    expect(names().join()).not.toMatch(/没写时间|大溪沟/);
  });

  it('says of unknown hours when somebody last checked the place', () => {
    stand('22:40', { place: near, located: found });
    render(<StationListPage />);
    expect(rowOf('大溪沟一带的演示驿站')).toHaveTextContent(/开放时间不详.*演示区总工会 2026年1月15日核实/);
    expect(rowOf('没写时间的演示港湾')).not.toHaveTextContent(/核实/);
  });

  it('says that a place which is open now will be closed on arriving', () => {
    // 3.2 km on foot is more than an hour: open at 22:40 until 23:30, closed on arriving.
    stand('22:40', { place: near, located: found, travel: 'walk' });
    render(<StationListPage />);
    expect(rowOf('七星岗快递小哥演示之家')).toHaveTextContent(/到达时仍开放.*23:30 关门/);
    act(() => useStartPoint.setState({ located: { ...found, at: gcj02(here.lng, here.lat - 0.02) } }));
    expect(rowOf('七星岗快递小哥演示之家')).toHaveTextContent(/到达前已关门23:30 关门，路上约 \d+ 分钟/);
  });

  it('tells who arrives at noon how long he may stay', () => {
    stand('11:40', { place: near, located: found });
    render(<StationListPage />);
    expect(names()[0]).toMatch(/较场口/);
    expect(screen.getByText(/12:00 关门，到达后可停留 \d+ 分钟/)).toBeInTheDocument();
  });

  it('lists what has no coordinates under its district, without a distance', () => {
    stand('22:40', { place: near, located: found });
    render(<StationListPage />);
    expect(screen.getByText('渝中区暂无精确位置的驿站')).toBeInTheDocument();
    expect(rowOf('大溪沟一带的演示驿站')).not.toHaveTextContent(/分钟|公里/);
  });

  it('says of a record with only a street that it is about there, with the radius', () => {
    stand('22:40', { place: near, located: found });
    render(<StationListPage />);
    expect(rowOf('南纪门街道演示驿站')).toHaveTextContent(
      /约在南纪门街道，误差 1\.5 公里左右.*约 [\d.]+(–[\d.]+ 公里| 公里以内)/,
    );
  });

  it('measures no nearness from invented distances: beyond the reach it says so, and what helps', () => {
    const wanzhou = { ...found, at: gcj02(108.4, 30.81) } as const;
    stand('22:40', { place: near, located: wanzhou });
    const { container } = render(<StationListPage />);
    expect(screen.getByText('附近没有查到驿站')).toBeInTheDocument();
    expect(container).toHaveTextContent(/大概在万州区.*骑车 5 公里内/);
    expect(container).not.toHaveTextContent('到达时仍开放');
    for (const name of ['公厕', '便利店', '医院', '工会驿站', '打 12351 咨询'])
      expect(screen.getByRole('button', { name })).toBeInTheDocument();
  });

  it('changes how far 附近 reaches in the filters', () => {
    stand('22:40', { place: near, located: { ...found, at: gcj02(here.lng, here.lat - 0.06) } });
    render(<StationListPage />);
    expect(screen.getByText('附近没有查到驿站')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '筛选' }));
    fireEvent.click(screen.getByText('10 公里'));
    expect(screen.queryByText('附近没有查到驿站')).toBeNull();
    expect(names()[0]).toMatch(/解放碑演示驿站/);
  });
});

describe('where', () => {
  it('is asked with two equal ways, and reading needs neither', () => {
    stand('22:40', {});
    render(<StationListPage />);
    expect(screen.getByText('使用我的位置')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /手动选择/ })).toHaveAttribute('href', expect.stringContaining('place'));
    expect(names()).toHaveLength(inventedStations.length);
  });

  it('is asked of the phone on a tap, and kept without the position', async () => {
    stand('22:40', {});
    render(<StationListPage />);
    fireEvent.click(screen.getByText('使用我的位置'));
    await act(() => Promise.resolve());
    expect(screen.getByText('我的位置')).toBeInTheDocument();
    expect(JSON.stringify([...phone.storage.values()])).not.toContain(String(here.lng));
    expect(phone.storage.get('station-finder')).toMatchObject({ value: { place: near } });
  });

  it.each([
    ['denied', /未开启定位权限/],
    ['phone-denied', /手机自己的设置里打开/],
    ['timeout', /定位超时/],
    ['unavailable', /无法定位/],
    ['outside', /不在重庆/],
  ] as const)('%s: says so, and lists on', (kind, words) => {
    stand('22:40', { place: near, located: { kind } });
    render(<StationListPage />);
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '选择地点' })).toBeInTheDocument();
    expect(names().length).toBeGreaterThan(0);
  });

  it('that was refused is allowed again where the browser keeps it, which the page says', () => {
    stand('22:40', { place: near, located: { kind: 'denied' } });
    render(<StationListPage />);
    expect(screen.getByText(/浏览器的网站设置里允许/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '去开启' })).toBeNull();
  });

  it('is chosen by hand: a street, kept for the next time', () => {
    stand('22:40', {});
    render(<StationPlacePage />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '南纪门' } });
    fireEvent.click(screen.getByRole('button', { name: /南纪门街道/ }));
    expect(useStartPoint.getState().place).toEqual({ type: 'street', adcode: '500103', street: '南纪门街道' });
    expect(phone.visited).toEqual(['/features/stations/pages/list/index']);
    expect(phone.storage.get('station-finder')).toMatchObject({ value: { place: { type: 'street' } } });
  });

  it('finds a kind by what people call it', () => {
    stand('22:40', {});
    render(<StationPlacePage />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '快递员之家' } });
    expect(rowOf('七星岗快递小哥演示之家')).toBeInTheDocument();
  });

  it('measures from a landmark, since that has a position', () => {
    const start = startPointOf({ type: 'landmark', title: '解放碑', adcode: null, lng: here.lng, lat: here.lat }, null);
    expect(
      runFinder(stationsNow(), { start, travel: 'walk', wishes: noWishes, page: 0, now: at('22:40') }).rows[0]?.way
        ?.metres,
    ).toBeCloseTo(180, -1);
  });
});

describe('whether anybody may come in', () => {
  it.each([
    ['demo-anyone', /谁都能进，不用买东西，也不看证件/],
    ['demo-members', /不是谁都能进/],
    ['demo-lunch', /没有说明是不是谁都能进/],
  ])('is said of %s on its page', async (id, words) => {
    stand('11:00', {});
    await open(id);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('is said in the list with the floor where it is known, and can be asked for', () => {
    stand('11:00', { place: { type: 'district', adcode: '500103' } });
    render(<StationListPage />);
    expect(rowOf('谁都能进的演示驿站')).toHaveTextContent(/演示路1号 2 楼.*谁都能进/);
    expect(rowOf('凭证件的演示驿站')).toHaveTextContent('进门有条件');
    expect(rowOf('较场口演示驿站')).not.toHaveTextContent(/能进|有条件/);
    fireEvent.click(screen.getByRole('button', { name: '筛选' }));
    fireEvent.click(screen.getByRole('button', { name: '谁都能进' }));
    expect(names().join()).toMatch(/谁都能进的演示驿站/);
    expect(names().join()).not.toMatch(/凭证件|较场口/);
  });
});

it('shows the door as it was photographed, with whose picture it is, and its words where it doesn’t load', async () => {
  stand('11:00', {});
  const { unmount } = await open('demo-anyone');
  const door = screen.getByRole('img', { name: '谁都能进的演示驿站的门口' });
  expect(new URL(door.getAttribute('src') ?? '').pathname).toBe(`/api/v1/pictures/${'c'.repeat(64)}`);
  expect([door.getAttribute('loading'), door.parentElement?.style.paddingTop]).toEqual(['lazy', '75%']);
  expect(screen.getByText('图片：演示区总工会，2026年1月15日现场核对时拍摄')).toBeInTheDocument();
  fireEvent.error(door);
  expect(screen.getByText('图片没有加载出来：谁都能进的演示驿站的门口')).toBeInTheDocument();
  unmount();
  await open('demo-members');
  expect(screen.queryByText(/^图片/)).toBeNull();
});

it('shows on the answer until when the place is open today, as a strip and in words', () => {
  stand('22:40', { place: near, located: found });
  render(<StationListPage />);
  const card = defined(names()[0]);
  expect(card).toMatch(/解放碑演示驿站/);
  const today = screen.getByRole('listitem');
  expect(today).toHaveTextContent(/今天 周二/);
  expect(today).toHaveTextContent(/24 ?小时|0:00–24:00/);
});

describe('what others found', () => {
  const answering = (body: unknown) =>
    jest
      .spyOn(Taro, 'request')
      .mockImplementation(() => requestTask(Promise.resolve({ statusCode: 200, data: JSON.stringify(body) })));
  const told = (stationId: string, standing: string, kind: string) => ({
    stationId,
    standing,
    reports: [{ kind, count: 2, latestAt: '2026-02-10T20:10:00+08:00' }],
  });

  it('stands beside the hours in the list, and contradictions are 存疑', async () => {
    stand('22:40', { place: near, located: found });
    const asked = answering({
      freshDays: 7,
      stations: [told('demo-night', 'trouble', 'locked'), told('demo-lunch', 'doubtful', 'open')],
    });
    render(<StationListPage />);
    await act(() => Promise.resolve());
    expect(asked.mock.calls[0]?.[0].url).toMatch(/standings\?ids=demo-night,/);
    expect(rowOf('解放碑演示驿站').parentElement).toHaveTextContent('2 人反馈“锁着进不去”，最近 20:10');
    expect(rowOf('较场口演示驿站')).toHaveTextContent('存疑，反馈不一致');
    expect(rowOf('没写时间的演示港湾')).not.toHaveTextContent('人反馈');
  });
});

describe('a district without any', () => {
  it('is no dead end: the nearest that have some are a tap away', () => {
    stand('22:40', { place: { type: 'district', adcode: '500108' } });
    render(<StationListPage />);
    expect(screen.getByText('南岸区暂无公开地点的驿站')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: new RegExp(`渝中区\\s*${inventedStations.length} 个`) }));
    expect(names()).toHaveLength(inventedStations.length);
  });
});

it('shows no place where the link names none, and keeps the last one for the next visit', () => {
  stand('22:40', { place: { type: 'district', adcode: '500108' } });
  phone.params = { adcode: '50zz' };
  render(<StationListPage />);
  expect(screen.queryByText('南岸区暂无公开地点的驿站')).toBeNull();
  expect(useStartPoint.getState().place).toBeNull();
});

describe('a station', () => {
  it('says its state first, then the way, what it has and how to get in, and who checked it', async () => {
    stand('22:40', { place: near, located: found });
    const { container } = await open('demo-night');
    expect(container).toHaveTextContent(/到达时仍开放24 小时骑车约 4 分钟.*解放碑演示驿站/);
    expect(screen.getByText('扫码开门')).toBeInTheDocument();
    expect(container).toHaveTextContent('晚上十点后从侧门扫码进');
    expect(container).toHaveTextContent('演示区总工会 2026年1月15日核实');
    expect(screen.getByRole('button', { name: '导航' })).toBeInTheDocument();
  });

  it('says that a check of more than a year ago is stale', async () => {
    stand('22:40', {});
    expect((await open('demo-evening')).container).toHaveTextContent('上次核实于 2024年6月1日，已超过一年');
  });

  it('shows the week with its breaks, and why a day differs', async () => {
    stand('11:40', {});
    await open('demo-lunch');
    const days = screen.getAllByRole('listitem').filter((item) => /周/.test(item.textContent ?? ''));
    expect(days).toHaveLength(7);
    expect(days[1]).toHaveTextContent('今天 周二9:00–12:00，14:00–18:00');
    expect(days[6]).toHaveTextContent(/周日春节放假不开/);
  });

  it('does not lead to a place of which only the area is known', async () => {
    stand('22:40', {});
    await open('demo-area');
    expect(screen.queryByRole('button', { name: '导航' })).toBeNull();
    expect(screen.getByText(/只有大致位置/)).toBeInTheDocument();
  });

  it('copies the address as one would say it', async () => {
    stand('22:40', {});
    await open('demo-night');
    fireEvent.click(screen.getByRole('button', { name: '复制地址' }));
    expect(phone.clipboard).toBe('重庆 渝中区演示路88号一楼 解放碑演示驿站');
  });
});

describe('telling', () => {
  afterEach(() => act(() => told()?.value.forEach(({ key }) => cancelInOutbox(key))));
  const told = () =>
    phone.storage.get('outbox') as { value: { key: string; path: string; body: unknown; title: string }[] };

  it('is one tap, kept on the phone before anything is sent', async () => {
    stand('22:40', {});
    await open('demo-night');
    fireEvent.click(screen.getByRole('button', { name: '锁着' }));
    expect(told().value).toMatchObject([{ path: '/api/v1/stations/demo-night/reports', body: { kind: 'locked' } }]);
    expect(screen.getByText('解放碑演示驿站：锁着进不去')).toBeInTheDocument();
    expect(screen.queryByText('已提交')).toBeNull();
  });

  it('keeps what was typed where the phone is full', async () => {
    stand('22:40', {});
    await open('demo-night');
    fireEvent.click(screen.getByRole('button', { name: '其他' }));
    const sheet = within(screen.getByRole('dialog'));
    fireEvent.change(sheet.getByRole('textbox'), { target: { value: '门口在修路' } });
    phone.storageFull = true;
    fireEvent.click(sheet.getByRole('button', { name: '提交' }));
    expect(phone.toasts).toContain('手机存储已满，反馈未保存');
    expect(sheet.getByRole('textbox')).toHaveValue('门口在修路');
  });

  it('shows what became of it to its sender', async () => {
    stand('22:40', {});
    phone.storage.set('login', {
      version: 1,
      value: { token: 't', expiresAt: at('23:59'), renewal: 'r' },
    });
    const report = {
      id: 'r1',
      stationId: 'demo-night',
      stationTitle: '解放碑演示驿站',
      kind: 'locked',
      note: null,
      state: 'declined',
      reply: '侧门开着，正门在修',
      createdAt: '2026-02-09T10:00:00+08:00',
      updatedAt: '2026-02-10T10:00:00+08:00',
    };
    jest
      .spyOn(Taro, 'request')
      .mockReturnValue(requestTask(Promise.resolve({ statusCode: 200, data: JSON.stringify({ reports: [report] }) })));
    render(<StationReportsPage />);
    await act(() => Promise.resolve());
    expect(screen.getByText('核实结果与反馈不符')).toBeInTheDocument();
    expect(screen.getByText('工会回复：侧门开着，正门在修')).toBeInTheDocument();
  });

  it('says where to begin while there is nothing', () => {
    stand('22:40', {});
    render(<StationReportsPage />);
    expect(screen.getByText('暂无反馈')).toBeInTheDocument();
  });
});

describe('the filters', () => {
  const district = { type: 'district', adcode: '500103' } as const;
  const inSheet = () => within(screen.getByRole('dialog'));
  const pressed = (name: string) => inSheet().getByRole('button', { name }).getAttribute('aria-pressed');

  it('say how many there are with what is wished for, and when there is none', () => {
    stand('11:00', { place: district });
    render(<StationListPage />);
    fireEvent.click(screen.getByRole('button', { name: '筛选' }));
    const all = Number(/\d+/.exec(inSheet().getByText(/^查看 \d+ 个$/).textContent ?? '')?.[0]);
    expect(all).toBeGreaterThan(1);
    for (const name of ['女职工休息室', 'AED', '微波炉', '换电', '自行车停放', '药箱'])
      for (const wish of inSheet().queryAllByRole('button', { name })) fireEvent.click(wish);
    fireEvent.click(inSheet().getByRole('button', { name: '24 小时' }));
    expect(inSheet().getByText('没有符合条件的驿站')).toBeInTheDocument();
    fireEvent.click(inSheet().getByRole('button', { name: '清空筛选' }));
    expect(inSheet().getByText(`查看 ${all} 个`)).toBeInTheDocument();
  });

  it('take each wish on a tap and let go of it on another, and no more than that', () => {
    stand('11:00', { place: district });
    render(<StationListPage />);
    fireEvent.click(screen.getByRole('button', { name: '筛选' }));
    const [first, second] = inSheet()
      .getAllByRole('button')
      .map(({ textContent }) => textContent ?? '')
      .filter((name) => ['热水', '充电', '卫生间', '休息'].some((one) => name.includes(one)));
    const press = (name: string) => fireEvent.click(inSheet().getByRole('button', { name }));
    press(defined(first));
    press(defined(second));
    expect([pressed(defined(first)), pressed(defined(second))]).toEqual(['true', 'true']);
    press(defined(first));
    expect([pressed(defined(first)), pressed(defined(second))]).toEqual(['false', 'true']);
  });

  it('have the usual wishes at hand, each for itself', () => {
    stand('11:00', { place: district });
    render(<StationListPage />);
    const before = names().length;
    fireEvent.click(defined(screen.getAllByRole('button', { name: /充电/ })[0]));
    expect(names().length).toBeLessThan(before);
    expect(screen.getByRole('button', { name: '筛选 1' })).toBeInTheDocument();
  });

  it('sort by what is certain instead of by distance, and say so', () => {
    stand('11:00', { place: near, located: found });
    const { container } = render(<StationListPage />);
    expect(container).toHaveTextContent('由近到远');
    expect(container).not.toHaveTextContent('按大致位置');
    fireEvent.click(screen.getByRole('button', { name: '筛选' }));
    fireEvent.click(screen.getByText('已核实优先'));
    expect(container).toHaveTextContent('已核实、信息完整的优先');
  });

  it('say of a rough position that the order may be, and give spans instead of figures', () => {
    stand('11:00', { place: near, located: { ...found, about: 1000 } });
    const { container } = render(<StationListPage />);
    expect(container).toHaveTextContent('按大致位置由近到远，前后可能有出入');
    const said = [...(container.textContent ?? '').matchAll(/约? ?[\d.–]+ (?:公里(?:以内|左右|内)?|米)/g)].map(
      ([words]) => words,
    );
    expect(said.filter((words) => !/约 [\d.]+(–[\d.]+ 公里| 公里以内)|公里(左右|内)/.test(words))).toEqual([]);
    expect(said.some((words) => words.startsWith('约 '))).toBe(true);
  });

  it('open a page that says the same span', async () => {
    stand('11:00', { place: near, located: { ...found, about: 1000 } });
    const { container } = await open('demo-evening');
    expect(container).toHaveTextContent(/骑车约 \d+–\d+ 分钟 · 直线 约 [\d.]+( 公里以内|–[\d.]+ 公里)/);
  });
});

describe('what is said of where one starts', () => {
  it('is not that nothing near is surely open, where something is', () => {
    stand('22:40', { place: near, located: found });
    expect(render(<StationListPage />).container).not.toHaveTextContent(/没有确定开放/);
  });

  it.each([
    ['denied', '无法定位'],
    ['timeout', '未开启定位权限'],
  ] as const)('%s is not said to be 「%s」', (kind, other) => {
    stand('22:40', { place: near, located: { kind } });
    expect(render(<StationListPage />).container).not.toHaveTextContent(other);
  });

  it('offers no streets where none is known', () => {
    stand('22:40', { place: { type: 'district', adcode: '500236' } });
    const { container } = render(<StationPlacePage />);
    expect(container).not.toHaveTextContent('街道、乡镇');
  });
});

describe('a station’s page', () => {
  it.each(inventedStations.map(({ id }) => id))(
    'of %s leads there, or says that only the area is known',
    async (id) => {
      stand('11:00', {});
      const station = defined(inventedStations.find((one) => one.id === id));
      const { container } = await open(id);
      const led = station.location !== null && station.precision === 'place';
      expect(screen.queryByRole('button', { name: '导航' }) !== null).toBe(led);
      expect(screen.queryByRole('button', { name: '在地图里搜索' }) !== null).toBe(!led);
      expect(screen.queryByRole('button', { name: '打电话' }) !== null).toBe(station.phone !== null);
      const unknownHours = /开放时间未公布，出发前建议打电话确认/.test(container.textContent ?? '');
      if (unknownHours)
        expect(screen.queryByRole('button', { name: /^打工会热线/ }) !== null).toBe(station.phone === null);
      expect(screen.getAllByText('演示').length).toBeGreaterThan(0);
    },
  );
});
