/** What becomes of a report: received, then what the union found. */

export const reportStates = ['received', 'confirmed', 'fixed', 'declined'] as const;
export type ReportState = (typeof reportStates)[number];

const NEXT: Record<ReportState, readonly ReportState[]> = {
  received: ['confirmed', 'fixed', 'declined'],
  confirmed: ['fixed', 'declined'],
  // Whoever closed it too early may open it again.
  fixed: ['confirmed'],
  declined: ['confirmed'],
};

export type Moved =
  { ok: true; state: ReportState; reply: string | null } | { ok: false; code: 'wrong-state' | 'reply-missing' };

/**
 * Moves a report on.
 *
 * @param reply what its sender is told; declining needs one, for nobody is turned away without a word
 * @example moveReport('received', 'declined', null) // { ok: false, code: 'reply-missing' }
 */
export function transitionReport(from: ReportState, to: ReportState, reply: string | null): Moved {
  if (!NEXT[from].includes(to)) return { ok: false, code: 'wrong-state' };
  if (to === 'declined' && !reply?.trim()) return { ok: false, code: 'reply-missing' };
  return { ok: true, state: to, reply: reply?.trim() || null };
}

/** A report in one of these says nothing of the station any more. */
export const settledStates = ['fixed', 'declined'] as const satisfies readonly ReportState[];
export const isSettled = (state: ReportState): boolean => settledStates.some((one) => one === state);
