/** The fields of the calculators; a fault is said at its field once something stands there. */
import { View } from '@tarojs/components';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { TextField } from '@/ui/text-field';
import { useField } from '../draft/store';
import { endingChoices, relationChoices } from '../questions/words';
import type { Computed } from './compute';

interface FieldWords {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  computed: Computed;
}

const faultOf = (computed: Computed, field: string): string | undefined =>
  computed.state === 'missing' ? computed.faults.find((one) => one.typed && one.field === field)?.text : undefined;

export function NumberField({ computed, name, ...words }: FieldWords) {
  return <TextField type="number" name={name} {...words} error={faultOf(computed, name)} {...useField(name)} />;
}

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
        label="现在还在那里干吗"
        options={[
          { value: 'yes', text: '还在干' },
          { value: 'no', text: '已经不干了，或者定了哪天走' },
        ]}
        error={needsEnd && still.value === 'yes' ? '这一项要有最后一天。还没走，就选定下来要走的那天' : undefined}
        value={still.value || null}
        onChange={still.onChange}
      />
      {still.value === 'no' && <DayField computed={computed} name="ended" label="最后一天上班" />}
    </View>
  );
}

export function EndingField() {
  const { value, onChange } = useField('ending');
  return (
    <ChoiceGroup
      name="ending"
      label="是怎么没的"
      hint="经济补偿：单位让你走，按干的年头给的钱。走法不同，给的不同"
      options={endingChoices}
      value={value || null}
      onChange={onChange}
    />
  );
}

export function RelationField() {
  const { value, onChange } = useField('relation');
  return (
    <ChoiceGroup
      name="relation"
      label="签了书面劳动合同吗"
      options={relationChoices}
      value={value || null}
      onChange={onChange}
    />
  );
}

/** A figure of the place, never known to the app: with its year, and to be confirmed. */
export function LocalField({ computed, name, label, hint }: FieldWords) {
  const { value } = useField(name);
  return (
    <View>
      <NumberField optional computed={computed} name={name} label={label} {...(hint ? { hint } : {})} />
      {value !== '' && (
        <NumberField computed={computed} name={`${name}AsOf`} label="这个数是哪一年的" hint="比如 2025" />
      )}
    </View>
  );
}
