import { act, fireEvent, render, screen } from '@testing-library/react';
import EventPage from '@/features/events/pages/detail';
import { bundledEvents, listEvents } from '@/features/events/model';
import LegalAidPage from '@/features/legal-aid/pages/overview';
import { facts, legalTopics } from '@/features/legal-aid/model';
import { kindNames, recordUrl } from '@/features/links';
import { bundledNews, districtOptions, newsByWeek, newsDate } from '@/features/news/model';
import NewsListPage from '@/features/news/pages/list';
import { ROWS_PER_PAGE } from '@/features/shared/paginate';
import SearchPage from '@/features/search/pages/search';
import { remember } from '@/features/search/model';
import { searchPageUrl } from '@/features/search/page-urls';
import { searchPages } from '@yugong/content/search-pages';
import { legalPageUrl } from '@/features/legal-aid';
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

  it('is told once: the newest before the list, with its figure, its beginning and its source', () => {
    render(<NewsListPage />);
    const [newest] = bundledNews;
    const story = screen.getAllByRole('link', { name: new RegExp(newest?.title ?? '') });
    expect(story).toHaveLength(1);
    for (const words of [newest?.paragraphs[0]?.slice(0, 30), newest?.source.publisher, newest?.figures[0]?.label])
      expect(story[0]).toHaveTextContent(words ?? 'no such thing');
    // The rest of a long one is on its own page; it is cut after a whole clause.
    expect(story[0]).toHaveTextContent(/三八红旗手280名……/);
  });

  it('stands under its month once it is four weeks old', () => {
    const of = (day: string) =>
      newsByWeek(
        bundledNews.filter((item) => newsDate(item) < '2026-02'),
        day,
      )[0]?.heading;
    const last = bundledNews.map(newsDate).find((date) => date < '2026-02') ?? '';
    expect(of(last)).toBe('本周');
    expect(of('2026-03-01')).toBe('1月');
  });

  it('says so where the day is not known, on whichever page it stands', () => {
    render(<NewsListPage />);
    let said = screen.queryAllByText(/日期不详/).length;
    for (let older = screen.queryByText(/更早的/); older !== null; older = screen.queryByText(/更早的/)) {
      fireEvent.click(older);
      said += screen.queryAllByText(/日期不详/).length;
    }
    const undated = bundledNews.filter((item) => item.happenedOn === null && item.publishedAt?.length !== 10).length;
    expect(undated).toBeGreaterThan(0);
    expect(said).toBe(undated);
  });

  it('comes a page at a time, each once, and begins at the first again in a district', () => {
    render(<NewsListPage />);
    const links = () =>
      screen
        .getAllByRole('link')
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => href.startsWith('/features/news/pages/detail'));
    const first = links();
    expect(first).toHaveLength(ROWS_PER_PAGE);
    fireEvent.click(screen.getByText(`更早的 ${bundledNews.length - ROWS_PER_PAGE} 条`));
    const second = links();
    expect(new Set([...first, ...second]).size).toBe(bundledNews.length);
    fireEvent.click(screen.getByText('上一页'));
    expect(links()).toEqual(first);
    fireEvent.click(screen.getByText(/更早的/));
    const [, district] = districtOptions(bundledNews);
    fireEvent.click(screen.getByRole('button', { name: new RegExp(district?.text ?? 'none') }));
    expect(screen.queryByText('上一页')).toBeNull();
    expect(links()).toHaveLength(district?.count ?? -1);
  });

  it('shows one district’s news when asked by a link', () => {
    const adcode = bundledNews.find((item) => item.district?.adcode)?.district?.adcode ?? '';
    phone.params = { adcode };
    render(<NewsListPage />);
    const shown = bundledNews.filter((item) => item.district?.adcode === adcode);
    const links = screen
      .getAllByRole('link')
      .filter((link) => link.getAttribute('href')?.startsWith('/features/news/'));
    expect(links).toHaveLength(shown.length);
  });
});

describe('events', () => {
  it('are each listed once, coming or past', () => {
    const { coming, past } = listEvents(bundledEvents, '2026-11-23');
    expect(coming.length + past.length).toBe(bundledEvents.length);
    expect(coming.every(({ when }) => when.end >= '2026-11-23')).toBe(true);
  });

  it('warn with the words that their record has for it', () => {
    const doubtful = bundledEvents.find(({ caveat }) => caveat);
    phone.params = { id: doubtful?.id ?? '' };
    const { container } = render(<EventPage />);
    expect(container).toHaveTextContent(doubtful?.caveat ?? 'missing');
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
    expect(container).toHaveTextContent('开放时间未公布');
    // The buttons that tell of it say so too.
    expect(screen.queryAllByText('开着').filter((said) => !said.closest('button'))).toEqual([]);
  });
});

describe('legal aid', () => {
  it('has a chip for every topic in the content', () => {
    expect(new Set(facts.map((fact) => fact.topic))).toEqual(new Set(legalTopics.map((topic) => topic.value)));
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

  it('answers first: the rule itself and the calculator, then articles', () => {
    phone.params = { q: '加班费' };
    render(<SearchPage />);
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links.slice(0, 2)).toEqual([recordUrl('law-facts', 'law-overtime-rates'), legalPageUrl('amounts')]);
    expect(screen.getByText(/不低于工资的150%/)).toBeInTheDocument();
  });

  it('offers the call where a hotline is searched for', () => {
    phone.params = { q: '12351' };
    render(<SearchPage />);
    expect(screen.getByRole('button', { name: '拨打 12351' })).toBeInTheDocument();
  });

  it('leads to a person where nothing is found', () => {
    phone.params = { q: '量子纠缠' };
    render(<SearchPage />);
    expect(screen.getByRole('button', { name: '拨打 12351' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '请工会帮忙' })).toHaveAttribute('href', legalPageUrl('ask'));
  });

  it('makes no heading of five hundred characters', () => {
    phone.params = { q: '鑫'.repeat(500) };
    render(<SearchPage />);
    for (const heading of screen.getAllByRole('heading')) expect(heading.textContent?.length).toBeLessThan(40);
    expect(screen.getByText(`没有找到“${'鑫'.repeat(20)}…”`)).toBeInTheDocument();
  });

  it('draws no more than a cheap phone can when one character is typed', () => {
    phone.params = { q: '工' };
    render(<SearchPage />);
    expect(screen.getAllByRole('link').length).toBeLessThan(45);
  });

  it('opens every page of the app that it knows', () => {
    const [elsewhere] = new Set(Object.keys(searchPages).filter((id) => !searchPageUrl(id).startsWith('/')));
    expect(elsewhere).toBeUndefined();
    expect(searchPageUrl('page-of-another-version')).toBe(searchPageUrl('page-services'));
  });

  it('remembers eight, newest first, each once', () => {
    const many = Array.from({ length: 9 }, (_, at) => `词${at}`).reduce<string[]>(remember, []);
    expect(many).toHaveLength(8);
    expect(remember(many, '词3')[0]).toBe('词3');
    expect(remember(many, '  ')).toEqual(many);
  });
});
