/**
 * Is it for me? A programme's rules against a reader's answers, with the reason for each; and against an identity number,
 * which says sex and age.
 */
import { mayRun, conditionId, isReadCondition, type Answers, type Checkable, type QuestionId } from './questions';
import {
  aboutAge,
  aboutCondition,
  aboutDistrict,
  aboutEmployment,
  aboutHousehold,
  aboutLast,
  aboutUnread,
  type Found,
} from './findings';
import type { Day } from '../calendar';
import { ageOn, readResidentId } from '../identity';

export type EligibilityOutcome = 'eligible' | 'unclear' | 'not-under-this';

/**
 * `fits` and `against` follow from an answer; `unsure` where the answer leaves it open, `unsaid` where the
 * programme's source does.
 */
export interface Reason extends Found {
  /** `unread`: a condition that only a later release understands, so that there is no question about it. */
  about: QuestionId | 'unread';
}

export interface Judgement<P extends Checkable = Checkable> {
  programme: P;
  outcome: EligibilityOutcome;
  reasons: Reason[];
}

/**
 * One programme against the answers. An unanswered question is `unsure`.
 *
 * @example
 * judge(programme, { age: '65-', employment: 'private' });
 * // { outcome: 'not-under-this', reasons: [{ about: 'age', finding: 'against', text: '到 64 周岁为止' }, …] }
 */
export function judgeProgramme<P extends Checkable>(programme: P, answers: Answers): Judgement<P> {
  const { age, rules } = programme;
  const reasons: Reason[] = [
    { about: 'age', ...aboutAge(age, answers.age) },
    { about: 'employment', ...aboutEmployment(rules.employment, answers.employment) },
    { about: 'household', ...aboutHousehold(rules.household, answers.household) },
    { about: 'district', ...aboutDistrict(rules.districts, answers.district) },
    { about: 'last', ...aboutLast(rules.intervals, answers.last) },
    ...rules.conditions.filter(isReadCondition).map((condition): Reason => {
      const id = conditionId(programme, condition);
      return { about: id, ...aboutCondition(condition, answers[id]) };
    }),
    ...(rules.conditions.every(isReadCondition) ? [] : [{ about: 'unread' as const, ...aboutUnread }]),
  ];
  const any = (...findings: Reason['finding'][]) => reasons.some(({ finding }) => findings.includes(finding));
  const outcome = any('against') ? 'not-under-this' : any('unsure', 'unsaid') ? 'unclear' : 'eligible';
  return { programme, outcome, reasons };
}

const order: Record<EligibilityOutcome, number> = { eligible: 0, unclear: 1, 'not-under-this': 2 };

/** Every programme that may still run, the most promising first, else in the order given. */
export const judgeAll = <P extends Checkable>(programmes: readonly P[], answers: Answers, today: Day): Judgement<P>[] =>
  programmes
    .filter(({ rules }) => mayRun(rules, today))
    .map((programme) => judgeProgramme(programme, answers))
    .sort((a, b) => order[a.outcome] - order[b.outcome]);

/** A programme's conditions; null where its rules say nothing. */
export interface Eligibility {
  sex: 'female' | 'male' | null;
  age: { min: number; max: number } | null;
}

/**
 * What speaks against a person on the day of the session; empty where nothing does.
 *
 * @param day `YYYY-MM-DD`, the session's
 */
export function ineligibleBecause(rules: Eligibility, residentId: string, day: string): ('sex' | 'age')[] {
  const facts = readResidentId(residentId);
  if (!facts) return [];
  const age = ageOn(facts.born, day);
  return [
    ...(rules.sex && facts.sex !== rules.sex ? (['sex'] as const) : []),
    ...(rules.age && (age < rules.age.min || age > rules.age.max) ? (['age'] as const) : []),
  ];
}
