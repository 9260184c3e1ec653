/** The calendar: three views of one agenda, turned, narrowed down, and light with a year of five thousand. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import CalendarPage from '@/pages/calendar';
import { marksOf, notesOf } from '@/pages/calendar/model/month';
import { dateItem, eventItems, holidayItems, servedItems } from '@/pages/calendar/model/items';
import { nextEventAfter } from '@/pages/calendar/model/next';
import { rangeOf } from '@/pages/calendar/use-calendar';
import { calendarTableNow } from '@/pages/calendar/table';
import { useMyDates } from '@/platform/my-dates';
import { askService, forgetServed } from '@/platform/service';
import { load, save, stored } from '@/platform/storage';
import type { RegistrationDetail } from '@yugong/domain/registration/detail';
import type { SessionWire } from '@yugong/domain/session/wire';
import { kindSigns } from '@yugong/domain/agenda';
import { addDays } from '@yugong/domain/calendar';
import { isoOf, instantOf } from '@yugong/domain/time';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

// Looking for a button by its name reads every cell of the grid, and machines are shared.
jest.setTimeout(60_000);
// The content is asked for when the calendar's module is loaded: nobody answers yet.
jest.mock('@/platform/service/ask', () => ({
  askService: jest.fn(() => Promise.resolve({ kind: 'no-answer', reason: 'network' })),
}));
const ask = jest.mocked(askService);

const TODAY = '2026-11-23';
const session = (id: string, day: string, fields: Partial<SessionWire> = {}): SessionWire => ({
  id,
  programmeId: 'demo-event',
  kind: 'event',
  title: `活动 ${id}`,
  place: '演示体育馆',
  adcode: '500107',
  note: null,
  demo: true,
  state: 'open',
  capacity: 16,
  seatsLeft: 8,
  waiting: 0,
  waitlistSize: 8,
  opensAt: isoOf(day, '00:00:00.000'),
  closesAt: isoOf(day, '08:00:00.000'),
  cancelUntil: isoOf(day, '08:00:00.000'),
  startsAt: isoOf(day, '19:00:00.000'),
  endsAt: isoOf(day, '21:00:00.000'),
  ...fields,
});
const registration = (
  id: string,
  of: SessionWire,
  status: RegistrationDetail['status'] = 'booked',
): RegistrationDetail => ({
  id,
  sessionId: of.id,
  programmeId: of.programmeId,
  status,
  ahead: 0,
  offerUntil: null,
  offerBegun: true,
  displaced: false,
  createdAt: of.opensAt,
  updatedAt: of.opensAt,
  session: of,
  person: null,
  team: null,
  family: null,
  reminder: null,
  history: [],
  consents: [],
});

/** The service, with these sessions, filtered by days as it does, five hundred at a time. */
function serve(sessions: readonly SessionWire[]): void {
  ask.mockImplementation(async (_schema, { path }) => {
    const query = new URLSearchParams(path.split('?')[1]);
    const [from = '', to = '9'] = [query.get('from') ?? '', query.get('to') ?? '9'];
    const found = sessions.filter(({ startsAt }) => startsAt.slice(0, 10) >= from && startsAt.slice(0, 10) <= to);
    return Promise.resolve({
      kind: 'answered',
      status: 200,
      data: { sessions: found.slice(0, Number(query.get('limit') ?? 500)) } as never,
    });
  });
}

async function draw(): Promise<HTMLElement> {
  const { container } = render(<CalendarPage />);
  await act(async () => Promise.resolve());
  return container;
}
/** The bundled table, and an event that a union has announced for four summers. */
const withYearly = (): ReturnType<typeof calendarTableNow> => {
  const yearly = {
    id: 'event-test-summer',
    title: '虚构消夏活动',
    place: null,
    adcode: null,
    time: null,
    starts: ['2026-07-01', '2027-07-01', '2028-07-01', '2029-07-01'],
    days: 62,
  };
  return { ...calendarTableNow(), events: [...calendarTableNow().events, yearly] };
};
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(async () => Promise.resolve());
};
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

