/** A story as the pages write it down, and what the app makes of it; shared by the tests that tell stories. */
import { computeAmount, type AmountKind } from '../../../src/features/legal-aid/amounts/compute';
import { stored } from '../../../src/platform/storage/schema';
import type { LegalDraft } from '../../../src/platform/storage/values';
import { rest } from './rest';

export type StoryFields = Record<string, string>;
export type Told = Omit<Partial<LegalDraft>, 'fields'>;
/** The figure in yuan, both of them where two can be argued, `nothing`, or the fields that are at fault. */
export type ComesTo = number | [number, number] | 'nothing' | string[];

export const TOLD_ON = '2026-11-30';

/** @example tell(work('2025-01-01', '2025-06-30', '5000', { ending: 'layoff' })) */
export const tell = (fields: StoryFields, told: Told = {}): LegalDraft => ({
  ...stored.legalDraft.initial,
  ...told,
  fields,
});

/** A stretch of work that ended, with a wage. */
export const work = (started: string, ended: string, monthly: string, more: StoryFields = {}): StoryFields => ({
  relation: 'written',
  still: 'no',
  started,
  ended,
  monthly,
  ...more,
});

export function come(kind: AmountKind, draft: LegalDraft, today = TOLD_ON): ComesTo {
  const computed = computeAmount(kind, draft, today, rest);
  if (computed.state === 'nothing') return 'nothing';
  if (computed.state === 'missing') return computed.faults.map(({ field }) => field);
  const { fen, other } = computed.amount;
  return other === null ? fen / 100 : [fen / 100, other.fen / 100];
}
