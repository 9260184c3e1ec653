import { Text, View } from '@tarojs/components';
import { sayYuan } from '@yugong/domain/labour-law';
import { ChoiceGroup } from '@/ui/choice-group';
import { Section } from '@/ui/section';
import { TextArea } from '@/ui/text-area';
import { chosenAmounts } from '../amounts/chosen';
import { amountKinds, amountNames, computeAmount, kindsFor, type AmountKind } from '../amounts/compute';
import { WageField, WorkDates } from '../amounts/fields';
import { forms } from '../amounts/forms';
import { ReadingChoice } from '../amounts/reading-choice';
import { draftDayOf, hasLeft, troublesOf } from '../draft/facts';
import { useDraft, useField } from '../draft/store';
import { useRestDays } from '../model';
import { asksForRelation, extraRequestsOf } from './input';
import styles from './claim.module.scss';

/** What is asked for: the amounts with what they still want to know, the labour relation, and the rest in words. */
export function RequestStep({ today }: { today: string }) {
  const draft = useDraft((state) => state.draft);
  const restDays = useRestDays();
  const change = useDraft((state) => state.change);
  const setField = useDraft((state) => state.setField);
  const others = useField('otherClaims');
  const { amounts } = chosenAmounts(draft, today, restDays);
  const kinds = amountKinds.filter((kind) => draft.claims.includes(kind));
  const first = kinds[0];
  const total = amounts.reduce((sum, { fen }) => sum + fen, 0);
  return (
    <View>
      <Section heading="要的钱">
        <ChoiceGroup
          several
          name="claims"
          label="要哪几样"
          options={kindsFor(troublesOf(draft)).map((value) => ({ value, text: amountNames[value] }))}
          value={kinds}
          onChange={(claims) => change({ claims })}
        />
        {first && <SharedFields kind={first} today={today} />}
        {kinds.map((kind) => (
          <OneAmount key={kind} kind={kind} today={today} />
        ))}
        {amounts.length > 0 && (
          <View className={styles.row} ariaRole="status">
            <Text className={styles.grow}>写进申请书的合计</Text>
            <Text className={styles.fen}>{sayYuan(total)}</Text>
          </View>
        )}
      </Section>
      <Section heading="别的请求">
        <ChoiceGroup
          name="claimRelation"
          label="要不要请求确认有劳动关系"
          hint="没签合同、单位不承认你是它的人，就要。工伤认定也常要先有这个"
          options={[
            { value: 'yes', text: '要' },
            { value: 'no', text: '不用' },
          ]}
          value={asksForRelation(draft) ? 'yes' : (draft.fields.claimRelation ?? null)}
          onChange={(value) => setField('claimRelation', value)}
        />
        <ChoiceGroup
          several
          name="extraRequests"
          label="还要这些吗"
          options={[
            { value: 'certificate', text: '开离职证明', detail: '单位必须开（劳动合同法第五十条）' },
            { value: 'continued', text: '回去上班', detail: '跟赔偿金（2N）只能选一样（劳动合同法第四十八条）' },
          ]}
          value={extraRequestsOf(draft)}
          onChange={(names) => setField('extraRequests', names.join(' '))}
        />
        <TextArea
          optional
          name="otherClaims"
          label="其他请求，一行写一个"
          hint="写清要什么、多少钱、依据哪一条。没写依据的，纸上会留一格，交之前请填上"
          rows={3}
          {...others}
        />
      </Section>
    </View>
  );
}

/** The dates, where the questions haven't asked them, and the wage: once for all amounts. */
function SharedFields({ kind, today }: { kind: AmountKind; today: string }) {
  const draft = useDraft((state) => state.draft);
  const restDays = useRestDays();
  const computed = computeAmount(kind, draft, today, restDays);
  const dated =
    draftDayOf(draft, 'started') !== null && (hasLeft(draft) === false || draftDayOf(draft, 'ended') !== null);
  return (
    <View>
      {!dated && <WorkDates computed={computed} />}
      <WageField computed={computed} />
    </View>
  );
}

/** One amount: what it still wants to know, what it comes to, and the choice where two figures can be argued. */
function OneAmount({ kind, today }: { kind: AmountKind; today: string }) {
  const draft = useDraft((state) => state.draft);
  const restDays = useRestDays();
  const computed = computeAmount(kind, draft, today, restDays);
  const Form = forms[kind];
  return (
    <Section heading={amountNames[kind]}>
      <Form brief computed={computed} today={today} />
      {computed.state === 'missing' && (
        <View className={styles.note}>{`请先填写：${computed.faults.map(({ text }) => text).join('；')}`}</View>
      )}
      {computed.state === 'nothing' && <View className={styles.note}>{computed.because}</View>}
      {computed.state === 'ready' &&
        computed.parts.map((part) => (
          <View key={part.key}>
            {part.amount.other ? (
              <ReadingChoice part={part} />
            ) : (
              <View className={styles.row}>
                <Text className={styles.grow}>{part.amount.title}</Text>
                <Text className={styles.fen}>{sayYuan(part.amount.fen)}</Text>
              </View>
            )}
          </View>
        ))}
    </Section>
  );
}
