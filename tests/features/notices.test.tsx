/** Notices: what the service has to say to this phone's account, on every page that shows some of it. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { NoticeWire } from '@yugong/domain/notice/wire';
import { lapsedOfferReason } from '@yugong/domain/notice/words';
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { instantOf, isoOf } from '@yugong/domain/time';
import { bannersOf, openOffers } from '@/features/shared/notice-banners';
import MinePage from '@/features/registration/pages/mine';
import NoticesPage from '@/features/registration/pages/notices';
import { sayNoticeChange, sayNoticeKind } from '@yugong/domain/notice/words';
import { sayDeadline } from '@/features/registration/notices/words';
import { type Ticket, useTickets } from '@/features/registration/ticket/tickets';
import { TicketView } from '@/features/registration/ticket/ticket-view';
import HomePage from '@/pages/home';
import MePage from '@/pages/me';
import { useAppearance } from '@/platform/appearance';
import { forgetNotices, markShown, refreshNotices } from '@/platform/notices';
import { forgetLogin } from '@/platform/service';
import { load, stored } from '@/platform/storage';
import { TabBar } from '@/ui/tab-bar/index.weapp';
import {
  askedOfNotices,
  logIn,
  notice,
  noticeService,
  REGISTRATION,
  settle,
  withNoticeService,
} from '../fixtures/notice-service';
import { phone } from '../setup/taro';

const TODAY = '2026-06-01';
const NOW = instantOf(TODAY, '12:00');
const place = { field: 'place', from: '文化宫一楼', to: '文化宫三楼' } as const;
const offer = (part: Partial<NoticeWire> = {}): NoticeWire =>
  notice({ id: 'offer', kind: 'offered', deadline: isoOf(TODAY, '14:00'), ...part });

const session: SessionWire = {
  id: 's',
  programmeId: 'p',
  kind: 'event',
  title: '演示讲座',
  place: '文化宫三楼',
  adcode: '500103',
  note: null,
  demo: true,
  state: 'open',
  capacity: 3,
  seatsLeft: 2,
  waiting: 0,
  waitlistSize: 1,
  opensAt: isoOf('2026-05-01'),
  closesAt: isoOf('2026-06-02'),
  cancelUntil: isoOf('2026-06-02'),
  startsAt: isoOf('2026-06-03', '09:00'),
  endsAt: isoOf('2026-06-03', '11:00'),
};
const registration: RegistrationWire = {
  id: REGISTRATION,
  sessionId: 's',
  programmeId: 'p',
  status: 'waitlist',
  ahead: 0,
  offerUntil: isoOf(TODAY, '14:00'),
  offerBegun: true,
  displaced: false,
  createdAt: isoOf('2026-05-20'),
  updatedAt: isoOf('2026-05-20'),
};
const ticket = (part: Partial<RegistrationWire> = {}, at = NOW): Ticket => ({
  registration: { ...registration, ...part },
  session,
  programme: null,
  pass: null,
  at,
});

/** Draws a ticket by itself, without reminder, team or history. */
const drawTicket = (of: Ticket, refresh: () => Promise<void> = () => Promise.resolve()) =>
  render(<TicketView ticket={of} team={null} reminder={null} history={[]} old={false} just={null} refresh={refresh} />);

