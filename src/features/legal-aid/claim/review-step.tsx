import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import { DocumentWays } from './document-ways';
import type { useClaim } from './use-claim';
import styles from './claim.module.scss';

/** The whole application: read, changed, copied, saved or handed on as a document. */
export function ReviewStep({
  missing,
  text,
  isOwn,
  write,
  rewrite,
  busy,
  copy,
  save,
  share,
}: ReturnType<typeof useClaim>) {
  const [editing, setEditing] = useState(false);
  return (
    <View>
      {missing.length > 0 && !isOwn && (
        <Notice>{`还差：${missing.join('、')}。空着的地方印成横线，可以打印出来用笔填。`}</Notice>
      )}
      {isOwn && <Notice>你改过文字，前面几步再改不会自动写进来。想重新生成，点“扔掉我改的”。</Notice>}
      {editing ? (
        <TextArea name="application" label="申请书" value={text} onChange={write} rows={16} />
      ) : (
        <View className={styles.paper}>
          {text.split('\n').map((line, at) => (
            <View key={at} className={at === 0 ? styles['paper-title'] : styles['paper-line']}>
              <Text userSelect>{line}</Text>
            </View>
          ))}
        </View>
      )}
      <MainButton icon="copy" onPress={() => void copy()}>
        <Text>复制全文</Text>
      </MainButton>
      <Actions near>
        <DocumentWays busy={busy} save={save} share={share} />
        <PlainButton pressed={editing} onPress={() => setEditing(!editing)}>
          <Text>{editing ? '改好了' : '改文字'}</Text>
        </PlainButton>
        {isOwn && (
          <PlainButton onPress={rewrite}>
            <Text>扔掉我改的</Text>
          </PlainButton>
        )}
      </Actions>
      <View className={styles.note}>
        <Text>
          打印两份以上：交一份，每个单位再备一份，自己留一份。写字有困难的，可以到仲裁委当面说，由他们记下来（仲裁法第二十八条）。复制过的文字还在手机的剪贴板里，用完随便复制点别的盖掉它。
        </Text>
      </View>
    </View>
  );
}
