import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { openDialler } from '@/platform/call';
import { leaveQuickly } from '@/platform/leave';
import { isSinglePage } from '@/platform/scene';
import { ArticleHead } from '@/ui/article';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { DemoStrip } from '@/ui/demo-strip';
import { Pressable } from '@/ui/pressable';
import { useDraft } from '../draft/store';
import { callNumbers } from '../model';
import { ClearDraft } from './clear-draft';
import styles from './frame.module.scss';

/**
 * The frame of every page here: the way out and the numbers to ring always at hand, and at the end where the answers
 * are kept and how to take them away.
 */
export function LegalPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const unkept = useDraft((state) => state.unkept);
  return (
    <Page title="维权求助" hasBar>
      <View className={styles.page}>
        <ArticleHead title={title} byline={lead} />
        {unkept && <Notice>手机存储已满，或者开着无痕浏览，内容没有保存。关掉这一页，刚才填写的内容会丢失。</Notice>}
        {children}
        <ClearDraft />
      </View>
      <HelpBar />
    </Page>
  );
}

/** Always at the lower edge: out of here at once, and three numbers by one tap. */
function HelpBar() {
  return (
    <View className={styles.bar}>
      <DemoStrip onBar />
      {/* Alone in the timeline there is no other page to change to; WeChat's own bar closes this one. */}
      {!isSinglePage() && (
        <Pressable className={styles.leave} onPress={leaveQuickly} label="快速离开，换成别的页面">
          <Icon name="log-out" size="small" />
          <Text>快速离开</Text>
        </Pressable>
      )}
      {callNumbers.map(({ number, dial, short }) => (
        <Pressable
          key={number}
          className={styles.call}
          onPress={() => openDialler(dial)}
          label={`打 ${number} ${short}`}
        >
          <Text className={styles.number}>{number}</Text>
          <Text className={styles.short}>{short}</Text>
        </Pressable>
      ))}
    </View>
  );
}
