import { Text, View } from '@tarojs/components';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { EventAnswer } from './event-answer';
import type { useInterview } from './use-interview';
import styles from './question.module.scss';

/** One question, its answers, and on. */
export function QuestionView({ today, ...interview }: ReturnType<typeof useInterview> & { today: string }) {
  const { question, progress, error, next, back } = interview;
  return (
    <View>
      <View className={styles.progress} ariaRole="status">
        <Text>
          第 {progress.at} 个问题，大约共 {progress.of} 个
        </Text>
      </View>
      {/* A new question is a new field, so that nothing of the last one stays in it. */}
      <View key={question.id}>
        <Answer today={today} {...interview} error={error} />
      </View>
      <MainButton onPress={next}>
        <Text>{progress.at === progress.of ? '看该怎么做' : '下一个'}</Text>
      </MainButton>
      <Actions near>
        {back && (
          <PlainButton onPress={back}>
            <Text>上一个</Text>
          </PlainButton>
        )}
        {progress.at > 1 && progress.at < progress.of && (
          <PlainButton onPress={next}>
            <Text>不知道，跳过</Text>
          </PlainButton>
        )}
      </Actions>
    </View>
  );
}

function Answer({
  question,
  several,
  choose,
  field,
  answer,
  events,
  isProcedure,
  changeEvent,
  addEvent,
  dropEvent,
  error,
  today,
}: ReturnType<typeof useInterview> & { today: string }) {
  const { title, hint } = question;
  if (question.kind === 'several')
    return (
      <ChoiceGroup
        several
        name={question.id}
        label={title}
        hint={hint}
        error={error}
        options={question.choices}
        value={several}
        onChange={choose}
      />
    );
  if (question.kind === 'one')
    return (
      <ChoiceGroup
        name={question.id}
        label={title}
        hint={hint}
        options={question.choices}
        value={field || null}
        onChange={answer}
      />
    );
  if (question.kind === 'day')
    return <DateField name={question.id} label={title} hint={hint} value={field} onChange={answer} last={today} />;
  return (
    <EventAnswer
      id={question.id}
      title={title}
      hint={hint}
      today={today}
      events={events}
      isProcedure={isProcedure}
      changeEvent={changeEvent}
      addEvent={addEvent}
      dropEvent={dropEvent}
    />
  );
}
