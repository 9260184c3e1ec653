/** The fields of the calculators; a fault is shown at its field once something stands there. */
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { addMonths, monthOf, sayDate } from '@yugong/domain/calendar';
import { readYuan, sayYuan, type LocalSuggestion } from '@yugong/domain/labour-law';
import { useToday } from '@/platform/clock';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { TextField } from '@/ui/text-field';
import { useDraft, useField } from '../draft/store';
import { CONFIRMED, differentWages, looksLikeMonth, looksLikeTotal, wageField, wageMonthsOf } from '../draft/wages';
import { endingChoices, relationChoices } from '../questions/words';
import type { Computed } from './compute';
import styles from './amounts.module.scss';

interface FieldWords {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  computed: Computed;
}

const faultOf = (computed: Computed, field: string): string | undefined =>
  computed.state === 'missing' ? computed.faults.find((one) => one.typed && one.field === field)?.text : undefined;

/** A number to type. */
export function NumberField({ computed, name, ...words }: FieldWords) {
  return <TextField type="number" name={name} {...words} error={faultOf(computed, name)} {...useField(name)} />;
}

/** A day to choose. */
export function DayField({ computed, name, last, ...words }: FieldWords & { last?: string }) {
  return <DateField name={name} {...words} last={last} error={faultOf(computed, name)} {...useField(name)} />;
}

/** First day, whether it goes on, last day: asked once, for all of the calculators. */
export function WorkDates({ computed, needsEnd = false }: { computed: Computed; needsEnd?: boolean }) {
  const still = useField('still');
  return (
    <View>
      <DayField computed={computed} name="started" label="第一天上班" />
      <ChoiceGroup
        name="still"
        label="现在还在那里上班吗"
        options={[
          { value: 'yes', text: '还在上班' },
          { value: 'no', text: '已经离职，或者定了哪天走' },
        ]}
        error={needsEnd && still.value === 'yes' ? '这一项要有最后一天。还没走，就选定下来要走的那天' : undefined}
        value={still.value || null}
        onChange={still.onChange}
      />
      {still.value === 'no' && <DayField computed={computed} name="ended" label="最后一天上班" />}
    </View>
  );
}

/** How the work ended. */
export function EndingField() {
  const { value, onChange } = useField('ending');
  return (
    <ChoiceGroup
      name="ending"
      label="离职原因"
      hint="离职原因不同，补偿也不同"
      options={endingChoices}
      value={value || null}
      onChange={onChange}
    />
  );
}

/** What was signed. */
export function RelationField() {
  const { value, onChange } = useField('relation');
  return (
    <ChoiceGroup name="relation" label="签了什么" options={relationChoices} value={value || null} onChange={onChange} />
  );
}

const GROSS = '应得：扣社保和个税之前，奖金、津贴、补贴都算。不知道就先按到手的填，算出来会少一点';

