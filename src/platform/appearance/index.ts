/** How the reader wants the app to look, the same on every page. */
import { create } from 'zustand';
import { load, save, stored } from '../storage';

export { fontScale, textScale } from './font-scale';

interface Appearance {
  /** 长辈版: larger text and targets, fewer things a page. */
  elder: boolean;
  /** Switches it for good. @returns false where the phone could not keep the choice. */
  setElder: (elder: boolean) => boolean;
}

export const useAppearance = create<Appearance>((set) => ({
  elder: load(stored.elder),
  setElder: (elder) => {
    set({ elder });
    return save(stored.elder, elder);
  },
}));
