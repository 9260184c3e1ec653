/**
 * Telephones to ring from any page. Their records, with sources, are in content/collections/hotlines.json; a test holds
 * the two together.
 */

/** The union's own line. */
export const unionHotline = {
  number: '12351',
  /** Provinces are reached by their capital's area code before the number; Chongqing's is 023. */
  dial: '02312351',
} as const;

export interface PublicHotline {
  /** The id of its record. */
  id: string;
  number: string;
  dial: string;
  /** What one rings it for. */
  purpose: string;
  /** When somebody answers; null where no source says. */
  hours: string | null;
}

export const publicHotlines: readonly PublicHotline[] = [
  { id: 'hotline-12351', ...unionHotline, purpose: '工会：维权、帮扶、投诉', hours: null },
  { id: 'hotline-12348', number: '12348', dial: '12348', purpose: '法律问题、法律援助', hours: null },
  { id: 'hotline-12333', number: '12333', dial: '12333', purpose: '就业、社保、工资政策', hours: null },
];
