/** An event's page and a session's: when, where, who, is there a place, and into the phone's calendar. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { EventItem } from '@yugong/content/bundle';
import EventPage from '@/features/events/pages/detail';
import { alarmsFor, phoneEventOf, phoneSessionOf } from '@/features/events/phone-event';
import { bundledEvents, occurrencesShown } from '@/features/events/model';
import { paginate } from '@/features/shared/paginate';
import { EventArticle } from '@/features/events/parts/event-article';
import { EventList } from '@/features/events/parts/event-list';
import { sayWho } from '@/features/events/session/words';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { describeSession } from '@yugong/domain/session/words';
import { sayTimes, sayTimeSpan } from '@yugong/domain/agenda';
import { instantOf } from '@yugong/domain/time';
import { askService, forgetServed } from '@/platform/service';
import { save, stored } from '@/platform/storage';
import { ticketOf } from '../fixtures/tickets';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

jest.mock('@/platform/service/ask');
const ask = jest.mocked(askService);
const saveFile = jest.fn((_name: string, _file: Blob) => true);
jest.mock('@/platform/save-file', () => ({
  saveFile: (name: string, file: Blob) => saveFile(name, file),
}));

const TODAY = '2026-11-23';
const session = (fields: Partial<SessionWire> = {}): SessionWire => ({
  id: 'demo-one',
  programmeId: 'demo-event',
  kind: 'event',
  title: '羽毛球友谊赛（演示）',
  place: '演示体育馆',
  adcode: '500107',
  note: null,
  demo: true,
  state: 'open',
  capacity: 16,
  seatsLeft: 8,
  waiting: 0,
  waitlistSize: 8,
  opensAt: '2026-11-20T00:00:00.000+08:00',
  closesAt: '2026-12-01T07:00:00.000+08:00',
  cancelUntil: '2026-12-01T13:00:00.000+08:00',
  startsAt: '2026-12-01T19:00:00.000+08:00',
  endsAt: '2026-12-01T21:00:00.000+08:00',
  ...fields,
});
const programme = (fields: Partial<ProgrammeWire> = {}): ProgrammeWire => ({
  id: 'demo-event',
  kind: 'event',
  title: '职工周末活动（演示）',
  summary: '演示用的项目，不是真的安排。',
  organiser: '演示工会',
  demo: true,
  fields: ['name', 'phone'],
  limitPerPerson: null,
  offerMinutes: 120,
  sex: null,
  team: null,
  family: null,
  age: null,
  consents: [],
  rules: null,
  ...fields,
});

/** The service, with these sessions of these programmes. */
function serve(sessions: SessionWire[], programmes = [programme()]): void {
  ask.mockImplementation((_schema, { path }) => {
    const [at = '', query] = path.split('?');
    if (at.startsWith('/api/v1/content/')) return Promise.resolve({ kind: 'no-answer', reason: 'network' });
    const id = /^\/api\/v1\/sessions\/(.+)$/.exec(at)?.[1];
    const found = sessions.find((one) => one.id === id);
    const of = new URLSearchParams(query).get('programme');
    const listed = sessions.filter(({ programmeId }) => of === null || of === programmeId);
    if (id && !found) {
      const problem = { code: 'not-found', status: 404, title: '没有找到', retryable: false, errors: [] };
      return Promise.resolve({ kind: 'problem', problem, retryAfter: null } as never);
    }
    const data = at.endsWith('/programmes') ? { programmes } : id ? found : { sessions: listed };
    return Promise.resolve({ kind: 'answered', status: 200, data: data as never });
  });
}
async function open(id: string): Promise<HTMLElement> {
  phone.params = { id };
  const { container } = render(<EventPage />);
  await act(async () => Promise.resolve());
  return container;
}
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(async () => Promise.resolve());
};
/** One that recurs and whose source says neither who may come nor whether one signs up. */
const event = (fields: Partial<EventItem> = {}): EventItem => ({
  ...defined(bundledEvents.find(({ id }) => id === 'event-summer-cool')),
  organiser: null,
  start: '2026-01-15',
  end: undefined,
  occurrences: ['2026', '2027', '2028', '2029'].map((year) => ({ start: `${year}-01-15`, end: `${year}-01-15` })),
  ...fields,
});

beforeEach(() => {
  jest.useFakeTimers({ now: instantOf(TODAY, '12:00'), doNotFake: ['queueMicrotask'] });
  forgetServed();
  saveFile.mockClear();
  serve([session()]);
});
afterEach(() => {
  jest.useRealTimers();
  phone.params = {};
});

