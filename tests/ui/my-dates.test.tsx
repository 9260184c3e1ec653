/** Days saved for oneself: replaced by id, in order, and never said to be kept where the phone refused. */
import { MAX_MY_DATES, useMyDates } from '@/platform/my-dates';
import { load, stored } from '@/platform/storage';
import { phone } from '../setup/taro';

const date = (id: string, day: string) => ({ id, title: `期限 ${id}`, day, note: null, url: null });
const { keep, remove } = useMyDates.getState();
const ids = () => useMyDates.getState().items.map(({ id }) => id);

beforeEach(() => jest.spyOn(console, 'warn').mockImplementation());
afterEach(() => {
  jest.restoreAllMocks();
  useMyDates.setState({ items: [] });
});

it('keeps days on the phone, earliest first, and a deadline computed again replaces the first', () => {
  expect(keep(date('a', '2027-03-01'))).toBe('kept');
  expect(keep(date('b', '2026-12-31'))).toBe('kept');
  expect(keep(date('a', '2026-11-30'))).toBe('kept');
  expect(load(stored.myDates).map(({ id, day }) => [id, day])).toEqual([
    ['a', '2026-11-30'],
    ['b', '2026-12-31'],
  ]);
  expect(ids()).toEqual(['a', 'b']);
});

it('removes one, on the phone too', () => {
  keep(date('a', '2027-03-01'));
  keep(date('b', '2027-03-02'));
  expect(remove('a')).toBe(true);
  expect(load(stored.myDates).map(({ id }) => id)).toEqual(['b']);
  expect(ids()).toEqual(['b']);
});

it('says so where the phone is full, and changes nothing', () => {
  keep(date('a', '2027-03-01'));
  phone.storageFull = true;
  expect(keep(date('b', '2027-03-02'))).toBe('not-kept');
  expect(remove('a')).toBe(false);
  expect(ids()).toEqual(['a']);
});

it('stops at a number nobody reaches, but still replaces', () => {
  useMyDates.setState({
    items: Array.from({ length: MAX_MY_DATES }, (_, at) => ({ ...date(`d${at}`, '2027-01-01'), savedAt: at })),
  });
  expect(keep(date('one-more', '2027-01-01'))).toBe('too-many');
  expect(keep(date('d0', '2027-01-02'))).toBe('kept');
});
