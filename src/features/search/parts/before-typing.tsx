import { Text, View } from '@tarojs/components';
import { PlainButton } from '@/ui/button';
import { Section } from '@/ui/section';
import styles from './before-typing.module.scss';

const EXAMPLES = ['老板不发工资', '加班费', '哪里充电', '两癌筛查', '工伤', '沙坪坝'];

/** Before anything is typed: what was searched, and words to begin with. */
export function BeforeTyping({
  recent,
  choose,
  forget,
}: {
  recent: readonly string[];
  choose: (query: string) => void;
  forget: () => void;
}) {
  return (
    <>
      {recent.length > 0 && (
        <Section heading="搜索历史" note="只存在本机">
          <Words words={recent} choose={choose} />
          <View className={styles.forget}>
            <PlainButton icon="trash-2" onPress={forget}>
              <Text>清空历史</Text>
            </PlainButton>
          </View>
        </Section>
      )}
      <Section heading="试试搜索">
        <Words words={EXAMPLES} choose={choose} />
      </Section>
    </>
  );
}

function Words({ words, choose }: { words: readonly string[]; choose: (query: string) => void }) {
  return (
    <View className={styles.words}>
      {words.map((word) => (
        <PlainButton key={word} onPress={() => choose(word)}>
          <Text>{word}</Text>
        </PlainButton>
      ))}
    </View>
  );
}
