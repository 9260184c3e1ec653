import { fireEvent, render, screen } from '@testing-library/react';
import { Chips } from '@/ui/chips';
import { Empty } from '@/ui/empty';
import { FavouriteButton } from '@/ui/favourite-button';
import { Figures } from '@/ui/figures';
import { Highlight } from '@/ui/highlight';
import { Pressable } from '@/ui/pressable';
import { SearchField } from '@/ui/search-field';
import { SourceNote } from '@/ui/source-note';
import { useFavourites } from '@/platform/favourites';
import { phone } from '../setup/taro';

describe('Pressable', () => {
  it('is a real link that opens within the app', () => {
    render(<Pressable url="/features/cases/pages/list/index">案例</Pressable>);
    const link = screen.getByRole('link', { name: '案例' });
    expect(link).toHaveAttribute('href', '/features/cases/pages/list/index');
    fireEvent.click(link);
    expect(phone.visited).toEqual(['/features/cases/pages/list/index']);
  });

  it('leaves a click that asks for a new tab to the browser', () => {
    render(<Pressable url="/pages/home/index">首页</Pressable>);
    fireEvent.click(screen.getByRole('link'), { ctrlKey: true });
    expect(phone.visited).toEqual([]);
  });

  it('does nothing while disabled', () => {
    const press = jest.fn();
    render(
      <Pressable onPress={press} disabled>
        提交
      </Pressable>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(press).not.toHaveBeenCalled();
  });
});

describe('Chips', () => {
  it('says which one is chosen and hands over the next', () => {
    const change = jest.fn();
    const options = [
      { value: null, text: '全部', count: 15 },
      { value: 8, text: '第8期', count: 10 },
    ];
    render(<Chips label="期数" options={options} value={null} onChange={change} />);
    expect(screen.getByRole('button', { name: /全部/ })).toHaveAttribute('aria-pressed', 'true');
    fireEvent.click(screen.getByRole('button', { name: /第8期/ }));
    expect(change).toHaveBeenCalledWith(8);
  });
});

describe('FavouriteButton', () => {
  const item = { collection: 'cases', id: 'case-a', title: '一个案例' } as const;
  beforeEach(() => useFavourites.setState({ items: [] }));

  it('keeps the item on the device and says so', () => {
    render(<FavouriteButton item={item} />);
    fireEvent.click(screen.getByRole('button', { name: '收藏' }));
    expect(screen.getByRole('button', { name: '已收藏' })).toBeInTheDocument();
    expect(phone.toasts).toEqual(['已收藏']);
    expect(phone.storage.get('favourites')).toMatchObject({ version: 1, value: [item] });
  });

  it('does not claim to have kept what a full phone refused', () => {
    phone.storageFull = true;
    render(<FavouriteButton item={item} />);
    fireEvent.click(screen.getByRole('button', { name: '收藏' }));
    expect(screen.getByRole('button', { name: '收藏' })).toBeInTheDocument();
    expect(phone.toasts[0]).toMatch('存储已满');
  });
});

it('SearchField clears and searches by the keyboard', () => {
  const change = jest.fn();
  const search = jest.fn();
  render(<SearchField value="驿站" placeholder="搜" onChange={change} onSearch={search} />);
  fireEvent.click(screen.getByRole('button', { name: '清空' }));
  expect(change).toHaveBeenCalledWith('');
  fireEvent.submit(screen.getByRole('search'));
  expect(search).toHaveBeenCalledWith('驿站');
});

it('Figures keep the vagueness of the source', () => {
  render(<Figures figures={[{ label: '投入', value: 2_680_000, unit: '元', qualifier: 'over', asOf: '2024-11' }]} />);
  expect(screen.getByText('268万')).toBeInTheDocument();
  expect(screen.getByText('余元')).toBeInTheDocument();
});

it('Highlight marks just the hits', () => {
  render(<Highlight text="工会驿站" ranges={[[2, 4]]} />);
  expect(screen.getByText('驿站')).toHaveClass('hit');
  expect(screen.getByText('工会')).not.toHaveClass('hit');
});

it('Empty always shows a way on', () => {
  render(<Empty title="没有" ways={[{ text: '回首页', url: '/pages/home/index' }]} />);
  expect(screen.getByRole('link', { name: '回首页' })).toBeInTheDocument();
});

describe('SourceNote', () => {
  const source = { title: '一篇报道', publisher: '某报', published: '2024-09-27', kind: 'news' };

  it('says that nobody has checked the record yet', () => {
    render(<SourceNote source={source} asOf="2024-09" />);
    expect(screen.getByText(/尚未逐条核实/)).toHaveTextContent('资料时间：2024年9月');
  });

  it('says which union published it and when, and then not that nobody has checked it', () => {
    const { rerender } = render(<SourceNote source={source} publication={{ by: '渝中区总工会', on: '2026-11-30' }} />);
    expect(screen.getByText('渝中区总工会于 2026年11月30日 发布。')).toBeInTheDocument();
    expect(screen.queryByText(/尚未逐条核实/)).toBeNull();
    rerender(<SourceNote source={source} publication={{ by: null, on: '2026-11-30' }} verifiedAt="2026-11-29" />);
    expect(screen.getByText('工会于 2026年11月30日 发布。工会已于 2026年11月29日 核实。')).toBeInTheDocument();
  });

  it('says of content older than the operator’s limit that it may have changed', () => {
    const old = /这是 1 年以前的内容/;
    const said = (date: string) => {
      const { unmount } = render(<SourceNote source={source} asOf={date} />);
      const is = screen.queryByText(old) !== null;
      unmount();
      return is;
    };
    jest.useFakeTimers({ now: Date.parse('2026-11-30T12:00:00+08:00') });
    try {
      expect(['2024', '2025', '2025-10', '2025-11', '2025-11-29', '2025-11-30'].map(said)).toEqual([
        true,
        false,
        true,
        true,
        true,
        false,
      ]);
      render(<SourceNote source={source} asOf="2024-09" verifiedAt="2026-11-01" />);
      expect(screen.queryByText(old)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('copies an address only where there is one', () => {
    const { rerender } = render(<SourceNote source={{ ...source, kind: 'mirror' }} />);
    expect(screen.queryByRole('button')).toBeNull();
    rerender(<SourceNote source={{ ...source, url: 'https://example.org/a' }} />);
    fireEvent.click(screen.getByRole('button'));
    expect(phone.clipboard).toBe('https://example.org/a');
  });

  it('marks what was invented for a demonstration', () => {
    render(<SourceNote source={source} demo />);
    expect(screen.getByText(/演示数据/)).toBeInTheDocument();
  });
});
