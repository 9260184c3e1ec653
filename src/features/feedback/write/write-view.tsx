import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { callBackTimes, complaintKinds, MOST_COMPLAINT, type SentComplaintWire } from '@yugong/domain/complaint/wire';
import { callBackTimeLabels, sayAnswerWithin } from '@yugong/domain/complaint/words';
import { sayPage } from '@yugong/domain/complaint/pages';
import { useOnline } from '@/platform/network';
import type { OutboxItem } from '@/platform/outbox';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ContactButton } from '@/ui/contact-button';
import { Card } from '@/ui/card';
import { ChoiceGroup } from '@/ui/choice-group';
import { ErrorSummary } from '@/ui/error-summary';
import { Form, SubmitButton } from '@/ui/form';
import { Notice } from '@/ui/notice';
import { OutboxList } from '@/ui/outbox-list';
import { PickerField } from '@/ui/picker-field';
import { Row } from '@/ui/row';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { DemoNote } from '../../shared/demo-note';
import { complaintsUrl } from '..';
import { useComplaintField } from '../draft';
import { answerWithin, customerService, districts } from '../model';
import styles from '../feedback.module.scss';
import { callTopics, chosenKind } from './check';
import type { useComplaintForm } from './use-complaint-form';

const kindOptions = {
  complaint: { text: '投诉', detail: '哪里做得不对、不好用、信息有误' },
  suggestion: { text: '建议', detail: '希望增加或者改进什么' },
  'call-back': { text: '请回电', detail: '不想打字，留下号码，工会打给你' },
};
const districtOptions = districts.map(({ adcode, title }) => ({ value: adcode, text: title }));

/** One page: what it is, what happened and on which page, and how to reach its author where he wants that. */
export function WriteView(write: ReturnType<typeof useComplaintForm>) {
  return write.item ? <SentView item={write.item} sent={write.sent} again={write.again} /> : <WriteForm {...write} />;
}

function WriteForm({ fields, set, page, errors, unkept, submit }: ReturnType<typeof useComplaintForm>) {
  const online = useOnline();
  const of = (field: string) => errors.find((error) => error.field === field)?.text;
  const isCall = chosenKind(fields) === 'call-back';
  return (
    <View>
      <Form label="投诉建议" onSubmit={submit}>
        <DemoNote />
        <ErrorSummary errors={errors} />
        <ChoiceGroup
          name="kind"
          label="选一种"
          options={complaintKinds.map((value) => ({ value, ...kindOptions[value] }))}
          value={chosenKind(fields)}
          onChange={(kind) => set('kind', kind)}
          error={of('kind')}
        />
        {isCall && (
          <>
            <ChoiceGroup
              name="topic"
              label="关于什么"
              options={callTopics.map((value) => ({ value, text: value }))}
              value={callTopics.find((one) => one === fields['topic']) ?? null}
              onChange={(topic) => set('topic', topic)}
              error={of('topic')}
            />
            <ChoiceGroup
              name="callAt"
              label="什么时候方便接听"
              options={callBackTimes.map((value) => ({ value, text: callBackTimeLabels[value] }))}
              value={callBackTimes.find((one) => one === fields['callAt']) ?? 'any'}
              onChange={(callAt) => set('callAt', callAt)}
            />
          </>
        )}
        <TextArea
          name="text"
          optional={isCall}
          label={isCall ? '想先说明的' : '要说的事'}
          hint={isCall ? undefined : '请写明时间、地点和经过。不要写身份证号'}
          rows={isCall ? 2 : 5}
          limit={MOST_COMPLAINT}
          error={of('text')}
          {...useComplaintField('text')}
        />
        {page !== null && (
          <ChoiceGroup
            several
            name="page"
            label="关于哪一页"
            options={[{ value: 'page', text: sayPage(page) }]}
            value={fields['noPage'] === 'yes' ? [] : ['page']}
            onChange={(values) => set('noPage', values.length === 0 ? 'yes' : '')}
          />
        )}
        <TextField
          name="phone"
          optional={!isCall}
          label="手机号"
          type="tel"
          hint={isCall ? undefined : '不留也可以，答复在手机上看'}
          error={of('phone')}
          {...useComplaintField('phone')}
        />
        <PickerField
          optional
          name="adcode"
          label="哪个区县的事"
          options={districtOptions}
          value={fields['adcode'] ?? null}
          onChange={(adcode) => set('adcode', adcode)}
        />
        {unkept && <Notice>手机存储已满，没有提交。请清理空间后重试，或拨打 12351。</Notice>}
        {!online && <Notice>现在没有网络。提交后先存在本机，联网后自动发送，只发一次。</Notice>}
        <View className={styles.note}>
          <Text>内容和号码加密保存，只用来核实和答复，办结 2 年后删除。你可以随时撤回并删除。</Text>
        </View>
        <SubmitButton text="提交" busyText="正在提交……" />
      </Form>
      <Row url={complaintsUrl()} title="我的投诉建议" detail="办理进度和答复" />
      {customerService && <ContactButton hours={customerService.hours} />}
    </View>
  );
}

/** After the tap: how it stands, and nothing is called received that was not acknowledged. */
function SentView({ item, sent, again }: { item: OutboxItem; sent: SentComplaintWire | null; again: () => void }) {
  const { state } = item.progress;
  const over = state === 'done' || state === 'refused' || state === 'stopped';
  return (
    <View>
      {sent ? (
        <Card first={`已提交，编号 ${sent.number}`} tone="open" title={sayAnswerWithin(answerWithin)}>
          <Text>最晚{sayDate(sent.answerBy, '')}答复，会显示在“消息”和“我的投诉建议”里。打电话查询请报编号。</Text>
        </Card>
      ) : (
        <OutboxList items={[item]} />
      )}
      <Row url={complaintsUrl()} title="我的投诉建议" detail="办理进度和答复" />
      {over && (
        <Actions near>
          <PlainButton onPress={again}>
            <Text>{state === 'done' ? '再提交一条' : '返回修改'}</Text>
          </PlainButton>
        </Actions>
      )}
    </View>
  );
}