beforeEach(() => {
  jest.useFakeTimers({ now: instantOf(TODAY, '12:00'), doNotFake: ['queueMicrotask'] });
  forgetServed();
  serve([]);
});
afterEach(() => {
  jest.useRealTimers();
  useMyDates.setState({ items: [] });
});

describe('what is on', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' };

  it('has a recurring event each year, and a long one on every month it touches', () => {
    const days = eventItems(withYearly(), { from: '2027-01-01', to: '2027-08-15' }).map(({ title: name, start }) => [
      name,
      start,
    ]);
    expect(days).toEqual([['虚构消夏活动', '2027-07-01']]);
    expect(eventItems(withYearly(), { from: '2027-08-01', to: '2027-08-31' })).toHaveLength(1);
  });

  it('has public holidays and the days worked for them', () => {
    const items = holidayItems(calendarTableNow(), { from: '2026-10-01', to: '2026-10-31' });
    expect(items.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['holiday', '2026-10-01', '2026-10-07'],
      ['workday', '2026-10-10', '2026-10-10'],
    ]);
  });

  it('shows what I signed up for once, as mine; a cancelled one is a session again', () => {
    const [a, b] = [session('a', '2026-11-24'), session('b', '2026-11-25')];
    const items = servedItems(
      [a, b],
      [registration('r', a, 'waitlist'), registration('s', b, 'cancelled')],
      november,
      TODAY,
    );
    expect(items.map(({ key, kind, state, joinable }) => [key, kind, state, joinable])).toEqual([
      ['registration r', 'registration', '候补中', false],
      ['b', 'event', '还有 8 个名额', true],
    ]);
  });

  it('marks a cell by kind, a long event only on its first and last day', () => {
    const summer = eventItems(withYearly(), { from: '2027-07-01', to: '2027-07-31' });
    // A cell says what is on by a word, and by no single coded character.
    expect(Object.values(kindSigns).filter((sign) => sign.length !== 2)).toEqual([]);
    expect(marksOf(summer, '2027-07-01')).toEqual([{ sign: '活动', text: '虚构消夏活动' }]);
    expect(marksOf(summer, '2027-07-02')).toEqual([]);
    const many = ['a', 'b', 'c'].map((id) => defined(servedItems([session(id, TODAY)], [], november, TODAY)[0]));
    const mine = dateItem({ id: 'd', title: '申请仲裁', day: TODAY, note: null, url: null, savedAt: 0 });
    expect(marksOf([...many, mine], TODAY)).toEqual([
      { sign: '期限', text: '申请仲裁', own: true },
      { sign: '活动', text: '活动 a、活动 b等 3 项' },
    ]);
  });

  it('notes lunar days, festivals, days off and worked', () => {
    const notes = notesOf(calendarTableNow(), '2026-02', true);
    expect(notes['2026-02-17']).toEqual({ under: '春节', special: true, badge: '休', spoken: '春节，春节放假' });
    expect(notes['2026-02-14']).toMatchObject({ badge: '班', spoken: '春节调休，要上班' });
    expect(notesOf(calendarTableNow(), '2026-02', false)['2026-02-17']).not.toHaveProperty('under');
  });

  it('knows what comes after an empty stretch', () => {
    expect(nextEventAfter(withYearly(), TODAY)).toEqual({ title: '虚构消夏活动', start: '2027-07-01' });
    expect(nextEventAfter(withYearly(), '2029-12-01')).toBeNull();
  });

  it('promises nothing that no union has announced', () => {
    expect(nextEventAfter(calendarTableNow(), TODAY)).toBeNull();
  });
});

