import { Text, View } from '@tarojs/components';
import { questionTextOf } from '@yugong/domain/screening';
import { ArticleHead } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { districtTitleOf } from '../model';
import { CheckResults } from './results';
import type { useEligibilityCheck } from './use-check';
import styles from './check.module.scss';

/** Is it for me? One question, its answers, and on; at the end what each programme says to them. */
export function CheckView(check: ReturnType<typeof useEligibilityCheck>) {
  const { question, answer, choose, error, progress, next, back } = check;
  if (!question) return <CheckResults {...check} />;
  const { title, hint, options } = questionTextOf(question, districtTitleOf);
  return (
    <View>
      <ArticleHead
        title="我能查吗"
        byline={progress.at === 1 ? '回答只在本机计算，不会上传，关闭后清除。' : undefined}
      />
      <View className={styles.progress} ariaRole="status">
        <Text>
          第 {progress.at} 题，共 {progress.of} 题
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
        <Text>{progress.at === progress.of ? '查看结果' : '下一题'}</Text>
      </MainButton>
      {back && (
        <View className={styles.ways}>
          <PlainButton onPress={back}>
            <Text>上一题</Text>
          </PlainButton>
        </View>
      )}
    </View>
  );
}
