import { Text, View } from '@tarojs/components';
import { addMonths, sayDate } from '@yugong/domain/calendar';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import { useDraft, useField } from '../draft/store';
import type { AmountKind, Computed } from './compute';
import { DayField, EndingField, LocalField, NumberField, RelationField, WorkDates } from './fields';
import styles from './amounts.module.scss';

type FormProps = { computed: Computed; today: string };

const CONFIRM = '各地不一样，每年会变，这里没有可靠的数。打 12333 问，再填。';
const GROSS = '应得：扣社保和个税之前，奖金、津贴、补贴都算。不知道就先按到手的填，算出来会少一点';

function EndingForm({ computed }: FormProps) {
  const ending = useField('ending').value;
  return (
    <View>
      <EndingField />
      <WorkDates computed={computed} needsEnd />
      <NumberField computed={computed} name="earnings" label="走之前 12 个月一共应得多少（元）" hint={GROSS} />
      <NumberField
        computed={computed}
        name="earningsMonths"
        label="这是几个月的"
        hint="一般填 12；没干满 12 个月的，填实际干了几个月"
      />
      {ending === 'notice' && (
        <NumberField computed={computed} name="previousMonth" label="走之前那个月应得多少（元）" />
      )}
      <LocalField computed={computed} name="minimum" label="当地最低月工资（元）" hint={CONFIRM} />
      <LocalField
        computed={computed}
        name="localAverage"
        label="当地上年度职工月平均工资（元）"
        hint="只有工资很高（超过它 3 倍）的人用得上"
      />
    </View>
  );
}

function DoubleWageForm({ computed, today }: FormProps) {
  const relation = useField('relation').value;
  return (
    <View>
      <RelationField />
      {relation === 'written' && <DayField computed={computed} name="signed" label="后来补签合同的那天" last={today} />}
      <WorkDates computed={computed} />
      <NumberField computed={computed} name="monthly" label="一个月应得多少（元）" hint={GROSS} />
    </View>
  );
}

function OvertimeForm({ computed }: FormProps) {
  return (
    <View>
      <NumberField
        computed={computed}
        name="contractWage"
        label="合同约定的月工资（元）"
        hint="没写的，填每月固定发的那部分，不算加班费"
      />
      <NumberField
        optional
        computed={computed}
        name="otWorkdays"
        label="工作日一共加了几小时"
        hint="一天超过 8 小时的部分，可以填半小时：10.5"
      />
      <NumberField optional computed={computed} name="otRestDays" label="休息日一共加了几小时" hint="没有给你补休的" />
      <NumberField
        optional
        computed={computed}
        name="otHolidays"
        label="法定节假日一共加了几小时"
        hint="元旦、春节、清明、劳动节、端午、中秋、国庆里法定的那几天，一年 13 天"
      />
      <NumberField optional computed={computed} name="otPaid" label="这些加班已经发了多少（元）" />
    </View>
  );
}

function LeaveForm({ computed }: FormProps) {
  return (
    <View>
      <NumberField computed={computed} name="leaveYear" label="哪一年的年休假" hint="一年一年地算，比如 2025" />
      <NumberField
        computed={computed}
        name="careerYears"
        label="你一共工作过几年"
        hint="所有单位加起来，只填整数；满 1 年 5 天，满 10 年 10 天，满 20 年 15 天"
      />
      <NumberField optional computed={computed} name="leaveTaken" label="那一年已经休了几天" />
      <WorkDates computed={computed} />
      <NumberField
        computed={computed}
        name="leaveWage"
        label="前 12 个月平均工资（元）"
        hint="去掉加班费；不满 12 个月的按实际月数平均"
      />
    </View>
  );
}

function WagesForm({ computed, today }: FormProps) {
  const months = useDraft((state) => state.draft.months);
  const change = useDraft((state) => state.change);
  const set = (at: number, part: { due?: string; paid?: string }) =>
    change({ months: months.map((month, index) => (index === at ? { ...month, ...part } : month)) });
  const fault = (field: string) =>
    computed.state === 'missing' ? computed.faults.find((one) => one.typed && one.field === field)?.text : undefined;
  const earlier = addMonths(months[months.length - 1]?.month ?? today.slice(0, 7), -1);
  return (
    <View>
      {months.map(({ month, due, paid }, at) => (
        <View key={month} className={styles.month}>
          <View className={styles['month-name']}>{sayDate(month, '')}</View>
          <TextField
            type="number"
            name={`month-${at}-due`}
            label={`${sayDate(month, '')}该发多少（元）`}
            value={due}
            onChange={(value) => set(at, { due: value })}
            error={fault(`month-${at}-due`)}
          />
          <TextField
            optional
            type="number"
            name={`month-${at}-paid`}
            label={`${sayDate(month, '')}发了多少（元）`}
            hint="一分没发就空着"
            value={paid}
            onChange={(value) => set(at, { paid: value })}
            error={fault(`month-${at}-paid`)}
          />
        </View>
      ))}
      <Actions near>
        <PlainButton
          onPress={() =>
            change({ months: [...months, { month: earlier, due: months[months.length - 1]?.due ?? '', paid: '' }] })
          }
        >
          <Text>{months.length === 0 ? `从${sayDate(earlier, '')}开始填` : `再加一个月：${sayDate(earlier, '')}`}</Text>
        </PlainButton>
        {months.length > 0 && (
          <PlainButton onPress={() => change({ months: months.slice(0, -1) })}>
            <Text>去掉最后一个月</Text>
          </PlainButton>
        )}
      </Actions>
      <LocalField computed={computed} name="minimum" label="当地最低月工资（元）" hint={CONFIRM} />
    </View>
  );
}

export const forms: Record<AmountKind, (props: FormProps) => React.ReactNode> = {
  ending: EndingForm,
  wages: WagesForm,
  'double-wage': DoubleWageForm,
  overtime: OvertimeForm,
  leave: LeaveForm,
};
