/** Choosing another session: for a registration that moves, and the day of a screening. */
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { instantOf, isoOf } from '@yugong/domain/time';
import { MoveView } from '@/features/registration/move/move-view';
import { useDays } from '@/features/screening/days/use-days';
import DaysPage from '@/features/screening/pages/days';
import OverviewPage from '@/features/screening/pages/overview';
import { forgetServed } from '@/platform/service';
import { load, save, stored } from '@/platform/storage';
import { requestTask } from '../setup/request-task';
import { ticketSessionOf } from '../fixtures/tickets';
import { phone } from '../setup/taro';

const TODAY = '2026-06-01';
const session = (id: string, day: string, part: Partial<SessionWire> = {}): SessionWire =>
  ticketSessionOf({
    id,
    title: '演示筛查',
    place: `演示医院${id}`,
    opensAt: isoOf('2026-05-01'),
    closesAt: isoOf(day),
    cancelUntil: isoOf(day),
    startsAt: isoOf(day, '09:00'),
    endsAt: isoOf(day, '11:00'),
    ...part,
  });
const registration: RegistrationWire = {
  id: '01JD7Q9Z3K4M5N6P7Q8R9S0T1V',
  sessionId: 'a',
  programmeId: 'p',
  status: 'booked',
  ahead: 0,
  offerUntil: null,
  offerBegun: false,
  displaced: false,
  createdAt: isoOf('2026-05-02'),
  updatedAt: isoOf('2026-05-02'),
};

let sessions: SessionWire[] | 'down';
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

