/**
 * Is somebody at the screen? The console asks by itself while a page is open; such a question must not keep a person
 * signed in who has left, so it says that nobody is there (see the service's sign-ins).
 */
export const UNATTENDED = 'x-unattended';

/** Longer than the hand rests between two keys, shorter than anybody stays away from a desk. */
const AWAY_MS = 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let seenAt = Date.now();
const seen = (): void => {
  seenAt = Date.now();
};
for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true });

export const isAttended = (): boolean => Date.now() - seenAt < AWAY_MS;
