/**
 * Between a screening's rules and what is typed about them. Where no source says anything the rule is `null` and the
 * choice beside it empty. What is half typed becomes something that the shared schema refuses at its place.
 */
import type { Condition, Employment, PreparationStep, ScreeningRules } from '@yugong/domain/screening/rules';

type Unit = 'hours' | 'days';

export interface TypedStep {
  id?: string;
  text?: string;
  why?: string;
  fromCount?: number | null;
  fromUnit?: Unit;
  untilCount?: number | null;
  /** Empty: until the session begins. */
  untilUnit?: Unit | '';
}

export interface TypedCondition {
  id?: string;
  question?: string;
  hint?: string;
  wanted?: Condition['wanted'] | '';
  because?: string;
}

/** Names are the wire's own, so that the service's pointers find their fields. */
export interface TypedRules {
  employmentSaid: '' | 'any' | 'some';
  employment: Employment[];
  household: '' | 'any' | 'city';
  districtsSaid: '' | 'any' | 'some';
  districts: string[];
  intervals: { of?: string; months?: number | null }[];
  conditions: TypedCondition[];
  items: string;
  cost: string;
  bring: string;
  preparationSaid: '' | 'none' | 'some';
  preparation: TypedStep[];
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
const said = (rule: 'any' | unknown[] | null | undefined): '' | 'any' | 'some' =>
  rule === null || rule === undefined ? '' : rule === 'any' ? 'any' : 'some';
const someOf = <T>(rule: 'any' | T[] | null | undefined): T[] => (Array.isArray(rule) ? rule : []);
const countOf = (before: PreparationStep['from']): number => ('hours' in before ? before.hours : before.days);
const unitOf = (before: PreparationStep['from']): Unit => ('hours' in before ? 'hours' : 'days');

const typedStep = ({ id, text, why, from, until }: PreparationStep): TypedStep => ({
  id,
  text,
  why: why ?? '',
  fromCount: countOf(from),
  fromUnit: unitOf(from),
  untilCount: until && countOf(until),
  untilUnit: until ? unitOf(until) : '',
});

export const typedRules = (rules: ScreeningRules | null): TypedRules => ({
  employmentSaid: said(rules?.employment),
  employment: someOf(rules?.employment),
  household: rules?.household ?? '',
  districtsSaid: said(rules?.districts),
  districts: someOf(rules?.districts),
  intervals: rules?.intervals ?? [],
  conditions: (rules?.conditions ?? []).map((one) => ({ ...one, hint: one.hint ?? '' })),
  items: textOf(rules?.items),
  cost: rules?.cost ?? '',
  bring: textOf(rules?.bring),
  preparationSaid: rules?.preparation ? (rules.preparation.length > 0 ? 'some' : 'none') : '',
  preparation: (rules?.preparation ?? []).map(typedStep),
  cycleSaid: rules?.cycle ? 'some' : '',
  cycle: rules?.cycle ?? { avoidDuring: true, avoidBefore: 0, avoidAfter: 0, periodDays: 7, text: '' },
  windows: rules?.windows ?? [],
  quotas: rules?.quotas ?? [],
  results: { withinDays: rules?.results?.withinDays ?? null, how: rules?.results?.how ?? '' },
});

/** Each keeps its id; a new one gets the first that is free. */
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

const beforeOf = (count: number | null | undefined, unit: Unit | undefined): PreparationStep['from'] =>
  unit === 'days' ? { days: count ?? 0 } : { hours: count ?? 0 };

const stepOf = (step: TypedStep & { id: string }): PreparationStep => ({
  id: step.id,
  text: step.text?.trim() ?? '',
  why: step.why?.trim() || null,
  from: beforeOf(step.fromCount, step.fromUnit),
  until: step.untilUnit ? beforeOf(step.untilCount, step.untilUnit) : null,
});

const conditionOf = ({ id, question, hint, wanted, because }: TypedCondition & { id: string }): Condition => ({
  id,
  question: question?.trim() ?? '',
  hint: hint?.trim() || null,
  wanted: (wanted || '') as Condition['wanted'],
  because: because?.trim() ?? '',
});

/** An empty list of what isn't a list's own answer says nothing. */
const orNull = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);

/** @param before what it was: a list known to be empty (nothing to bring) stays one while nothing is typed */
export function rulesOf(typed: TypedRules, before: ScreeningRules | null): ScreeningRules {
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
    conditions: withIds(typed.conditions, 'condition').map(conditionOf),
    items: linesOf(typed.items),
    cost: typed.cost.trim() || null,
    bring: bring.length === 0 && before?.bring?.length === 0 ? [] : orNull(bring),
    preparation:
      typed.preparationSaid === ''
        ? null
        : typed.preparationSaid === 'none'
          ? []
          : withIds(typed.preparation, 'step').map(stepOf),
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
