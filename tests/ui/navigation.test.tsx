import Taro from '@tarojs/taro';
import { back, backOr, open, pageUrl, readParam } from '@/platform/navigation';
import { phone } from '../setup/taro';

it('escapes parameters once and leaves out empty ones', () => {
  expect(pageUrl('/p', { q: '工会 & 驿站', id: undefined, adcode: '' })).toBe(
    `/p?q=${encodeURIComponent('工会 & 驿站')}`,
  );
});

it('reads a parameter escaped, unescaped or mangled', () => {
  expect(readParam({ q: encodeURIComponent('驿站') }, 'q')).toBe('驿站');
  expect(readParam({ q: '驿站' }, 'q')).toBe('驿站');
  expect(readParam({ q: '%E4%B' }, 'q')).toBe('%E4%B');
  expect(readParam({}, 'q')).toBe('');
});

it('opens a page by its route', () => {
  open('/features/news/pages/list/index');
  expect(phone.visited).toEqual(['/features/news/pages/list/index']);
});

describe('with so many pages behind', () => {
  const calls: string[] = [];
  const behind = (pages: number) => {
    calls.length = 0;
    jest.spyOn(Taro, 'getCurrentPages').mockReturnValue(Array.from({ length: pages }, () => ({})));
    for (const way of ['navigateTo', 'redirectTo', 'switchTab', 'navigateBack'] as const)
      jest.spyOn(Taro, way).mockImplementation(async () => {
        calls.push(way);
        return { errMsg: 'ok' };
      });
  };
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [9, 'navigateTo'],
    [10, 'redirectTo'],
  ])('of %i opens the next by %s: WeChat keeps ten', (pages, way) => {
    behind(pages);
    open('/features/news/pages/list/index?week=1');
    expect(calls).toEqual([way]);
  });

  it('switches to a tab, whatever its parameters', () => {
    behind(10);
    open('/pages/calendar/index?day=2026-11-25');
    expect(calls).toEqual(['switchTab']);
  });

  it.each([
    [1, ['switchTab', 'redirectTo']],
    [2, ['navigateBack', 'navigateBack']],
  ])('of %i goes back home, or where a link began', (pages, ways) => {
    behind(pages);
    back();
    backOr('/features/news/pages/list/index');
    expect(calls).toEqual(ways);
  });
});
