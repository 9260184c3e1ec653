/** A ticket's page: as the service has it, as the phone kept it, and what is done with it from there. */
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { RegistrationDetailWire } from '@yugong/domain/registration/detail';
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { instantOf, isoOf } from '@yugong/domain/time';
import type * as v from 'valibot';
import MinePage from '@/features/registration/pages/mine';
import TicketPage from '@/features/registration/pages/ticket';
import { useTickets } from '@/features/registration/ticket/tickets';
import { clearFromOutbox } from '@/platform/outbox';
import { forgetServed, startSending } from '@/platform/service';
import { load, stored } from '@/platform/storage';
import {
  askedOf,
  logIn,
  phoneService,
  pressButton,
  ServiceRefusal,
  settle,
  withPhoneService,
} from '../fixtures/phone-service';
import { ticketOf, ticketSessionOf } from '../fixtures/tickets';
import { phone } from '../setup/taro';

const TODAY = '2026-06-01';
const ID = '01JD7Q9Z3K4M5N6P7Q8R9S0T1V';
const session = (part: Partial<SessionWire> = {}): SessionWire =>
  ticketSessionOf({
    id: 's',
    title: '两癌筛查早场',
    demo: false,
    opensAt: isoOf('2026-05-01'),
    closesAt: isoOf('2026-06-02'),
    cancelUntil: isoOf('2026-06-02'),
    startsAt: isoOf('2026-06-03', '09:00'),
    endsAt: isoOf('2026-06-03', '11:00'),
    ...part,
  });
const { programme } = ticketOf({ id: ID, session: session() });
const detail = (
  part: Partial<RegistrationWire> = {},
  of: Partial<SessionWire> = {},
): v.InferOutput<typeof RegistrationDetailWire> => ({
  ...ticketOf({ id: ID, session: session(of) }).registration,
  createdAt: isoOf('2026-05-20', '10:00'),
  session: session(of),
  person: { name: '演示一', phone: '138****0000', residentId: null },
  team: null,
  family: null,
  history: [],
  reminder: null,
  due: null,
  consents: [],
  ...part,
});
const PATH = `/api/v1/me/registrations/${ID}`;
const KINDS = ['registration-take', 'registration-move', 'registration-cancel', 'sign-up'];

async function open(part: Partial<RegistrationWire> = {}, of: Partial<SessionWire> = {}) {
  phoneService.answers[`GET ${PATH}`] = detail(part, of);
  phone.params = { id: ID };
  const drawn = render(<TicketPage />);
  await settle();
  return drawn;
}