describe('a session’s page', () => {
  it('says first whether there is a place, then when, where, who and until when one can change', async () => {
    const page = await open('demo-one');
    expect(page).toHaveTextContent('还有 8 个名额共 16 个名额，下周二 07:00 截止报名');
    expect(page).toHaveTextContent('下周二（12月1日）19:00–21:00');
    expect(page).toHaveTextContent('演示体育馆，九龙坡区');
    expect(page).toHaveTextContent('演示工会');
    expect(page).toHaveTextContent('不限');
    expect(page).toHaveTextContent('下周二 13:00 前可取消或改期');
    expect(screen.getByText('演示')).toBeInTheDocument();
  });

  it('says how a team stands and how many it has', async () => {
    serve([session()], [programme({ team: { min: 3, max: 5 } })]);
    const page = await open('demo-one');
    expect(page).toHaveTextContent('还有 8 队');
    expect(page).toHaveTextContent('3 到 5 人一队，含队长');
  });

  it('leads to other sessions of the same programme, and not to itself', async () => {
    serve([
      session(),
      session({ id: 'demo-two', title: '下一场' }),
      session({ id: 'x', programmeId: 'other', title: '别的项目' }),
    ]);
    await open('demo-one');
    expect(screen.getByRole('link', { name: /下一场/ })).toHaveAttribute('href', expect.stringContaining('demo-two'));
    expect(screen.queryByText('别的项目')).toBeNull();
  });

  it('goes into the phone’s calendar with the alarm that was chosen', async () => {
    await open('demo-one');
    await press('添加到手机日历');
    await press('提前 1 天');
    const [name, file] = defined(saveFile.mock.calls[0]);
    expect(name).toBe('羽毛球友谊赛（演示）.ics');
    expect(file.type).toContain('text/calendar');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(phone.toasts).toEqual(['日历文件已下载，打开即可添加']);
  });

  it('offers no date of what is over or called off', async () => {
    serve([session({ state: 'cancelled' })]);
    const page = await open('demo-one');
    expect(page).toHaveTextContent('这一场已取消');
    expect(screen.queryByText('添加到手机日历')).toBeNull();
  });

  it('is honest where there is no such session, and where nothing answers', async () => {
    await open('demo-gone');
    expect(screen.getByText('没有找到这个场次')).toBeInTheDocument();
    expect(screen.getByText('看工会活动')).toBeInTheDocument();
  });

  it('offers another try where nothing answers', async () => {
    ask.mockResolvedValue({ kind: 'no-answer', reason: 'timeout' });
    await open('demo-one');
    expect(screen.getByText('场次加载失败')).toBeInTheDocument();
    serve([session()]);
    await press('重试');
    expect(screen.getByText('还有 8 个名额')).toBeInTheDocument();
  });

  it.each([
    ['open', { state: 'open', word: '还有 8 个名额' }],
    ['waitlist', { state: 'unknown', word: '已满，可候补' }],
    ['full', { state: 'closed', word: '已满' }],
    ['upcoming', { state: 'unknown', word: '未开始报名' }],
    ['closed', { state: 'closed', word: '报名已截止' }],
    ['past', { state: 'closed', word: '已结束' }],
    ['cancelled', { state: 'closed', word: '这一场已取消' }],
  ] as const)('says that it is %s', (state, said) => {
    expect(describeSession(session({ state }), TODAY, false)).toMatchObject(said);
  });

  it('says the sex and age a programme is for, or nothing', () => {
    expect(sayWho(programme())).toBeNull();
    expect(sayWho(programme({ sex: 'female', age: { min: 35, max: 64 } }))).toBe('女职工，35 到 64 岁');
  });
});

