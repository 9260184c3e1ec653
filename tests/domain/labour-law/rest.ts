import holidays from '@yugong/content/collections/holidays.json';
import type { RestDays } from '@yugong/domain/labour-law';

/** The arrangements of the dataset. */
const days = holidays.flatMap((year) => year.days);
export const rest: RestDays = {
  years: holidays.map(({ year }) => year),
  off: days.filter(({ off }) => off).map(({ date }) => date),
  worked: days.filter(({ off }) => !off).map(({ date }) => date),
};
/** A world without holidays. */
export const plain: RestDays = { years: [], off: [], worked: [] };
