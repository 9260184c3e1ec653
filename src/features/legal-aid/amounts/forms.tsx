/** One form a kind of amount. What was told before isn't asked again: `brief` leaves out what the questions have asked. */
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayDate, weekdayName, type Day } from '@yugong/domain/calendar';
import {
  averageWageSuggestions,
  minimumWageSuggestions,
  overtimeKind,
  readYuan,
  type OvertimeKind,
} from '@yugong/domain/labour-law';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { TextField } from '@/ui/text-field';
import { draftDayOf, endedOf, leaveYearsOf, relationOf } from '../draft/facts';
import { useDraft, useField } from '../draft/store';
import { differentWages } from '../draft/wages';
import { useLocalWages, useRestDays } from '../model';
import { leaveTakenField, overtimeDays, overtimeField, type AmountKind, type Computed } from './compute';
import {
  DayField,
  EndingField,
  LocalField,
  NumberField,
  payableMonths,
  RelationField,
  WageField,
  WorkDates,
} from './fields';
import styles from './amounts.module.scss';

interface FormProps {
  computed: Computed;
  today: string;
  /** Is it a part of a longer form, which has asked for the wage, the dates and the ending already? */
  brief?: boolean;
}

/** From which monthly wage on three times the local average can be met at all; below it the field is of no use. */
const CAP_MATTERS_FEN = 1_500_000;

function MinimumField({ computed, today }: FormProps) {
  const draft = useDraft((state) => state.draft);
  const wages = useLocalWages();
  const day = endedOf(draft) ?? today;
  return (
    <LocalField
      computed={computed}
      name="minimum"
      label="当地最低月工资（元）"
      hint="工资比它低的，按它算"
      suggestions={minimumWageSuggestions(wages, { per: 'monthly', day, adcode: draft.fields.adcode ?? null })}
    />
  );
}

function EndingForm({ computed, today, brief = false }: FormProps) {
  const draft = useDraft((state) => state.draft);
  const wages = useLocalWages();
  const { ending } = draft.fields;
  const end = endedOf(draft) ?? today;
  const isHigh =
    Math.max(readYuan(draft.fields.monthly ?? '') ?? 0, ...Object.values(differentWages(draft))) >= CAP_MATTERS_FEN;
  return (
    <View>
      {(!brief || !ending) && <EndingField />}
      {!brief && (
        <>
          <WorkDates computed={computed} needsEnd />
          <WageField computed={computed} />
        </>
      )}
      {(ending === 'notice' || draft.fields.previousMonth) && (
        <NumberField
          optional
          computed={computed}
          name="previousMonth"
          label="走之前那个月应得多少（元）"
          hint={draft.fields.earnings ? '一共的数里看不出这个月' : '空着就按上面的月工资'}
        />
      )}
      <DayField
        optional
        computed={computed}
        name="mergedFrom"
        label="原单位安排换过来的：在原单位的第一天"
        hint="换过来时没给过补偿的，年限从那天起接着算（实施条例第十条）"
        last={today}
      />
      <MinimumField computed={computed} today={today} />
      {(isHigh || draft.fields.localAverage || draft.fields.earnings) && (
        <LocalField
          computed={computed}
          name="localAverage"
          label="当地上年度职工月平均工资（元）"
          hint="只有工资超过它 3 倍的人用得上。用哪个平均数，重庆没有找到书面说法"
          suggestions={averageWageSuggestions(wages, end)}
        />
      )}
    </View>
  );
}

function DoubleWageForm({ computed, today, brief = false }: FormProps) {
  const relation = useField('relation').value;
  return (
    <View>
      {(!brief || !relation) && <RelationField />}
      {relation === 'written' && <DayField computed={computed} name="signed" label="后来补签合同的那天" last={today} />}
      {!brief && (
        <>
          <WorkDates computed={computed} />
          <WageField computed={computed} />
        </>
      )}
    </View>
  );
}

const overtimeNames: Record<OvertimeKind, string> = {
  workdays: '工作日，150%',
  restDays: '休息日，200%',
  holidays: '法定节假日，300%',
};

/** Overtime day by day: the day decides how it is paid. A day without hours yet is only on the screen. */
function OvertimeDays({ today }: Pick<FormProps, 'today'>) {
  const restDays = useRestDays();
  const draft = useDraft((state) => state.draft);
  const setField = useDraft((state) => state.setField);
  const [added, setAdded] = useState<readonly string[]>([]);
  return (
    <View>
      {[...new Set([...overtimeDays(draft), ...added])].sort().map((day) => (
        <TextField
          key={day}
          type="number"
          name={overtimeField(day)}
          label={`${sayDate(day, '')} ${weekdayName(day)} 加了几小时`}
          hint={overtimeNames[overtimeKind(restDays, day)]}
          value={draft.fields[overtimeField(day)] ?? ''}
          onChange={(value) => setField(overtimeField(day), value)}
        />
      ))}
      <DateField
        optional
        name="overtimeDay"
        label="按日子加一天加班"
        hint="选了日子，自动分清工作日、休息日、法定节假日（2025年起一年 13 天，以前 11 天）"
        value=""
        onChange={(day) => day && setAdded([...added, day])}
        last={today}
      />
    </View>
  );
}

