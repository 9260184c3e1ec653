export const DAY_MINUTES = 1440;

/** One day of the week's hours. */
export interface HoursDay {
  /** Its date. */
  key: string;
  /** 今天, 周二. */
  name: string;
  /** Why it differs from its weekday: 国庆节, 调休上班. */
  note?: string | undefined;
  today: boolean;
  state: 'known' | 'unknown';
  /** 9:00–12:00，14:00–18:00; 休息; 未公布. */
  text: string;
  /** Open from and to, in minutes after that day's midnight. */
  spans: readonly (readonly [number, number])[];
}

/** Minutes as a part of the strip. @example share(360) // '25%' */
export const share = (minutes: number): string => `${Math.round((minutes / DAY_MINUTES) * 1000) / 10}%`;
