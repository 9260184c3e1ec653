/**
 * The age of retirement since 2025: 国务院关于渐进式延迟法定退休年龄的办法 (2024), articles 1 to 3. The rule is data
 * (`rights-guides`), so that a change of the law needs no release.
 */
import { addMonths, type Month } from '../calendar';

/** How one group of workers retires later, as article 1 says it. */
export interface RetirementRule {
  /** Years of age before the change. */
  originalAge: number;
  /** The month of birth from which it is later. */
  firstBorn: Month;
  /** Born so many months later, one retires a month later. */
  monthsPerStep: number;
  /** The most that it is later by, in months. */
  mostMonths: number;
}

export interface Retirement {
  /** The age, in months. */
  age: number;
  /** The month in which it is reached. */
  on: Month;
  /** Retiring earlier, by the worker's own choice: three years at most, and never before the original age (article 3). */
  earliest: Month;
  /** Retiring later, where both sides agree: three years at most (article 3). */
  latest: Month;
  /** Months of contributions that a pension wants in the month of retirement (article 2). */
  contributions: number;
}

const FLEXIBLE_MONTHS = 36;

/** Whole months from one month to another. */
function monthsBetween(from: Month, to: Month): number {
  const index = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(to) - index(from);
}

/**
 * Months of contributions that a pension wants of one who retires in a month: fifteen years until 2029, from 2030 half a
 * year more each year, twenty years since 2039.
 *
 * @example contributionsFor('2030-06') // 186: fifteen years and a half
 */
export function contributionsFor(month: Month): number {
  const year = Number(month.slice(0, 4));
  return Math.min(240, 180 + 6 * Math.max(0, year - 2029));
}

/**
 * When one retires who was born in a month.
 *
 * @example
 * retirementOf({ originalAge: 60, firstBorn: '1965-01', monthsPerStep: 4, mostMonths: 36 }, '1967-05')
 * // { age: 728, on: '2028-01', … }: sixty years and eight months
 */
export function retirementOf(
  { originalAge, firstBorn, monthsPerStep, mostMonths }: RetirementRule,
  born: Month,
): Retirement {
  const after = monthsBetween(firstBorn, born);
  const later = after < 0 ? 0 : Math.min(mostMonths, Math.floor(after / monthsPerStep) + 1);
  const age = originalAge * 12 + later;
  const on = addMonths(born, age);
  return {
    age,
    on,
    earliest: addMonths(on, -Math.min(later, FLEXIBLE_MONTHS)),
    latest: addMonths(on, FLEXIBLE_MONTHS),
    contributions: contributionsFor(on),
  };
}

/** @example sayAge(728) // '60 岁 8 个月' */
export function sayAge(months: number): string {
  const rest = months % 12;
  return `${Math.floor(months / 12)} 岁${rest > 0 ? ` ${rest} 个月` : ''}`;
}

/** @example sayYears(186) // '15 年半' */
export const sayYears = (months: number): string => `${Math.floor(months / 12)} 年${months % 12 === 6 ? '半' : ''}`;
