import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import styles from './union.module.scss';

type Asked = 'withdraw' | 'delete' | null;

const words = {
  withdraw: {
    title: '撤回这件求助？',
    text: '撤回后工会不再处理，也看不到你写的内容。沟通记录还能查看 30 天，之后删除。以后需要帮助，可以再写一份。',
    yes: '撤回并告诉工会',
    no: '不撤回',
  },
  delete: {
    title: '删除这件求助？',
    text: '你写的内容和工会的回复会从服务器全部删除，无法恢复。还需要工会帮忙的，请先不要删除。',
    yes: '确定删除',
    no: '不删除',
  },
} as const;

/** Taking it back: withdrawn while it is open, or destroyed at any time. */
export function Leave({
  open,
  leaving,
  withdraw,
  remove,
}: {
  open: boolean;
  leaving: boolean;
  withdraw: () => boolean;
  remove: () => boolean;
}) {
  const [asked, setAsked] = useState<Asked>(null);
  const [failed, setFailed] = useState(false);
  const word = words[asked ?? 'withdraw'];
  const act = () => {
    setFailed(!(asked === 'delete' ? remove() : withdraw()));
    setAsked(null);
  };
  if (leaving)
    return (
      <View className={styles.note} ariaRole="status">
        <Text>正在通知工会，完成后这里会更新。</Text>
      </View>
    );
  return (
    <Section heading="撤回或删除">
      <Actions near>
        {open && (
          <PlainButton onPress={() => setAsked('withdraw')}>
            <Text>撤回</Text>
          </PlainButton>
        )}
        <PlainButton icon="trash-2" onPress={() => setAsked('delete')}>
          <Text>从服务器删除</Text>
        </PlainButton>
      </Actions>
      {failed && (
        <View className={styles.note} ariaRole="status">
          <Text>手机存储已满，操作没有保存。请清理空间后重试，或拨打 12351。</Text>
        </View>
      )}
      <Sheet title={word.title} open={asked !== null} onClose={() => setAsked(null)}>
        <View className={styles.sheet}>
          <Text>{word.text}</Text>
        </View>
        <PlainButton onPress={act}>
          <Text>{word.yes}</Text>
        </PlainButton>
        <PlainButton onPress={() => setAsked(null)}>
          <Text>{word.no}</Text>
        </PlainButton>
      </Sheet>
    </Section>
  );
}
