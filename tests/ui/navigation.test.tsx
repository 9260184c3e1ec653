import { open, pageUrl, readParam } from '@/platform/navigation';
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

it('opens a page', () => {
  open('/features/news/pages/list/index');
  expect(phone.visited).toEqual(['/features/news/pages/list/index']);
});
