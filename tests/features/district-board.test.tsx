/** The board of districts on the real ones: which tiles there are, where they stand, what they say and what a tap does. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { fireEvent, render, screen, within } from '@testing-library/react';
import districts from '@yugong/content/collections/districts.json';
import { defined } from '@yugong/domain/narrow';
import { districtPlaces } from '@yugong/domain/station';
import { stationsNow } from '@/features/stations/model';
import StationListPage from '@/features/stations/pages/list';
import StationPlacePage from '@/features/stations/pages/place';
import { DistrictBoard, withoutTile } from '@/features/stations/parts/place/district-board';
import { useStartPoint } from '@/features/stations/start-point';
import { useAppearance } from '@/platform/appearance';
import { forgetServed } from '@/platform/service';
import { phone } from '../setup/taro';

const current = districts.filter(({ status }) => status === 'current');

beforeEach(() => {
  forgetServed();
  useStartPoint.setState({ place: null, travel: 'ride', located: null });
  useAppearance.setState({ elder: false });
});
afterEach(() => useAppearance.setState({ elder: false }));

/** Each tile with its row and column from 1. */
function drawnTiles() {
  const board = screen.getByRole('group', { name: '按区县选择' });
  return within(board)
    .getAllByRole('button')
    .map((tile) => {
      const label = defined(tile.getAttribute('aria-label'));
      const [row, column] = defined(tile.parentElement).style.gridArea.split(' / ').map(Number);
      return { title: defined(label.split('，')[1]), label, row: defined(row), column: defined(column), tile };
    });
}

const ranksOf = (values: readonly number[]): number[] =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    return below + (values.filter((other) => other === value).length - 1) / 2;
  });

/** Spearman's coefficient: 1 where both are in the same order. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const middle = (a.length - 1) / 2;
  const sum = (of: (at: number) => number) => a.reduce((total, _, at) => total + of(at), 0);
  const [dx, dy] = [x, y].map((ranks) => ranks.map((rank) => rank - middle));
  const product = (p: readonly number[] = [], q: readonly number[] = []) =>
    sum((at) => defined(p[at]) * defined(q[at]));
  return product(dx, dy) / Math.sqrt(product(dx, dx) * product(dy, dy));
}

describe.each([
  { version: '普通版', elder: false, columns: 7 },
  { version: '长辈版', elder: true, columns: 5 },
])('the board in $version', ({ elder, columns }) => {
  beforeEach(() => useAppearance.setState({ elder }));

  it('has a tile for each of the 37 districts of today, none on another, within its columns', () => {
    render(<StationPlacePage />);
    const tiles = drawnTiles();
    expect(tiles.map(({ title }) => title).sort()).toEqual(current.map(({ title }) => title).sort());
    expect(tiles).toHaveLength(37);
    expect(new Set(tiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(37);
    expect(Math.max(...tiles.map(({ column }) => column))).toBe(columns);
  });

  it('puts them in rough geographic order', () => {
    render(<StationPlacePage />);
    const placed = drawnTiles().flatMap(({ title, row, column }) => {
      const centre = current.find((district) => district.title === title)?.centre;
      return centre ? [{ ...centre, row, column }] : [];
    });
    const of = (key: 'lng' | 'lat' | 'row' | 'column') => placed.map((one) => one[key]);
    expect(rankCorrelation(of('lng'), of('column'))).toBeGreaterThan(0.85);
    expect(rankCorrelation(of('lat'), of('row'))).toBeLessThan(-0.93);
  });

  it('says of each how many stations are listed there, beginning with what is seen', () => {
    render(<StationPlacePage />);
    const counts = new Map(districtPlaces(stationsNow()).map(({ title, count }) => [title, count]));
    for (const { title, label, tile } of drawnTiles()) {
      const count = defined(counts.get(title));
      expect(label).toBe(`${tile.textContent} 个驿站，${title}`);
      expect(tile.textContent).toMatch(new RegExp(`^\\D+${count}$`));
    }
  });
});

it('chooses a district by a tap, on the finder itself and where a place is chosen', () => {
  const list = render(<StationListPage />);
  fireEvent.click(screen.getByRole('button', { name: /，綦江区$/ }));
  expect(useStartPoint.getState().place).toEqual({ type: 'district', adcode: '500110' });
  expect(screen.queryByRole('group', { name: '按区县选择' })).toBeNull();
  list.unmount();
  render(<StationPlacePage />);
  expect(screen.getByRole('button', { name: /，綦江区$/, pressed: true })).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: /，渝中区$/ }));
  expect(useStartPoint.getState().place).toEqual({ type: 'district', adcode: '500103' });
  expect(phone.visited).toEqual(['/features/stations/pages/list/index']);
});

it('lists a district by name that was founded after the release', () => {
  const founded = { ...defined(districtPlaces(stationsNow())[0]), title: '新设区', adcode: '500199' };
  expect(withoutTile([...districtPlaces(stationsNow()), founded])).toEqual([founded]);
  render(<DistrictBoard districts={[founded]} chosen={null} onPick={() => undefined} />);
  expect(screen.queryByRole('button')).toBeNull();
});

it('costs a package at most 10 KB', () => {
  const folder = path.join(__dirname, '../../src/features/stations/parts/place');
  // As written: what is compiled of it is smaller.
  const files = ['district-board.tsx', 'district-board.module.scss'].map((name) => statSync(path.join(folder, name)));
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(10_240);
});