/** The wage of a month, told once; what looks like another figure is asked back; months that differ are changed one by one. */
export function WageField({ computed }: { computed: Computed }) {
  const draft = useDraft((state) => state.draft);
  const change = useDraft((state) => state.change);
  const { monthly = '', earnings = '' } = draft.fields;
  const monthlyFen = readYuan(monthly);
  const totalFen = readYuan(earnings);
  const months = Number(draft.fields.earningsMonths ?? '');
  const setFields = (part: Record<string, string>) => change({ fields: { ...draft.fields, ...part } });
  return (
    <View>
      <NumberField computed={computed} name="monthly" label="一个月应得多少（元）" hint={GROSS} />
      {monthlyFen !== null && looksLikeTotal(draft, monthlyFen) && (
        <Actions near>
          <PlainButton onPress={() => setFields({ [CONFIRMED]: monthly })}>
            <Text>{`一个月就是 ${sayYuan(monthlyFen)}`}</Text>
          </PlainButton>
          <PlainButton onPress={() => setFields({ monthly: '', earnings: monthly, earningsMonths: '12' })}>
            <Text>是 12 个月一共的</Text>
          </PlainButton>
        </Actions>
      )}
      {earnings !== '' && (
        <>
          <NumberField optional computed={computed} name="earnings" label="走之前这些月一共应得多少（元）" />
          <NumberField
            computed={computed}
            name="earningsMonths"
            label="这是几个月的"
            hint="一般填 12；没干满 12 个月的，填实际干了几个月"
          />
          {totalFen !== null && looksLikeMonth(draft, { totalFen, months }) && (
            <Actions near>
              <PlainButton onPress={() => setFields({ [CONFIRMED]: earnings })}>
                <Text>{`${months} 个月一共就是 ${sayYuan(totalFen)}`}</Text>
              </PlainButton>
              <PlainButton onPress={() => setFields({ monthly: earnings, earnings: '', earningsMonths: '' })}>
                <Text>是一个月的</Text>
              </PlainButton>
            </Actions>
          )}
        </>
      )}
      {monthlyFen !== null && earnings === '' && <WageTable />}
    </View>
  );
}

/** The months that anything is reckoned by, each with its wage; one that was different is changed in its own field. */
function WageTable() {
  const draft = useDraft((state) => state.draft);
  const setField = useDraft((state) => state.setField);
  const [open, setOpen] = useState(Object.keys(differentWages(draft)).length > 0);
  const months = wageMonthsOf(draft, useToday().today);
  if (months.length === 0) return null;
  return (
    <View>
      <Actions near>
        <PlainButton pressed={open} onPress={() => setOpen(!open)}>
          <Text>{open ? '收起各月工资' : '有的月份不一样'}</Text>
        </PlainButton>
      </Actions>
      {open &&
        [...months]
          .reverse()
          .map((month) => (
            <TextField
              key={month}
              optional
              type="number"
              name={wageField(month)}
              label={`${sayDate(month, '')}应得（元）`}
              value={draft.fields[wageField(month)] ?? draft.fields.monthly ?? ''}
              onChange={(value) => setField(wageField(month), value === draft.fields.monthly ? '' : value)}
            />
          ))}
    </View>
  );
}

/** A figure of the place: published ones can be taken over, with their date and source, or another is typed. */
export function LocalField({
  computed,
  name,
  label,
  hint,
  suggestions,
}: FieldWords & { suggestions: readonly LocalSuggestion[] }) {
  const draft = useDraft((state) => state.draft);
  const change = useDraft((state) => state.change);
  const value = draft.fields[name] ?? '';
  const take = ({ fen, asOf }: LocalSuggestion) =>
    change({ fields: { ...draft.fields, [name]: String(fen / 100), [`${name}AsOf`]: asOf } });
  return (
    <View>
      <NumberField optional computed={computed} name={name} label={label} {...(hint ? { hint } : {})} />
      {value === '' &&
        suggestions.map((suggestion) => (
          <View key={suggestion.name}>
            <Actions near>
              <PlainButton onPress={() => take(suggestion)}>
                <Text>{`用 ${sayYuan(suggestion.fen)}：${suggestion.name}`}</Text>
              </PlainButton>
            </Actions>
            <View className={styles.small}>
              <Text>{`${suggestion.asOf} 的数，来源：${suggestion.source}。请核实`}</Text>
            </View>
          </View>
        ))}
      {value !== '' && (
        <NumberField computed={computed} name={`${name}AsOf`} label="这个数是哪一年的" hint="比如 2025 或 2025-01" />
      )}
    </View>
  );
}

/** The months that something can be missing for: up to the month of the end, or the last one, twelve at a time. */
export const payableMonths = (today: string, ended: string | null, count: number): string[] => {
  const last = ended !== null && ended < today ? monthOf(ended) : addMonths(monthOf(today), -1);
  return Array.from({ length: count }, (_, at) => addMonths(last, -at));
};
