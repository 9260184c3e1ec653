/**
 * The dated rules a second time, by other means: days since the epoch walked one by one, and civil dates by hand.
 * Nothing here may import packages/domain/labour-law or dayjs: the two have to be able to disagree.
 */
const DAY = 86_400_000;

export const number = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / DAY;
};
export const text = (at: number): string => new Date(at * DAY).toISOString().slice(0, 10);

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The corresponding day `months` later, or the month's last. */
export function corresponding(day: string, months: number): string {
  const date = new Date(number(day) * DAY);
  const month = date.getUTCMonth() + months;
  const [year, within] = [date.getUTCFullYear() + Math.floor(month / 12), ((month % 12) + 12) % 12];
  return text(Date.UTC(year, within, Math.min(date.getUTCDate(), lastOfMonth(year, within))) / DAY);
}

/** Months' wages in halves, by trying one step after the other until the service doesn't reach it. */
export function halvesByTrying(first: string, end: string): number {
  let halves = 0;
  for (let year = 0; ; year++) {
    if (halves > 0 && corresponding(first, 12 * year) >= end) return halves;
    halves++;
    if (corresponding(first, 12 * year + 6) <= end) halves++;
    if (corresponding(first, 12 * year + 12) > end) return halves;
  }
}

/** The last day of the year for arbitration, by walking it: a day in a stop isn't counted. */
export function yearByWalking(start: string, stops: readonly { from: string; to: string }[]): string {
  let left = number(corresponding(start, 12)) - number(start);
  let at = number(start);
  while (left > 0) {
    at++;
    if (!stops.some(({ from, to }) => number(from) <= at && at < number(to))) left--;
  }
  // A stop that begins on the last day or before moves it; one after it does not.
  return text(at);
}

export function limitationByWalking(
  start: string,
  interruptions: readonly string[],
  stops: readonly { from: string; to: string }[],
): string {
  let runs = start;
  for (;;) {
    const due = yearByWalking(runs, stops);
    const next = [...interruptions].sort().find((on) => on > runs && on <= due);
    if (next === undefined) return due;
    runs = next;
  }
}

const isWorked = (day: string, off: readonly string[], worked: readonly string[]): boolean => {
  const weekday = new Date(number(day) * DAY).getUTCDay();
  return worked.includes(day) || (!off.includes(day) && weekday !== 0 && weekday !== 6);
};

/** The second wage in fen: a whole month at a time while one fits, then a day at a time. */
export function secondWage(
  from: string,
  to: string,
  monthFen: number,
  off: readonly string[],
  worked: readonly string[],
): number {
  let months = 0;
  while (number(corresponding(from, months + 1)) - 1 <= number(to)) months++;
  let days = 0;
  for (let at = number(corresponding(from, months)); at <= number(to); at++)
    if (isWorked(text(at), off, worked)) days++;
  // 21.75 days a month, rounded half up to a fen, never more than a month.
  const part = Math.min(monthFen, Math.round((monthFen / 21.75) * days));
  return months * monthFen + part;
}