describe('the page', () => {
  it('opens on what is to come this month, and says so where that is nothing', async () => {
    await draw();
    expect(title()).toBe('11月2026年');
    expect(screen.getByRole('heading', { level: 2, name: /11月的安排/ })).toBeInTheDocument();
    expect(screen.getByText('这个月接下来没有安排。工会公布后会显示在这里。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /下一个/ })).toBeNull();
  });

  it('has today with its lunar date and, from an empty day, a way to what is to come', async () => {
    await draw();
    await press('今天');
    expect(screen.getByRole('heading', { level: 2, name: /今天/ })).toHaveTextContent('农历十月十五');
    expect(screen.getByText('这天没有安排。工会公布后会显示在这里。')).toBeInTheDocument();
    await press('查看本月');
    expect(screen.getByRole('heading', { level: 2, name: /11月的安排/ })).toBeInTheDocument();
  });

  it('leads from an empty month to the next session there is', async () => {
    serve([session('far', '2027-01-03', { title: '新年长跑' })]);
    phone.params = { day: '2026-12-05' };
    await draw();
    await press(/下一个：2027年1月3日 新年长跑/);
    expect(title()).toBe('1月2027年');
  });

  it('turns by buttons and by a finger, and finds back to today', async () => {
    const page = await draw();
    await press('下个月');
    expect(title()).toBe('12月2026年');
    await press('上个月');
    await press('上个月');
    expect(title()).toBe('10月2026年');
    const grid = defined(within(page).getByRole('grid').parentElement?.parentElement);
    const drag = (dx: number, dy = 0) => {
      fireEvent.touchStart(grid, { touches: [{ clientX: 200, clientY: 200 }] });
      fireEvent.touchEnd(grid, { changedTouches: [{ clientX: 200 + dx, clientY: 200 + dy }] });
    };
    drag(-120);
    expect(title()).toBe('11月2026年');
    drag(-30);
    drag(-100, 90);
    expect(title()).toBe('11月2026年');
    drag(120);
    expect(title()).toBe('10月2026年');
    await press('今天');
    expect(title()).toBe('11月2026年');
  });

  it('jumps to a month of another year', async () => {
    await draw();
    await press(/选择月份/);
    await press('上一年');
    await press('上一年');
    await press('2024年11月，有活动');
    expect(title()).toBe('11月2024年');
    // Past, set back, and there.
    expect(screen.getAllByRole('link', { name: /全市职工篮球比赛/ })[0]).toHaveTextContent('已结束');
  });

  it('says of a year whose notice is not out that only fixed holidays are known, and shows those', async () => {
    await draw();
    expect(screen.queryByText(/调休安排还没公布/)).toBeNull();
    await press('下个月');
    await press('下个月');
    expect(screen.getByText(/^2027年的调休安排还没公布/)).toBeInTheDocument();
    expect(screen.getByText('元旦，法定节假日')).toBeInTheDocument();
  });

  it('shows a week, day by day, and a list from today; the view is kept for next time', async () => {
    save(stored.calendarLook, { view: 'week', lunar: true });
    await draw();
    expect(title()).toBe('11月23日至29日');
    expect(screen.getAllByText('没有安排')).toHaveLength(7);
    await press('下周');
    expect(title()).toBe('11月30日至12月6日');
    await press('列表');
    expect(load(stored.calendarLook).view).toBe('list');
    await press('今天');
    expect(title()).toBe('11月23日起');
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^2027年5月1日 周六还有 159 天/)]),
    );
  });

  it('goes over the year’s end in a week', async () => {
    phone.params = { day: '2026-12-31' };
    save(stored.calendarLook, { view: 'week', lunar: false });
    await draw();
    expect(title()).toBe('12月28日至2027年1月3日');
  });

  it('narrows down by kind, district and what can be joined, and says so', async () => {
    serve([
      session('a', TODAY),
      session('b', TODAY, { adcode: '500103', state: 'full', seatsLeft: 0 }),
      session('c', TODAY, { kind: 'screening', title: '两癌筛查' }),
    ]);
    useMyDates.getState().keep({ id: 'd', title: '申请仲裁的最后一天', day: TODAY, note: null, url: null });
    await draw();
    const lines = () =>
      screen.queryAllByText(/^(活动 [ab]|两癌筛查|申请仲裁的最后一天)$/).map((one) => one.textContent);
    expect(lines()).toEqual(['申请仲裁的最后一天', '两癌筛查', '活动 a', '活动 b']);
    await press('筛选');
    await press('活动');
    expect(lines()).toEqual(['活动 a', '活动 b']);
    await press('只看可报名');
    expect(lines()).toEqual(['活动 a']);
    await press('渝中区');
    expect(lines()).toEqual([]);
    expect(screen.getByText('只看：活动、渝中区、可报名')).toBeInTheDocument();
    await press(/清空筛选，查看全部 4 个/);
    expect(lines()).toHaveLength(4);
  });

  it('says what is missing while the service is not there, and shows the rest', async () => {
    ask.mockResolvedValue({ kind: 'no-answer', reason: 'timeout' });
    phone.params = { day: '2024-11-14' };
    await draw();
    expect(screen.getByText(/报名场次加载失败，其他内容不受影响/)).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: /法润巴渝/ })).toHaveLength(1);
  });
});

