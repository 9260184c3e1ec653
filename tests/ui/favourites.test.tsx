/** Ten thousand favourites and a full phone: the app goes on, and says what is the case. */
import { fireEvent, render, screen } from '@testing-library/react';
import { MeView } from '@/pages/me/parts/me-view';
import { MAX_FAVOURITES, useFavourites, type Favourite } from '@/platform/favourites';
import { load, save, stored } from '@/platform/storage';
import { FavouriteButton } from '@/ui/favourite-button';
import { phone } from '../setup/taro';

const many = (count: number): Favourite[] =>
  Array.from({ length: count }, (_, at) => ({
    collection: 'cases',
    id: `case-${at}`,
    title: `案例 ${at}`,
    savedAt: at,
  }));
const item = { collection: 'news', id: 'news-a', title: '一条动态' } as const;
const keep = (count: number) => {
  save(stored.favourites, many(count));
  useFavourites.setState({ items: load(stored.favourites) });
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => jest.spyOn(console, 'warn').mockImplementation());
afterEach(() => {
  jest.restoreAllMocks();
  useFavourites.setState({ items: [] });
});

it('loads and shows ten thousand, a block at a time', () => {
  keep(10_000);
  render(<MeView favourites={useFavourites.getState().items} contentDate="2026-10" />);
  expect(screen.getByText('10000 条')).toBeInTheDocument();
  expect(screen.getAllByRole('link', { name: /案例/ })).toHaveLength(30);
  press('再显示 30 条');
  expect(screen.getAllByRole('link', { name: /案例/ })).toHaveLength(60);
});

it('shows all and no button when there are few', () => {
  keep(31);
  render(<MeView favourites={useFavourites.getState().items} contentDate="2026-10" />);
  press('再显示 1 条');
  expect(screen.getAllByRole('link', { name: /案例/ })).toHaveLength(31);
  expect(screen.queryByRole('button', { name: /再看/ })).toBeNull();
});

it('says that the list is full, loses none of it, and lets go of one', () => {
  keep(10_000);
  const { unmount } = render(<FavouriteButton item={item} />);
  press('收藏');
  expect(phone.toasts).toEqual([`收藏已满 ${MAX_FAVOURITES} 条，请先取消一些`]);
  expect(load(stored.favourites)).toHaveLength(10_000);
  unmount();
  render(<FavouriteButton item={{ collection: 'cases', id: 'case-5', title: '案例 5' }} />);
  press('已收藏');
  expect(phone.toasts[1]).toBe('已取消收藏');
  expect(load(stored.favourites)).toHaveLength(9999);
});

it('keeps the last one that fits, and not the next', () => {
  keep(MAX_FAVOURITES - 1);
  expect(useFavourites.getState().toggle(item)).toBe('added');
  expect(useFavourites.getState().toggle({ ...item, id: 'news-b' })).toBe('too-many');
});

it('fits into what WeChat takes for one key', () => {
  const long = many(MAX_FAVOURITES).map((one) => ({ ...one, id: 'x'.repeat(60), title: '长'.repeat(60) }));
  expect(Buffer.byteLength(JSON.stringify({ version: 1, value: long }))).toBeLessThan(1024 * 1024);
});

it.each([
  ['adding', 'news-a', '收藏', '手机存储已满，收藏失败'],
  ['removing', 'case-0', '已收藏', '手机存储已满，取消失败'],
])('tells the truth about %s on a full phone', (_what, id, name, said) => {
  keep(3);
  phone.storageFull = true;
  render(<FavouriteButton item={{ ...item, id }} />);
  press(name);
  expect(phone.toasts).toEqual([said]);
  expect(screen.getByRole('button', { name })).toBeInTheDocument();
});
