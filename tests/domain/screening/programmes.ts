/** Programmes with every rule set, or none, to change in one place at a time. */
import type { Checkable, ScreeningRules } from '@yugong/domain/screening';

export const openRules: ScreeningRules = {
  employment: 'any',
  household: 'any',
  districts: 'any',
  intervals: [{ of: '筛查', months: 36 }],
  conditions: [],
  items: [],
  cost: null,
  bring: null,
  preparation: null,
  cycle: null,
  windows: null,
  quotas: null,
  results: null,
};

export const programmeWith = (rules: Partial<ScreeningRules> = {}, fields: Partial<Checkable> = {}): Checkable => ({
  id: 'p',
  title: '项目',
  age: { min: 35, max: 64 },
  rules: { ...openRules, ...rules },
  ...fields,
});
