import { render, screen } from '@testing-library/react';
import type { Digest } from '@yugong/content/bundle';
import HomePage from '@/pages/home';
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

it('draws the day, the four services and the way to everything else', () => {
  render(<HomePage />);
  for (const name of [/找驿站/, /两癌筛查/, /维权求助/, /工会活动/, /全部动态/, /全部 15 个案例/, /搜案例/]) {
    expect(screen.getByRole('link', { name })).toHaveAttribute('href');
  }
  expect(document.body).not.toHaveTextContent(/敬请期待|即将上线|开发中/);
});