describe('an event’s page', () => {
  it('says when, with the next times of what recurs, and what nobody has published', () => {
    const { container } = render(<EventArticle event={event()} today={TODAY} />);
    expect(container).toHaveTextContent('时间2027年1月15日 周五');
    expect(container).toHaveTextContent('后续时间2028年1月15日、2029年1月15日');
    expect(container).toHaveTextContent('参加条件未公布，建议先打电话确认');
    expect(container).toHaveTextContent('未公布是否需要报名');
    expect(screen.getByRole('button', { name: /打 12351 咨询工会/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /订阅到手机日历/ })).toHaveAttribute(
      'href',
      expect.stringContaining('kind=event'),
    );
  });

  it('shows the sessions of its programme with their places', async () => {
    render(<EventArticle event={event({ programme: 'demo-event' })} today={TODAY} />);
    await act(async () => Promise.resolve());
    expect(screen.getByRole('link', { name: /还有 8 个名额/ })).toHaveAttribute(
      'href',
      expect.stringContaining('demo-one'),
    );
    expect(screen.queryByText(/未公布是否需要报名/)).toBeNull();
  });

  it('of the past offers neither a place nor a date, and keeps its figures and its news', () => {
    const past = defined(bundledEvents.find(({ id }) => id === 'event-2024-basketball'));
    const { container } = render(<EventArticle event={past} today={TODAY} />);
    expect(container).toHaveTextContent('已结束');
    expect(screen.queryByText('添加到手机日历')).toBeNull();
    expect(screen.queryByText('报名')).toBeNull();
    expect(screen.getByText('34')).toBeInTheDocument();
    expect(screen.getByText('500')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /全市职工篮球比赛开赛/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /数说工会/ })).toBeInTheDocument();
  });

  it('tells apart what goes on from what comes', () => {
    const occurrences = ['2026', '2027', '2028', '2029'].map((year) => ({
      start: `${year}-07-01`,
      end: `${year}-08-31`,
    }));
    const summer = event({ occurrences });
    expect(occurrencesShown(summer, '2026-08-01')).toMatchObject({ when: { start: '2026-07-01' }, coming: true });
    expect(occurrencesShown(summer, '2026-09-01')).toMatchObject({ when: { start: '2027-07-01' }, later: [{}, {}] });
    render(<EventArticle event={summer} today="2026-08-01" />);
    expect(screen.getByText('正在进行')).toBeInTheDocument();
  });
});

describe('dates for the phone', () => {
  it('are whole days, or from one instant to another at +08:00', () => {
    const when = { start: '2026-12-31', end: '2027-01-01' };
    expect(phoneEventOf(event(), when)).toMatchObject({ uid: 'event-summer-cool-2026-12-31', allDay: true });
    expect(phoneEventOf(event({ time: { from: '22:00', to: '00:30' } }), when)).toMatchObject({
      allDay: false,
      startsAt: Date.parse('2026-12-31T22:00:00+08:00'),
      endsAt: Date.parse('2027-01-01T00:30:00+08:00'),
    });
    expect(phoneSessionOf(session()).startsAt).toBe(Date.parse('2026-12-01T19:00:00+08:00'));
  });

  it('ring before a time, or the evening or morning before a day', () => {
    expect(alarmsFor({ allDay: false }).map(({ minutes }) => minutes)).toEqual([60, 1440, null]);
    expect(alarmsFor({ allDay: true }).map(({ minutes }) => minutes)).toEqual([240, 900, null]);
  });

  it('read as people say them', () => {
    const on = (start: string, end = start, time: { from: string; to: string | null } | null = null) =>
      sayTimeSpan({ start, end, time }, TODAY);
    expect(on('2026-11-24')).toBe('明天（11月24日 周二）');
    expect(on('2026-11-26', '2026-11-26', { from: '19:00', to: null })).toBe('本周四（11月26日）19:00 开始');
    expect(on('2026-12-30', '2027-01-02')).toBe('12月30日至2027年1月2日');
    expect(on('2026-12-31', '2027-01-01', { from: '22:00', to: '00:30' })).toBe(
      '12月31日 周四 22:00 到 2027年1月1日 周五 00:30',
    );
    expect(sayTimes({ startsAt: '2026-12-31T19:00:00+08:00', endsAt: '2027-01-01T00:00:00+08:00' }, TODAY)).toBe(
      '12月31日 周四 19:00–24:00',
    );
  });
});

