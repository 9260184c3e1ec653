import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { useUnreadNotices } from '@/platform/notices';
import { DemoStrip } from '../demo-strip';
import { sayCount } from '../unread-mark';
import { tabs, type TabName } from './tabs';

export type { TabName } from './tabs';

const ME = tabs.findIndex(({ name }) => name === 'me');

/** Did this run of the app mark the tab? A new run begins without a mark. */
let isMarked = false;

/** WeChat refuses while a page lies over the tabs; the tab page that is shown next does it again. */
const ignoreRefusal = (): void => undefined;

function mark(unread: number): void {
  if (unread > 0) void Taro.setTabBarBadge({ index: ME, text: sayCount(unread) }).catch(ignoreRefusal);
  else if (isMarked) void Taro.removeTabBarBadge({ index: ME }).catch(ignoreRefusal);
  isMarked ||= unread > 0;
}

/** WeChat draws the tab bar of app.config.ts; this only puts the count of unread notices on 我的, and says over it that a demo is one. */
export function TabBar(_props: { current: TabName }) {
  const unread = useUnreadNotices();
  useEffect(() => mark(unread), [unread]);
  useDidShow(() => mark(unread));
  return <DemoStrip />;
}
