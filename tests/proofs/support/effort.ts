/** How often a proof tries: the full number in CI, a few at a desk. */
import { appendFileSync } from 'node:fs';

/** `PROOF=full` asks for CI's numbers at a desk as well. */
export const isFull = Boolean(process.env.CI) || process.env.PROOF === 'full';

/** @example effort({ full: 20, quick: 2 }) // 20 in CI */
export const effort = ({ full, quick }: { full: number; quick: number }): number => (isFull ? full : quick);

/** Tells `npm test` what was really tried; it prints the sums (scripts/test.ts names the file). */
export function proved(what: string, count: number): void {
  const file = process.env.PROOF_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify({ what, count })}\n`);
}
