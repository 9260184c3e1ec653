/** Is somebody at the screen? What the console asks by itself says so where nobody is; see `UNATTENDED`. */

import { MINUTE } from '@yugong/domain/time';

/** Longer than the hand rests between two keys, shorter than anybody stays away from a desk. */
const AWAY_MS = MINUTE;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let seenAt = Date.now();
const seen = (): void => {
  seenAt = Date.now();
};
for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true });

export const isAttended = (): boolean => Date.now() - seenAt < AWAY_MS;
