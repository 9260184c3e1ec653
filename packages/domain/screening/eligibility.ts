/** Whom a programme is for, as far as an identity number can say. */
import { ageOn, readResidentId } from '../identity';

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
