/** A demo says on every page that it is one; a real service, and one that hasn't answered, say nothing. */
import { act, render, screen } from '@testing-library/react';
import { hearDemo } from '@/platform/demo';
import { load, stored } from '@/platform/storage';
import { Page } from '@/ui/page';
import { TabBar } from '@/ui/tab-bar';

const WORDS = '演示，不是真实的服务，请不要填写真实信息';
afterEach(() => act(() => hearDemo(undefined)));

it('stands on a page once, as soon as an answer tells, and goes with a real service', () => {
  render(<Page title="工会活动">内容</Page>);
  expect(screen.queryByText(WORDS)).toBeNull();
  act(() => hearDemo('1'));
  expect(screen.getAllByText(WORDS)).toHaveLength(1);
  expect(load(stored.demo)).toBe(true);
  act(() => hearDemo(undefined));
  expect(screen.queryByText(WORDS)).toBeNull();
  expect(load(stored.demo)).toBe(false);
});

it('is carried by the tab bar where there is one, and by a page’s own bar', () => {
  hearDemo('1');
  const { unmount } = render(<Page tab="home">内容</Page>);
  expect(screen.getAllByText(WORDS)).toHaveLength(1);
  unmount();
  render(<TabBar current="home" />);
  expect(screen.getByRole('navigation')).toHaveTextContent(WORDS);
  render(
    <Page title="维权求助" hasBar>
      内容
    </Page>,
  );
  expect(screen.getAllByText(WORDS)).toHaveLength(1);
});
