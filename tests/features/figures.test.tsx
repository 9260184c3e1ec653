/** 数说工会: figures on one scale, told together, as parts, and over time; each with where it was read. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import cases from '@yugong/content/collections/cases.json';
import news from '@yugong/content/collections/news.json';
import type { StatisticItem } from '@yugong/content/bundle';
import FiguresPage from '@/features/figures/pages/overview';
import { bundledStatistics, chaptersOf, readIn } from '@/features/figures/model';
import { ToSource } from '@/features/figures/parts/to-source';
import { TrendBars } from '@/features/figures/parts/trend-bars';
import { sayFigureChange, sayLabel, sayPart, sayProportion } from '@/features/figures/words';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

const sample = defined(bundledStatistics[0]);
const statistic = (id: string, value: number, fields: Partial<StatisticItem> = {}): StatisticItem => ({
  ...sample,
  id,
  links: [],
  figure: { label: id, value, unit: '个', asOf: '2024' },
  topic: 'rest',
  comparedAs: undefined,
  partOf: undefined,
  ...fields,
});
const counted = (id: string, value: number, asOf: string) =>
  statistic(id, value, { figure: { label: '工会驿站', value, unit: '个', asOf } });

describe('chapters', () => {
  it('have every figure once', () => {
    const seen = chaptersOf(bundledStatistics).flatMap(({ comparisons, stories }) =>
      [...comparisons.flatMap(({ bars }) => bars), ...stories.flatMap(({ figures }) => figures)].flatMap(
        ({ statistic: { id }, parts }) => [id, ...parts.map((part) => part.statistic.id)],
      ),
    );
    expect([...seen].sort()).toEqual(bundledStatistics.map(({ id }) => id).sort());
  });

  it('draw on one scale what stands under one heading, the largest first', () => {
    const [chapter] = chaptersOf([
      statistic('a', 5, { comparedAs: '各地' }),
      statistic('b', 20, { comparedAs: '各地' }),
    ]);
    const bars = chapter?.comparisons[0]?.bars ?? [];
    expect(bars.map(({ statistic: { id }, share }) => [id, share])).toEqual([
      ['b', 1],
      ['a', 0.25],
    ]);
  });

  it('put a part under its whole, and a part without one by itself', () => {
    const [chapter] = chaptersOf([
      statistic('whole', 3158),
      statistic('part', 2858, { partOf: 'whole' }),
      statistic('lost', 1, { partOf: 'gone' }),
    ]);
    expect(chapter?.stories.flatMap(({ figures }) => figures.map(({ statistic: { id } }) => id))).toEqual([
      'whole',
      'lost',
    ]);
    expect(chapter?.stories[0]?.figures[0]?.parts[0]).toMatchObject({ share: 2858 / 3158 });
  });

  it('show a change only where one thing was counted at two times', () => {
    const [once] = chaptersOf([counted('a', 10, '2023-08'), statistic('b', 30)]);
    expect(once?.trends).toEqual([]);
    const [twice] = chaptersOf([counted('new', 30, '2024-09'), counted('old', 10, '2023-08')]);
    expect(twice?.trends[0]?.steps.map(({ statistic: { id }, share }) => [id, share])).toEqual([
      ['old', 10 / 30],
      ['new', 1],
    ]);
    // The old one is in the change, and not a figure beside it.
    expect(twice?.stories.flatMap(({ figures }) => figures.map(({ statistic: { id } }) => id))).toEqual(['new']);
  });

  it('begin with the one that was asked for', () => {
    expect(chaptersOf(bundledStatistics, 'stat-finance-banks')[0]?.topic).toBe('rights');
    expect(chaptersOf(bundledStatistics, 'nothing')[0]?.topic).toBe('rest');
  });
});

it.each(['cases', 'news', 'events', 'screening-programmes'] as const)(
  'leads to where a figure was read in %s',
  (name) => {
    const link = { collection: name, id: 'x', title: '甲' };
    expect(readIn({ ...statistic('a', 1), links: [{ collection: 'hotlines', id: 'h', title: '乙' }, link] })).toBe(
      link,
    );
  },
);

it('agrees with the cases and the news that the figures were read in', () => {
  const told = new Map([...cases, ...news].map(({ id, figures }) => [id, figures]));
  const known = bundledStatistics.filter((one) => told.has(readIn(one)?.id ?? ''));
  expect(known.length).toBeGreaterThan(20);
  const apart = known.filter(({ figure, links }) => {
    const all = links.flatMap(({ id }) => told.get(id) ?? []);
    return all.length > 0 && !all.some(({ value }) => value === figure.value);
  });
  // Counted in a source of its own; the piece it leads to is about the district.
  expect(apart.map(({ id }) => id)).toEqual(['stat-yubei-stations']);
});

describe('words', () => {
  it('say a share as far as it can be seen', () => {
    expect([sayProportion(0.905), sayProportion(0.01), sayProportion(0.0023), sayProportion(0.0001)]).toEqual([
      '约 91%',
      '约 1%',
      '每 1,000 约 2',
      '不到 0.1%',
    ]);
  });
  it('say where a thing was counted, unless that is the city or said already', () => {
    const of = (scope: string, label: string) =>
      sayLabel({ ...statistic('a', 1), scope, figure: { label, value: 1, unit: '个', asOf: '2024' } });
    expect(of('重庆市', '工会驿站')).toBe('工会驿站');
    expect(of('渝北区', '工会驿站')).toBe('渝北区：工会驿站');
    expect(of('渝北区', '渝北区工会驿站')).toBe('渝北区工会驿站');
  });
  it('say of when a part is, where that is not when its whole is', () => {
    const part = { statistic: counted('p', 5, '2024-12'), share: 0.5, parts: [] };
    expect(sayPart(part, counted('w', 10, '2023-08'))).toBe('其中工会驿站 5个（2024年12月），约 50%');
    expect(sayPart(part, counted('w', 10, '2024-12'))).toBe('其中工会驿站 5个，约 50%');
  });
  it('say a change both ways and none', () => {
    const at = (value: number, asOf: string) => ({ value, unit: '个', asOf });
    expect(sayFigureChange(at(2670, '2023-08'), at(3000, '2024'))).toBe('2023年8月到2024年，增加 330个');
    expect(sayFigureChange(at(5, '2023'), at(3, '2024'))).toBe('2023年到2024年，减少 2个');
    expect(sayFigureChange(at(5, '2023'), at(5, '2024'))).toBe('2023年到2024年，没有变化');
  });
});

describe('the page', () => {
  it('draws the figures of the cases, each a way to where it was read', () => {
    render(<FiguresPage />);
    for (const text of ['5,523', '724万', '268万', '1万', '28', '95']) {
      expect(screen.getAllByText(text, { exact: false }).length).toBeGreaterThan(0);
    }
    expect(screen.getByRole('link', { name: /工会驿站累计建成/ })).toHaveAttribute(
      'href',
      expect.stringContaining('news-2024-09-27-stations-5523'),
    );
    expect(screen.getByRole('link', { name: /接受两癌筛查的女职工/ })).toHaveAttribute(
      'href',
      expect.stringContaining('case-women-screening'),
    );
    expect(screen.getByText(/暂时没有变化趋势/)).toBeInTheDocument();
  });

  it('marks the figure that was asked for and begins with its chapter', () => {
    phone.params = { id: 'stat-finance-banks' };
    render(<FiguresPage />);
    expect(screen.getAllByRole('heading', { level: 2 })[0]).toHaveTextContent('维权');
    expect(document.querySelectorAll('[class*=asked]')).toHaveLength(1);
    phone.params = {};
  });

  it('draws a change with its words', () => {
    const steps = [counted('old', 2670, '2023-08'), counted('new', 3000, '2024-08')];
    render(
      <TrendBars
        trend={{
          scope: '重庆市',
          label: '工会驿站',
          steps: steps.map((one) => ({ statistic: one, share: 1, parts: [] })),
        }}
      />,
    );
    expect(screen.getByText('2023年8月到2024年8月，增加 330个')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('重庆市：工会驿站的变化');
  });
});

describe('where a figure was read', () => {
  const source = { title: '年报', publisher: '某某工会', published: '2024-05', kind: 'official' } as const;
  const draw = (fields: Partial<StatisticItem>) =>
    render(
      <ToSource statistic={statistic('a', 1, fields)} className="x" named>
        <span>一条数字</span>
      </ToSource>,
    ).container;

  it('is its publisher’s name alone where there is no address, and nothing to press', () => {
    const drawn = draw({ source });
    expect(drawn).toHaveTextContent('出处：某某工会，2024年5月');
    expect(drawn).not.toHaveTextContent('转载页');
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says of a copy that it is one', () => {
    expect(draw({ source: { ...source, kind: 'mirror' } })).toHaveTextContent('（转载页，未附链接）');
  });

  it('is an address that can be copied', async () => {
    const copied: string[] = [];
    const writeText = (text: string) => Promise.resolve(void copied.push(text));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    draw({ source: { ...source, url: 'https://example.invalid/report' } });
    fireEvent.click(screen.getByRole('button'));
    await act(() => Promise.resolve());
    expect(copied).toEqual(['https://example.invalid/report']);
    expect(phone.toasts).toEqual(['网址已复制']);
    Reflect.deleteProperty(navigator, 'clipboard');
  });
});

it('marks no figure where none was asked for', () => {
  phone.params = {};
  render(<FiguresPage />);
  expect(document.querySelectorAll('[class*=asked]')).toHaveLength(0);
});

it('marks a whole of which a part was asked for', () => {
  const whole = bundledStatistics.find(({ id }) =>
    bundledStatistics.some(({ partOf, comparedAs }) => partOf === id && !comparedAs),
  );
  const part = bundledStatistics.find(({ partOf }) => partOf === whole?.id);
  phone.params = { id: defined(part).id };
  render(<FiguresPage />);
  expect(document.querySelectorAll('[class*=asked]').length).toBeGreaterThan(0);
  phone.params = {};
});