beforeEach(() => {
  jest.useFakeTimers({ now: instantOf(TODAY, '12:00'), doNotFake: ['setTimeout', 'queueMicrotask'] });
  sessions = [];
  jest.spyOn(Taro, 'request').mockImplementation(({ url }) => {
    const answer = url.includes('/programmes') ? { programmes: [] } : { sessions };
    const given =
      sessions === 'down' ? { statusCode: 503, data: '' } : { statusCode: 200, data: JSON.stringify(answer) };
    return requestTask(Promise.resolve(given));
  });
});
afterEach(() => {
  forgetServed();
  phone.reset();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('a registration that moves', () => {
  const draw = async () => {
    render(
      <MoveView
        ticket={{ registration, session: session('a', '2026-06-03'), programme: null, pass: null, at: Date.now() }}
      />,
    );
    await settle();
  };

  it('is offered open sessions only, and not its own: no place is given up for a waiting list', async () => {
    sessions = [
      session('a', '2026-06-03'),
      session('b', '2026-06-04'),
      session('c', '2026-06-05', { state: 'waitlist', seatsLeft: 0 }),
      session('d', '2026-06-06', { state: 'upcoming' }),
    ];
    await draw();
    expect(screen.getAllByText(/演示医院[bcd]/).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('演示医院b'),
    ]);
    expect(screen.getByText(/当前场次：.*演示医院a。改期成功后才会释放原名额/)).toBeInTheDocument();
  });

  it('asks once more with time and place, and sends the move', async () => {
    sessions = [session('a', '2026-06-03'), session('b', '2026-06-04')];
    await draw();
    fireEvent.click(screen.getByText(/演示医院b/));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('改到这个场次？');
    expect(dialog).toHaveTextContent('本周四 09:00—11:00');
    expect(dialog).toHaveTextContent('演示医院b');
    fireEvent.click(screen.getByRole('button', { name: '确认改期' }));
    expect(load(stored.outbox).map(({ kind, path, body }) => ({ kind, path, body }))).toEqual([
      {
        kind: 'registration-move',
        path: `/api/v1/me/registrations/${registration.id}`,
        body: { sessionId: 'b' },
      },
    ]);
  });

  it('says that there is none, and that the old place stays', async () => {
    sessions = [session('a', '2026-06-03')];
    await draw();
    expect(screen.getByText('暂无可改的场次')).toBeInTheDocument();
  });

  it('says so where the service doesn’t answer', async () => {
    sessions = 'down';
    await draw();
    expect(screen.getByText(/原名额不受影响/)).toBeInTheDocument();
    expect(screen.queryByText('暂无可改的场次')).toBeNull();
  });
});

describe('the day of a screening', () => {
  const hook = async (only = '') => {
    const drawn = renderHook(() => useDays(only));
    await settle();
    return drawn.result;
  };
  const ids = (list: readonly SessionWire[]) => list.map(({ id }) => id);

  it('is one of the sessions that can be had, of the programme that was asked for', async () => {
    sessions = [session('a', '2026-06-03'), session('b', '2026-06-04', { programmeId: 'q' })];
    expect(ids((await hook()).current.offered)).toEqual(['a', 'b']);
    forgetServed();
    expect(ids((await hook('q')).current.offered)).toEqual(['b']);
  });

  it('is narrowed down to a district, an evening and a day, and back', async () => {
    sessions = [
      session('a', '2026-06-03'),
      session('b', '2026-06-04', { adcode: '500105' }),
      session('c', '2026-06-04', { startsAt: isoOf('2026-06-04', '18:00'), endsAt: isoOf('2026-06-04', '20:00') }),
    ];
    const days = await hook();
    expect(days.current.districts).toEqual(['500103', '500105']);
    act(() => days.current.choose('2026-06-04'));
    expect(ids(days.current.shown).sort()).toEqual(['b', 'c']);
    act(() => days.current.choose('2026-06-04'));
    expect(ids(days.current.shown)).toHaveLength(3);
    act(() => days.current.wish({ adcode: '500105' }));
    expect(ids(days.current.fitting)).toEqual(['b']);
    expect(load(stored.district)).toBe('500105');
    act(() => days.current.wish({ adcode: null, evening: true }));
    expect(ids(days.current.fitting)).toEqual(['c']);
  });

  it('leaves out a district of before in which nothing is on now', async () => {
    phone.storage.set('district', { version: 1, value: '500240', at: Date.now() });
    sessions = [session('a', '2026-06-03')];
    const days = await hook();
    expect(days.current.wishes.adcode).toBeNull();
    expect(ids(days.current.fitting)).toEqual(['a']);
  });

  it('marks the reader’s own session and opens its ticket instead of the form', async () => {
    const own = session('a', '2026-06-03');
    save(stored.tickets, [{ registration, session: own, programme: null, pass: null, at: Date.now() }]);
    sessions = [own, session('b', '2026-06-04')];
    render(<DaysPage />);
    await settle();
    const [mine, other] = screen.getAllByRole('link', { name: /演示医院/ });
    expect(mine).toHaveTextContent('你已报名这一场');
    expect(mine).toHaveAttribute('href', expect.stringContaining(`/ticket/index?id=${registration.id}`));
    expect(other).not.toHaveTextContent('你已报名');
    expect(other).toHaveAttribute('href', expect.stringContaining('/sign-up/index?session=b'));
  });

  it('shows districts to choose from only where there are several', async () => {
    sessions = [session('a', '2026-06-03'), session('b', '2026-06-04', { adcode: '500105' })];
    render(<DaysPage />);
    await settle();
    expect(screen.getByText('全部区县')).toBeInTheDocument();
    fireEvent.click(screen.getByText('周末'));
    expect(screen.queryByText(/演示医院/)).toBeNull();
  });
});

describe('what is free next', () => {
  const line = async () => {
    render(<OverviewPage />);
    await settle();
    return screen.getByRole('link', { name: /选择日期，报名/ }).textContent;
  };

  it('is the first open session, before an earlier one that has only a waiting list', async () => {
    sessions = [
      session('a', '2026-06-03', { state: 'waitlist', seatsLeft: 0 }),
      session('b', '2026-06-04'),
      session('c', '2026-06-05'),
    ];
    expect(await line()).toContain('最近：本周四 09:00—11:00，演示医院b');
  });

  it('is a waiting list where nothing else is to be had', async () => {
    sessions = [
      session('x', '2026-06-02', { state: 'cancelled' }),
      session('a', '2026-06-03', { state: 'waitlist', seatsLeft: 0 }),
    ];
    expect(await line()).toContain('演示医院a');
  });

  it('is nothing, or not known', async () => {
    expect(await line()).toContain('暂无可报名的场次');
    forgetServed();
    sessions = 'down';
    document.body.innerHTML = '';
    expect(await line()).toContain('网络连接失败，可以打 12351 咨询');
  });
});

it('leads back to one’s own where there is no other session', async () => {
  sessions = [session('a', '2026-06-03')];
  render(
    <MoveView
      ticket={{ registration, session: session('a', '2026-06-03'), programme: null, pass: null, at: Date.now() }}
    />,
  );
  await settle();
  expect(screen.getByRole('link', { name: '返回我的报名' })).toHaveAttribute(
    'href',
    '/features/registration/pages/mine/index',
  );
});

it('waits for just what was wished where nothing fits', async () => {
  const { result } = renderHook(() => useDays('p'));
  await settle();
  expect(result.current.alert).toMatchObject({ kind: 'screening', programmeId: 'p', adcode: null });
  act(() => result.current.wish({ evening: true }));
  expect(result.current.alert).toMatchObject({ kind: 'screening', programmeId: 'p', evening: true, weekend: false });
  const any = renderHook(() => useDays('')).result;
  await settle();
  expect(any.current.alert).toMatchObject({ kind: 'screening', programmeId: null });
});