withPhoneService();
beforeEach(() => {
  jest.useFakeTimers({ now: instantOf(TODAY, '12:00'), doNotFake: ['setTimeout', 'queueMicrotask'] });
  logIn();
  phoneService.answers = {
    'GET /api/v1/programmes': { programmes: [programme] },
    [`GET ${PATH}/pass`]: {
      code: 'pass-code',
      initials: '演＊',
      signedUpBy: null,
      status: 'booked',
      session: session(),
    },
    'GET /api/v1/me/notices': { unread: 0, notices: [] },
  };
});
afterEach(() => {
  act(() => {
    useTickets.getState().clear();
    clearFromOutbox(KINDS);
  });
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('a place', () => {
  it('is shown with its pass, what to bring and by when it can be given back', async () => {
    const { container } = await open();
    expect(screen.getByRole('heading', { name: '本周三 09:00—11:00' })).toBeInTheDocument();
    expect(container).toHaveTextContent('报名成功');
    expect(screen.getByRole('img', { name: '签到二维码' })).toBeInTheDocument();
    expect(container).toHaveTextContent('演＊');
    expect(container).toHaveTextContent('8R9S 0T1V');
    expect(container).toHaveTextContent('到场请出示给工作人员扫码');
    expect(container).toHaveTextContent('身份证');
    expect(container).toHaveTextContent('工会热线');
    expect(container).toHaveTextContent(/主办：演示工会。.*10:00 报名。/);
    expect(container).toHaveTextContent('明天 00:00 前可自行改期或取消');
    expect(screen.queryByText('演示')).toBeNull();
    expect(screen.queryByText(/网络连接失败/)).toBeNull();
  });

  it('is marked where it is only for show', async () => {
    await open({}, { demo: true });
    expect(screen.getByText('演示')).toBeInTheDocument();
  });

  it('stays on the phone without what was typed, and opens there without a network', async () => {
    const { unmount } = await open();
    expect(load(stored.tickets)).toMatchObject([{ registration: { id: ID }, pass: { code: 'pass-code' } }]);
    expect(JSON.stringify(load(stored.tickets))).not.toMatch(/演示一|138/);
    unmount();
    phoneService.away = true;
    render(<TicketPage />);
    await settle();
    expect(screen.getByText('网络连接失败，这是 今天 12:00 的内容。')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '签到二维码' })).toBeInTheDocument();
  });

  it('says that the pass is still to be loaded where it never was', async () => {
    phoneService.answers[`GET ${PATH}/pass`] = new ServiceRefusal(503, 'busy');
    const { container } = await open();
    expect(screen.queryByRole('img', { name: '签到二维码' })).toBeNull();
    expect(container).toHaveTextContent('凭证需联网加载一次');
    expect(screen.queryByRole('button', { name: '保存凭证图片' })).toBeNull();
  });

  it('has its pass still when it has just been used, and no use for what one does before', async () => {
    const { container } = await open({ status: 'checked-in' });
    expect(askedOf('/pass')).toHaveLength(1);
    expect(container).toHaveTextContent('已签到');
    expect(load(stored.tickets)).toMatchObject([{ pass: { code: 'pass-code' } }]);
    expect(screen.queryByRole('button', { name: '取消报名' })).toBeNull();
    expect(container).not.toHaveTextContent('工会热线');
  });

  it('says what happened to it, instead of the day it was made', async () => {
    phoneService.answers[`GET ${PATH}`] = {
      ...detail(),
      history: [{ at: isoOf('2026-05-21', '09:00'), what: 'booked', by: 'me', status: 'booked' }],
    };
    phone.params = { id: ID };
    const { container } = render(<TicketPage />);
    await settle();
    expect(screen.getByText('报名记录')).toBeInTheDocument();
    expect(container).toHaveTextContent(/报名记录.*09:00/);
    expect(container).not.toHaveTextContent('10:00 报名。');
  });

  it.each([
    ['moved', true],
    ['booked', false],
  ] as const)('says that the calendar and the picture are old after it was %s: %s', async (what, isOld) => {
    const history = [{ at: isoOf('2026-05-21', '09:00'), what, by: 'me', status: 'booked' }];
    phoneService.answers[`GET ${PATH}`] = { ...detail(), history };
    phone.params = { id: ID };
    const { container } = render(<TicketPage />);
    await settle();
    expect(container.textContent?.includes('以前加到手机日历的还是旧时间')).toBe(isOld);
  });

  it('is called off without its pass, and leads to other sessions', async () => {
    const { container } = await open({}, { state: 'cancelled' });
    expect(container).toHaveTextContent('这一场已取消');
    expect(screen.queryByRole('img', { name: '签到二维码' })).toBeNull();
    expect(screen.getByRole('link', { name: /看看其他场次/ })).toHaveAttribute(
      'href',
      '/features/screening/pages/overview/index',
    );
    expect(screen.queryByRole('link', { name: '重新报名' })).toBeNull();
  });

  it('that was given back can be asked for again, for the same session', async () => {
    const { container } = await open({ status: 'cancelled' });
    expect(screen.getByRole('link', { name: '重新报名' })).toHaveAttribute(
      'href',
      '/features/registration/pages/sign-up/index?session=s',
    );
    expect(screen.queryByRole('link', { name: /看看其他场次/ })).toBeNull();
    expect(askedOf('/pass')).toEqual([]);
    expect(container).not.toHaveTextContent('工会热线');
  });

  it('doesn’t offer what can’t be changed any more, and says whom to call', async () => {
    await open({}, { cancelUntil: isoOf(TODAY, '11:00') });
    expect(screen.queryByRole('button', { name: '取消报名' })).toBeNull();
    expect(screen.getByText(/已过自行改期、取消的时间/)).toBeInTheDocument();
  });
});

