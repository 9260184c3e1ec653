import { Text, View } from '@tarojs/components';
import { questionTextOf } from '@yugong/domain/screening';
import { ArticleHead } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { districtName } from '../model';
import { Results } from './results';
import type { useCheck } from './use-check';
import styles from './check.module.scss';

/** Is it for me? One question, its answers, and on; at the end what each programme says to them. */
export function CheckView(check: ReturnType<typeof useCheck>) {
  const { question, answer, choose, error, progress, next, back } = check;
  if (!question) return <Results {...check} />;
  const { title, hint, options } = questionTextOf(question, districtName);
  return (
    <View>
      <ArticleHead
        title="我能查吗"
        byline={progress.at === 1 ? '几个问题。只在这部手机上算，不发出去，关掉就没了。' : undefined}
      />
      <View className={styles.progress} ariaRole="status">
        <Text>
          第 {progress.at} 个问题，共 {progress.of} 个
        </Text>
      </View>
      <View key={question.id}>
        <ChoiceGroup
          name={question.id.replace(/:/g, '-')}
          label={title}
          hint={hint}
          error={error}
          options={options}
          value={answer}
          onChange={choose}
        />
      </View>
      <MainButton onPress={next}>
        <Text>{progress.at === progress.of ? '看结果' : '下一个'}</Text>
      </MainButton>
      {back && (
        <View className={styles.ways}>
          <PlainButton onPress={back}>
            <Text>上一个</Text>
          </PlainButton>
        </View>
      )}
    </View>
  );
}
