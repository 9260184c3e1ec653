import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { documentsBy, sharesDocuments } from '@/platform/document';
import { PlainButton } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import type { DocumentWay, useClaim } from './use-claim';
import styles from './claim.module.scss';

/**
 * The application as a Word document. Where the service has to make it, that is said and asked before anything goes
 * out; the number of the identity document goes out only by a tap of its own.
 */
export function DocumentWays({
  busy,
  make,
  idNumber,
}: Pick<ReturnType<typeof useClaim>, 'busy' | 'make' | 'idNumber'>) {
  const [asked, setAsked] = useState<DocumentWay | null>(null);
  const tap = (way: DocumentWay) => (documentsBy === 'phone' ? void make(way, true) : setAsked(way));
  const agree = (withId: boolean) => {
    if (asked) void make(asked, withId);
    setAsked(null);
  };
  return (
    <>
      <PlainButton icon="download" onPress={() => tap('save')}>
        <Text>{busy ? '正在生成……' : documentsBy === 'phone' ? '存成 Word 文档' : '生成 Word 文档'}</Text>
      </PlainButton>
      {sharesDocuments() && (
        <PlainButton icon="share-2" onPress={() => tap('share')}>
          <Text>{documentsBy === 'phone' ? '发给别的应用' : '发到微信聊天'}</Text>
        </PlainButton>
      )}
      <Sheet title="上传生成 Word 文档？" open={asked !== null} onClose={() => setAsked(null)}>
        <View className={styles.note}>
          <Text>
            微信里不能直接生成 Word
            文档，要把申请书的文字上传到工会的服务器生成。生成后立即删除，不保存，也没有人看。不想上传，可以复制文字。
          </Text>
        </View>
        {idNumber !== '' && (
          <View className={styles.note}>
            <Text>你填了身份证号。它只有点下面“连同身份证号上传”才会上传；也可以不带它，打印后手写。</Text>
          </View>
        )}
        <PlainButton onPress={() => agree(false)}>
          <Text>{idNumber === '' ? '上传并生成' : '不带身份证号，上传并生成'}</Text>
        </PlainButton>
        {idNumber !== '' && (
          <PlainButton onPress={() => agree(true)}>
            <Text>连同身份证号上传</Text>
          </PlainButton>
        )}
        <PlainButton onPress={() => setAsked(null)}>
          <Text>不上传</Text>
        </PlainButton>
      </Sheet>
    </>
  );
}
