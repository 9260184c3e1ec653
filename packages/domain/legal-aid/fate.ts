/** What becomes of a request for legal aid. */

/**
 * `received`: nobody has it yet. `assigned`: somebody at the union does. `answered`: it is the worker's turn.
 * `closed`: the union has ended it. `withdrawn`: the worker has.
 */
export const legalAidStatuses = ['received', 'assigned', 'answered', 'closed', 'withdrawn'] as const;
export type LegalAidStatus = (typeof legalAidStatuses)[number];

/** Those in which something can still be said. */
export const openStatuses = ['received', 'assigned', 'answered'] as const satisfies readonly LegalAidStatus[];

/** @example isOpen('closed') // false */
export const isOpen = (status: LegalAidStatus): boolean => (openStatuses as readonly string[]).includes(status);
