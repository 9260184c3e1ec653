/**
 * The union's own line. Its record, with source, is `hotline-12351` in content/collections/hotlines.json;
 * a test holds the two together.
 */
export const unionHotline = {
  number: '12351',
  /** Provinces are reached by their capital's area code before the number; Chongqing's is 023. */
  dial: '02312351',
} as const;