describe('a year of five thousand', () => {
  const five = Array.from({ length: 5000 }, (_, at) =>
    session(`s${String(at).padStart(4, '0')}`, addDays('2026-01-01', Math.floor((at * 365) / 5000)), {
      title: `全市职工活动第 ${at} 场，名字长一些的那种`,
    }),
  );
  /** WeChat counts elements; its limit is 1000, sixty to a parent. */
  const measure = (page: HTMLElement) => ({
    nodes: page.querySelectorAll('*').length,
    children: Math.max(...[...page.querySelectorAll('*')].map((one) => one.childElementCount)),
  });
  const expectLight = (page: HTMLElement) => {
    const { nodes, children } = measure(page);
    expect(nodes).toBeLessThan(1000);
    expect(children).toBeLessThanOrEqual(60);
  };

  it.each(['month', 'week', 'list'] as const)('the %s stays within the limits', async (view) => {
    serve(five);
    save(stored.calendarLook, { view, lunar: true });
    const page = await draw();
    expect(page).toHaveTextContent('全市职工活动第');
    expectLight(page);
    if (view === 'month') {
      await press(/^11月24日/);
      expectLight(page);
      fireEvent.click(screen.getByRole('button', { name: /^11月24日/ }));
      expect(screen.getByText('11月的安排')).toBeInTheDocument();
      expectLight(page);
    }
  });

  it('shows every session of a month, though it comes in two parts', async () => {
    const crowded = Array.from({ length: 900 }, (_, at) =>
      session(`m${at}`, addDays('2026-11-01', Math.floor(at / 30))),
    );
    serve(crowded);
    const page = await draw();
    await press(/^11月23日/);
    // A day chosen and left again: meanwhile the second part has come.
    await press(/^11月24日/);
    await press(/^11月24日/);
    expect(screen.getByText('240 项')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { level: 2, name: /11月22日/ })).toBeNull();
    await press('已过去的 660 项');
    expect(page).toHaveTextContent('900 项');
    expect(screen.queryByText(/场次较多/)).toBeNull();
  });

  it('says so where even two parts are not all', async () => {
    serve(Array.from({ length: 1500 }, (_, at) => session(`m${at}`, addDays('2026-11-01', Math.floor(at / 50)))));
    await draw();
    expect(screen.getByText(/场次较多，只显示到2026年11月1\d日/)).toBeInTheDocument();
  });

  it('leafs through a list, each once', async () => {
    serve(five);
    save(stored.calendarLook, { view: 'list', lunar: true });
    const page = await draw();
    const shown = () => [...page.textContent.matchAll(/活动第 (\d+) 场/g)].map(([, at]) => Number(at));
    const first = shown();
    await press(/下一页/);
    const second = shown();
    expect(first).toHaveLength(24);
    expect(second[0]).toBe(defined(first[23]) + 1);
    await press('上一页');
    expect(shown()).toEqual(first);
    expect(rangeOf('list', TODAY).to).toBe(addDays(TODAY, 366));
  });
});