describe('the list', () => {
  it('of a thousand events stays light, and leafs through all of them', () => {
    const items = Array.from({ length: 95 }, (_, at) => at);
    const pages = [0, 1, 2].map((page) => paginate(items, page, 40));
    expect(pages.flatMap(({ shown }) => shown)).toEqual(items);
    expect(pages.map(({ before, after }) => [before, after])).toEqual([
      [0, 55],
      [40, 15],
      [80, 0],
    ]);
    expect(paginate(items, 9, 40)).toEqual(pages[2]);
    expect(paginate(items, 0)).toMatchObject({ before: 0, after: 75 });
    expect(paginate([], 0)).toEqual({ shown: [], before: 0, after: 0 });
  });

  it('begins with what one can sign up for, and stands without the service', async () => {
    const { unmount } = render(<EventList today={TODAY} />);
    await act(async () => Promise.resolve());
    const [first] = screen.getAllByRole('heading', { level: 2 });
    expect(first).toHaveTextContent('正在报名');
    expect(within(document.body).getByRole('link', { name: /羽毛球友谊赛/ })).toHaveTextContent('还有 8 个名额');
    unmount();
    forgetServed();
    ask.mockResolvedValue({ kind: 'no-answer', reason: 'network' });
    render(<EventList today={TODAY} />);
    await act(async () => Promise.resolve());
    expect(screen.getAllByRole('heading', { level: 2 })[0]).toHaveTextContent('近期活动');
  });
});

describe('a session that can’t be shown', () => {
  it('is loaded first, and said to be gone with where to look instead', async () => {
    phone.params = { id: 'demo-gone' };
    const { container } = render(<EventPage />);
    expect(container).toHaveTextContent('正在加载场次……');
    await act(async () => Promise.resolve());
    expect(screen.getByText('没有找到这个场次')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '看工会活动' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '看日历' })).toHaveAttribute('href', '/pages/calendar/index');
  });

  const answered = (reply: Awaited<ReturnType<typeof askService>>) => {
    ask.mockImplementation(() => Promise.resolve(reply));
    return open('demo-lost');
  };

  it('is not said to be gone where the service doesn’t answer', async () => {
    const page = await answered({ kind: 'no-answer', reason: 'timeout' });
    expect(screen.queryByText('没有找到这个场次')).toBeNull();
    expect(page).toHaveTextContent('场次加载失败');
    expect(screen.getByRole('link', { name: '看工会活动' })).toBeInTheDocument();
  });

  it('is not said to be gone where the service has a problem of its own', async () => {
    const problem = { code: 'busy', status: 503, title: '忙', retryable: true, requestId: '', errors: [] };
    await answered({ kind: 'problem', problem, retryAfterMs: null });
    expect(screen.queryByText('没有找到这个场次')).toBeNull();
  });

  it('waits for the network where there is none', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(await answered({ kind: 'no-answer', reason: 'network' })).toHaveTextContent('现在没有网络');
    online.mockReturnValue(true);
    serve([session({ id: 'demo-lost' })]);
    await act(async () => void window.dispatchEvent(new Event('online')));
    expect(screen.getByRole('button', { name: '报名' })).toBeInTheDocument();
    online.mockRestore();
  });
});

describe('what is said beside a session', () => {
  it('leads to what was signed up for, in place of signing up', async () => {
    save(stored.login, { token: 't', expiresAt: Date.now() + 1e9, renewal: 'r' });
    const { registration } = ticketOf({ id: 'reg-1', session: session() });
    ask.mockImplementation((_schema, { path }) => {
      const data = path.endsWith('/programmes')
        ? { programmes: [programme()] }
        : path.includes('/me/registrations')
          ? { registrations: [{ ...registration, session: session() }] }
          : path.includes('/sessions/')
            ? session()
            : { sessions: [] };
      return Promise.resolve({ kind: 'answered', status: 200, data: data as never });
    });
    const page = await open('demo-one');
    expect(page).toHaveTextContent('报名成功');
    await press('查看我的报名');
    expect(phone.visited).toEqual(['/features/registration/pages/ticket/index?id=reg-1']);
  });

  it.each([
    ['past', false],
    ['cancelled', false],
    ['full', true],
  ] as const)('of one that is %s: into the calendar %s', async (state, offered) => {
    serve([session({ state, seatsLeft: 0 })]);
    await open('demo-one');
    expect(screen.queryAllByRole('button', { name: /日历/ }).length > 0).toBe(offered);
    expect(screen.queryByRole('button', { name: /^报名/ })).toBeNull();
  });

  it('warns of seats from before the network went', async () => {
    const page = await open('demo-one');
    expect(page).not.toHaveTextContent('网络不通，名额可能已变化。');
    ask.mockImplementation(() => Promise.resolve({ kind: 'no-answer', reason: 'network' }));
    await act(async () => void window.dispatchEvent(new Event('online')));
    act(() => phone.show());
    await act(async () => phone.show());
    expect(page).toHaveTextContent('网络不通，名额可能已变化。');
  });
});