withNoticeService();
beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'queueMicrotask'] });
});
afterEach(() => {
  act(() => {
    useAppearance.setState({ elder: false });
    forgetNotices();
  });
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('a phone from which nothing was ever sent', () => {
  it.each([
    ['home', HomePage],
    ['我的', MePage],
    ['我的报名', MinePage],
    ['消息', NoticesPage],
  ])('asks for no notices on %s', async (_name, Page) => {
    noticeService.notices = [offer()];
    render(<Page />);
    await settle();
    // Asking as somebody would make an account first.
    expect(noticeService.sent.filter(({ line }) => /\/(login|me)\//.test(line))).toEqual([]);
    expect(screen.queryByText(/条未读/)).toBeNull();
  });

  it('reads that there are none yet, and where to go', async () => {
    render(<NoticesPage />);
    await settle();
    expect(screen.getByText('暂无消息')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '看我的报名' })).toBeInTheDocument();
  });
});

describe('home', () => {
  beforeEach(logIn);

  it('shows an offer with its deadline, then changes, each leading to where it is dealt with', async () => {
    noticeService.notices = [notice({ id: 'c', registrationId: 'other', kind: 'cancelled' }), offer()];
    render(<HomePage />);
    await settle();
    const links = screen.getAllByRole('link', { name: /有名额了|有变动/ });
    expect(links.map(({ textContent }) => textContent)).toEqual([
      '有名额了，请在今天 14:00 前确认',
      '你有一项预约有变动',
    ]);
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `/features/registration/pages/ticket/index?id=${REGISTRATION}`,
      '/features/registration/pages/notices/index',
    ]);
  });

  it('names no session, since others may look', async () => {
    noticeService.notices = [offer({ title: '两癌筛查早场' }), notice({ title: '两癌筛查晚场', registrationId: 'b' })];
    render(<HomePage />);
    await settle();
    expect(screen.getByText('你有一项预约有变动')).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(/筛查[早晚]场/);
  });

  it('says nothing once everything was read', async () => {
    noticeService.notices = [notice({ readAt: isoOf(TODAY, '11:00') })];
    render(<HomePage />);
    await settle();
    expect(screen.queryByText(/有变动/)).toBeNull();
  });

  it('says the same without a network, from what the phone has', async () => {
    noticeService.notices = [offer()];
    const first = render(<HomePage />);
    await settle();
    first.unmount();
    noticeService.state = 'silent';
    render(<HomePage />);
    await settle();
    expect(screen.getByText('有名额了，请在今天 14:00 前确认')).toBeInTheDocument();
  });
});

describe('an offer', () => {
  it('stands until it is answered, has ended or something later happened', () => {
    const ends = (part: Partial<NoticeWire>, tickets: Ticket[] = [], more: NoticeWire[] = []) =>
      openOffers([offer(part), ...more], tickets, NOW).length;
    expect(ends({})).toBe(1);
    expect(ends({ readAt: isoOf(TODAY, '11:00') })).toBe(1);
    expect(ends({ deadline: isoOf(TODAY, '12:00') })).toBe(0);
    expect(ends({}, [ticket()])).toBe(1);
    expect(ends({}, [ticket({ status: 'booked' })])).toBe(0);
    expect(ends({}, [ticket({ status: 'cancelled' })])).toBe(0);
    expect(ends({}, [ticket({ status: 'booked' }, instantOf('2026-05-20'))])).toBe(1);
    expect(ends({}, [], [notice({ kind: 'cancelled', at: isoOf(TODAY, '11:00') })])).toBe(0);
    expect(ends({}, [], [notice({ kind: 'changed', at: isoOf(TODAY, '11:00') })])).toBe(1);
  });

  it('that ends first is in front, and one whose time has not begun is last', () => {
    const offers = [
      offer({ id: 'open', deadline: null, registrationId: 'a' }),
      offer({ id: 'late', deadline: isoOf(TODAY, '18:00'), registrationId: 'b' }),
      offer({ id: 'soon', registrationId: 'c' }),
    ];
    expect(openOffers(offers, [], NOW).map(({ id }) => id)).toEqual(['soon', 'late', 'open']);
  });

  it('whose time has not begun asks for an answer without a time', () => {
    const shown = { notices: [offer({ deadline: null })], isNew: () => true, tickets: [], now: NOW, today: TODAY };
    expect(bannersOf(shown).map(({ words }) => words)).toEqual(['有名额了，请尽快确认']);
  });
});

it('counts two changes of one registration as one, and no answer to a request', () => {
  const notices = [
    notice({ id: 'a' }),
    notice({ id: 'b', kind: 'moved' }),
    notice({ id: 'c', registrationId: 'other' }),
    notice({ id: 'd', kind: 'legal-aid-answer', registrationId: null, requestId: 'r' }),
  ];
  const banners = bannersOf({ notices, isNew: () => true, tickets: [], now: NOW, today: TODAY });
  expect(banners.map(({ words }) => words)).toEqual(['你有 2 项预约有变动']);
});

