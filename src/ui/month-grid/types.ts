import { partsOf, weekdayName, type Day, type Month } from '@/domain/calendar';

/** Something on a day: one 汉字 for the cell (休, 班, 会) and the words behind it. */
export interface DayMark {
  sign: string;
  text: string;
}

export interface MonthGridProps {
  month: Month;
  today: Day;
  /** The day that is shown or chosen. */
  selected: Day | null;
  marks: Readonly<Record<Day, readonly DayMark[]>>;
  onSelect: (day: Day) => void;
  /** Asks for another month; the grid never changes it by itself. */
  onMonth: (month: Month) => void;
}

export const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export const sayMonth = (month: Month): string => `${partsOf(month).year}年${partsOf(month).month}月`;

export const isIn = (month: Month, day: Day): boolean => day.slice(0, 7) === month;

export const dayNumber = (day: Day): string => String(partsOf(day).day);

/** The signs of a day, each once: two events are one 会. */
export const signsOf = (marks: readonly DayMark[] | undefined): string =>
  [...new Set((marks ?? []).map((mark) => mark.sign))].join('');

/** All that a cell shows, in words. */
export function sayCell(day: Day, { today, marks }: Pick<MonthGridProps, 'today' | 'marks'>): string {
  const { month, day: number } = partsOf(day);
  return [
    `${month}月${number}日 ${weekdayName(day)}`,
    day === today && '今天',
    ...(marks[day] ?? []).map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('，');
}
