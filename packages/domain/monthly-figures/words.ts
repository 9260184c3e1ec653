/** The monthly figures, in Chinese. */

/**
 * In place of a number that isn't told. It doesn't say 「少于 5」: a larger group is hidden too where a small one could be
 * worked out from it.
 */
export const HIDDEN_COUNT = '不显示';
