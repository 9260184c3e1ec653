import { Text, View } from '@tarojs/components';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { Section } from '@/ui/section';
import { draftDayOf, filedOn } from '../draft/facts';
import { useDraft, useField } from '../draft/store';

/** How far it has come: dates that bring other deadlines with them, all of them optional. */
export function ProgressForm({ today, injured }: { today: string; injured: boolean }) {
  const draft = useDraft((state) => state.draft);
  const change = useDraft((state) => state.change);
  const final = useField('awardFinal');
  const received = useField('awardReceived').value;
  const setStop = (at: number, part: { from?: string; to?: string }) =>
    change({ stops: draft.stops.map((stop, index) => (index === at ? { ...stop, ...part } : stop)) });
  return (
    <Section heading="已经走到哪一步了" note="有就填，没有空着">
      {/* Who told the questions of a claim that is being decided isn't asked for its day again. */}
      {(filedOn(draft) === null || draftDayOf(draft, 'filed') !== null) && (
        <ProgressDay name="filed" label="把仲裁申请交上去的那天" last={today} />
      )}
      <ProgressDay name="accepted" label="仲裁委通知受理的那天" hint="受理通知书上的日子" last={today} />
      <ProgressDay name="awardReceived" label="收到裁决书的那天" hint="签收那天算" last={today} />
      {received && (
        <ChoiceGroup
          name="awardFinal"
          label="裁决书上写了“终局裁决”吗"
          hint="终局裁决：单位不能再起诉的那种"
          options={[
            { value: 'yes', text: '写了' },
            { value: 'no', text: '没写，或者看不明白' },
          ]}
          value={final.value || null}
          onChange={final.onChange}
        />
      )}
      {injured && (
        <>
          <ProgressDay
            name="injuryApplied"
            label="人社部门受理工伤认定申请的那天"
            hint="受理通知书上的日子"
            last={today}
          />
          <ProgressDay name="injuryDecided" label="收到工伤认定决定的那天" last={today} />
          <ProgressDay
            name="injuryStopFrom"
            label="为“有没有劳动关系”去仲裁、打官司，开始的那天"
            hint="这段时间不算进工伤的一年"
            last={today}
          />
          <ProgressDay name="injuryStopTo" label="有了结果的那天" hint="还没有结果就空着" last={today} />
        </>
      )}
      {draft.stops.map((stop, at) => (
        <View key={at}>
          <DateField
            optional
            name={`stop-${at}-from`}
            label="没法去申请，从哪天起"
            hint="比如住院、被困、封路，自己确实去不了"
            value={stop.from}
            onChange={(from) => setStop(at, { from })}
            last={today}
          />
          <DateField
            optional
            name={`stop-${at}-to`}
            label="到哪天能去了"
            hint="还不能就空着"
            value={stop.to}
            onChange={(to) => setStop(at, { to })}
            first={stop.from || undefined}
            last={today}
          />
        </View>
      ))}
      <Actions near>
        <PlainButton onPress={() => change({ stops: [...draft.stops, { from: '', to: '' }] })}>
          <Text>添加一段无法申请的时间</Text>
        </PlainButton>
        {draft.stops.length > 0 && (
          <PlainButton onPress={() => change({ stops: draft.stops.slice(0, -1) })}>
            <Text>去掉最后一段</Text>
          </PlainButton>
        )}
      </Actions>
    </Section>
  );
}

function ProgressDay({ name, ...words }: { name: string; label: string; hint?: string; last: string }) {
  return <DateField optional name={name} {...words} {...useField(name)} />;
}
