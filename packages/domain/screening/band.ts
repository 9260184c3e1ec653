/** Ranges that a reader chooses from instead of a number: as little is asked as the rules can tell apart. */

/** From `from` up to, not including, `to`; null is without end. */
export interface Band {
  from: number;
  to: number | null;
}

/**
 * The ranges between the numbers at which some rule changes.
 *
 * @param edges numbers at which a new range begins
 * @example bandsAt([65, 35]) // [{ from: 0, to: 35 }, { from: 35, to: 65 }, { from: 65, to: null }]
 */
export function bandsAt(edges: readonly number[]): Band[] {
  const starts = [...new Set([0, ...edges])].sort((a, b) => a - b);
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? null }));
}

/** A band as an answer is kept: `35-65`, `65-`. */
export const bandId = ({ from, to }: Band): string => `${from}-${to ?? ''}`;

/** The band of an id; null for anything else, such as 说不准. */
export function bandOf(id: string | undefined): Band | null {
  const match = /^(\d+)-(\d*)$/.exec(id ?? '');
  return match ? { from: Number(match[1]), to: match[2] ? Number(match[2]) : null } : null;
}

/** Does the whole of a band, none of it, or a part lie in a range? */
export function isInBand(band: Band, range: Band): 'all' | 'none' | 'part' {
  const end = ({ to }: Band): number => to ?? Infinity;
  if (end(band) <= range.from || band.from >= end(range)) return 'none';
  return band.from >= range.from && end(band) <= end(range) ? 'all' : 'part';
}
