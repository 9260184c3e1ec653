/** Kept articles and places, on the device, the same list on every page. */
import { create } from 'zustand';
import { load, save, stored, type Favourite } from '../storage';

export type { Favourite } from '../storage';

interface Favourites {
  items: Favourite[];
  /** Adds or removes. @returns what happened, so that the page can say it truly. */
  toggle: (item: Omit<Favourite, 'savedAt'>) => 'added' | 'removed' | 'not-kept';
}

export const useFavourites = create<Favourites>((set, get) => ({
  items: load(stored.favourites),
  toggle: (item) => {
    const before = get().items;
    const without = before.filter((kept) => kept.id !== item.id);
    const removing = without.length < before.length;
    const items = removing ? without : [{ ...item, savedAt: Date.now() }, ...before];
    if (!save(stored.favourites, items)) return 'not-kept';
    set({ items });
    return removing ? 'removed' : 'added';
  },
}));
