import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { evidenceFor } from '@yugong/domain/labour-law';
import { legalAidTopicChoices } from '@yugong/domain/legal-aid/words';
import { MOST_TEXT, topics, type Topic } from '@yugong/domain/legal-aid/wire';
import { useOnline } from '@/platform/network';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { ErrorSummary } from '@/ui/error-summary';
import { Form, SubmitButton } from '@/ui/form';
import { Notice } from '@/ui/notice';
import { DemoNote } from '../../shared/demo-note';
import { PickerField } from '@/ui/picker-field';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { DaysLeft } from '../clock/days-left';
import { troublesOf } from '../draft/facts';
import { useDraft, useField } from '../draft/store';
import { districts } from '../model';
import { topicsFor } from './check';
import { SentView } from './sent-view';
import type { useAsk } from './use-ask';
import styles from './union.module.scss';

const topicOptions = topics.map((value) => ({ value, text: legalAidTopicChoices[value] }));
const districtOptions = districts.map(({ adcode, title }) => ({ value: adcode, text: title }));

/** One page: what it is about, what happened, who asks, what there is to bring; and at the end what is agreed to. */
export function AskView(ask: ReturnType<typeof useAsk>) {
  return ask.item ? <SentView item={ask.item} again={ask.again} /> : <AskForm {...ask} />;
}

function AskForm({
  draft,
  setField,
  today,
  least,
  dueDay,
  consent,
  demo,
  agreed,
  agree,
  errors,
  unkept,
  submit,
}: ReturnType<typeof useAsk>) {
  const online = useOnline();
  const text = useField('askText');
  const of = (field: string) => errors.find((error) => error.field === field)?.text;
  const { facts } = draft.fields;
  const chosen = topicsFor(draft);
  const isClue = chosen.length === 1 && chosen[0] === 'supervision';
  return (
    <Form label="请工会帮忙" onSubmit={submit}>
      <DemoNote known={demo} />
      <ErrorSummary errors={errors} />
      {least !== null && least < 7 && (
        <>
          <DaysLeft left={least} what="离最近的期限" />
          <Notice>工会不一定今天就能看到。提交以后，也要马上打 12348 和 12351。</Notice>
        </>
      )}
      <ChoiceGroup<Topic>
        several
        name="askTopic"
        label="是哪方面的事"
        hint="可以选几项"
        options={topicOptions}
        value={chosen}
        onChange={(taken) => setField('askTopic', taken.join(' '))}
        error={of('askTopic')}
      />
      {isClue && <Notice>工会看后决定是否调查，可以发提示函、意见书。这不代替仲裁，你自己的期限照常计算。</Notice>}
      <TextArea
        name="askText"
        label={isClue ? '哪个单位、什么事、从什么时候起' : '发生了什么，想要工会帮什么'}
        hint={
          isClue
            ? '单位全称、地址、多少人这样。不想让单位知道是你说的，写明“不要透露我的名字”'
            : '哪天、谁、多少钱。不用写法律条文，不要写身份证号和银行卡号'
        }
        rows={6}
        limit={MOST_TEXT}
        error={of('askText')}
        {...text}
      />
      {facts && !text.value && (
        <Actions near>
          <PlainButton onPress={() => text.onChange(facts)}>
            <Text>使用申请书里的经过</Text>
          </PlainButton>
        </Actions>
      )}
      <TextField name="name" label="姓名" error={of('name')} {...useField('name')} />
      <TextField name="phone" label="手机号" type="tel" error={of('phone')} {...useField('phone')} />
      <PickerField
        optional
        name="adcode"
        label="在哪个区县工作"
        hint="便于转给就近的工会"
        options={districtOptions}
        value={draft.fields.adcode ?? null}
        onChange={(adcode) => setField('adcode', adcode)}
      />
      <Bring />
      {dueDay && (
        <ChoiceGroup
          name="askDue"
          label={`告诉工会最近的期限是${sayDate(dueDay, today)}吗`}
          hint="不到 7 天的，工会会先办"
          options={[
            { value: 'yes', text: '是' },
            { value: 'no', text: '否' },
          ]}
          value={draft.fields.askDue ?? 'yes'}
          onChange={(value) => setField('askDue', value)}
        />
      )}
      <ChoiceGroup
        several
        name="askConsent"
        label={consent.title}
        hint={consent.text}
        error={of('askConsent')}
        options={[{ value: 'yes', text: '我同意' }]}
        value={agreed ? ['yes'] : []}
        onChange={(values) => agree(values.includes('yes'))}
      />
      {unkept && <Notice>手机存储已满，或者开着无痕浏览，内容没有保存，也没有发出。请先打 12351。</Notice>}
      {!online && <Notice>现在没有网络。点“发给工会”会先存在手机上，联网后自动发出，只发一次。</Notice>}
      <View className={styles.note}>
        <Text>点“发给工会”才会发出。只发这一页填写的内容，不发申请书、计算结果和其他回答，也不用上传照片。</Text>
      </View>
      <SubmitButton text="发给工会" busyText="正在提交……" />
    </Form>
  );
}

/** The papers to bring along: their names are sent, never the papers. */
function Bring() {
  const draft = useDraft((state) => state.draft);
  const change = useDraft((state) => state.change);
  const list = evidenceFor(troublesOf(draft));
  const ids = list.map(({ id }) => id);
  return (
    <ChoiceGroup
      several
      optional
      name="bring"
      label="手上有哪些材料"
      hint="只告诉工会有哪些，不用上传。见面时带原件"
      options={list.map(({ id, name }) => ({ value: id, text: name }))}
      value={draft.evidence.filter((id) => ids.includes(id))}
      onChange={(ticked) => change({ evidence: [...draft.evidence.filter((id) => !ids.includes(id)), ...ticked] })}
    />
  );
}
