/** What to ask so that programmes can say whether they are for somebody: nothing that no rule looks at. */
import type { Day } from '../calendar';
import { bandsAt, type Band } from './band';
import { employments, unreadCondition, type Condition, type Employment, type ScreeningRules } from './rules';

/** What the check needs to know of a programme, whether from the bundle or from the service. */
export interface Checkable {
  id: string;
  title: string;
  age: { min: number; max: number } | null;
  rules: ScreeningRules;
}

export type ScreeningQuestion =
  | { id: 'age'; bands: readonly Band[] }
  | { id: 'employment'; kinds: readonly Employment[] }
  | { id: 'household' }
  /** Where programmes ask for certain districts: those, all others being alike. */
  | { id: 'district'; adcodes: readonly string[] }
  /** Months since the last screening; `never` is an answer too. */
  | { id: 'last'; bands: readonly Band[] }
  | { id: `condition:${string}`; condition: Condition };

export type QuestionId = ScreeningQuestion['id'];

/** Answers by question, as options are named; `unsure` can always be said. Kept in memory, never sent. */
export type Answers = Partial<Record<QuestionId, string>>;

export const conditionId = (programme: Checkable, condition: Condition): `condition:${string}` =>
  `condition:${programme.id}:${condition.id}`;

/** Does this release understand the condition? Of one that it doesn't, nobody can be asked. */
export const isReadCondition = ({ id }: Condition): boolean => id !== unreadCondition.id;

/** Has the programme not ended yet? One that names no days may always run. */
export const mayRun = ({ windows }: ScreeningRules, today: Day): boolean =>
  windows === null || windows.some(({ to }) => to >= today);

/**
 * The questions, in the order they are asked, that these programmes' rules need answered.
 *
 * @example questionsFor([programme]).map(({ id }) => id) // ['age', 'employment', 'last']
 */
export function screeningQuestionsFor(programmes: readonly Checkable[]): ScreeningQuestion[] {
  const ages = programmes.flatMap(({ age }) => (age ? [age.min, age.max + 1] : []));
  const months = programmes.flatMap(({ rules }) =>
    (rules.intervals ?? []).flatMap((interval) => (interval.months === null ? [] : [interval.months])),
  );
  const adcodes = programmes.flatMap(({ rules }) => (Array.isArray(rules.districts) ? rules.districts : []));
  const asksKind = programmes.some(({ rules }) => Array.isArray(rules.employment));
  return [
    ...(ages.length > 0 ? [{ id: 'age', bands: bandsAt(ages) } as const] : []),
    ...(asksKind ? [{ id: 'employment', kinds: employments } as const] : []),
    ...(programmes.some(({ rules }) => rules.household === 'city') ? [{ id: 'household' } as const] : []),
    ...(adcodes.length > 0 ? [{ id: 'district', adcodes: [...new Set(adcodes)] } as const] : []),
    ...(months.length > 0 ? [{ id: 'last', bands: bandsAt(months) } as const] : []),
    ...programmes.flatMap((programme) =>
      programme.rules.conditions
        .filter(isReadCondition)
        .map((condition) => ({ id: conditionId(programme, condition), condition })),
    ),
  ];
}
