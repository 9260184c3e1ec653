/** Kept articles and places, on the device, the same list on every page. */
import { create } from 'zustand';
import { load, save, stored, whenForgotten, type Favourite } from '../storage';

export type { Favourite } from '../storage';

interface Favourites {
  items: Favourite[];
  /** Adds or removes. @returns what happened, so that the page can say it truly. */
  toggle: (item: Omit<Favourite, 'savedAt'>) => 'added' | 'removed' | 'too-many' | 'not-kept' | 'not-removed';
  /** Forgets what its union took down: it can't be opened any more. */
  drop: (ids: readonly string[]) => void;
}

/** WeChat takes 1 MB a key. This is a tenth of it, and more than anybody looks through. */
export const MAX_FAVOURITES = 1000;

export const useFavourites = create<Favourites>((set, get) => ({
  items: load(stored.favourites),
  toggle: (item) => {
    const before = get().items;
    const without = before.filter((kept) => kept.id !== item.id);
    const removing = without.length < before.length;
    const items = removing ? without : [{ ...item, savedAt: Date.now() }, ...before];
    if (!removing && before.length >= MAX_FAVOURITES) return 'too-many';
    if (!save(stored.favourites, items)) return removing ? 'not-removed' : 'not-kept';
    set({ items });
    return removing ? 'removed' : 'added';
  },
  drop: (ids) => {
    const before = get().items;
    const items = before.filter(({ id }) => !ids.includes(id));
    if (items.length === before.length) return;
    save(stored.favourites, items);
    set({ items });
  },
}));

whenForgotten(stored.favourites, () => useFavourites.setState({ items: [] }));
