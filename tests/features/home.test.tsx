import { render, screen } from '@testing-library/react';
import type { Digest } from '@yugong/content/bundle';
import type { SessionWire } from '@yugong/domain/session/wire';
import { appointmentsOf, type Appointment } from '@/pages/appointments';
import { AppointmentCard } from '@/pages/parts/appointment-card';
import { ticketSessionOf, ticketOf } from '../fixtures/tickets';
import HomePage from '@/pages/home';
import { Joinable } from '@/pages/home/parts/joinable-section';
import { MeView } from '@/pages/me/parts/me-view';
import { save, stored } from '@/platform/storage';
import { joinableOf, othersOf } from '@/pages/home/joinable';
import { seasonTips } from '@/pages/home/seasons';
import { newsOf, nextEvents } from '@/pages/home/model';

const head = (id: string, date: string) => ({ id, title: id, date, district: null });
const event = (id: string, start: string, end = start) => ({ id, title: id, start, end, place: null, caveat: null });
const digest: Digest = {
  contentDate: '2024-11-14',
  news: [head('a', '2024-11-14'), head('b', '2024-11-11'), head('c', '2024-11'), head('d', '2024-11-08')],
  cases: [],
  caseCounts: { all: 0, withText: 0 },
  events: [
    event('going-on', '2024-11-01', '2024-11-30'),
    event('soon', '2024-11-20'),
    event('gone', '2024-11-12'),
    event('soon', '2025-11-20'),
  ],
};

describe('the news of home', () => {
  it('is this week’s, when there is any', () => {
    const { heading, note, items } = newsOf(digest, '2024-11-17', 4);
    expect([heading, note, items.map((item) => item.id)]).toEqual(['本周动态', undefined, ['a', 'b']]);
  });

  it('does not call old news this week’s', () => {
    const { heading, note } = newsOf(digest, '2026-11-23', 4);
    expect([heading, note]).toEqual(['最近的动态', '更新到2024年11月14日']);
  });
});

it('does not call next week’s news this week’s, on a phone whose clock is behind', () => {
  expect(newsOf({ ...digest, news: [head('a', '2024-11-14')] }, '2024-11-05', 4).heading).toBe('最近的动态');
});

it('shows events that go on and that come, not those that are over', () => {
  expect(nextEvents(digest, '2024-11-14', 3).map(({ id }) => id)).toEqual(['going-on', 'soon']);
});

it('shows nothing that begins more than 30 days from now', () => {
  const one = {
    ...digest,
    events: [event('near', '2024-12-14'), event('far', '2024-12-15'), event('summer', '2025-07-01')],
  };
  expect(nextEvents(one, '2024-11-14', 3).map(({ id }) => id)).toEqual(['near']);
});

it('says that news older than 30 days are not fresh, so that they stand last', () => {
  expect([newsOf(digest, '2024-12-10', 4).fresh, newsOf(digest, '2024-12-20', 4).fresh]).toEqual([true, false]);
});

