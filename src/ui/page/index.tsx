import { View } from '@tarojs/components';
import { useLayoutEffect, type CSSProperties, type ReactNode } from 'react';
import { fontScale, useAppearance } from '@/platform/appearance';
import { dropFrame } from '@/platform/frame';
import { ErrorBoundary } from '../error-boundary';
import { NetworkBar } from '../network-bar';
import { TabBar, type TabName } from '../tab-bar';
import { TopBar } from '../top-bar';
import styles from './style.module.scss';

/**
 * The frame of every page: theme, the reader's font scale, safe areas, and in a browser the bars that
 * WeChat draws itself. A tab page names its `tab`, another its `title`.
 */
export function Page({
  tab,
  title,
  titleIsHeading = false,
  children,
}: {
  tab?: TabName;
  title?: string;
  /** For a page that begins with a field instead of a heading of its own. */
  titleIsHeading?: boolean;
  children: ReactNode;
}) {
  useLayoutEffect(dropFrame, []);
  const scale = fontScale();
  const elder = useAppearance((state) => state.elder);
  const scaled = scale === null ? {} : { style: { '--font-scale': scale } as CSSProperties };
  return (
    <View className={`${styles.page} ${scale === null ? '' : styles.scaled} ${elder ? 'elder' : ''}`} {...scaled}>
      {tab === undefined && <TopBar title={title ?? ''} isHeading={titleIsHeading} />}
      <NetworkBar />
      <View className={`${styles.column} ${tab === undefined ? '' : styles.tabbed}`} ariaRole="main">
        <ErrorBoundary>{children}</ErrorBoundary>
      </View>
      {tab !== undefined && <TabBar current={tab} />}
    </View>
  );
}
