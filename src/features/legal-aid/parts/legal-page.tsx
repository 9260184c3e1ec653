import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ArticleHead } from '@/ui/article';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { useDraft } from '../draft/store';
import { ClearDraft } from './clear-draft';
import { HelpBar } from './help-bar';
import styles from './frame.module.scss';

/**
 * The frame of every page here: the way out and the numbers to ring always at hand, and at the end where the answers
 * are kept and how to take them away.
 */
export function LegalPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const unkept = useDraft((state) => state.unkept);
  return (
    <Page title="维权求助">
      <View className={styles.page}>
        <ArticleHead title={title} byline={lead} />
        {unkept && <Notice>手机没能存下来（存储满了，或者开了无痕浏览）。关掉这一页，刚才填的就没有了。</Notice>}
        {children}
        <ClearDraft />
      </View>
      <HelpBar />
    </Page>
  );
}
