import type { LegalAidBundle } from './bundle';

/** Days off and worked weekends of the years that are announced. */
export function restDaysOf(
  holidays: readonly { year: number; days: readonly { date: string; off: boolean }[] }[],
): LegalAidBundle['restDays'] {
  const days = holidays.flatMap((year) => year.days);
  const dates = (off: boolean) => days.filter((day) => day.off === off).map(({ date }) => date);
  return { years: holidays.map(({ year }) => year), off: dates(true), worked: dates(false) };
}