describe('the count', () => {
  beforeEach(logIn);

  it('stands on the tab, on 消息, and on 我的报名 for what is about registrations', async () => {
    noticeService.notices = [
      notice(),
      notice({ id: 'n2', kind: 'legal-aid-answer', registrationId: null, requestId: 'r1' }),
      notice({ id: 'n3', readAt: isoOf(TODAY, '11:00') }),
    ];
    render(<MePage />);
    await settle();
    expect(screen.getByRole('link', { name: '我的，2 条未读消息' })).toHaveAttribute('href', '/pages/me/index');
    expect(screen.getByRole('link', { name: /^消息 ?2 条未读/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^我的报名 ?1 条未读/ })).toBeInTheDocument();
  });

  it('is the service’s own where its list ends before the unread ones do', async () => {
    noticeService.notices = Array.from({ length: 120 }, (_, at) => notice({ id: `n${at}` }));
    render(<MinePage />);
    await settle();
    expect(screen.getByRole('img', { name: '120 条未读' })).toHaveTextContent('99+');
  });

  it('is WeChat’s badge on 我的, and leaves with what it counts', async () => {
    noticeService.notices = [notice()];
    render(<TabBar current="me" />);
    await act(refreshNotices);
    expect([...phone.tabBadges]).toEqual([[3, '1']]);
    act(() => void markShown(['n1']));
    await settle();
    expect([...phone.tabBadges]).toEqual([]);
  });
});