function OvertimeForm({ computed, today, brief = false }: FormProps) {
  return (
    <View>
      {!brief && <WageField computed={computed} />}
      <NumberField
        optional
        computed={computed}
        name="otWorkdays"
        label="工作日一共加了几小时"
        hint="一天超过 8 小时的部分，可以到一刻钟：10.5、1.25"
      />
      <NumberField optional computed={computed} name="otRestDays" label="休息日一共加了几小时" hint="没有给你补休的" />
      <NumberField
        optional
        computed={computed}
        name="otHolidays"
        label="法定节假日一共加了几小时"
        hint="元旦、春节、清明、劳动节、端午、中秋、国庆里法定的那几天；调休放的其他日子算休息日"
      />
      <OvertimeDays today={today} />
      <NumberField optional computed={computed} name="otPaid" label="这些加班已经发了多少（元）" />
      <NumberField
        optional
        computed={computed}
        name="contractWage"
        label="合同另外约定了加班的工资基数（元）"
        hint="没有就空着，按上面的月工资"
      />
      {!brief && <MinimumField computed={computed} today={today} />}
    </View>
  );
}

function LeaveForm({ computed, today, brief = false }: FormProps) {
  const draft = useDraft((state) => state.draft);
  const setField = useDraft((state) => state.setField);
  const years = leaveYearsOf(draft);
  const yearIn = (day: Day | null | undefined) => Number(day?.slice(0, 4) ?? 0);
  const [from, to] = [yearIn(draftDayOf(draft, 'started')), yearIn(endedOf(draft) ?? today)];
  const offered = Array.from({ length: 5 }, (_, at) => to - at).filter((year) => year >= Math.max(from, 2008));
  return (
    <View>
      <ChoiceGroup
        several
        name="leaveYear"
        label="哪几年的年休假"
        options={[...new Set([...offered, ...years])]
          .sort((a, b) => b - a)
          .map((year) => ({ value: String(year), text: `${year}年` }))}
        value={years.map(String)}
        onChange={(chosen) => setField('leaveYear', [...chosen].sort().join(' '))}
      />
      {years.map((year) => (
        <NumberField
          key={year}
          optional
          computed={computed}
          name={years.length === 1 && !draft.fields[leaveTakenField(year)] ? 'leaveTaken' : leaveTakenField(year)}
          label={`${year}年已经休了几天`}
          hint="没休就空着，可以填半天：2.5"
        />
      ))}
      <NumberField
        computed={computed}
        name="careerYears"
        label={`到${years[years.length - 1] ?? to}年，你一共工作过几年`}
        hint="所有单位加起来，只填整数；满 1 年 5 天，满 10 年 10 天，满 20 年 15 天"
      />
      {!brief && (
        <>
          <WorkDates computed={computed} />
          <WageField computed={computed} />
        </>
      )}
      <NumberField
        optional
        computed={computed}
        name="leaveWage"
        label="去掉加班费，前 12 个月平均工资（元）"
        hint="工资里没有加班费的，空着就按上面的月工资"
      />
    </View>
  );
}

function WagesForm({ computed, today, brief = false }: FormProps) {
  const draft = useDraft((state) => state.draft);
  const change = useDraft((state) => state.change);
  const [shown, setShown] = useState(12);
  const { months } = draft;
  const offered = payableMonths(today, endedOf(draft), shown);
  const options = [...new Set([...offered, ...months.map(({ month }) => month)])].sort().reverse();
  const choose = (chosen: readonly string[]) =>
    change({
      months: [...chosen]
        .sort()
        .reverse()
        .map(
          (month) =>
            months.find((one) => one.month === month) ?? {
              month,
              due: draft.fields[`wage-${month}`] ?? draft.fields.monthly ?? '',
              paid: '',
            },
        ),
    });
  const set = (at: number, part: { due?: string; paid?: string }) =>
    change({ months: months.map((month, index) => (index === at ? { ...month, ...part } : month)) });
  const fault = (field: string) =>
    computed.state === 'missing' ? computed.faults.find((one) => one.typed && one.field === field)?.text : undefined;
  // Part-time work has a minimum by the hour. In the application it is asked for only where it can matter.
  const published = minimumWageSuggestions(useLocalWages(), {
    per: 'monthly',
    day: endedOf(draft) ?? today,
    adcode: draft.fields.adcode ?? null,
  });
  const isLow = months.some(({ due }) => published.some(({ fen }) => (readYuan(due) ?? fen) < fen));
  const asksMinimum = relationOf(draft) !== 'part-time' && (!brief || isLow || Boolean(draft.fields.minimum));
  return (
    <View>
      {!brief && <WageField computed={computed} />}
      <ChoiceGroup
        several
        name="months"
        label="哪几个月没发够"
        hint="发够了的不用选。离职那个月也可以要"
        options={options.map((month) => ({ value: month, text: sayDate(month, '') }))}
        value={months.map(({ month }) => month)}
        onChange={choose}
      />
      <Actions near>
        <PlainButton onPress={() => setShown(shown + 12)}>
          <Text>更早的月份</Text>
        </PlainButton>
      </Actions>
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
      {asksMinimum && <MinimumField computed={computed} today={today} />}
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
