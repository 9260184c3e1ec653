/** Who applies, and against whom, with every particular that 劳动争议调解仲裁法 28 and 劳动人事争议仲裁办案规则 29 ask for. */
import type { Day } from '../../calendar';

/** The applicant. Empty texts are unknown and stand as blanks on paper. */
export interface Worker {
  name: string;
  sex: string;
  /** Birth date; null where it wasn't given. */
  born: Day | null;
  occupation: string;
  home: string;
  /** Where papers are served; empty where it is the home. */
  mailAddress: string;
  phone: string;
}

/** The respondent. */
export interface Employer {
  name: string;
  address: string;
  /** Where papers are served; empty where it is the address above. */
  mailAddress: string;
  phone: string;
  representative: string;
  position: string;
}

/**
 * Whole years of age on a day.
 *
 * @example ageOn('1985-06-02', '2026-06-01') // 40
 */
export const ageInYears = (born: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