describe('the list', () => {
  beforeEach(logIn);

  it('shows what changed from what to what, why and where to go, unread first', async () => {
    noticeService.notices = [
      notice({ id: 'old', kind: 'promoted', readAt: isoOf(TODAY, '11:00'), at: isoOf(TODAY, '11:30') }),
      notice({ reason: '原场地漏水', changes: [place] }),
      notice({ id: 'r', kind: 'report-answer', registrationId: null, stationId: 'st', title: '演示驿站' }),
      notice({ id: 'l', kind: 'legal-aid-answer', registrationId: null, requestId: 'r1', title: '工资' }),
    ];
    render(<NoticesPage />);
    await settle();
    const changed = screen.getByRole('link', { name: /场次信息有变动/ });
    expect(changed).toHaveAttribute('href', `/features/registration/pages/ticket/index?id=${REGISTRATION}`);
    expect(within(changed).getByText('地点：文化宫一楼 → 文化宫三楼')).toBeInTheDocument();
    expect(within(changed).getByText('工会说明：原场地漏水')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /维权求助有新回复/ })).toHaveAttribute(
      'href',
      '/features/legal-aid/pages/requests/index?id=r1',
    );
    expect(screen.getByRole('link', { name: /驿站反馈有处理结果/ })).toHaveAttribute(
      'href',
      '/features/stations/pages/reports/index',
    );
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['未读3 条', '已读']);
  });

  it('says for whom it is where somebody of the family was signed up', async () => {
    const pass = { code: 'c', initials: '母＊＊', signedUpBy: 'daughter' } as const;
    act(() => useTickets.getState().keep({ ...ticket(), pass }));
    noticeService.notices = [notice({ changes: [place] }), notice({ id: 'own', registrationId: 'own' })];
    render(<NoticesPage />);
    await settle();
    expect(screen.getAllByText('为家人 母＊＊ 报名')).toHaveLength(1);
    act(() => useTickets.getState().clear());
  });

  it('tells the service once what was shown, and leaves it in its place while the page is open', async () => {
    noticeService.notices = [notice(), notice({ id: 'n2', at: isoOf(TODAY, '09:00') })];
    const page = render(<NoticesPage />);
    await settle();
    await settle();
    expect(askedOfNotices()).toEqual([
      { line: 'GET /api/v1/me/notices', ids: [] },
      { line: 'POST /api/v1/me/notices/read', ids: ['n1', 'n2'] },
    ]);
    expect(screen.getByRole('heading', { name: /未读/ })).toHaveTextContent('2 条');
    page.unmount();
    render(<NoticesPage />);
    await settle();
    expect(screen.queryByRole('heading', { name: /未读/ })).toBeNull();
    expect(askedOfNotices()).toHaveLength(3);
  });

  it('marks no more than it draws', async () => {
    noticeService.notices = Array.from({ length: 31 }, (_, at) => notice({ id: `n${at}`, registrationId: `r${at}` }));
    render(<NoticesPage />);
    await settle();
    const marked = () => askedOfNotices().flatMap(({ ids }) => ids).length;
    expect(marked()).toBe(30);
    fireEvent.click(screen.getByRole('button', { name: '再显示 1 条' }));
    await settle();
    expect(marked()).toBe(31);
  });

  it('opens offline from the phone, and tells the service what was read there when it can', async () => {
    noticeService.notices = [notice({ changes: [place] })];
    await act(refreshNotices);
    noticeService.state = 'silent';
    const page = render(<NoticesPage />);
    await settle();
    expect(screen.getByText('地点：文化宫一楼 → 文化宫三楼')).toBeInTheDocument();
    expect(screen.getByText('网络连接失败，下面是上次加载的内容。')).toBeInTheDocument();
    page.unmount();
    expect(load(stored.notices).shown).toEqual(['n1']);
    noticeService.state = 'up';
    await act(refreshNotices);
    expect(noticeService.notices[0]?.readAt).not.toBeNull();
    expect(load(stored.notices)).toMatchObject({ list: { unread: 0 }, shown: [] });
  });

  it.each([
    ['down', '消息加载失败'],
    ['silent', '消息加载失败'],
  ] as const)('says that nothing came where the service is %s, and asks again on a tap', async (state, words) => {
    noticeService.state = state;
    render(<NoticesPage />);
    expect(screen.getByText('正在加载消息……')).toBeInTheDocument();
    await settle();
    expect(screen.getByText(words)).toBeInTheDocument();
    noticeService.state = 'up';
    noticeService.notices = [notice()];
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    await settle();
    expect(screen.getByText('场次信息有变动')).toBeInTheDocument();
  });

  it('says that there is no network where there is none', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    noticeService.state = 'silent';
    render(<NoticesPage />);
    await settle();
    expect(screen.getByText('现在没有网络')).toBeInTheDocument();
    online.mockReturnValue(true);
    noticeService.state = 'up';
    await act(async () => void window.dispatchEvent(new Event('online')));
    await settle();
    expect(screen.getByText('暂无消息')).toBeInTheDocument();
  });

  it.each([false, true])('has a name for everything in 长辈版 %s', async (elder) => {
    useAppearance.setState({ elder });
    noticeService.notices = [offer(), notice({ changes: [place] })];
    const { container } = render(<NoticesPage />);
    await settle();
    expect(screen.getByText('请在今天 14:00 前确认')).toBeInTheDocument();
    jest.useRealTimers();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

it('brings nothing back that was on its way when the account was deleted', async () => {
  logIn();
  noticeService.notices = [notice()];
  const asking = refreshNotices();
  while (askedOfNotices().length === 0) await Promise.resolve();
  forgetLogin();
  forgetNotices();
  await act(() => asking);
  expect(load(stored.notices)).toEqual({ list: null, shown: [] });
});

it('shows on the ticket what changed about it, and marks that as read', async () => {
  logIn();
  noticeService.notices = [
    notice({ changes: [place, { field: 'startsAt', from: isoOf('2026-06-02', '09:00'), to: session.startsAt }] }),
    notice({ id: 'other', registrationId: 'other', changes: [{ ...place, to: '别处' }] }),
  ];
  drawTicket(ticket({ status: 'booked', offerUntil: null }));
  await settle();
  expect(screen.getByText('地点：文化宫一楼 → 文化宫三楼')).toBeInTheDocument();
  expect(screen.getByText('开始时间：明天 09:00 → 本周三 09:00')).toBeInTheDocument();
  expect(screen.queryByText(/别处/)).toBeNull();
  expect(noticeService.notices.map(({ readAt }) => readAt !== null)).toEqual([true, false]);
});

it('names no deadline on the ticket of an offer that was not seen before, and looks again once the service heard', async () => {
  logIn();
  noticeService.notices = [offer({ deadline: null })];
  const refresh = jest.fn(() => Promise.resolve());
  drawTicket(ticket({ offerUntil: session.startsAt, offerBegun: false }), refresh);
  expect(screen.getByText('有名额了，已为你保留，请尽快确认。')).toBeInTheDocument();
  expect(screen.queryByText(/前确认/)).toBeNull();
  await settle();
  expect(noticeService.notices.map(({ readAt }) => readAt !== null)).toEqual([true]);
  expect(refresh).toHaveBeenCalledTimes(1);
});

describe('words', () => {
  it('show instants as people read them, words as they came, and what was empty', () => {
    expect(sayNoticeChange({ field: 'startsAt', from: '6月2日 09:00', to: isoOf(TODAY, '15:00') }, TODAY)).toBe(
      '开始时间：6月2日 09:00 → 今天 15:00',
    );
    expect(sayNoticeChange({ field: 'note', from: null, to: '带身份证' }, TODAY)).toBe('说明：未填写 → 带身份证');
  });

  it('say of a registration that ended with its offer that its time was over, and not that the union ended it', () => {
    expect(sayNoticeKind({ kind: 'cancelled', reason: lapsedOfferReason })).toBe('确认超时，名额已给下一位');
    expect(sayNoticeKind({ kind: 'cancelled', reason: '停电' })).toBe('工会已取消');
  });

  it('say that an offer is over once it is', () => {
    const clock = { now: NOW, today: TODAY };
    expect(sayDeadline(offer({ deadline: isoOf(TODAY, '11:00') }), clock)).toBe('确认期限今天 11:00 已过');
    expect(sayDeadline(notice({ deadline: isoOf(TODAY, '14:00') }), clock)).toBeNull();
  });
});

describe('an empty list', () => {
  it('is not said to be known before it was asked for', async () => {
    logIn();
    render(<NoticesPage />);
    expect(screen.queryByText('暂无消息')).toBeNull();
    await settle();
    expect(screen.getByText('暂无消息')).toBeInTheDocument();
    expect(screen.queryByText('正在加载消息……')).toBeNull();
  });

  it('is not said to be empty beside what is in it', async () => {
    logIn();
    noticeService.notices = [notice({ readAt: isoOf(TODAY, '11:00') })];
    render(<NoticesPage />);
    await settle();
    expect(screen.queryByText('暂无消息')).toBeNull();
    expect(screen.queryByText(/^未读/)).toBeNull();
  });
});

it('says on the ticket what kind of notice it is, and of when', async () => {
  logIn();
  noticeService.notices = [notice({ changes: [place], reason: '原场地漏水' })];
  drawTicket(ticket({ status: 'booked', offerUntil: null }));
  await settle();
  expect(screen.getByText('场次信息有变动（今天 10:00）')).toBeInTheDocument();
  expect(screen.getByText('工会说明：原场地漏水')).toBeInTheDocument();
  expect(screen.queryByText('报名记录')).toBeNull();
});

it('shows on the ticket what the union wrote to her, which opening the ticket marks as read', async () => {
  logIn();
  noticeService.notices = [
    notice({ id: 'message', kind: 'message', changes: [], reason: '请从东门进' }),
    notice({ id: 'cancelled', kind: 'cancelled', changes: [], reason: '示例：医生请假' }),
    notice({ id: 'promoted', kind: 'promoted', changes: [], reason: null }),
  ];
  drawTicket(ticket({ status: 'booked', offerUntil: null }));
  await settle();
  expect(screen.getByText('工会给你发了消息（今天 10:00）')).toBeInTheDocument();
  expect(screen.getByText('工会说明：请从东门进')).toBeInTheDocument();
  expect(screen.getByText('工会说明：示例：医生请假')).toBeInTheDocument();
  expect(screen.getAllByText(/^工会说明/)).toHaveLength(2);
  expect(noticeService.notices.every(({ readAt }) => readAt !== null)).toBe(true);
});
