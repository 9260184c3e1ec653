import { partsOf, weekdayName, type Day, type Month } from '@yugong/domain/calendar';

/** Something on a day: a word of two 汉字 for the cell (筛查, 活动) and the words behind it. */
export interface DayMark {
  sign: string;
  text: string;
  /** The reader's own: drawn dark on light turned round. */
  own?: boolean;
}

/** What a day is, besides what is on it. */
export interface DayNote {
  /** A few characters under the number: 初八, 小雪, 春节. */
  under?: string;
  /** Is `under` more than any day's name, such as a festival? */
  special?: boolean;
  /** Beside the number: a public holiday, or a day worked instead. */
  badge?: '休' | '班' | undefined;
  /** All of it for a screen reader; a day without anything to say needs none. */
  spoken?: string | undefined;
}

export interface MonthGridProps {
  month: Month;
  today: Day;
  /** The day that is shown or chosen. */
  selected: Day | null;
  marks: Readonly<Record<Day, readonly DayMark[]>>;
  notes?: Readonly<Record<Day, DayNote>> | undefined;
  /** Are days before today set back? */
  dimPast?: boolean;
  /** Without the month's name and its arrows, where the page has its own. */
  headless?: boolean;
  onSelect: (day: Day) => void;
  /** Asks for another month; the grid never changes it by itself. */
  onMonth: (month: Month) => void;
}

export const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export const monthLabel = (month: Month): string => `${partsOf(month).year}年${partsOf(month).month}月`;

/** The classes of a day's cell by what it is. */
export const lookOf = (
  day: Day,
  { today, selected, dimPast }: Pick<MonthGridProps, 'today' | 'selected' | 'dimPast'>,
): ('today' | 'selected' | 'past')[] => [
  ...(day === today ? (['today'] as const) : []),
  ...(day === selected ? (['selected'] as const) : []),
  ...(dimPast && day < today ? (['past'] as const) : []),
];

export const isIn = (month: Month, day: Day): boolean => day.slice(0, 7) === month;

export const dayOfMonth = (day: Day): string => String(partsOf(day).day);

/** The signs of a day, each once: two events are one 活动. */
export const signsOf = (marks: readonly DayMark[] | undefined): DayMark[] =>
  (marks ?? []).filter((mark, at, all) => all.findIndex(({ sign }) => sign === mark.sign) === at);

/** All that a cell shows, in words. */
export function sayCell(day: Day, { today, marks, notes }: Pick<MonthGridProps, 'today' | 'marks' | 'notes'>): string {
  const { month, day: number } = partsOf(day);
  return [
    `${month}月${number}日 ${weekdayName(day)}`,
    day === today && '今天',
    notes?.[day]?.spoken,
    ...(marks[day] ?? []).map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('，');
}
