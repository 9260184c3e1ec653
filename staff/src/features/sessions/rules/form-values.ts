/**
 * Converts between a screening's rules and the form's values. Where no source states a rule it is `null`, and the
 * choice beside it is empty. A half-typed value becomes one that the shared schema refuses at its field.
 */
import type { Condition, Employment, PreparationStep, ScreeningRules } from '@yugong/domain/screening/rules';

type Unit = 'hours' | 'days';

export interface PreparationStepForm {
  id?: string;
  text?: string;
  why?: string;
  fromCount?: number | null;
  fromUnit?: Unit;
  untilCount?: number | null;
  /** Empty means until the session begins. */
  untilUnit?: Unit | '';
}

export interface ConditionForm {
  id?: string;
  question?: string;
  hint?: string;
  wanted?: Condition['wanted'] | '';
  because?: string;
}

/** The names are the wire's own, so that the service's pointers find their fields. */
export interface RulesFormValues {
  employmentSaid: '' | 'any' | 'some';
  employment: Employment[];
  household: '' | 'any' | 'city';
  districtsSaid: '' | 'any' | 'some';
  districts: string[];
  intervals: { of?: string; months?: number | null }[];
  conditions: ConditionForm[];
  items: string;
  cost: string;
  bring: string;
  preparationSaid: '' | 'none' | 'some';
  preparation: PreparationStepForm[];
  cycleSaid: '' | 'some';
  cycle: {
    avoidDuring: boolean;
    avoidBefore?: number | null;
    avoidAfter?: number | null;
    periodDays?: number | null;
    text?: string;
  };
  windows: { from?: string; to?: string }[];
  quotas: { adcode?: string; places?: number | null }[];
  results: { withinDays?: number | null; how?: string };
}

const textOf = (list: readonly string[] | null | undefined): string => (list ?? []).join('\n');
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const choiceOf = (rule: 'any' | unknown[] | null | undefined): '' | 'any' | 'some' =>
  rule === null || rule === undefined ? '' : rule === 'any' ? 'any' : 'some';
const listOf = <T>(rule: 'any' | T[] | null | undefined): T[] => (Array.isArray(rule) ? rule : []);
const countOf = (before: PreparationStep['from']): number => ('hours' in before ? before.hours : before.days);
const unitOf = (before: PreparationStep['from']): Unit => ('hours' in before ? 'hours' : 'days');

const toStepForm = ({ id, text, why, from, until }: PreparationStep): PreparationStepForm => ({
  id,
  text,
  why: why ?? '',
  fromCount: countOf(from),
  fromUnit: unitOf(from),
  untilCount: until && countOf(until),
  untilUnit: until ? unitOf(until) : '',
});

export const toRulesForm = (rules: ScreeningRules | null): RulesFormValues => ({
  employmentSaid: choiceOf(rules?.employment),
  employment: listOf(rules?.employment),
  household: rules?.household ?? '',
  districtsSaid: choiceOf(rules?.districts),
  districts: listOf(rules?.districts),
  intervals: rules?.intervals ?? [],
  conditions: (rules?.conditions ?? []).map((one) => ({ ...one, hint: one.hint ?? '' })),
  items: textOf(rules?.items),
  cost: rules?.cost ?? '',
  bring: textOf(rules?.bring),
  preparationSaid: rules?.preparation ? (rules.preparation.length > 0 ? 'some' : 'none') : '',
  preparation: (rules?.preparation ?? []).map(toStepForm),
  cycleSaid: rules?.cycle ? 'some' : '',
  cycle: rules?.cycle ?? { avoidDuring: true, avoidBefore: 0, avoidAfter: 0, periodDays: 7, text: '' },
  windows: rules?.windows ?? [],
  quotas: rules?.quotas ?? [],
  results: { withinDays: rules?.results?.withinDays ?? null, how: rules?.results?.how ?? '' },
});

/** Gives new entries the first free id; the others keep theirs. */
function withIds<T extends { id?: string }>(list: readonly T[], word: string): (T & { id: string })[] {
  const taken = new Set(list.flatMap(({ id }) => (id ? [id] : [])));
  let serial = 0;
  return list.map((one) => {
    if (one.id) return { ...one, id: one.id };
    do serial += 1;
    while (taken.has(`${word}-${serial}`));
    return { ...one, id: `${word}-${serial}` };
  });
}

const toBefore = (count: number | null | undefined, unit: Unit | undefined): PreparationStep['from'] =>
  unit === 'days' ? { days: count ?? 0 } : { hours: count ?? 0 };

const toPreparationStep = (step: PreparationStepForm & { id: string }): PreparationStep => ({
  id: step.id,
  text: step.text?.trim() ?? '',
  why: step.why?.trim() || null,
  from: toBefore(step.fromCount, step.fromUnit),
  until: step.untilUnit ? toBefore(step.untilCount, step.untilUnit) : null,
});

const toCondition = ({ id, question, hint, wanted, because }: ConditionForm & { id: string }): Condition => ({
  id,
  question: question?.trim() ?? '',
  hint: hint?.trim() || null,
  wanted: (wanted || '') as Condition['wanted'],
  because: because?.trim() ?? '',
});

/** An empty list means that nothing is known. */
const orNull = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);

/** @param before the stored rules: a list known to be empty (nothing to bring) stays one while nothing is typed */
export function toScreeningRules(typed: RulesFormValues, before: ScreeningRules | null): ScreeningRules {
  const { cycle, results } = typed;
  const bring = linesOf(typed.bring);
  const withinDays = results.withinDays ?? null;
  const how = results.how?.trim() || null;
  const choose = <T>(choice: '' | 'any' | 'some', list: T[]): 'any' | T[] | null =>
    choice === 'some' ? list : choice || null;
  return {
    employment: choose(typed.employmentSaid, typed.employment),
    household: typed.household || null,
    districts: choose(typed.districtsSaid, typed.districts),
    intervals: orNull(typed.intervals.map(({ of, months }) => ({ of: of?.trim() ?? '', months: months ?? null }))),
    conditions: withIds(typed.conditions, 'condition').map(toCondition),
    items: linesOf(typed.items),
    cost: typed.cost.trim() || null,
    bring: bring.length === 0 && before?.bring?.length === 0 ? [] : orNull(bring),
    preparation:
      typed.preparationSaid === ''
        ? null
        : typed.preparationSaid === 'none'
          ? []
          : withIds(typed.preparation, 'step').map(toPreparationStep),
    cycle:
      typed.cycleSaid === ''
        ? null
        : {
            avoidDuring: cycle.avoidDuring,
            avoidBefore: cycle.avoidBefore ?? 0,
            avoidAfter: cycle.avoidAfter ?? 0,
            periodDays: cycle.periodDays ?? 0,
            text: cycle.text?.trim() ?? '',
          },
    windows: orNull(typed.windows.map(({ from, to }) => ({ from: from ?? '', to: to ?? '' }))),
    quotas: orNull(typed.quotas.map(({ adcode, places }) => ({ adcode: adcode ?? '', places: places ?? 0 }))),
    results: withinDays === null && how === null ? null : { withinDays, how },
  };
}
