/**
 * Days the reader saved for themselves, such as the last day to apply for arbitration. Features write them,
 * the calendar shows them, and they never leave the phone.
 */
import { create } from 'zustand';
import { load, save, stored, type MyDate, whenForgotten } from '../storage';

export type { MyDate } from '../storage';

/** More than anybody has; a page that saves in a loop stops here. */
export const MAX_MY_DATES = 200;

interface MyDates {
  /** Earliest first. */
  items: readonly MyDate[];
  /**
   * Saves a day, in place of an earlier one of the same id.
   *
   * @returns what happened, so that the page can say it truly
   * @example
   * keep({ id: 'legal-aid:arbitration', title: '申请仲裁的最后一天', day: '2027-03-01',
   *   note: '劳动争议调解仲裁法第二十七条', url: legalAidUrl() })
   */
  keep: (date: Omit<MyDate, 'savedAt'>) => 'kept' | 'too-many' | 'not-kept';
  /** @returns false where the phone refused to write */
  remove: (id: string) => boolean;
}

const sorted = (items: readonly MyDate[]): MyDate[] =>
  [...items].sort((a, b) => a.day.localeCompare(b.day) || a.savedAt - b.savedAt);

export const useMyDates = create<MyDates>((set, get) => ({
  items: sorted(load(stored.myDates)),
  keep: (date) => {
    const others = get().items.filter(({ id }) => id !== date.id);
    if (others.length >= MAX_MY_DATES) return 'too-many';
    const items = sorted([...others, { ...date, savedAt: Date.now() }]);
    if (!save(stored.myDates, items)) return 'not-kept';
    set({ items });
    return 'kept';
  },
  remove: (id) => {
    const items = get().items.filter((item) => item.id !== id);
    if (!save(stored.myDates, [...items])) return false;
    set({ items });
    return true;
  },
}));

whenForgotten(stored.myDates, () => useMyDates.setState({ items: [] }));