describe('what is looked for', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: '筛选' }));

  it('can be narrowed down to what one can join, with the lunar days beside it, each by its own tap', async () => {
    const page = await draw();
    await press(/^筛选/);
    const lunar = () => dialog().getByRole('button', { name: '显示农历' }).getAttribute('aria-pressed');
    const joinable = () => dialog().getByRole('button', { name: '只看可报名' }).getAttribute('aria-pressed');
    const before = lunar();
    fireEvent.click(dialog().getByRole('button', { name: '只看可报名' }));
    expect([joinable(), lunar()]).toEqual(['true', before]);
    fireEvent.click(dialog().getByRole('button', { name: '显示农历' }));
    expect(lunar()).not.toBe(before);
    expect(joinable()).toBe('true');
    expect(page).toHaveTextContent('只看：可报名');
    fireEvent.click(dialog().getByRole('button', { name: '清空筛选' }));
    expect(page).not.toHaveTextContent('只看：');
    fireEvent.click(dialog().getByRole('button', { name: '显示农历' }));
    expect(lunar()).toBe(before);
  });

  it('is said by kind and district', async () => {
    const page = await draw();
    await press(/^筛选/);
    fireEvent.click(dialog().getByRole('button', { name: '筛查' }));
    fireEvent.click(dialog().getByRole('button', { name: '渝中区' }));
    expect(page).toHaveTextContent('只看：筛查、渝中区');
    fireEvent.click(dialog().getByRole('button', { name: '清空筛选' }));
  });
});

describe('a week', () => {
  const week = async (sessions: readonly SessionWire[]) => {
    serve(sessions);
    const page = await draw();
    await press('周');
    await act(async () => Promise.resolve());
    return page;
  };
  const dayOf = (number: string) =>
    defined(
      screen.getAllByRole('heading', { level: 2 }).find(({ textContent }) => textContent?.startsWith(number))
        ?.parentElement,
    );

  it('says of each day that nothing is on it, or what is', async () => {
    await week([session('a', '2026-11-25')]);
    expect(dayOf('25')).toHaveTextContent('活动 a');
    expect(dayOf('25')).not.toHaveTextContent('没有安排');
    expect(dayOf('24')).toHaveTextContent('没有安排');
    expect(dayOf('25')).not.toHaveTextContent('查看当天');
  });

  it('shows five lines of a day and leads to the rest', async () => {
    await week(Array.from({ length: 7 }, (_, at) => session(`s${at}`, '2026-11-25')));
    expect(dayOf('25')).toHaveTextContent('还有 2 个，查看当天');
    await press('还有 2 个，查看当天');
    expect(document.body).toHaveTextContent('活动 s6');
  });

  it('says which days are over', async () => {
    jest.setSystemTime(instantOf('2026-11-25', '12:00'));
    await week([]);
    expect(dayOf('24').className).not.toBe(dayOf('26').className);
    expect(dayOf('25').className).toBe(dayOf('26').className);
  });
});

describe('the list', () => {
  it('has no way back on its first page, and one on the next', async () => {
    serve(Array.from({ length: 120 }, (_, at) => session(`s${at}`, addDays('2026-11-24', at % 20))));
    await draw();
    await press('列表');
    await act(async () => Promise.resolve());
    expect(screen.queryByRole('button', { name: '上一页' })).toBeNull();
    await press(/^下一页/);
    expect(screen.getByRole('button', { name: '上一页' })).toBeInTheDocument();
    await press('上一页');
    expect(screen.queryByRole('button', { name: '上一页' })).toBeNull();
  });

  it('says that sessions are on their way until they are here', async () => {
    let answer: () => void = () => undefined;
    ask.mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ kind: 'answered', status: 200, data: { sessions: [] } as never });
        }),
    );
    const page = await draw();
    expect(page).toHaveTextContent(/正在加载/);
    await act(async () => answer());
    expect(page).not.toHaveTextContent(/正在加载/);
  });
});
