/** The order of a table's rows. */
import { sortRows, turnSort } from '../../../staff/src/parts/table-view';

const rows = [{ n: '第 10 场' }, { n: null }, { n: '第 9 场' }, { n: '第 2 场' }];
const sorted = (descending: boolean) => sortRows(rows, ({ n }) => n, descending).map(({ n }) => n);

it('sorts numbers within a text by their size, and has what is missing last either way', () => {
  expect(sorted(false)).toEqual(['第 2 场', '第 9 场', '第 10 场', null]);
  expect(sorted(true)).toEqual(['第 10 场', '第 9 场', '第 2 场', null]);
});

it('sorts names by their sound, keeps equal rows as they were, and changes nothing it was given', () => {
  const people = ['张一', '李一', '王一', '李一'].map((name, place) => ({ name, place }));
  expect(sortRows(people, ({ name }) => name, false).map(({ place }) => place)).toEqual([1, 3, 2, 0]);
  expect(sortRows(people, ({ name }) => name, true).map(({ place }) => place)).toEqual([0, 2, 1, 3]);
  expect(people.map(({ place }) => place)).toEqual([0, 1, 2, 3]);
});

it('turns from ascending to descending to the order of the service, and begins anew at another column', () => {
  const up = turnSort(null, '姓名');
  const down = turnSort(up, '姓名');
  expect([up?.descending, down?.descending, turnSort(down, '姓名')]).toEqual([false, true, null]);
  expect(turnSort(down, '手机号')).toEqual({ title: '手机号', descending: false });
});
