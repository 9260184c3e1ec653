import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { withIdNumber } from '@yugong/domain/labour-law';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
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
  make,
  idNumber,
  setIdNumber,
}: ReturnType<typeof useClaim>) {
  const [editing, setEditing] = useState(false);
  return (
    <View>
      {missing.length > 0 && !isOwn && (
        <Notice>{`还没有填：${missing.join('、')}。空着的地方印成横线，可以打印出来用笔填。`}</Notice>
      )}
      {isOwn && <Notice>你改过文字，之后再改前几步不会自动写进来。要重新生成，点“恢复自动生成”。</Notice>}
      {editing ? (
        <TextArea name="application" label="申请书" value={text} onChange={write} rows={16} />
      ) : (
        <View className={styles.paper}>
          {withIdNumber(text, idNumber)
            .split('\n')
            .map((line, at) => (
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
        <DocumentWays busy={busy} make={make} idNumber={idNumber} />
        <PlainButton pressed={editing} onPress={() => setEditing(!editing)}>
          <Text>{editing ? '改好了' : '改文字'}</Text>
        </PlainButton>
        {isOwn && (
          <PlainButton onPress={rewrite}>
            <Text>恢复自动生成</Text>
          </PlainButton>
        )}
      </Actions>
      <TextField
        optional
        type="id-number"
        name="idNumber"
        label="身份证号"
        hint="申请书要有身份证号。建议打印后手写；在这里填的只用在这一次，不保存，离开这一页就没有了"
        value={idNumber}
        onChange={setIdNumber}
      />
      <View className={styles.note}>
        <Text>
          打印两份以上：交一份，每个单位再备一份，自己留一份。写字有困难的，可以到仲裁委当面说，由他们记下来（仲裁法第二十八条）。
        </Text>
      </View>
      <View className={styles.note}>
        <Text>
          交上去以后要收件回执；材料不全，仲裁委要当场或者五日内一次说清要补什么（办案规则第二十九条）。不予受理，或者五日没有答复，可以直接到法院起诉（仲裁法第二十九条），打
          12348 请法律援助。
        </Text>
      </View>
      <View className={styles.note}>
        <Text>复制过的文字还在手机的剪贴板里，用完随便复制点别的盖掉它。</Text>
      </View>
    </View>
  );
}
