import { Text, View } from '@tarojs/components';
import { useEffect, useLayoutEffect, type CSSProperties, type ReactNode } from 'react';
import { fontScale, useAppearance } from '@/platform/appearance';
import { dropFrame } from '@/platform/frame';
import { isSinglePage, READING_ONLY } from '@/platform/scene';
import { forgetWhatIsOver } from '@/platform/storage';
import { DemoStrip } from '../demo-strip';
import { ErrorBoundary } from '../error-boundary';
import { NetworkBar } from '../network-bar';
import { Pressable } from '../pressable';
import { TabBar, type TabName } from '../tab-bar';
import { TopBar } from '../top-bar';
import styles from './style.module.scss';

/** The page of 投诉建议, which is one tap from every other (国办函〔2026〕12号); a test holds it to that feature's address. */
export const FEEDBACK_PAGE = '/features/feedback/pages/write/index';

let isSwept = false;

/** Once a start, and only when the first page stands: it reads keys that no page needs for its first drawing. */
function sweepOnce(): void {
  if (!isSwept) forgetWhatIsOver();
  isSwept = true;
}

/**
 * The frame of every page: theme, the reader's font scale, safe areas, and in a browser the bars that
 * WeChat draws itself; at its end the way to 投诉建议, or where the page stands alone in WeChat's timeline, the way into
 * the app. A tab page names its `tab`, another its `title`.
 */
export function Page({
  tab,
  title,
  titleIsHeading = false,
  isFeedback = false,
  hasBar = false,
  children,
}: {
  tab?: TabName;
  title?: string;
  /** For a page that begins with a field instead of a heading of its own. */
  titleIsHeading?: boolean;
  /** For the page that the way to 投诉建议 leads to. */
  isFeedback?: boolean;
  /** For a page with a bar of its own at the lower edge, which carries the demo's strip. */
  hasBar?: boolean;
  children: ReactNode;
}) {
  useLayoutEffect(dropFrame, []);
  useEffect(sweepOnce, []);
  const alone = isSinglePage();
  const scale = fontScale();
  const elder = useAppearance((state) => state.elder);
  const scaled = scale === null ? {} : { style: { '--font-scale': scale } as CSSProperties };
  return (
    <View className={`${styles.page} ${scale === null ? '' : styles.scaled} ${elder ? 'elder' : ''}`} {...scaled}>
      {tab === undefined && <TopBar title={title ?? ''} isHeading={titleIsHeading} />}
      <NetworkBar />
      <View className={`${styles.column} ${tab === undefined ? '' : styles.tabbed}`} ariaRole="main">
        <ErrorBoundary>{children}</ErrorBoundary>
        {alone ? (
          <View className={styles.alone}>{READING_ONLY}</View>
        ) : (
          !isFeedback && (
            <Pressable className={styles.feedback} url={FEEDBACK_PAGE}>
              <Text>投诉建议、请回电</Text>
            </Pressable>
          )
        )}
        {tab === undefined && !hasBar && <DemoStrip />}
      </View>
      {tab !== undefined && <TabBar current={tab} />}
    </View>
  );
}