describe('what can be joined', () => {
  const ids = (sessions: SessionWire[], amount = 2) => joinableOf(sessions, '2026-11-23', amount).map(({ id }) => id);
  const at = (day: string) => ({ startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T11:00:00+08:00` });

  it('has of each programme the next session alone, open ones before those with a waiting list', () => {
    const sessions = [
      ticketSessionOf({ id: 'full', programmeId: 'a', state: 'waitlist', ...at('2026-11-25') }),
      ticketSessionOf({ id: 'first', programmeId: 'b', ...at('2026-11-26') }),
      ticketSessionOf({ id: 'second', programmeId: 'b', ...at('2026-11-27') }),
    ];
    expect(ids(sessions)).toEqual(['first', 'full']);
    expect(sessions.map((one) => othersOf(one, sessions))).toEqual([0, 1, 1]);
  });

  it('has nothing that is over, closed, or more than 30 days off', () => {
    const sessions = [
      ticketSessionOf({ id: 'closed', programmeId: 'a', state: 'closed', ...at('2026-11-25') }),
      ticketSessionOf({ id: 'far', programmeId: 'b', ...at('2026-12-24') }),
      ticketSessionOf({ id: 'gone', programmeId: 'c', ...at('2026-11-22') }),
      ticketSessionOf({ id: 'last', programmeId: 'd', ...at('2026-12-23') }),
    ];
    expect(ids(sessions)).toEqual(['last']);
  });
});

it.each([
  ['2026-07-15', ['heat-rest', 'holiday-care']],
  ['2026-09-30', ['heat-rest', 'heat-pay']],
  ['2026-12-20', ['warmth', 'wages']],
  ['2027-02-15', ['warmth', 'wages']],
  ['2027-02-16', []],
  ['2026-10-01', []],
])('says on %s what the season brings', (day, ids) => {
  expect(seasonTips(day, 2).map(({ id }) => id)).toEqual(ids);
});

describe('what the reader has signed up for', () => {
  const clock = { now: Date.parse('2026-11-24T08:00:00+08:00'), today: '2026-11-24' };
  const preparation = [
    { id: 'rest', text: '不同房', why: null, from: { days: 2 }, until: null },
    { id: 'later', text: '穿宽松衣服', why: null, from: { hours: 2 }, until: null },
  ];
  const ticket = (id: string, session: SessionWire, status: 'booked' | 'cancelled' = 'booked') =>
    ticketOf({ id, session, status, preparation });

  it('stands in order of time; what is over or cancelled is not there', () => {
    const tickets = [
      ticket('late', ticketSessionOf({ startsAt: '2026-11-27T09:00:00+08:00', endsAt: '2026-11-27T11:00:00+08:00' })),
      ticket('soon', ticketSessionOf({ startsAt: '2026-11-26T09:00:00+08:00', endsAt: '2026-11-26T11:00:00+08:00' })),
      ticket('over', ticketSessionOf({ startsAt: '2026-11-23T09:00:00+08:00', endsAt: '2026-11-23T11:00:00+08:00' })),
      ticket('given-up', ticketSessionOf({}), 'cancelled'),
    ];
    const shown = appointmentsOf({ served: null, tickets, ...clock });
    expect(shown.map(({ id, daysAway }) => [id, daysAway])).toEqual([
      ['soon', 2],
      ['late', 3],
    ]);
  });

  it('does not name a screening or its preparation on the first screen', () => {
    const session = ticketSessionOf({ startsAt: '2026-11-26T09:00:00+08:00', endsAt: '2026-11-26T11:00:00+08:00' });
    const [shown] = appointmentsOf({ served: null, tickets: [ticket('one', session)], ...clock });
    expect(shown).toMatchObject({ title: '工会预约', today: '今天有 1 项准备' });
    expect(JSON.stringify(shown)).not.toMatch(/两癌|筛查|同房/);
  });

  it('is what the service says, where it has answered', () => {
    const session = ticketSessionOf({ startsAt: '2026-11-26T09:00:00+08:00', endsAt: '2026-11-26T11:00:00+08:00' });
    expect(appointmentsOf({ served: [], tickets: [ticket('one', session)], ...clock })).toEqual([]);
  });
});

it('draws whose app it is, the services and the way to everything else', () => {
  render(<HomePage />);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('渝工随行');
  expect(document.body).toHaveTextContent('重庆工会 · 给每一位劳动者 · 免费');
  for (const name of [
    /^找驿站/,
    /^两癌筛查/,
    /^维权求助/,
    /^工会活动/,
    /^创新案例/,
    /^工会动态/,
    /全部动态/,
    /全部 15 个案例/,
    /搜案例/,
  ]) {
    expect(screen.getByRole('link', { name })).toHaveAttribute('href');
  }
  expect(document.body).not.toHaveTextContent(/敬请期待|即将上线|开发中/);
});

describe('the station that home names', () => {
  const near = { id: 'station-a', title: '演示驿站', place: '解放碑', minutes: 6, travel: 'walk' } as const;
  const draw = (openUntil: number | null) => {
    save(stored.nearStation, { ...near, openUntil });
    return render(<HomePage />).container;
  };

  it('is there until it closes, and not a minute longer', () => {
    expect(draw(Date.now() + 60_000)).toHaveTextContent('演示驿站');
  });

  it('is not there any more once it has closed', () => {
    expect(draw(Date.now() - 1)).not.toHaveTextContent('演示驿站');
  });

  it('that never closes is there always', () => {
    expect(draw(null)).toHaveTextContent('演示驿站');
  });
});

describe('what can be joined, with nothing to show', () => {
  it.each([
    ['offline', '没有网络'],
    ['failed', '网络连接失败'],
    ['ready', '近期没有其他场次'],
  ] as const)('says why once, and what each row leads to: %s', (state, why) => {
    render(<Joinable today="2026-12-01" shown={[]} sessions={[]} state={state} />);
    expect(screen.getAllByText(why)).toHaveLength(1);
    expect(screen.getByText('谁能查、怎么报名、要带什么')).toBeInTheDocument();
    expect(screen.getByText('今年有哪些活动、怎么参加')).toBeInTheDocument();
  });
});

it('counts favourites only where there are some', () => {
  const { container, unmount } = render(<MeView favourites={[]} contentDate="2026-10" />);
  expect(container).not.toHaveTextContent('0 条');
  unmount();
  const one = { collection: 'cases', id: 'case-a', title: '案例', savedAt: 0 } as const;
  expect(render(<MeView favourites={[one]} contentDate="2026-10" />).container).toHaveTextContent('1 条');
});

describe('the card of what is next', () => {
  const appointment: Appointment = {
    id: 'r',
    url: '/x',
    kind: 'event',
    status: 'booked',
    title: '羽毛球体验',
    day: '2026-06-03',
    daysAway: 0,
    startsAt: '2026-06-03T09:00:00+08:00',
    endsAt: '2026-06-03T11:00:00+08:00',
    place: '文化宫',
    today: null,
    demo: false,
  };
  const draw = (part: Partial<Appointment>) =>
    render(<AppointmentCard appointment={{ ...appointment, ...part }} />).container;

  it.each([
    [0, '今天'],
    [1, '明天'],
    [2, '2 天后'],
  ])('says of %i days away: %s', (daysAway, words) => expect(draw({ daysAway })).toHaveTextContent(words));

  it('says what to do today only where there is something', () => {
    expect(draw({}).querySelectorAll('.today')).toHaveLength(0);
    const told = draw({ today: '今晚 22:00 后不要进食' });
    expect(told.querySelectorAll('.today')).toHaveLength(1);
    expect(told).toHaveTextContent('今晚 22:00 后不要进食');
    expect(told).toHaveTextContent('09:00—11:00');
    expect(told).toHaveTextContent('报名成功 · 文化宫');
  });
});
