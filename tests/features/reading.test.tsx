import { act, fireEvent, render, screen } from '@testing-library/react';
import EventPage from '@/features/events/pages/detail';
import { bundledEvents, listEvents } from '@/features/events/model';
import LegalAidPage from '@/features/legal-aid/pages/overview';
import { facts, topics } from '@/features/legal-aid/model';
import { kindNames, recordUrl } from '@/features/links';
import { bundledNews, newsByWeek, newsDate } from '@/features/news/model';
import NewsListPage from '@/features/news/pages/list';
import SearchPage from '@/features/search/pages/search';
import { remember } from '@/features/search/model';
import StationPage from '@/features/stations/pages/detail';
import { stationsNow } from '@/features/stations/model';
import { phone } from '../setup/taro';

describe('news', () => {
  it('stands under its week, newest first, and loses nothing', () => {
    const weeks = newsByWeek(bundledNews, '2026-11-23');
    expect(weeks.flatMap((week) => week.items)).toHaveLength(bundledNews.length);
    const dates = weeks.flatMap((week) => week.items.map(newsDate));
    expect(dates).toEqual([...dates].sort((a, b) => b.localeCompare(a)));
  });

  it('says so where the day is not known', () => {
    render(<NewsListPage />);
    const undated = bundledNews.filter((item) => item.happenedOn === null && item.publishedAt?.length !== 10).length;
    expect(screen.getAllByText(/日期不详/)).toHaveLength(undated);
  });

  it('shows one district’s news when asked by a link', () => {
    const adcode = bundledNews.find((item) => item.district?.adcode)?.district?.adcode ?? '';
    phone.params = { adcode };
    render(<NewsListPage />);
    const shown = bundledNews.filter((item) => item.district?.adcode === adcode);
    expect(screen.getAllByRole('link')).toHaveLength(shown.length);
  });
});

describe('events', () => {
  it('are each listed once, coming or past', () => {
    const { coming, past } = listEvents(bundledEvents, '2026-11-23');
    expect(coming.length + past.length).toBe(bundledEvents.length);
    expect(coming.every(({ when }) => when.end >= '2026-11-23')).toBe(true);
  });

  it('warn before a day that nobody has announced here', () => {
    const recurring = bundledEvents.find((event) => event.rrule && event.caveat);
    phone.params = { id: recurring?.id ?? '' };
    const { container } = render(<EventPage />);
    expect(container).toHaveTextContent(recurring?.caveat ?? 'missing');
  });
});

describe('stations', () => {
  it('never say open without published hours', async () => {
    const silent = Array.from({ length: stationsNow().count }, (_, at) => at).find(
      (at) => stationsNow().hours(at) === null,
    );
    phone.params = { id: stationsNow().cells.id(silent ?? -1) ?? '' };
    const { container } = render(<StationPage />);
    await act(() => Promise.resolve());
    expect(container).toHaveTextContent('营业时间未公布');
    // The buttons that tell of it say so too.
    expect(screen.queryAllByText('开着').filter((said) => !said.closest('button'))).toEqual([]);
  });
});

describe('legal aid', () => {
  it('has a chip for every topic in the content', () => {
    expect(new Set(facts.map((fact) => fact.topic))).toEqual(new Set(topics.map((topic) => topic.value)));
  });

  it('shows the rule that a search led to first', () => {
    const fact = facts.find((other) => other.topic === 'pay');
    phone.params = { id: fact?.id ?? '' };
    render(<LegalAidPage />);
    expect(screen.getByRole('button', { name: /工资/ })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getAllByText(/^依据：/)[0]).toHaveTextContent(fact?.basis ?? 'missing');
  });
});

describe('search', () => {
  it('groups by kind, marks the hit and remembers a search that was of use', () => {
    render(<SearchPage />);
    const field = screen.getByRole('searchbox');
    fireEvent.change(field, { target: { value: '驿站' } });
    expect(screen.getByRole('heading', { name: new RegExp(`^${kindNames.stations}\\s*\\d+ 条`) })).toBeInTheDocument();
    expect(screen.getAllByText('驿站').some((hit) => hit.className === 'hit')).toBe(true);
    fireEvent.submit(screen.getByRole('search'));
    fireEvent.change(field, { target: { value: '' } });
    expect(screen.getByText('搜索历史')).toBeInTheDocument();
  });

  it('offers the categories when nothing is found', () => {
    phone.params = { q: '量子纠缠' };
    render(<SearchPage />);
    expect(screen.getByText('没有找到“量子纠缠”')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '案例' })).toHaveAttribute(
      'href',
      recordUrl('cases', '').replace(/detail.*/, 'list/index'),
    );
  });

  it('remembers eight, newest first, each once', () => {
    const many = Array.from({ length: 9 }, (_, at) => `词${at}`).reduce<string[]>(remember, []);
    expect(many).toHaveLength(8);
    expect(remember(many, '词3')[0]).toBe('词3');
    expect(remember(many, '  ')).toEqual(many);
  });
});
