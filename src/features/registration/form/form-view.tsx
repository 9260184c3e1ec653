import { Text, View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { Actions, ArticleHead } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Form, SubmitButton } from '@/ui/form';
import { Notice } from '@/ui/notice';
import { Steps } from '@/ui/steps';
import { CheckAnswers } from './check-answers';
import type { Seen } from './draft';
import { SessionHead } from './session-head';
import type { Correction } from './steps';
import { useForm } from './use-form';
import styles from './form.module.scss';

/** The form: what for, how far, one thing to answer, and on. */
export function FormView({ seen, today, correction }: { seen: Seen; today: Day; correction: Correction | null }) {
  const form = useForm(seen, correction);
  const { part, steps, index, fields } = form;
  const waitlist = seen.session.state === 'waitlist';
  return (
    <View>
      <SessionHead session={seen.session} today={today} />
      <View ariaRole="status">
        <Steps names={[...steps.map(({ name }) => name), '核对']} current={index} />
      </View>
      {form.unkept && <Notice>手机没能存下来（存储满了，或者开了无痕浏览）。关掉这一页，刚才填的就没有了。</Notice>}
      {form.full && <Notice>手机存储满了，报名没有发出去。删掉一些照片或应用再试，填的都还在这一页。</Notice>}
      {/* A new step is a new form, so that nothing of the last one's errors stays in it. */}
      <Form key={part?.id ?? 'check'} label={`报名，${part?.name ?? '核对'}`} onSubmit={part ? form.next : form.submit}>
        <ErrorSummary errors={form.summary} />
        {part ? (
          <part.Fields {...fields} />
        ) : (
          <>
            <ArticleHead title="看一遍，对了再提交" />
            <CheckAnswers asked={form.asked} steps={steps} change={form.change} />
            <View className={styles.promise}>
              {waitlist
                ? '这一场满了。提交后排候补，有人取消才轮到你，轮到了会在“我的报名”里告诉你。'
                : '提交后等工会的服务回一声，回了才算报上。没有网也能提交，先存在手机里。'}
            </View>
          </>
        )}
        <SubmitButton text={part ? '下一步' : waitlist ? '提交，排候补' : '提交报名'} busyText="正在提交……" />
      </Form>
      <Actions near>
        {form.back && (
          <PlainButton onPress={form.back}>
            <Text>上一步</Text>
          </PlainButton>
        )}
      </Actions>
      <View className={styles.promise}>填的先存在这部手机上，走开了再回来还在，三天不动自动删。</View>
    </View>
  );
}
