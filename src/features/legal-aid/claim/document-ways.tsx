import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { documentsBy, sharesDocuments } from '@/platform/document';
import { PlainButton } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import type { useClaim } from './use-claim';
import styles from './claim.module.scss';

type Way = 'save' | 'share';

/** The application as a Word document. Where the service has to make it, that is said and asked before anything goes out. */
export function DocumentWays({ busy, save, share }: Pick<ReturnType<typeof useClaim>, 'busy' | Way>) {
  const [asked, setAsked] = useState<Way | null>(null);
  const go = (way: Way) => void (way === 'save' ? save() : share());
  const tap = (way: Way) => (documentsBy === 'phone' ? go(way) : setAsked(way));
  const agree = () => {
    if (asked) go(asked);
    setAsked(null);
  };
  return (
    <>
      <PlainButton icon="download" onPress={() => tap('save')}>
        <Text>{busy ? '正在做……' : documentsBy === 'phone' ? '存成 Word 文档' : '做成 Word 文档'}</Text>
      </PlainButton>
      {sharesDocuments() && (
        <PlainButton icon="share-2" onPress={() => tap('share')}>
          <Text>{documentsBy === 'phone' ? '发给别的应用' : '发到微信聊天'}</Text>
        </PlainButton>
      )}
      <Sheet title="发出去做成文档？" open={asked !== null} onClose={() => setAsked(null)}>
        <View className={styles.note}>
          <Text>
            微信里做不了 Word
            文档，要把申请书的文字发到工会的服务上做。做好马上丢掉，不保存，也没有人看。不想发，就复制文字。
          </Text>
        </View>
        <PlainButton onPress={agree}>
          <Text>发去做</Text>
        </PlainButton>
        <PlainButton onPress={() => setAsked(null)}>
          <Text>不发</Text>
        </PlainButton>
      </Sheet>
    </>
  );
}