describe('a place that one waits for', () => {
  const offer = { status: 'waitlist', offerUntil: isoOf(TODAY, '13:30'), offerBegun: true } as const;

  it('is offered with the time that is left, and taken once', async () => {
    const { container } = await open(offer);
    expect(container).toHaveTextContent(
      '有名额了，已为你保留：今天 13:30 前确认有效，还有 1 小时 30 分钟。逾期让给下一位。',
    );
    await pressButton('确认名额');
    expect(load(stored.outbox)).toMatchObject([
      { kind: 'registration-take', method: 'PUT', path: PATH, body: { sessionId: 's' } },
    ]);
    expect(screen.getByText('确认待发送，即将发送。收到确认后才生效。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '确认名额' })).toBeNull();
  });

  it.each([
    ['13:00', '还有 1 小时 0 分钟'],
    ['12:59', '还有 59 分钟'],
    ['12:00:30', '还有 1 分钟'],
  ])('has until %s, in the units that say something: %s', async (until, left) => {
    const { container } = await open({ ...offer, offerUntil: isoOf(TODAY, until) });
    expect(container).toHaveTextContent(`前确认有效，${left}。`);
  });

  it('counts the hours of an offer that nobody has seen from when it is', async () => {
    if (programme)
      phoneService.answers['GET /api/v1/programmes'] = { programmes: [{ ...programme, offerMinutes: 120 }] };
    const { container } = await open({ ...offer, offerBegun: false });
    expect(container).toHaveTextContent('手机联网后开始计时，2 小时内确认有效');
  });

  it('is asked for when there is a network again', async () => {
    await open(offer);
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    await pressButton('确认名额');
    expect(screen.getByText('确认待发送，联网后自动发送。收到确认后才生效。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '立即发送' })).toBeNull();
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
  });

  it('is the reader’s as soon as the service says so, and the page shows that', async () => {
    await open(offer);
    const before = askedOf(PATH).length;
    phoneService.answers[`PUT ${PATH}`] = ticketOf({ id: ID, session: session() }).registration;
    phoneService.answers[`GET ${PATH}`] = detail();
    await pressButton('确认名额');
    act(startSending);
    await waitFor(() => expect(screen.getByText('报名成功')).toBeInTheDocument());
    expect(askedOf(`GET ${PATH}`).length).toBeGreaterThan(before);
    expect(load(stored.outbox)).toEqual([]);
  });

  it('is left in other words than a place is given back', async () => {
    await open({ status: 'waitlist', ahead: 2 });
    await pressButton('退出候补');
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('退出候补？');
    expect(dialog).toHaveTextContent('退出后候补位置让给后面的人，再次候补需重新报名。');
    fireEvent.click(within(dialog).getByRole('button', { name: '确定退出' }));
    expect(load(stored.outbox)).toMatchObject([{ kind: 'registration-cancel', method: 'DELETE', path: PATH }]);
    expect(screen.getByText(/取消成功前，名额仍为你保留。$/)).toBeInTheDocument();
  });
});

describe('giving a place back', () => {
  it('asks first, and says what becomes of it', async () => {
    await open();
    await pressButton('取消报名');
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('名额会立即让给候补的下一位，恢复需重新报名。只想换时间，建议用“改期”。');
    fireEvent.click(within(dialog).getByRole('button', { name: '暂不取消' }));
    expect(load(stored.outbox)).toEqual([]);
  });

  it('says so where the phone could not keep it', async () => {
    jest.spyOn(console, 'warn').mockImplementation();
    await open();
    await pressButton('取消报名');
    phone.storageFull = true;
    fireEvent.click(screen.getByRole('button', { name: '确定取消' }));
    expect(phone.toasts).toContain('手机存储已满，取消未提交');
  });

  it('that the service refuses stays on the page until it was read', async () => {
    await open();
    phoneService.answers[`DELETE ${PATH}`] = new ServiceRefusal(409, 'too-late', '已过取消的时间');
    await pressButton('取消报名');
    fireEvent.click(screen.getByRole('button', { name: '确定取消' }));
    act(startSending);
    await waitFor(() => expect(screen.getByText('取消未成功：已过取消的时间。')).toBeInTheDocument());
    await pressButton('知道了');
    expect(screen.queryByText(/取消未成功/)).toBeNull();
    expect(load(stored.outbox)).toEqual([]);
  });
});

describe('a ticket that can’t be shown', () => {
  it.each([
    [new ServiceRefusal(404, 'not-found'), '没有找到'],
    [new ServiceRefusal(503, 'busy'), '加载失败'],
  ])('says why: %#', async (answer, words) => {
    phoneService.answers[`GET ${PATH}`] = answer;
    phone.params = { id: ID };
    const { container } = render(<TicketPage />);
    expect(screen.getByText('正在加载报名……')).toBeInTheDocument();
    await settle();
    expect(container).toHaveTextContent(words);
  });

  it('is none of anybody’s without an id', async () => {
    phone.params = {};
    const { container } = render(<TicketPage />);
    await settle();
    expect(container).toHaveTextContent('没有找到');
    expect(askedOf('/me/registrations')).toEqual([]);
  });
});

describe('one’s own registrations', () => {
  const mine = async (registrations: unknown[]) => {
    phoneService.answers['GET /api/v1/me/registrations'] = { registrations, held: [] };
    const drawn = render(<MinePage />);
    await settle();
    return drawn.container;
  };

  it('are those to come, then those that are over, each by its own heading', async () => {
    const past = detail({}, { startsAt: isoOf('2026-05-25', '09:00'), endsAt: isoOf('2026-05-25', '11:00') });
    await mine([{ ...past, id: 'past' }, detail()]);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      '即将参加',
      '历史记录',
    ]);
  });

  it('have no heading over nothing', async () => {
    await mine([detail()]);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['即将参加']);
  });

  it('say that there are none, and where to begin', async () => {
    const page = await mine([]);
    expect(page).toHaveTextContent('暂无报名');
    expect(page).not.toHaveTextContent(/即将参加|历史记录|待确认|待核对/);
  });

  it('could not be loaded is said only where that is so', async () => {
    const { unmount } = render(<MinePage />);
    await settle();
    expect(screen.getByText(/已报名的不受影响。/)).toBeInTheDocument();
    unmount();
    forgetServed();
    expect(await mine([detail()])).not.toHaveTextContent('已报名的不受影响。');
  });

  it('say for whom they are where that is somebody else', async () => {
    const family = { relation: 'daughter', phone: '199****0001' };
    const page = await mine([
      detail(),
      { ...detail(), id: 'hers', family, person: { name: '母演示', phone: '', residentId: null } },
    ]);
    expect(page).toHaveTextContent('为家人 母演示 报名');
    expect(page.textContent?.match(/为家人/g)).toHaveLength(1);
  });
});
