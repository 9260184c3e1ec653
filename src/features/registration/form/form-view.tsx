import { Text, View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { Actions, ArticleHead } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Form, SubmitButton } from '@/ui/form';
import { Notice } from '@/ui/notice';
import { Steps } from '@/ui/steps';
import { Pressable } from '@/ui/pressable';
import type { SignUpContext } from './draft';
import { SessionHead } from './session-head';
import type { Correction } from './steps';
import { useForm } from './use-form';
import styles from './form.module.scss';

/** The form: what for, how far, one thing to answer, and on. */
export function FormView({
  seen,
  today,
  correction,
}: {
  seen: SignUpContext;
  today: Day;
  correction: Correction | null;
}) {
  const form = useForm(seen, correction);
  const { part, steps, index, fields } = form;
  const waitlist = seen.session.state === 'waitlist';
  return (
    <View>
      <SessionHead session={seen.session} today={today} />
      <View ariaRole="status">
        <Steps names={[...steps.map(({ name }) => name), '核对']} current={index} />
      </View>
      {form.unkept && <Notice>内容未能保存：手机存储已满，或处于无痕浏览。关闭本页后，填写的内容会丢失。</Notice>}
      {form.full && <Notice>手机存储已满，报名未提交。请清理存储后再试，填写的内容还在本页。</Notice>}
      {/* A new step is a new form, so that nothing of the last one's errors stays in it. */}
      <Form key={part?.id ?? 'check'} label={`报名，${part?.name ?? '核对'}`} onSubmit={part ? form.next : form.submit}>
        <ErrorSummary errors={form.summary} />
        {part ? (
          <part.Fields {...fields} />
        ) : (
          <>
            <ArticleHead title="请核对后提交" />
            <CheckAnswers asked={form.asked} steps={steps} change={form.change} />
            <View className={styles.promise}>
              {waitlist
                ? '名额已满。提交后进入候补，轮到你时会在“我的报名”里通知你。'
                : '提交后请等待确认，显示“报名成功”才算报上。没有网络也可以先提交，联网后自动发送。'}
            </View>
          </>
        )}
        <SubmitButton text={part ? '下一步' : waitlist ? '提交候补' : '提交报名'} busyText="正在提交……" />
      </Form>
      <Actions near>
        {form.back && (
          <PlainButton onPress={form.back}>
            <Text>上一步</Text>
          </PlainButton>
        )}
      </Actions>
      <View className={styles.promise}>内容已自动保存在本机，3 天未操作自动清除。</View>
    </View>
  );
}

/** Everything that will be sent, each with the way back to it. */
function CheckAnswers({ asked, steps, change }: Pick<ReturnType<typeof useForm>, 'asked' | 'steps' | 'change'>) {
  return (
    <View>
      {steps.map((part) => (
        <View key={part.id} className={styles.answer}>
          <View className={styles.words}>
            {part.rows(asked).map(({ label, text }) => (
              <View key={label + text}>
                <View className={styles.label}>{label}</View>
                <View className={styles.text}>
                  <Text userSelect>{text}</Text>
                </View>
              </View>
            ))}
          </View>
          <Pressable className={styles.edit} label={`修改${part.name}`} onPress={() => change(part.id)}>
            <Text>修改</Text>
          </Pressable>
        </View>
      ))}
    </View>
  );
}
