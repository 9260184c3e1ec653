/** The monthly figures, in Chinese. */
import type { SplitWire } from './wire';

/** In place of a number that isn't told, by why it isn't: only a group of one to four people is 「少于 5」. */
const hiddenLabels = {
  few: '少于 5',
  cover: '不显示，避免推算',
  group: '人数太少，不显示',
} as const;

/** What stands for a hidden number. Without a reason it says only that there is none. */
export const sayHidden = (why?: SplitWire['cells'][number]['hidden']): string =>
  why === undefined ? '不显示' : hiddenLabels[why];

/** In place of a total, or of a share, that would tell a hidden number. */
export const HIDDEN_TOTAL = '不显示，避免推算';
